/** Everything that somebody erases of their own is gone, as an owner's scan of the whole store shows. */
import {
  collections,
  communityContainer,
  createCommunity,
  deskOf,
  groupContainer,
  kindOf,
  lettersOf,
  personContainer,
  runErasure,
} from '@kantine/core';
import type { Collection, Community, ContainerId, StoredRecord } from '@kantine/core';
import type { Upkeep } from '@kantine/core/upkeep';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HostHarness } from '../harness.ts';
import { openWorld } from '../rule.ts';
import type { World } from '../rule.ts';
import { canary, groupWithBen, makeHistory } from './history.ts';
import type { History } from './history.ts';

/** What is there, what others wrote, and what is under way. */
export const erasingRules = ['ERASE-1', 'ERASE-2', 'ERASE-3'] as const;

const all: readonly Collection[] = Object.values(collections);

async function scanAll(
  upkeep: Upkeep,
  collection: Collection,
  container: ContainerId,
): Promise<readonly StoredRecord[]> {
  const found: StoredRecord[] = [];
  let after: string | undefined;
  do {
    const step = await upkeep.scan(collection, container, after);
    found.push(...step.records);
    ({ after } = step);
  } while (after !== undefined);
  return found;
}

interface Trace {
  readonly collection: Collection;
  readonly record: StoredRecord;
}

/** Every row that bears somebody's id, or the canary. */
async function tracesOf({ harness }: World, { groups }: History): Promise<readonly Trace[]> {
  const { ben } = harness.people;
  const upkeep = await harness.upkeep();
  const containers = [
    communityContainer,
    personContainer(ben),
    ...groups
      .map(groupContainer)
      .flatMap((container) => [container, lettersOf(container), deskOf(container)]),
  ];
  const traces: Trace[] = [];
  for (const collection of all) {
    const kept = containers.filter((container) =>
      (collection.keptIn as readonly unknown[]).includes(kindOf(container)),
    );
    for (const container of kept) {
      for (const record of await scanAll(upkeep, collection, container)) {
        const { author, fields, key } = record;
        const text = JSON.stringify([key, fields]);
        const names = text.includes(canary) || text.includes(JSON.stringify(ben).slice(1, -1));
        if (author === ben || names) traces.push({ collection, record });
      }
    }
  }
  return traces;
}

async function everyRow({ me }: Community): Promise<string> {
  const [{ places }, kinds] = await Promise.all([me.places(), me.kinds()]);
  const rows: unknown[] = [];
  for (const place of places) {
    for (const { name: collection } of kinds) {
      let until: number | undefined = Number.MAX_SAFE_INTEGER;
      while (until !== undefined) {
        const step: Awaited<ReturnType<typeof me.rows>> = await me.rows({
          collection,
          place,
          until,
        });
        rows.push(...step.rows);
        until = step.next;
      }
    }
  }
  return JSON.stringify(rows);
}

/** @param createHarness makes a fresh organisation with an owner who is none of the contract's people. */
export function describeErasing(
  host: string,
  createHarness: () => HostHarness | Promise<HostHarness>,
): void {
  describe(`${erasingRules.join(', ')}: erasing one’s own on ${host}`, () => {
    let world: World;
    beforeEach(async () => {
      world = await openWorld(await createHarness());
    });
    afterEach(() => world.harness.close());

    const everything = async ({ ben }: History): Promise<void> => {
      // Rows of this very moment are among what is taken.
      world.harness.advance(2_000);
      await runErasure(ben, await ben.me.beginErasing({ kind: 'everything' }));
    };

    /** Nothing of one's own is left but emptied messages; of others, what names somebody by its declaration. */
    async function expectErased(history: History): Promise<void> {
      const { people } = world.harness;
      const traces = await tracesOf(world, history);
      const own = traces.filter(({ record }) => record.author === people.ben);
      for (const { collection, record } of own) {
        expect(['posts', 'comments']).toContain(collection.name);
        expect(record.fields).toMatchObject({ text: '', deleted: true, reason: '' });
      }
      expect(own.map(({ collection }) => collection.name).toSorted()).toEqual(
        history.groups.flatMap(() => ['comments', 'posts']).toSorted(),
      );
      expect(JSON.stringify(traces)).not.toContain(canary);
      // What colleagues wrote to somebody is theirs.
      const theirs = traces.filter(({ record }) => record.author !== people.ben);
      for (const { collection } of theirs)
        expect(collection.subject.length > 0 || collection.message !== undefined).toBe(true);
    }

    it('ERASE-1: leaves nothing in the whole store but answered messages without words', async () => {
      const history = await makeHistory(world);
      expect((await tracesOf(world, history)).length).toBeGreaterThan(20);
      await everything(history);
      await expectErased(history);
      expect(await history.ben.me.erasing()).toBeNull();
    }, 120_000);

    it('ERASE-2: an export has no word of a secret group that one left', async () => {
      const { ben, founder, group } = await openSecret(world);
      await ben.wall.post({ group, text: `${canary} in secret`, key: ben.newKey() });
      expect(await everyRow(ben)).toContain(canary);
      await founder.groups.expel({ group, person: world.harness.people.ben });
      const later = createCommunity(await world.harness.connect(world.harness.people.ben));
      world.harness.advance(60_000);
      expect(await everyRow(later)).not.toContain(canary);
    }, 120_000);

    it('ERASE-3: stopped after every write, and taken up again, it ends the same', async () => {
      const history = await makeHistory(world);
      world.harness.advance(2_000);
      const { ben } = history;
      await ben.me.beginErasing({ kind: 'everything' });
      let turns = 0;
      for (let job = await ben.me.erasing(); job; job = await ben.me.erasing()) {
        world.harness.inject({ kind: 'answer-lost', on: 'write' });
        const stopped = await runErasure(ben, job).then(
          () => false,
          () => true,
        );
        world.harness.heal();
        // A host that limits requests in a time would refuse some.
        world.harness.advance(60_000);
        turns += 1;
        if (!stopped || turns > 200) break;
      }
      expect(turns).toBeGreaterThan(1);
      const left = await ben.me.erasing();
      if (left) await runErasure(ben, left);
      await expectErased(history);
    }, 240_000);
  });
}

async function openSecret(world: World) {
  const group = await groupWithBen(world, 'secret');
  return { group, founder: createCommunity(world.anna), ben: createCommunity(world.ben) };
}
