/** Puts web parts on the page, each with the theme of its section, through the runtime's own container. */
import type {
  ConfigurableWebPart,
  DisplayMode,
  Modules,
  ServiceScope,
  ThemeProvider,
  WebPartManifest,
} from './runtime.ts';
import type { PlacedWebPart } from '../server/pages.ts';

export interface RunningWebPart {
  readonly placed: PlacedWebPart;
  setTheme(theme: object): void;
  setMode(mode: DisplayMode): Promise<void>;
  /** The web part itself, once it was loaded. */
  configurable(): ConfigurableWebPart | undefined;
}

interface Start {
  readonly placed: PlacedWebPart;
  readonly element: HTMLElement;
  readonly theme: object;
  /** The web part asks for its settings. */
  readonly configure: () => void;
}

export function webPartRunner(
  modules: Modules,
  root: ServiceScope,
  manifests: readonly WebPartManifest[],
) {
  const { webPartBase, componentBase } = modules;

  return async ({ placed, element, theme, configure }: Start): Promise<RunningWebPart> => {
    const manifest = manifests.find(({ alias }) => alias === placed.alias);
    if (!manifest) throw new RangeError(`The package has no ${placed.alias}.`);
    const scope = root.startNewChild();
    const provider: ThemeProvider = new componentBase.ThemeProvider(scope, theme, undefined);
    scope.provide(componentBase.ThemeProvider.serviceKey, provider);
    scope.finish();
    const host = new webPartBase._MinimalWebPartHost(scope);
    host.requestPropertyPaneAction = (_, action) => {
      if (action === 'Open' || action === 'Default') configure();
      return true;
    };
    const container = new webPartBase._MinimalWebPartContainer({
      serviceScope: scope,
      webPartInstanceId: placed.instance,
      webPartData: {
        id: manifest.id,
        instanceId: placed.instance,
        title: manifest.preconfiguredEntries[0]?.title.default,
        dataVersion: '1.0',
        properties: { ...manifest.preconfiguredEntries[0]?.properties, ...placed.properties },
        serverProcessedContent: {},
      },
      manifest,
      host,
      formFactor: 0,
      pageHostLayoutType: 'None',
      displayMode: 1,
      isDataAddedFromPersistedData: true,
    });
    await container.render(element);
    const { webPartManager } = container;
    return {
      placed,
      setTheme: (changed) => provider._setTheme(changed),
      setMode: (mode) => webPartManager._setDisplayMode(mode, placed.instance),
      configurable: () => webPartManager.getWebPartByInstanceId(placed.instance),
    };
  };
}
