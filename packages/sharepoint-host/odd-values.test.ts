/** Values of types that no page writes, in every collection: they are left out, and break nothing for anybody. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  collections,
  communityContainer,
  createCommunity,
  groupContainer,
  personContainer,
} from '@kantine/core';
import type { Change, Collection, Community, ContainerId } from '@kantine/core';
import { columns, listName, listSetOf, ownerDigest } from './schema/index.ts';
import { shownBy, writeEverything } from './testing/everything.ts';
import type { Everything } from './testing/everything.ts';
import { makeTemplate, openFolder, openOrganisation } from './testing/organisation.ts';
import type { Folder, Organisation } from './testing/organisation.ts';
import { get, post } from './wire/index.ts';

// Rows so deep, asked for in every way, take long beside other tests.
vi.setConfig({ testTimeout: 120_000 });

let folder: Folder;
let file: Awaited<ReturnType<typeof makeTemplate>>;
let organisation: Organisation;
let written: Everything;

/** Everybody writes something of every kind, and then it is kept for all tests. */
beforeAll(async () => {
  folder = await openFolder();
  const template = await makeTemplate(folder);
  organisation = await openOrganisation(folder, template);
  const { ids } = organisation;
  const anna = createCommunity(organisation.hostOf('anna'));
  const zoe = createCommunity(organisation.hostOf('zoe'));
  written = await writeEverything({ anna, zoe }, ids);
  const { group } = written;
  const thanks = { value: 'helps-out', reason: 'for all the bread', as: 'thanks' } as const;
  await zoe.kudos.give({ ...thanks, recipients: [ids.anna], key: zoe.newKey() });
  await zoe.groups.join({ group });
  await zoe.wall.markRead({ group, until: 5 });
  file = { ...template, file: await organisation.keep() };
});
beforeEach(async () => {
  organisation = await openOrganisation(folder, file);
  organisation.clock.advance(60_000);
  return () => organisation.close();
});
afterAll(() => folder.remove());

const containers = (): readonly ContainerId[] => [
  communityContainer,
  groupContainer(written.group),
  personContainer(organisation.ids.ben),
];

interface Place {
  readonly collection: Collection;
  readonly container: ContainerId;
  readonly items: string;
}

const places = (): readonly Place[] =>
  Object.values<Collection>(collections).flatMap((collection) =>
    containers().flatMap((container) => {
      const set = listSetOf(container, organisation.ids.ben);
      if (typeof set !== 'string' || !collection.keptIn.includes(set)) return [];
      const list = listName(collection, set);
      const items = `${organisation.pathOf(list)}/items`;
      return [{ collection, container, items }];
    }),
  );

const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** What a column of JSON holds then. @param fields of an honest row in the same place. */
const odd: Record<string, (fields: Record<string, unknown>) => string> = {
  'objects that are no text': (fields) =>
    JSON.stringify(
      Object.fromEntries(Object.keys(fields).map((name) => [name, { toString: 1, valueOf: 1 }])),
    ),
  'lists in lists, twenty thousand deep': (fields) =>
    `{${Object.keys(fields)
      .map((name) => `${JSON.stringify(name)}:${deep(20_000)}`)
      .join(',')}}`,
  'no fields but those of every object': () =>
    '{"__proto__":{"text":"x","edited":false},"constructor":{"prototype":1},"toString":1}',
  'numbers without an end': (fields) =>
    `{${Object.keys(fields)
      .map((name) => `${JSON.stringify(name)}:1e999`)
      .join(',')}}`,
  'a list instead of fields': () => deep(20_000),
  'nothing instead of fields': () => 'null',
};

/**
 * Ben copies each row that there is into its place, with his own digest: all of it is in order but the
 * fields, or the key.
 */
async function plant(column: string, value: (fields: Record<string, unknown>) => string) {
  const owner = organisation.wireOf('owner');
  const ben = organisation.wireOf('ben');
  // Collections share lists: what is planted for one is not copied again for the next.
  const honest = new Map<string, readonly Record<string, unknown>[]>();
  for (const { items } of places()) {
    if (honest.has(items)) continue;
    honest.set(items, await owner.send<readonly Record<string, unknown>[]>(get(items)));
  }
  let planted = 0;
  for (const { items, ...kept } of places()) {
    const rows = honest.get(items) ?? [];
    for (const [at, row] of rows.entries()) {
      const indexes = Object.entries(row).filter(
        ([name, text]) => /^Kt(?:Index|Ix)/.test(name) && typeof text === 'string',
      );
      const key = `by-hand-${at}`;
      await ben.send(
        post(items, {
          ...Object.fromEntries(indexes),
          // Lists that small collections share came later, and have no such column.
          ...(kept.collection.size === 'few' ? {} : { [columns.slot]: `by-hand-${at}-${planted}` }),
          [columns.owner]: await ownerDigest(kept, organisation.ids.ben, key),
          [columns.key]: JSON.stringify(key),
          [columns.fields]: row[columns.fields],
          [column]: value(JSON.parse(String(row[columns.fields])) as Record<string, unknown>),
        }),
      );
      planted += 1;
    }
  }
  return planted;
}

/** All that a page shows but Ben’s card: he plants the rows, and may change what is his own. */
function seenOn(page: Community): Promise<unknown> {
  const { anna, zoe } = organisation.ids;
  return shownBy(page, written, [anna, zoe]);
}

const newPage = (): Community => createCommunity(organisation.hostOf('zoe'));
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe.each(Object.entries(odd))('a row by hand with %s', (_name, value) => {
  it('T23: changes nothing that a new page shows', async () => {
    const before = await seenOn(newPage());
    expect(await plant(columns.fields, value)).toBeGreaterThan(8);
    expect(await seenOn(newPage())).toEqual(before);
  });
});

type Planting = Parameters<typeof plant>;

it.each<[string, ...Planting]>([
  ['fields of objects', columns.fields, odd['objects that are no text'] as Planting[1]],
  ['fields of lists', columns.fields, odd['lists in lists, twenty thousand deep'] as Planting[1]],
  ['an object as its key', columns.key, () => '{"toString":1}'],
  ['a list as its key', columns.key, () => deep(20_000)],
])(
  'T23: a row with %s changes nothing on a page that is open, and blinds it for nothing later',
  async (_name, column, value) => {
    const every = 20;
    const visibility = { isVisible: () => true, subscribe: () => undefined };
    const host = organisation.hostOf('zoe', { watch: { visibility, everyMilliseconds: every } });
    const page = createCommunity(host);
    const heard: Change[] = [];
    await seenOn(page);
    // By now the page knows the titles of people, too.
    const before = await seenOn(page);
    const stop = host.changes.subscribe((change) => void heard.push(change));
    await pause(every * 10);
    await plant(column, value);
    await pause(every * 15);
    organisation.clock.advance(60_000);
    await pause(every * 15);
    expect(await seenOn(page)).toEqual(before);
    heard.length = 0;
    const anna = createCommunity(organisation.hostOf('anna'));
    await anna.wall.post({ group: written.group, text: 'Soup!', key: anna.newKey() });
    await vi.waitFor(() => expect(heard).not.toEqual([]), { timeout: 3_000 });
    expect((await page.wall.read({ group: written.group })).posts[0]?.text).toBe('Soup!');
    stop();
  },
);
