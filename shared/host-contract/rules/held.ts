/** Records that are held back until a moment. */
import { byIds, byKeys, count, newest, newestStamps, rows } from '@kantine/core';
import type { Host, Instant } from '@kantine/core';
import { expect } from 'vitest';
import { parcels } from '../collections.ts';
import type { Rule, World } from '../rule.ts';

const hour = 3_600_000;
const topic = 'parcel';

/** Whatever one can ask about a parcel of Anna's. @returns how many parcels each question finds. */
async function found(host: Host, { harness, room }: World, id: string): Promise<readonly number[]> {
  const page = { container: room, order: 'descending', limit: 10 } as const;
  const containers = [room];
  const [all, ranged, ofTopic, ofAuthor, inTopics, byId, byKey, counted, newer, stamps] =
    await host.store.read([
      rows(parcels, { ...page, index: 'recent' }),
      rows(parcels, { ...page, index: 'recent', range: { from: 1 } }),
      rows(parcels, { ...page, index: 'byTopic', eq: topic }),
      rows(parcels, { ...page, index: 'byTopic', eq: topic, author: harness.people.anna }),
      rows(parcels, { ...page, index: 'byTopic', in: [topic, 'other'], limitOf: 'all' }),
      byIds(parcels, room, [id]),
      byKeys(parcels, room, harness.people.anna, ['held']),
      count(parcels, {
        container: room,
        index: 'byTopic',
        eq: topic,
        by: 'topic',
        distinctAuthors: false,
      }),
      newest(parcels, { containers, since: 0, limit: 10 }),
      newestStamps(parcels, {
        containers,
        of: { index: 'byTopic', eq: topic },
        since: 0,
        limit: 9,
      }),
    ]);
  const lists = [all, ranged, ofTopic, ofAuthor, inTopics, byId, byKey, newer, stamps];
  return [...lists.map(({ records }) => records.length), counted.get(topic) ?? 0];
}

const every = (number: number): readonly number[] => Array.from({ length: 10 }, () => number);

async function hold(world: World, until: (now: Instant) => Instant): Promise<string> {
  const { anna, room } = world;
  const at = until(await anna.clock.server());
  return (await anna.store.insert(parcels, room, 'held', { at, topic })).record.id;
}

export const heldRules: readonly Rule[] = [
  {
    id: 'HELD-1',
    title: 'its author has a record that is held, by every question',
    async check(world) {
      const id = await hold(world, (now) => now + hour);
      expect(await found(world.anna, world, id)).toEqual(every(1));
    },
  },
  {
    id: 'HELD-2',
    title: 'until that moment no question of anybody else finds it, nor a number tells of it',
    needs: 'holdsBack',
    async check(world) {
      const id = await hold(world, (now) => now + hour);
      expect(await found(world.ben, world, id)).toEqual(every(0));
      const late = await world.harness.connect(world.harness.people.zoe, 2 * hour);
      expect(await found(late, world, id)).toEqual(every(0));
    },
  },
  {
    id: 'HELD-3',
    title: 'what is held takes nobody’s place on a page',
    needs: 'holdsBack',
    async check(world) {
      const { anna, ben, room } = world;
      await anna.store.insert(parcels, room, 'there', { at: 1, topic });
      const until = (await anna.clock.server()) + hour;
      for (let turn = 0; turn < 12; turn += 1) {
        await anna.store.insert(parcels, room, `held ${turn}`, { at: until + turn, topic });
      }
      const [{ records }, { records: newer }] = await ben.store.read([
        rows(parcels, { container: room, index: 'recent', order: 'descending', limit: 3 }),
        newest(parcels, { containers: [room], since: 0, limit: 3 }),
      ]);
      expect([records, newer].map((each) => each.map(({ key }) => key))).toEqual([
        ['there'],
        ['there'],
      ]);
    },
  },
  {
    id: 'HELD-4',
    title: 'from that moment on everybody has it, though nobody wrote anything',
    async check(world) {
      const id = await hold(world, (now) => now + hour);
      world.harness.advance(hour + 2_000);
      expect(await found(world.ben, world, id)).toEqual(every(1));
    },
  },
  {
    id: 'HELD-5',
    title: 'what is not held is there at once, and what is held again is gone again',
    needs: 'holdsBack',
    async check(world) {
      const { anna, ben, room } = world;
      const { record } = await anna.store.insert(parcels, room, 'held', { at: 0, topic });
      expect(await found(ben, world, record.id)).toEqual([1, 0, ...every(1).slice(2)]);
      await anna.store.update(parcels, record, { at: (await anna.clock.server()) + hour });
      expect(await found(ben, world, record.id)).toEqual(every(0));
    },
  },
];
