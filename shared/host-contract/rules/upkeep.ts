/** The rules of owners' power over the rows of others, in one file, since docs/host-contract.md lists them as one. */
import {
  byKeys,
  closedContainer,
  communityContainer,
  deskOf,
  governedContainer,
  lettersOf,
  officeContainer,
  personContainer,
  rows,
} from '@kantine/core';
import type { Change, ContainerId, Host, StoredRecord } from '@kantine/core';
import { mostAtOnce } from '@kantine/core/upkeep';
import type { Upkeep } from '@kantine/core/upkeep';
import { expect, vi } from 'vitest';
import { entries, entry, memos, note, notes } from '../collections.ts';
import type { EntryFields } from '../collections.ts';
import type { Rule, World } from '../rule.ts';
import { expectError, insert, insertAll, labels, readById, readEntries } from '../rule.ts';
import { makeClosed } from './closed.ts';

const den = closedContainer('den');

/** More than SharePoint lets a filter match. */
const manyRows = 5_100;

const ownersUpkeep = ({ harness }: World): Upkeep | Promise<Upkeep> => harness.upkeep();

/** A container of each kind, with somebody who may write there: Ben, if it is not for others to write in. */
async function places(
  world: World,
): Promise<readonly { container: ContainerId; writer: Host; reader?: Host }[]> {
  const { harness, anna, ben, room } = world;
  const { owner, people } = harness;
  await makeClosed(harness, anna);
  await anna.containers.admit(den, people.ben, 'member');
  return [
    { container: communityContainer, writer: ben },
    { container: room, writer: ben },
    { container: den, writer: ben },
    { container: personContainer(people.ben), writer: ben },
    { container: lettersOf(room), writer: ben },
    { container: lettersOf(den), writer: ben },
    { container: deskOf(den), writer: anna },
    { container: deskOf(room), writer: owner },
    { container: governedContainer, writer: owner },
    { container: officeContainer, writer: owner },
  ];
}

const write = async (host: Host, container: ContainerId, text: string): Promise<StoredRecord> =>
  (await host.store.insert(notes, container, text, note({ topic: 'topic', text }))).record;

async function textsIn(host: Host, container: ContainerId): Promise<readonly string[]> {
  const [{ records }] = await host.store.read([
    rows(notes, { container, index: 'byTopic', eq: 'topic', order: 'ascending', limit: 100 }),
  ]);
  return records.map(({ fields }) => fields.text);
}

const purgeRules: readonly Rule[] = [
  {
    id: 'PURGE-1',
    title: 'an owner removes rows of others in every kind of container; their keys are free again',
    async check(world) {
      const upkeep = await ownersUpkeep(world);
      for (const { container, writer } of await places(world)) {
        const { id } = await write(writer, container, 'goes');
        await write(writer, container, 'stays');
        await upkeep.purge(notes, container, [id]);
        expect(await textsIn(writer, container), container).toEqual(['stays']);
        expect((await write(writer, container, 'goes')).id, container).not.toBe(id);
      }
    },
  },
  {
    id: 'PURGE-2',
    title: 'nobody else removes anything by it, be it their own; nothing is changed',
    async check(world) {
      const { harness, room } = world;
      const { people, nobody } = harness;
      const all = await places(world);
      const { id: entry } = await insert(world.ben, room, 'a', { label: 'a' });
      const owner = await harness.owner.identity.me();
      const others = [people.anna, people.ben, people.zoe].filter((each) => each !== owner);
      const written = [];
      for (const each of all) written.push(await write(each.writer, each.container, 'stays'));
      // Anna is a steward of the den, Ben wrote most of it, Zoë is in nothing.
      for (const person of others) {
        const upkeep = await harness.upkeep(person);
        for (const { container, id } of written)
          await expectError(upkeep.purge(notes, container, [id]), 'Forbidden');
        await expectError(upkeep.purge(entries, room, [entry]), 'Forbidden');
        await expectError(upkeep.purge(entries, room, [nobody]), 'Forbidden');
      }
      for (const { container, writer } of all)
        expect(await textsIn(writer, container), container).toEqual(['stays']);
      expect(labels(await readEntries(world.anna, room))).toEqual(['a']);
    },
  },
  {
    id: 'PURGE-3',
    title: 'repeated, also after a lost answer, it changes nothing; nor does it elsewhere',
    async check(world) {
      const { harness, anna, ben, room } = world;
      const upkeep = await ownersUpkeep(world);
      const [a, b, c] = await insertAll(ben, room, [
        { label: 'a' },
        { label: 'b' },
        { label: 'c' },
      ]);
      const { id: other } = await write(anna, communityContainer, 'a note');
      const ids = [a?.id ?? '', b?.id ?? '', 'nothing', other];
      harness.inject({ kind: 'answer-lost', on: 'write' });
      await upkeep.purge(entries, room, ids).catch((error: unknown) => {
        expect(error).toMatchObject({ tag: 'Offline' });
      });
      harness.heal();
      await upkeep.purge(entries, room, ids);
      await upkeep.purge(entries, room, ids);
      await upkeep.purge(entries, room, []);
      // What bears the id in another collection or container is another row.
      await upkeep.purge(memos, communityContainer, [other]);
      await upkeep.purge(notes, room, [other]);
      await upkeep.purge(entries, communityContainer, [c?.id ?? '']);
      await upkeep.purge(entries, closedContainer('never-made'), [c?.id ?? '']);
      expect(labels(await readEntries(anna, room))).toEqual(['c']);
      expect(await textsIn(anna, communityContainer)).toEqual(['a note']);
      const tooMany = Array.from({ length: mostAtOnce + 1 }, (_, at) => String(at));
      await expect(upkeep.purge(entries, room, tooMany)).rejects.toThrow(RangeError);
    },
  },
];

