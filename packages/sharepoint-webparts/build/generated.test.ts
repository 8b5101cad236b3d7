import { join } from 'node:path';
import type { RegisteredWidget } from '@kantine/elements/registry';
import { outdated, readRegistry } from '@kantine/tooling/generate';
import { describe, expect, it } from 'vitest';
import { generated } from './generated.ts';

const root = join(import.meta.dirname, '../../..');
const registry = await readRegistry(root);
const words = (text: string) => ({ en: text, nl: `${text} (nl)`, de: text, fr: text });

const board: RegisteredWidget = {
  folder: 'notice-board',
  widget: {
    tag: 'kantine-notice-board',
    title: words('Board'),
    description: words('A board.'),
    icon: '<path d="M0 0"/>',
    settings: {
      group: { kind: 'group' },
      lines: {
        kind: 'number',
        keptAs: 'rows',
        label: words('Rows'),
        least: 1,
        most: 9,
        usual: 3,
      },
      colours: {
        kind: 'switches',
        label: words('Colours'),
        options: { red: words('Red'), green: words('Green') },
      },
    },
    surfaces: {
      webPart: {
        id: '1f0a7c1e-9f0e-4a53-8c1b-2f1de0f4b1aa',
        alias: 'NoticeBoardWebPart',
        toolbox: 'feeds',
        size: { columns: 20, rows: 10 },
        presets: [{ title: words('Small'), description: words('Small.'), sets: { lines: 1 } }],
      },
    },
  },
};

describe('what is generated for SharePoint', () => {
  it('is what is there: npm run generate changes nothing', async () => {
    const made = await generated(root, registry);
    expect(made.files.size).toBeGreaterThan(1);
    expect(outdated(root, made)).toEqual([]);
  });

  it('follows from a declaration alone: a class, a manifest, a part of the bundle', async () => {
    const { files } = await generated(root, [...registry, board]);
    const path = 'packages/sharepoint-webparts/src/webparts/notice-board/NoticeBoardWebPart';
    expect(files.get(`${path}.ts`)).toContain("'./entry.ts'");
    const entry = files.get('packages/sharepoint-webparts/src/webparts/notice-board/entry.ts');
    expect(entry).toContain("'@kantine/elements/notice-board/define'");
    expect(files.get('packages/sharepoint-webparts/config/config.json')).toContain(
      './lib/webparts/notice-board/NoticeBoardWebPart.js',
    );
    const manifest: unknown = JSON.parse(files.get(`${path}.manifest.json`) ?? '');
    const usual = { group: '', rows: 3, colours: { red: true, green: true } };
    expect(manifest).toMatchObject({
      id: '1f0a7c1e-9f0e-4a53-8c1b-2f1de0f4b1aa',
      alias: 'NoticeBoardWebPart',
      flexibleLayoutSizing: { defaultColumnWidth: 20, defaultRowHeight: 10 },
      preconfiguredEntries: [
        { title: { default: 'Board', 'nl-nl': 'Board (nl)' }, properties: usual },
        { title: { default: 'Small', 'nl-nl': 'Small (nl)' }, properties: { ...usual, rows: 1 } },
      ],
    });
  });

  it('has nothing of a widget that stands in no web part', async () => {
    const elsewhere = {
      ...board,
      widget: { ...board.widget, surfaces: { macro: { key: 'board' } } },
    };
    const made = await generated(root, [...registry, elsewhere]);
    expect([...made.files]).toEqual([...(await generated(root, registry)).files]);
  });
});
