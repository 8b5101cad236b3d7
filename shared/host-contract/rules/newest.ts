/**
 * Questions about several containers, and about several values together: in one file, since docs/host-contract.md
 * lists them as one.
 */
import {
  communityContainer,
  groupContainer,
  newest,
  newestStamps,
  personContainer,
  rows,
} from '@kantine/core';
import type { ContainerId, Host, NewestQuery } from '@kantine/core';
import { expect } from 'vitest';
import { ballots, entries, note, notes } from '../collections.ts';
import type { Rule, World } from '../rule.ts';
import { entryQuery, expectError, insert, insertAll, labels } from '../rule.ts';

type Asked = Omit<NewestQuery, 'kind' | 'collection' | 'stamps'>;

async function readNewest(host: Host, asked: Asked) {
  const [answer] = await host.store.read([newest(entries, asked)]);
  return answer;
}

const rooms = ['one', 'two', 'three'].map(groupContainer) as [string, string, string];

/** Three rooms with entries in turn, oldest first: the number is also the label. */
async function fillRooms({ anna, ben, harness }: World, number: number): Promise<void> {
  for (const room of rooms) await anna.containers.create(room);
  for (let each = 0; each < number; each += 1) {
    harness.advance(1_000);
    await insert(each % 2 === 0 ? anna : ben, rooms[each % 3] as ContainerId, `${each}`, {
      label: `${each}`,
      shelf: each % 4 === 0 ? 'fourth' : 'other',
    });
  }
}

