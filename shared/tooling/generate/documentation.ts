/** The tables of widgets and of what is stored in the documentation, and the list that registers every element. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collections } from '@kantine/core';
import { settingsOf } from '@kantine/elements/registry';
import type { RegisteredWidget, Widget } from '@kantine/elements/registry';
import { formattedFiles, withBlock } from './files.ts';
import { row, table } from './markdown.ts';
import { storedTable } from './privacy.ts';
import type { Generated } from './files.ts';

/** What is made of a registry in files of the repository that belong to no host. */
export async function generateDocumentation(
  root: string,
  registry: readonly RegisteredWidget[],
): Promise<Generated> {
  const blocks = [
    { path: 'README.md', name: 'widgets', text: widgetTable(registry) },
    { path: 'docs/install-sharepoint.md', name: 'settings', text: settingsTable(registry) },
    { path: 'docs/install-confluence.md', name: 'macros', text: macroTable(registry) },
    {
      path: 'docs/privacy.md',
      name: 'stored',
      text: table(...storedTable(Object.values(collections))),
    },
    { path: 'shared/elements/define.ts', name: 'widgets', text: imports(registry) },
  ];
  const texts = blocks.map(
    ({ path, name, text }) =>
      [path, withBlock(readFileSync(join(root, path), 'utf8'), name, text)] as const,
  );
  return { files: await formattedFiles(root, texts) };
}

const confluenceNames: Readonly<Record<string, string>> = {
  macro: 'macro',
  spacePage: 'page of a space',
  globalPage: 'page of the site',
  homepageFeed: 'feed on the homepage',
  byline: 'beside the title of a page',
};

const standsInSharePoint = ({ surfaces: { webPart, card } }: Widget): string =>
  [...(webPart ? ['web part'] : []), ...(card ? ['card of Viva Connections'] : [])].join(', ');

const standsInConfluence = ({ surfaces }: Widget): string =>
  Object.keys(surfaces)
    .flatMap((surface) => confluenceNames[surface] ?? [])
    .join(', ');

const widgetTable = (registry: readonly RegisteredWidget[]): string =>
  table(
    row('Widget', 'Element', 'What it is for', 'SharePoint', 'Confluence'),
    row('---', '---', '---', '---', '---'),
    ...registry.map(({ widget }) =>
      row(
        widget.title.en,
        `\`${widget.tag}\``,
        widget.description.en,
        standsInSharePoint(widget),
        standsInConfluence(widget),
      ),
    ),
  );

const settingsTable = (registry: readonly RegisteredWidget[]): string =>
  table(
    row('Web part', 'What it is for', 'You choose'),
    row('---', '---', '---'),
    ...registry.flatMap(({ widget }) =>
      widget.surfaces.webPart ? [row(widget.title.en, widget.description.en, chosen(widget))] : [],
    ),
  );

const macroTable = (registry: readonly RegisteredWidget[]): string =>
  table(
    row('Widget', 'What it is for', 'Where it stands', 'You choose'),
    row('---', '---', '---', '---'),
    ...registry.flatMap(({ widget }) => {
      const stands = standsInConfluence(widget);
      return stands === ''
        ? []
        : [row(widget.title.en, widget.description.en, stands, chosen(widget))];
    }),
  );

function chosen(widget: Widget): string {
  const labels = settingsOf(widget).map((setting) =>
    setting.kind === 'group' ? 'Group (or a new one)' : setting.label.en,
  );
  return labels.length === 0 ? 'nothing' : labels.join('; ');
}

const imports = (registry: readonly RegisteredWidget[]): string =>
  registry.map(({ folder }) => `import './${folder}/define.ts';`).join('\n');
