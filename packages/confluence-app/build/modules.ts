/** The surfaces of the widgets as modules of the Forge manifest. */
import type { RegisteredWidget, Widget, Words } from '@kantine/elements/registry';

/** The name of the product, for a surface without a title of its own. */
const productName = 'Kantine';

/** Beside the title of a page. */
export const bylineType = 'confluence:contentBylineItem';

/** A module that shows a widget. */
export interface WidgetModule {
  readonly registered: RegisteredWidget;
  /** As Forge names it. */
  readonly type: string;
  readonly key: string;
  /** Its texts by their property in the manifest: in every language, or the same in all. */
  readonly texts: Readonly<Record<string, Words | string>>;
  /** Its other properties, without those that all have. */
  readonly properties: Readonly<Record<string, unknown>>;
}

type Made = Omit<WidgetModule, 'registered' | 'key'>;

/** Spaces in which Kantine is enabled have this property. */
const whereEnabled = {
  displayConditions: { entityPropertyExists: { entity: 'space', propertyKey: 'kantine' } },
};

/**
 * Of what opens in front of the page, which moves nothing there and must not jump while somebody fills it in.
 * What stands in a page has none: Atlassian resizes a module only without it.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/macro/
 */
const dialogSize = { viewportSize: 'medium' };

/** The module of each kind of surface; the hosts' other surfaces are none of Confluence's. */
const makers: Readonly<Record<string, (widget: Widget, icon: string) => Made | undefined>> = {
  macro: ({ surfaces: { macro }, title, description, settings }, icon) =>
    macro && {
      type: 'macro',
      texts: { title, description },
      properties: {
        icon,
        categories: ['communication'],
        layout: 'block',
        adfExport: { function: macro.exportsPosts ? 'export-macro' : 'export-link' },
        ...(Object.keys(settings).length === 0
          ? {}
          : {
              config: {
                resource: 'social/config',
                title: { i18n: `${macro.key}.title` },
                ...dialogSize,
                ...(macro.opensOnInsert ? { openOnInsert: true } : {}),
              },
            }),
      },
    },
  spacePage: ({ surfaces: { spacePage } }, icon) =>
    spacePage && {
      type: 'confluence:spacePage',
      texts: { title: spacePage.title ?? productName },
      properties: { icon, route: spacePage.route, ...whereEnabled },
    },
  globalPage: ({ surfaces: { globalPage } }, icon) =>
    globalPage && {
      type: 'confluence:globalPage',
      texts: { title: globalPage.title ?? productName },
      properties: { icon, route: globalPage.route },
    },
  homepageFeed: ({ surfaces: { homepageFeed }, description }, icon) =>
    homepageFeed && {
      type: 'confluence:homepageFeed',
      texts: { title: homepageFeed.title ?? productName, description },
      properties: { icon },
    },
  byline: ({ surfaces: { byline } }, icon) =>
    byline && {
      type: bylineType,
      texts: { title: byline.title, tooltip: byline.tooltip },
      properties: { icon, ...dialogSize, ...whereEnabled },
    },
};

/** @returns the modules of all widgets, by their kind of surface. */
export const modulesOf = (registry: readonly RegisteredWidget[]): readonly WidgetModule[] =>
  Object.entries(makers).flatMap(([surface, make]) =>
    registry.flatMap((registered) => {
      const { folder, widget } = registered;
      const made = make(widget, `resource:icons;${folder}.svg`);
      const { key } = widget.surfaces[surface as 'macro'] ?? {};
      return made && key !== undefined ? [{ registered, key, ...made }] : [];
    }),
  );

/** @returns the module as the manifest writes it; its texts are keys of the translations. */
export function manifestEntry({ key, texts, properties }: WidgetModule): object {
  const named = Object.entries(texts).map(([property, text]): [string, unknown] => [
    property,
    typeof text === 'string' ? text : { i18n: `${key}.${property}` },
  ]);
  return {
    key,
    ...Object.fromEntries(named),
    ...properties,
    resource: 'social/widget',
    resolver: { function: 'resolver' },
  };
}
