import { collection, collections } from '@kantine/core';
import { describe, expect, it } from 'vitest';
import recorded from './recorded/tables-0.1.json' with { type: 'json' };
import { tablesOf } from './tables.ts';

const tables = tablesOf(Object.values(collections));

/** The tables of version 0.1: rows exist in them, so what they had then they have for ever. */
const earlier: Readonly<
  Record<string, { readonly create: string; readonly parts: Readonly<Record<string, string>> }>
> = recorded;

/** The columns and keys of a CREATE TABLE: its parts between commas that are in no parentheses. */
function linesOf(create: string): string[] {
  const body = create.slice(create.indexOf('(') + 1, create.lastIndexOf(')'));
  return body.split(/, (?![^(]*\))/);
}

describe('tables', () => {
  it('are derived for every collection, each with a statement that may be run twice', () => {
    const names = tables.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBe(Object.keys(collections).length + 6);
    for (const { create, parts } of tables) {
      expect(create).toMatch(/^CREATE TABLE IF NOT EXISTS/);
      for (const { add } of parts) expect(add).toMatch(/ IF NOT EXISTS /);
    }
  });

  it('are made in an order in which what people write first comes first: Forge allows 25 in a minute', () => {
    // One is taken by the notes of what was made.
    const inFirstMinute = tables.slice(0, 24).map(({ name }) => name);
    const first = ['containers', 'profiles', 'tags', 'groups', 'memberships', 'posts', 'comments'];
    expect(inFirstMinute).toEqual(expect.arrayContaining([...first, 'reactions', 'kudos']));
  });

  it('together stay within the number of definitions that Forge allows in two minutes', () => {
    expect(tables.length).toBeLessThan(2 * 25);
  });

  it('have an index for each that is declared, and the order of creation in their primary key', () => {
    const comments = tables.find(({ name }) => name === 'comments')?.create;
    expect(comments).toContain('PRIMARY KEY (`_container`, `_id`)');
    expect(comments).toContain('KEY `comments_byPost` (`_container`, `post`, `_id`)');
  });

  it.each(Object.entries(earlier))(
    'only grow: %s has every column, key and part of version 0.1',
    (name, { create, parts }) => {
      const today = tables.find((table) => table.name === name);
      expect(linesOf(today?.create ?? '')).toEqual(expect.arrayContaining(linesOf(create)));
      const added = Object.fromEntries((today?.parts ?? []).map((part) => [part.name, part.add]));
      expect(added).toEqual(expect.objectContaining(parts));
    },
  );

  it('have a default, or room for NULL, in every column that was declared later', () => {
    const later = collection({
      ...collections.posts,
      fields: {
        ...collections.posts.fields,
        mood: { type: 'text', max: 20, default: "it's calm" },
        body: { type: 'text', max: 30_000, default: 'none' },
        weight: { type: 'number', default: 0.5 },
        rank: { type: 'number', default: 7 },
        loud: { type: 'flag', default: true },
        tags: { type: 'list', max: 3, default: ['plain'] },
      },
      indexes: { ...collections.posts.indexes, byRank: { order: 'rank' } },
    });
    const [table] = tablesOf([later]).filter(({ name }) => name === 'posts');
    expect(linesOf(table?.create ?? '')).toEqual(
      expect.arrayContaining([
        "`mood` VARBINARY(60) NOT NULL DEFAULT 'it''s calm'",
        '`body` BLOB',
        "`weight` VARBINARY(32) NOT NULL DEFAULT '0.5'",
        '`rank` BIGINT NOT NULL DEFAULT 7',
        '`loud` TINYINT NOT NULL DEFAULT 1',
        '`tags` BLOB',
      ]),
    );
  });

  it('refuse an index over a text that is too long for one', () => {
    const long = collection({
      ...collections.posts,
      indexes: { byText: { partition: 'text', order: 'created' } },
    });
    expect(() => tablesOf([long])).toThrow('posts.byText: «text» is too long for an index.');
  });
});
