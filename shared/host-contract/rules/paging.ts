import type { Host } from '@kantine/core';
import { expect } from 'vitest';
import { entries } from '../collections.ts';
import type { Entry, Rule, World } from '../rule.ts';
import { entryQuery, insert, insertAll, labels } from '../rule.ts';

type Order = 'ascending' | 'descending';

/** Turns the pages of a room, and lets something happen between any two. */
async function pagesOf(
  host: Host,
  room: string,
  asked: { order: Order; index?: string; eq?: string },
  between: (page: readonly Entry[]) => Promise<void> = () => Promise.resolve(),
): Promise<(readonly Entry[])[]> {
  const pages: (readonly Entry[])[] = [];
  let cursor: string | undefined;
  do {
    const query = entryQuery(room, {
      ...asked,
      limit: 3,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const [page] = await host.store.read([query]);
    pages.push(page.records);
    expect(pages.length, 'paging comes to an end').toBeLessThan(50);
    await between(page.records);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return pages;
}

/** Eight entries of which several share a rank, so that pages break between equals. */
const fill = ({ anna, room }: World) =>
  insertAll(
    anna,
    room,
    Array.from('abcdefgh').map((label, turn) => ({ label, rank: turn >> 2 })),
  );

export const pagingRules: readonly Rule[] = [
  {
    id: 'PAGE-1',
    title: 'pages put together are the whole answer, in its order',
    async check(world) {
      await fill(world);
      const { anna, room } = world;
      for (const asked of [{ index: 'recent' }, { index: 'byShelfAndRank', eq: 'shelf' }]) {
        const up = await pagesOf(anna, room, { ...asked, order: 'ascending' });
        const down = await pagesOf(anna, room, { ...asked, order: 'descending' });
        expect(labels(up.flat()).join('')).toBe('abcdefgh');
        expect(labels(down.flat()).join('')).toBe('hgfedcba');
        expect(up.map((page) => page.length)).toEqual([3, 3, 2]);
      }
    },
  },
  {
    id: 'PAGE-2',
    title: 'the last page has no cursor, even when it is full',
    async check({ anna, room }) {
      await insertAll(
        anna,
        room,
        Array.from('abcdef').map((label) => ({ label })),
      );
      const pages = await pagesOf(anna, room, { order: 'descending' });
      expect(pages.map((page) => page.length)).toEqual([3, 3]);
    },
  },
  {
    id: 'PAGE-3',
    title:
      'while others write, nothing is seen twice and nothing that was there all along is missed',
    async check(world) {
      const { harness, anna, ben, room } = world;
      for (const order of ['ascending', 'descending'] as const) {
        const before = await fill(world);
        let turn = 0;
        const seen = await pagesOf(anna, room, { order }, async () => {
          turn += 1;
          harness.advance(turn % 2);
          if (turn < 6) await insert(ben, room, `new ${turn}`, { label: `new ${turn}` });
        });
        const names = labels(seen.flat());
        expect(new Set(names).size, 'seen twice').toBe(names.length);
        expect(
          names
            .filter((name) => name.length === 1)
            .toSorted()
            .join(''),
        ).toBe('abcdefgh');
        await clear(world, before);
      }
    },
  },
  {
    id: 'PAGE-4',
    title: 'a cursor still works when the record it stands on, and those around it, are removed',
    async check(world) {
      const { anna, room } = world;
      for (const order of ['ascending', 'descending'] as const) {
        const records = await fill(world);
        const inOrder = order === 'ascending' ? records : records.toReversed();
        let isFirst = true;
        const seen = await pagesOf(anna, room, { order }, async () => {
          if (!isFirst) return;
          isFirst = false;
          for (const record of inOrder.slice(1, 4)) await anna.store.remove(entries, record);
        });
        expect(labels(seen.flat())).toEqual(
          labels(inOrder.filter((_, position) => position !== 3)),
        );
        await clear(world, records);
      }
    },
  },
  {
    id: 'PAGE-5',
    title: 'a range and a cursor go together',
    async check(world) {
      await fill(world);
      const asked = { index: 'byRank', range: { from: 1, to: 1 }, limit: 3 } as const;
      const { anna, room } = world;
      for (const [order, expected] of [
        ['ascending', 'efgh'],
        ['descending', 'hgfe'],
      ] as const) {
        const [first] = await anna.store.read([entryQuery(room, { ...asked, order })]);
        expect(first.cursor).toBeDefined();
        const [second] = await anna.store.read([
          entryQuery(room, { ...asked, order, cursor: first.cursor ?? '' }),
        ]);
        expect(labels([...first.records, ...second.records]).join('')).toBe(expected);
        expect(second.cursor).toBeUndefined();
      }
    },
  },
  {
    id: 'PAGE-6',
    title: 'a cursor that no page gave finds nothing beyond what was asked, or is a RangeError',
    async check(world) {
      await fill(world);
      const { anna, ben, room } = world;
      await insert(ben, room, 'other', { label: 'other', shelf: 'other', rank: 9 });
      for (const cursor of [
        '',
        '0',
        '9'.repeat(400),
        'null',
        '{}',
        '../..',
        "' OR 1=1 --",
        '日本',
      ]) {
        for (const order of ['ascending', 'descending'] as const) {
          const query = entryQuery(room, { index: 'byShelf', eq: 'shelf', order, cursor });
          const found = await anna.store.read([query]).then(
            ([page]) => labels(page.records),
            (error: unknown) => error,
          );
          if (Array.isArray(found))
            expect(Array.from('abcdefgh')).toEqual(expect.arrayContaining(found));
          else expect(found).toBeInstanceOf(RangeError);
        }
      }
    },
  },
];

/** Empties the room, for another round. */
async function clear({ anna, ben, room }: World, records: readonly Entry[]): Promise<void> {
  for (const { id } of records) {
    const [{ records: left }] = await anna.store.read([
      { ...entryQuery(room), index: 'id', in: [id] },
    ]);
    for (const record of left) await anna.store.remove(entries, record);
  }
  const [{ records: others }] = await ben.store.read([entryQuery(room)]);
  for (const record of others) await ben.store.remove(entries, record);
}
