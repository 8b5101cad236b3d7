/** The manifest of a card, as a dashboard of Viva Connections reads it. */
import type { CardSurface, Widget } from '@kantine/elements/registry';
import { tileAddress } from './icons.ts';
import { categories, localized, tags } from './manifest.ts';

const schema =
  'https://developer.microsoft.com/json-schemas/spfx/adaptive-card-extension-manifest.schema.json';

/** @returns the object that the manifest's file holds. */
export function cardManifestOf(widget: Widget, { id, alias }: CardSurface): object {
  const { id: groupId, name: group } = categories.feeds;
  return {
    $schema: schema,
    id,
    alias,
    componentType: 'AdaptiveCardExtension',
    version: '*',
    manifestVersion: 2,
    requiresCustomScript: false,
    supportedHosts: ['Dashboard'],
    preconfiguredEntries: [
      {
        groupId,
        group: localized(group),
        title: localized(widget.title),
        description: localized(widget.description),
        iconImageUrl: tileAddress(widget),
        tags: tags.map(localized),
        cardSize: 'Medium',
        properties: {},
      },
    ],
  };
}
