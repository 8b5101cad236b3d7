import { readFileSync } from 'node:fs';
import { kudosValues } from '@kantine/core';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { words as de } from '../words/de.ts';
import { words as en } from '../words/en.ts';
import { words as fr } from '../words/fr.ts';
import { words as nl } from '../words/nl.ts';
import { filled, wordsFor } from '../words/words.ts';
import { widgets } from './index.ts';
import type { Config, Widget } from './widget.ts';

const manifest = parse(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8')) as {
  modules: Record<string, readonly { key: string; resource?: string; config?: unknown }[]>;
};
const modules = Object.values(manifest.modules).flat();

const of = (key: string): Widget => widgets[key] as Widget;
const made = (key: string, config: Config, author?: string): object =>
  of(key).properties({ config, author, words: en });

describe('the modules of the manifest', () => {
  it('each have their element, and each element its module', () => {
    const keys = modules.filter(({ resource }) => resource === 'social/widget');
    expect(Object.keys(widgets).sort()).toEqual(keys.map(({ key }) => key).sort());
  });

  it.each(manifest.modules.macro?.map(({ key }) => key) ?? [])(
    'offer a configuration of %s exactly where there is something to choose',
    (key) => {
      const hasFields = (of(key).fields?.(en) ?? []).length > 0;
      expect(modules.find((module) => module.key === key)?.config !== undefined).toBe(hasFields);
    },
  );
});

describe('what an editor chose', () => {
  it('of a wall is its group, its layout and how many posts it shows', () => {
    const chosen = { group: 'g', posts: 4, layout: 'compact' };
    expect(made('wall', chosen)).toEqual(chosen);
    expect(made('wall', {})).toEqual({ group: '', posts: 10, layout: 'full' });
  });

  it('of kudos is how many are shown and for which values; none of them means all', () => {
    expect(made('kudos', { count: 3, values: ['brings-joy'] })).toEqual({
      count: 3,
      values: ['brings-joy'],
    });
    expect(made('kudos', { values: [] })).toEqual({ count: 5, values: kudosValues });
  });

  it('of a profile card is whose it is, or nobody in particular', () => {
    expect(made('profile-card', { person: 'ada' })).toEqual({ person: 'ada', form: 'full' });
    expect(made('profile-card', { layout: 'compact' })).toEqual({
      person: undefined,
      form: 'compact',
    });
  });

  it.each([{ posts: 'many' }, { posts: -1 }, { posts: 1e9 }, { group: {} }, { layout: 7 }])(
    'is not believed where it makes no sense: %j',
    (config) => {
      const { group, posts, layout } = made('wall', config) as Record<string, unknown>;
      expect(group).toBe('');
      expect(layout).toBe('full');
      expect(posts).toBe(config.posts === 1e9 ? 20 : 10);
    },
  );

  it('beside the title of a page is nothing: it thanks the author', () => {
    expect(made('thank-author', { count: 9 }, 'cy')).toEqual({ count: 3, recipient: 'cy' });
  });
});

describe('the words', () => {
  it.each(Object.entries({ nl, de, fr }))('are all there in %s', (_, words) => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(en).sort());
    for (const [name, word] of Object.entries<string>({ ...words })) {
      const gaps = /\{\w+\}/g;
      expect(word).toMatch(/\S/);
      expect(word.match(gaps)).toEqual(en[name as keyof typeof en].match(gaps));
    }
  });

  it('come in the language of the reader, as Confluence writes it, or in English', async () => {
    expect(await wordsFor('nl_NL')).toBe(nl);
    expect(await wordsFor('fr-CA')).toBe(fr);
    expect(await wordsFor('pt-BR')).toBe(en);
  });

  it('leave no gap', () => {
    expect(filled('{a} of {b}', { a: '1', b: '2' })).toBe('1 of 2');
  });
});