const blankRules: readonly Rule[] = [
  {
    id: 'BLANK-1',
    title: 'an owner sets fields of another’s row; its other fields, id, author and key stay',
    async check(world) {
      const { anna, ben, room } = world;
      const upkeep = await ownersUpkeep(world);
      const fields = { label: 'bad words', body: 'more of them', rank: 7, tags: ['a'] };
      const before = await insert(ben, room, 'a', fields);
      world.harness.advance(2_000);
      await upkeep.blank(entries, room, before.id, { label: 'removed', body: '', shelf: 'other' });
      const after = await readById(anna, before);
      const { version, modified, ...kept } = before;
      expect(after).toMatchObject({
        ...kept,
        fields: { ...before.fields, label: 'removed', body: '', shelf: 'other' },
      });
      expect(after?.version).not.toBe(version);
      expect(after?.modified).toBeGreaterThan(modified);
      const byShelf = (eq: string) => readEntries(anna, room, { index: 'byShelf', eq });
      expect(await byShelf('shelf')).toEqual([]);
      expect(labels(await byShelf('other'))).toEqual(['removed']);
      const byKey = byKeys(entries, room, before.author, ['a']);
      const [{ records }] = await ben.store.read([byKey]);
      expect(records).toEqual([after]);
      // Its author still owns it, and writes over it only what they have seen.
      await expectError(ben.store.update(entries, before, { body: 'again' }), 'Conflict');
      await ben.store.update(entries, after ?? before, { body: 'better words' });
    },
  },
  {
    id: 'BLANK-2',
    title: 'nobody else sets anything by it, be it in their own row',
    async check(world) {
      const { harness, anna, ben, zoe, room } = world;
      const record = await insert(ben, room, 'a', { label: 'a' });
      const owner = await harness.owner.identity.me();
      for (const host of [anna, ben, zoe]) {
        const person = await host.identity.me();
        if (person === owner) continue;
        const upkeep = await harness.upkeep(person);
        const blanking = upkeep.blank(entries, room, record.id, { label: 'x' });
        await expectError(blanking, 'Forbidden');
      }
      expect(await readById(anna, record)).toEqual(record);
    },
  },
  {
    id: 'BLANK-3',
    title: 'what does not fit is a RangeError, what is not there NotFound; nothing is changed',
    async check(world) {
      const { anna, room } = world;
      const upkeep = await ownersUpkeep(world);
      const record = await insert(anna, room, 'a', { label: 'a' });
      const set = (fields: object, id = record.id, container = room) =>
        upkeep.blank(entries, container, id, fields as Partial<EntryFields>);
      for (const unfit of [{ label: 'x'.repeat(101) }, { author: 'me' }, { rank: '7' }, { id: '' }])
        await expect(set(unfit)).rejects.toThrow(RangeError);
      await expectError(set({ label: 'x' }, 'nothing'), 'NotFound');
      await expectError(set({ label: 'x' }, record.id, communityContainer), 'NotFound');
      expect(await readById(anna, record)).toEqual(record);
    },
  },
  {
    id: 'BLANK-4',
    title: 'repeated, also after a lost answer, it changes nothing',
    async check(world) {
      const { harness, anna, ben, room } = world;
      const upkeep = await ownersUpkeep(world);
      const record = await insert(ben, room, 'a', { label: 'bad words' });
      const blank = () => upkeep.blank(entries, room, record.id, { label: 'removed' });
      harness.inject({ kind: 'answer-lost', on: 'write' });
      await blank().catch((error: unknown) => expect(error).toMatchObject({ tag: 'Offline' }));
      harness.heal();
      const blanked = await readById(anna, record);
      expect(blanked?.fields.label).toBe('removed');
      await blank();
      expect(await readById(anna, record)).toEqual(blanked);
    },
  },
];

/** All steps of a scan, each asked of a port of its own, as a job that goes on tomorrow would. */
async function* stepsOf(world: World, container: ContainerId) {
  let after: string | undefined;
  do {
    const upkeep = await ownersUpkeep(world);
    const step = await upkeep.scan(entries, container, after);
    expect(step.records.length).toBeLessThanOrEqual(mostAtOnce);
    yield step.records;
    ({ after } = step);
  } while (after !== undefined);
}

