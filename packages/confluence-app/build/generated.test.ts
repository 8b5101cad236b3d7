import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RegisteredWidget } from '@kantine/elements/registry';
import { outdated, readRegistry } from '@kantine/tooling/generate';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { modules } from '../ui/modules/index.ts';
import { generated } from './generated.ts';
import { localesOf } from './locales.ts';
import { modulesOf } from './modules.ts';

const root = join(import.meta.dirname, '../../..');
const registry = await readRegistry(root);

interface Module {
  readonly key: string;
  readonly resource?: string;
  readonly config?: unknown;
}

const manifest = parse(readFileSync(join(import.meta.dirname, '../manifest.yml'), 'utf8')) as {
  readonly modules: Readonly<Record<string, readonly Module[]>>;
  readonly translations: { readonly resources: readonly { readonly path: string }[] };
};

/** A widget that stands everywhere in Confluence. */
function everywhere(): RegisteredWidget {
  const words = (text: string) => ({ en: text, nl: `${text} (nl)`, de: text, fr: text });
  const title = words('Board');
  return {
    folder: 'notice-board',
    widget: {
      tag: 'kantine-notice-board',
      title,
      description: words('A board.'),
      icon: '<path d="M0 0"/>',
      settings: { group: { kind: 'group' } },
      surfaces: {
        macro: { key: 'board' },
        spacePage: { key: 'board-in-space', route: 'board', title },
        globalPage: { key: 'boards', route: 'boards', title },
        homepageFeed: { key: 'board-feed' },
        byline: { key: 'board-of', title, tooltip: title, author: 'owner', sets: { rows: 2 } },
      },
    },
  };
}

describe('what is generated for Confluence', () => {
  it('is what is there: npm run generate changes nothing', async () => {
    const made = await generated(root, registry);
    expect([...made.files.keys()]).toHaveLength(2);
    expect(outdated(root, made)).toEqual([]);
  });

  it('has an entry of the page for each module that shows a widget, and the other way round', () => {
    const shown = Object.values(manifest.modules)
      .flat()
      .filter(({ resource }) => resource === 'social/widget');
    expect(Object.keys(modules).sort()).toEqual(shown.map(({ key }) => key).sort());
  });

  it('offers the configuration of a macro exactly where there is something to choose', () => {
    for (const { key, config } of manifest.modules.macro ?? []) {
      expect(config !== undefined, key).toBe(modules[key]?.settings.length !== 0);
    }
  });

  it('has the translations that the manifest names', () => {
    const named = manifest.translations.resources.map(({ path }) => path.split('/')[1]);
    expect([...localesOf(modulesOf(registry)).keys()]).toEqual(named);
  });

  it('follows from a declaration alone, on every surface', async () => {
    const made = await generated(root, [...registry, everywhere()]);
    const [yaml = '', code = ''] = made.files.values();
    const added = parse(yaml) as typeof manifest;
    const keys = Object.values(added.modules).flatMap((each) => each.map(({ key }) => key));
    expect(keys).toEqual(
      expect.arrayContaining(['board', 'board-in-space', 'boards', 'board-feed', 'board-of']),
    );
    expect(code).toContain("import('@kantine/elements/notice-board/define')");
    expect(code).toMatch(
      /'board-of': \{ \.\.\.noticeBoard, author: 'owner', sets: \{ rows: 2 \} \}/,
    );
    expect(localesOf(modulesOf([everywhere()])).get('nl-NL.json')).toMatchObject({
      board: { title: 'Board (nl)', description: 'A board. (nl)' },
      'board-feed': { description: 'A board. (nl)' },
    });
  });
});
