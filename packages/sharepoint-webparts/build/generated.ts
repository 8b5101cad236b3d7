/** Everything that is generated here: a class and a manifest for each web part, and the bundle of all. */
import type {
  CardSurface,
  Outline,
  RegisteredWidget,
  WebPartSurface,
  Widget,
} from '@kantine/elements/registry';
import { entryCode, formattedFiles, header } from '@kantine/tooling/generate';
import type { Generated } from '@kantine/tooling/generate';
import { cardManifestOf } from './card-manifest.ts';
import { manifestOf } from './manifest.ts';

const here = 'packages/sharepoint-webparts';
const folder = `${here}/src/webparts`;

interface WebPart extends RegisteredWidget {
  readonly webPart: WebPartSurface;
}

/** @returns the widgets that stand in a web part. */
export const webPartsOf = (registry: readonly RegisteredWidget[]): readonly WebPart[] =>
  registry.flatMap(({ folder, widget }) => {
    const { webPart } = widget.surfaces;
    return webPart ? [{ folder, widget, webPart: webPart as WebPartSurface }] : [];
  });

interface Card extends RegisteredWidget {
  readonly card: CardSurface;
}

/** @returns the widgets that have a card. */
export const cardsOf = (registry: readonly RegisteredWidget[]): readonly Card[] =>
  registry.flatMap(({ folder, widget }) => {
    const { card } = widget.surfaces;
    return card ? [{ folder, widget, card }] : [];
  });

/** @param root the folder of the repository. */
export async function generated(
  root: string,
  registry: readonly RegisteredWidget[],
): Promise<Generated> {
  const webParts = webPartsOf(registry);
  const texts = [
    ...webParts.flatMap((each): [string, string][] => {
      const path = `${folder}/${each.folder}/${each.webPart.alias}`;
      const manifest = JSON.stringify(manifestOf(each.widget, each.webPart));
      return [
        [`${path}.ts`, webPartClass(each)],
        [`${folder}/${each.folder}/entry.ts`, entryFile(each)],
        [`${path}.manifest.json`, manifest],
      ];
    }),
    // What a card says is written beside its manifest: no two are alike.
    ...cardsOf(registry).map(
      ({ folder: name, widget, card }) =>
        [
          `${here}/src/cards/${name}/${card.alias}.manifest.json`,
          JSON.stringify(cardManifestOf(widget, card)),
        ] as const,
    ),
    [`${here}/config/config.json`, JSON.stringify(bundles(webParts, cardsOf(registry)))] as const,
  ];
  return { files: await formattedFiles(root, texts), folders: [folder] };
}

/** Of a widget that says nothing of itself. */
const usualOutline: Outline = { head: 60, row: 90, rows: 2 };

/** A widget's outline, with as many rows as it shows where nobody chose. */
function shapeOf({ outline = usualOutline, settings }: Widget): Outline {
  if (typeof outline.rows === 'number') return outline;
  const setting = settings[outline.rows];
  return { ...outline, rows: setting?.kind === 'number' ? setting.usual : 1 };
}

const webPartClass = (
  each: WebPart,
): string => `// ${header(`shared/elements/${each.folder}/widget.ts`)}
import { KantineWebPart } from '../../shell/kantine-web-part.ts';

const loadEntry = () => import(/* webpackChunkName: '${each.folder}' */ './entry.ts');

export default class ${each.webPart.alias} extends KantineWebPart {
  protected override readonly widget = async () => (await loadEntry()).entry;
  protected override readonly shape = ${JSON.stringify(shapeOf(each.widget))};
}
`;

/** Fetched with the element: a page has few of the web parts, and the bundle has all of them. */
const entryFile = (
  each: WebPart,
): string => `// ${header(`shared/elements/${each.folder}/widget.ts`)}
import type { WidgetEntry } from '@kantine/elements/registry';

export const entry: WidgetEntry = {
  ${entryCode(each, { element: each.folder, declaration: 'pane' })}
};
`;

/**
 * One bundle of all web parts: two bundles that define the same elements would stand in each other's way. Cards define
 * none, and need of SharePoint what pages do not have.
 */
const bundles = (webParts: readonly WebPart[], cards: readonly Card[]): object => ({
  $schema: 'https://developer.microsoft.com/json-schemas/spfx-build/config.2.0.schema.json',
  version: '2.0',
  bundles: {
    kantine: {
      components: webParts.map(({ folder: name, webPart: { alias } }) => ({
        entrypoint: `./lib/webparts/${name}/${alias}.js`,
        manifest: `./src/webparts/${name}/${alias}.manifest.json`,
      })),
    },
    'kantine-cards': {
      components: cards.map(({ folder: name, card: { alias } }) => ({
        entrypoint: `./lib/cards/${name}/${alias}.js`,
        manifest: `./src/cards/${name}/${alias}.manifest.json`,
      })),
    },
  },
  externals: {},
  localizedResources: {},
});