const newestRules: readonly Rule[] = [
  {
    id: 'NEWEST-1',
    title: 'the rows of exactly the named containers come, newest first',
    async check(world) {
      await fillRooms(world, 7);
      const [one, two] = rooms;
      const asked = { containers: [two, one, two], since: 0, limit: 100 };
      const { records, complete } = await readNewest(world.ben, asked);
      expect(labels(records)).toEqual(['6', '4', '3', '1', '0']);
      expect(records.map(({ container }) => container)).toEqual([one, two, one, two, one]);
      expect(complete).toBe(true);
    },
  },
  {
    id: 'NEWEST-2',
    title: 'it never says that nothing is missing when something is',
    async check(world) {
      await fillRooms(world, 7);
      const short = await readNewest(world.anna, { containers: rooms, since: 0, limit: 3 });
      expect(labels(short.records)).toEqual(['6', '5', '4']);
      expect(short.complete).toBe(false);
      const whole = await readNewest(world.anna, { containers: rooms, since: 0, limit: 7 });
      expect(whole.records).toHaveLength(7);
    },
  },
  {
    id: 'NEWEST-3',
    title: 'one container that one may not read makes the whole question Forbidden',
    async check(world) {
      await fillRooms(world, 1);
      const containers = [...rooms, groupContainer('none')];
      await expectError(readNewest(world.anna, { containers, since: 0, limit: 10 }), 'Forbidden');
    },
  },
  {
    id: 'NEWEST-4',
    title: 'sixty containers take no more round trips than one',
    async check({ harness, anna }) {
      const many = Array.from({ length: 60 }, (_, each) => groupContainer(`many${each}`));
      for (const room of many) await anna.containers.create(room);
      await insert(anna, many[7] as ContainerId, 'a', { label: 'a' });
      const ask = (containers: readonly ContainerId[]) =>
        readNewest(anna, { containers, since: 0, limit: 10 });
      await ask(many);
      const tripsOf = async (containers: readonly ContainerId[]) => {
        const before = harness.roundTrips();
        await ask(containers);
        return harness.roundTrips() - before;
      };
      const one = await tripsOf(many.slice(0, 1));
      expect(await tripsOf(many)).toBeLessThanOrEqual(one);
      expect(labels((await ask(many)).records)).toEqual(['a']);
    },
  },
  {
    id: 'NEWEST-5',
    title: 'what is older than the instant is left out',
    async check(world) {
      await fillRooms(world, 6);
      const all = await readNewest(world.anna, { containers: rooms, since: 0, limit: 10 });
      const since = all.records[2]?.created ?? 0;
      const { records } = await readNewest(world.anna, { containers: rooms, since, limit: 10 });
      expect(records.length).toBeGreaterThanOrEqual(3);
      expect(records.every(({ created }) => created >= since)).toBe(true);
      expect(labels(records)).toEqual(labels(all.records).slice(0, records.length));
    },
  },
  {
    id: 'NEWEST-6',
    title: 'with a value only its rows come, of all named containers',
    async check(world) {
      await fillRooms(world, 9);
      const of = { index: 'byShelf', eq: 'fourth' };
      const asked = { containers: rooms, of, since: 0, limit: 10 };
      const { records, complete } = await readNewest(world.ben, asked);
      expect(labels(records)).toEqual(['8', '4', '0']);
      expect(complete).toBe(true);
    },
  },
  {
    id: 'NEWEST-7',
    title: 'asked for stamps alone, it tells who wrote what when, and nothing of what it says',
    async check(world) {
      await fillRooms(world, 2);
      const asked = { containers: rooms, since: 0, limit: 10 };
      const [{ records }] = await world.ben.store.read([newestStamps(entries, asked)]);
      const whole = await readNewest(world.ben, asked);
      expect(records.map(({ id, author, container, key }) => [id, author, container, key])).toEqual(
        whole.records.map(({ id, author, container, key }) => [id, author, container, key]),
      );
      expect(records.map(({ fields }) => fields)).toEqual([undefined, undefined]);
    },
  },
  {
    id: 'NEWEST-8',
    title: 'small collections are asked for like others, in kinds of containers together',
    async check({ anna, ben, room }) {
      const write = (host: Host, container: ContainerId, text: string) =>
        host.store.insert(notes, container, text, note({ text, to: 'ben' }));
      await write(anna, room, 'a');
      await write(ben, communityContainer, 'b');
      await anna.store.insert(notes, room, 'c', note({ text: 'c', to: 'zoe' }));
      const of = { index: 'byPerson', eq: 'ben' };
      const asked = { containers: [room, communityContainer], of, since: 0, limit: 10 };
      const [{ records }] = await ben.store.read([newest(notes, asked)]);
      expect(records.map(({ fields }) => fields.text).toSorted()).toEqual(['a', 'b']);
    },
  },
  {
    id: 'NEWEST-9',
    title: 'no container, more than sixty, more than 300 rows or an unfit index are a RangeError',
    async check({ anna, room }) {
      const fit = { containers: [room], since: 0, limit: 10 };
      const unfit: readonly Asked[] = [
        { ...fit, containers: [] },
        { ...fit, containers: Array.from({ length: 61 }, () => room) },
        { ...fit, limit: 301 },
        { ...fit, limit: 0 },
        { ...fit, of: { index: 'none', eq: 'a' } },
        { ...fit, of: { index: 'recent', eq: 'a' } },
        { ...fit, of: { index: 'byShelf', eq: 'a' }, author: 'anna' },
        { ...fit, until: 7 },
        { ...fit, of: { index: 'byShelfAndRank', eq: 'a' } },
      ];
      for (const asked of unfit) {
        await expect(readNewest(anna, asked)).rejects.toThrow(RangeError);
      }
    },
  },
  {
    id: 'NEWEST-10',
    title: 'an empty value is a value like any other',
    async check({ harness, anna, ben }) {
      const [one, two] = rooms;
      await anna.containers.create(one);
      await anna.containers.create(two);
      await insert(anna, one, 'first', { label: 'first', shelf: '' });
      harness.advance(1_000);
      await insert(ben, one, 'second', { label: 'second', shelf: 'other' });
      harness.advance(1_000);
      await insert(ben, two, 'third', { label: 'third', shelf: '' });
      const of = { index: 'byShelf', eq: '' };
      const { records, complete } = await readNewest(ben, {
        containers: [one, two],
        of,
        since: 0,
        limit: 10,
      });
      expect(labels(records)).toEqual(['third', 'first']);
      expect(complete).toBe(true);
    },
  },
  {
    id: 'NEWEST-11',
    title:
      'with the reader as author only their rows come, up to an end, however many others wrote',
    async check(world) {
      await fillRooms(world, 9);
      const { harness, anna } = world;
      const asked = { containers: rooms, author: harness.people.anna, since: 0, limit: 10 };
      const { records, complete } = await readNewest(anna, asked);
      expect(labels(records)).toEqual(['8', '6', '4', '2', '0']);
      expect(complete).toBe(true);
      const until = records[2]?.created ?? 0;
      const earlier = await readNewest(anna, { ...asked, until });
      expect(labels(earlier.records)).toEqual(['4', '2', '0']);
      expect(earlier.complete).toBe(true);
      const two = await readNewest(anna, { ...asked, limit: 2 });
      expect([labels(two.records), two.complete]).toEqual([['8', '6'], false]);
    },
  },
  {
    id: 'NEWEST-12',
    title: 'so do their rows under keys that they have one of, and those that they alone read',
    async check({ harness, anna, ben, room }) {
      const { anna: author } = harness.people;
      const own = personContainer(author);
      await insert(anna, own, 'mine', { label: 'mine' });
      const ballot = (topic: string, voter: string) => ({ topic, choice: 'yes', voter });
      await anna.store.insert(ballots, room, 'lunch', ballot('lunch', author));
      await ben.store.insert(ballots, room, 'lunch', ballot('lunch', harness.people.ben));
      const all = { author, since: 0, limit: 10 };
      const [mine, votes] = await anna.store.read([
        newest(entries, { containers: [own], ...all }),
        newest(ballots, { containers: [room, communityContainer], ...all }),
      ]);
      expect(labels(mine.records)).toEqual(['mine']);
      expect(votes.records.map((record) => record.author)).toEqual([author]);
    },
  },
];

