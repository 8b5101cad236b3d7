/** Of Microsoft's runtime, what this page calls; its own declarations leave these parts out. */

export interface ServiceScope {
  consume<T>(key: ServiceKey<T>): T;
  provide<T>(key: ServiceKey<T>, service: T): T;
  startNewChild(): ServiceScope;
  finish(): void;
}

interface ServiceKey<T> {
  readonly id?: string;
  readonly type?: T;
}

type PageContextInfo = Readonly<Record<string, unknown>>;

interface PageContext {
  initialize(context: object, legacy: PageContextInfo): void;
}

export interface ThemeProvider {
  _setTheme(theme: object): void;
}

/** 1 reads, 2 edits. */
export type DisplayMode = 1 | 2;

export interface PaneField {
  readonly type: number;
  /** A link has none. */
  readonly targetProperty?: string;
  readonly properties: Readonly<Record<string, unknown>> | undefined;
}

interface PaneConfiguration {
  readonly pages: readonly {
    readonly header?: { readonly description?: string };
    readonly groups: readonly { readonly groupFields: readonly PaneField[] }[];
  }[];
}

/** A web part, as the runtime's own property pane sees it. */
export interface ConfigurableWebPart {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly title: string;
  _getPropertyPaneData(): Promise<{ readonly configuration: PaneConfiguration }>;
  _onPropertyPaneFieldChanged(path: string, value: unknown, type: number): void;
}

interface WebPartContainer {
  readonly webPartManager: {
    getWebPartByInstanceId(id: string): ConfigurableWebPart | undefined;
    _setDisplayMode(mode: DisplayMode, id: string): Promise<void>;
  };
  render(element: HTMLElement): Promise<void>;
  dispose(): void;
}

interface WebPartHost {
  requestPropertyPaneAction?: (instance: string, action: string) => boolean;
}

export interface WebPartManifest {
  readonly id: string;
  readonly alias: string;
  readonly preconfiguredEntries: readonly {
    readonly title: Readonly<Record<string, string>>;
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
}

export interface Modules {
  readonly webPartBase: {
    readonly _MinimalWebPartHost: new (scope: ServiceScope) => WebPartHost;
    readonly _MinimalWebPartContainer: new (options: object) => WebPartContainer;
  };
  readonly componentBase: {
    readonly ThemeProvider: {
      new (scope: ServiceScope, theme: object, variant: undefined): ThemeProvider;
      readonly serviceKey: ServiceKey<ThemeProvider>;
    };
  };
  readonly pageContext: { readonly PageContext: { readonly serviceKey: ServiceKey<PageContext> } };
}

export interface LoaderData {
  readonly spPageContextInfo: PageContextInfo;
  readonly [name: string]: unknown;
}

export interface ModuleLoader {
  _isTelemetryDisabled?: boolean;
  start(data: LoaderData, failed: (error: unknown) => void): Promise<unknown>;
}
