import { collections, reactionKinds } from '@kantine/core';
import { describe, expect, it } from 'vitest';
import { reactionsTable } from './index.ts';
import { kindOf, codeOf } from './reactions.ts';
import { tablesOf } from './tables.ts';

const tables = tablesOf(Object.values(collections));

describe('tables', () => {
  it('are derived for every collection, each with a statement that may be run twice', () => {
    const names = tables.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBe(Object.keys(collections).length + 5);
    for (const { create, parts } of tables) {
      expect(create).toMatch(/^CREATE TABLE IF NOT EXISTS/);
      for (const { add } of parts) expect(add).toMatch(/ IF NOT EXISTS /);
    }
  });

  it('together stay within the number of definitions that Forge allows in a minute', () => {
    expect(tables.length).toBeLessThan(25);
  });

  it('have an index for each that is declared, and the order of creation in their primary key', () => {
    const comments = tables.find(({ name }) => name === 'comments')?.create;
    expect(comments).toContain('PRIMARY KEY (`_container`, `_id`)');
    expect(comments).toContain('KEY `comments_byPost` (`_container`, `post`, `_id`)');
  });

  it('give every kind of reaction a number that stays the same', () => {
    for (const kind of reactionKinds) expect(kindOf(codeOf(kind))).toBe(kind);
    expect(Object.keys(collections.reactions.fields)).toEqual([
      'post',
      'target',
      'kind',
      'mark',
      'owner',
    ]);
    expect(reactionsTable.name).toBe(collections.reactions.name);
  });
});