const limitRules: readonly Rule[] = [
  {
    id: 'LIMIT-1',
    title: 'a limit of all values gives their rows together, in the order of creation',
    async check({ anna, room }) {
      await insertAll(anna, room, [
        { label: 'a', shelf: 'top' },
        { label: 'b', shelf: 'low' },
        { label: 'c', shelf: 'top' },
        { label: 'd', shelf: 'none' },
      ]);
      const asked = { index: 'byShelf', in: ['low', 'top'], limitOf: 'all' } as const;
      const read = async (order: 'ascending' | 'descending') => {
        const [answer] = await anna.store.read([entryQuery(room, { ...asked, order })]);
        expect(answer.incomplete).toBeUndefined();
        return labels(answer.records);
      };
      expect(await read('ascending')).toEqual(['a', 'b', 'c']);
      expect(await read('descending')).toEqual(['c', 'b', 'a']);
    },
  },
  {
    id: 'LIMIT-2',
    title: 'it returns no more rows than that, and says that there are more',
    async check({ anna, room }) {
      await insertAll(anna, room, [
        { label: 'a', shelf: 'top' },
        { label: 'b', shelf: 'low' },
        { label: 'c', shelf: 'top' },
      ]);
      const asked = { index: 'byShelf', in: ['low', 'top'], limitOf: 'all', limit: 2 } as const;
      const [answer] = await anna.store.read([entryQuery(room, asked)]);
      expect(labels(answer.records)).toEqual(['a', 'b']);
      expect(answer.incomplete).toBe(true);
    },
  },
  {
    id: 'LIMIT-3',
    title: 'without several values, or in another order, it is a RangeError',
    async check({ anna, room }) {
      const alone = rows(entries, {
        container: room,
        index: 'byShelf',
        eq: 'top',
        order: 'ascending',
        limit: 10,
        limitOf: 'all',
      });
      await expect(anna.store.read([alone])).rejects.toThrow(RangeError);
      const ranked = { index: 'byShelfAndRank', in: ['top'], limitOf: 'all' } as const;
      await expect(anna.store.read([entryQuery(room, ranked)])).rejects.toThrow(RangeError);
    },
  },
];

export const togetherRules: readonly Rule[] = [...newestRules, ...limitRules];