async function scanned(world: World, container: ContainerId) {
  const found = [];
  for await (const records of stepsOf(world, container)) found.push(...records);
  return found;
}

const scanRules: readonly Rule[] = [
  {
    id: 'SCAN-1',
    title: 'an owner is given every row of a container once, as it is, in the order of the ids',
    async check(world) {
      const { anna, ben, room } = world;
      const upkeep = await ownersUpkeep(world);
      await insert(anna, communityContainer, 'elsewhere');
      const first = await insertAll(anna, room, [{ label: 'a' }, { label: 'b' }]);
      const second = await insertAll(ben, room, [{ label: 'c' }, { label: 'd' }]);
      expect(await scanned(world, room)).toEqual([...first, ...second]);
      expect(await upkeep.scan(entries, closedContainer('never-made'))).toEqual({ records: [] });
      for (const { container, writer } of await places(world)) {
        const record = await write(writer, container, 'a note');
        expect((await upkeep.scan(notes, container)).records, container).toEqual([record]);
      }
      expect(await upkeep.scan(memos, communityContainer)).toEqual({ records: [] });
    },
  },
  {
    id: 'SCAN-2',
    title: 'nobody else scans anything, be it their own',
    async check({ harness, ben, room }) {
      const { people } = harness;
      await insert(ben, room, 'a');
      const own = personContainer(people.ben);
      await write(ben, own, 'mine');
      const owner = await harness.owner.identity.me();
      for (const person of [people.anna, people.ben, people.zoe]) {
        if (person === owner) continue;
        const upkeep = await harness.upkeep(person);
        await expectError(upkeep.scan(entries, room), 'Forbidden');
        await expectError(upkeep.scan(notes, own), 'Forbidden');
        await expectError(upkeep.scan(notes, officeContainer), 'Forbidden');
      }
    },
  },
  {
    id: 'SCAN-3',
    title: 'it goes on where it was left while others write: nothing twice, nothing missed',
    isLong: true,
    async check(world) {
      const { harness, anna, ben, room } = world;
      const before = await insert(ben, room, 'before', { label: 'before' });
      const many = Array.from({ length: manyRows }, (_, at) => String(at));
      await harness.fill(
        room,
        many.map((label) => ({ key: label, fields: entry({ label }) })),
      );
      const last = await insert(ben, room, 'last', { label: 'last' });
      const seen: string[] = [];
      let step = 0;
      for await (const records of stepsOf(world, room)) {
        seen.push(...records.map(({ fields }) => fields.label));
        step += 1;
        if (step === 1) await ben.store.remove(entries, before);
        if (step === 2) await anna.store.remove(entries, await lastOf(world, seen));
        if (step < 4) await insert(ben, room, `new ${step}`, { label: `new ${step}` });
      }
      expect(step).toBeGreaterThan(manyRows / mostAtOnce);
      const old = seen.filter((label) => !label.startsWith('new'));
      expect(old).toHaveLength(manyRows + 2);
      expect(new Set(seen).size).toBe(seen.length);
      expect(old.slice(1, -1)).toEqual(many);
      expect([old[0], old.at(-1)]).toEqual(['before', last.fields.label]);
      const upkeep = await ownersUpkeep(world);
      await expect(upkeep.scan(entries, room, 'no / cursor')).rejects.toThrow(RangeError);
    },
  },
];

/** The row where a scan stands. */
async function lastOf({ anna, room, harness }: World, seen: readonly string[]) {
  const query = byKeys(entries, room, harness.people.anna, [seen.at(-1) ?? '']);
  const [{ records }] = await anna.store.read([query]);
  return records[0] as StoredRecord;
}

const toldRules: readonly Rule[] = [
  {
    id: 'UPKEEP-1',
    title: 'pages are told of what an owner changed, and of nothing where nothing changed',
    needs: 'pushedChanges',
    async check(world) {
      const { anna, ben, room } = world;
      const upkeep = await ownersUpkeep(world);
      const record = await insert(ben, room, 'a', { label: 'a' });
      const heard: Change[] = [];
      const stop = anna.changes.subscribe((change) => void heard.push(change));
      await upkeep.blank(entries, room, record.id, { label: 'removed' });
      await vi.waitFor(() => expect(heard).toHaveLength(1));
      await upkeep.blank(entries, room, record.id, { label: 'removed' });
      await upkeep.purge(entries, room, [record.id]);
      await vi.waitFor(() => expect(heard).toHaveLength(2));
      await upkeep.purge(entries, room, [record.id]);
      await insert(anna, communityContainer, 'end');
      await vi.waitFor(() => expect(heard.at(-1)?.container).toBe(communityContainer));
      const change = { container: room, collection: entries.name };
      expect(heard.slice(0, -1)).toEqual([change, change]);
      stop();
    },
  },
];

export const upkeepRules: readonly Rule[] = [
  ...purgeRules,
  ...blankRules,
  ...scanRules,
  ...toldRules,
];
