/** The manifest of a web part, as SharePoint reads it. */
import { settingsOf } from '@kantine/elements/registry';
import type {
  Preset,
  StoredSettings,
  WebPartSurface,
  Widget,
  Words,
} from '@kantine/elements/registry';
import { keptForm } from '../src/pane/kept-form.ts';
import { tileAddress } from './icons.ts';

const schema =
  'https://developer.microsoft.com/json-schemas/spfx/client-side-web-part-manifest.schema.json';

/** SharePoint's own categories of the toolbox. */
export const categories: Readonly<
  Record<WebPartSurface['toolbox'], { readonly id: string; readonly name: Words }>
> = {
  feeds: {
    id: '75e22ed5-fa14-4829-850a-c890608aca2d',
    name: { en: 'Feeds', nl: 'Feeds', de: 'Feeds', fr: 'Flux' },
  },
  people: {
    id: '1bc7927e-4a5e-4520-b540-71305c79c20a',
    name: {
      en: 'News, people and events',
      nl: 'Nieuws, mensen en gebeurtenissen',
      de: 'Nachrichten, Personen und Ereignisse',
      fr: 'Actualités, personnes et événements',
    },
  },
};

/** What the toolbox finds a web part by, beside its title. */
export const tags: readonly Words[] = [
  { en: 'Kantine', nl: 'Kantine', de: 'Kantine', fr: 'Kantine' },
  { en: 'community', nl: 'community', de: 'Community', fr: 'communauté' },
  { en: 'colleagues', nl: 'collega’s', de: 'Kollegium', fr: 'collègues' },
];

export const localized = ({ en, nl, de, fr }: Words): Readonly<Record<string, string>> => ({
  default: en,
  'nl-nl': nl,
  'de-de': de,
  'fr-fr': fr,
});

/** @returns the object that the manifest's file holds. */
export function manifestOf(widget: Widget, webPart: WebPartSurface): object {
  const { title, description } = widget;
  const presets: readonly Preset[] = webPart.presets ?? [];
  return {
    $schema: schema,
    id: webPart.id,
    alias: webPart.alias,
    componentType: 'WebPart',
    version: '*',
    manifestVersion: 2,
    requiresCustomScript: false,
    supportedHosts: ['SharePointWebPart', 'SharePointFullPage', 'TeamsTab', 'TeamsPersonalApp'],
    supportsThemeVariants: true,
    supportsFullBleed: true,
    flexibleLayoutSizing: {
      supportsDynamicResizing: true,
      defaultColumnWidth: webPart.size.columns,
      defaultRowHeight: webPart.size.rows,
    },
    preconfiguredEntries: [{ title, description, sets: {} }, ...presets].map((preset) =>
      toolboxEntry(widget, webPart, preset),
    ),
  };
}

function toolboxEntry(widget: Widget, { toolbox }: WebPartSurface, preset: Preset): object {
  const { id, name } = categories[toolbox];
  const settings = settingsOf(widget);
  const values = preset.sets as StoredSettings;
  const chosen = settings
    .filter(({ property }) => property in values)
    .map(({ name: kept, property }) => [kept, values[property]] as const);
  return {
    groupId: id,
    group: localized(name),
    title: localized(preset.title),
    description: localized(preset.description),
    iconImageUrl: tileAddress(widget),
    tags: tags.map(localized),
    properties: keptForm(settings, Object.fromEntries(chosen)),
  };
}
