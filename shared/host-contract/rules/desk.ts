/** Containers in which a row proves by where it lies that its author had the right to write it. */
import {
  closedContainer,
  count,
  deskOf,
  governedContainer,
  groupContainer,
  lettersOf,
  newest,
  officeContainer,
  rows,
} from '@kantine/core';
import type { Collection, ContainerId, FieldsOf, Host } from '@kantine/core';
import { expect } from 'vitest';
import { memos, note, notes } from '../collections.ts';
import type { Rule, World } from '../rule.ts';
import { expectError } from '../rule.ts';
import { makeClosed } from './closed.ts';

const den = closedContainer('den');
const denDesk = deskOf(den);

type Small = Collection<typeof notes.fields>;

/** Writes a note under its text. */
const write = (host: Host, container: ContainerId, text: string, collection: Small = notes) =>
  host.store.insert(collection, container, text, note({ topic: 'topic', text }));

async function textsIn(
  host: Host,
  container: ContainerId,
  collection: Small = notes,
): Promise<readonly string[]> {
  const [{ records }] = await host.store.read([
    rows(collection, { container, index: 'recent', order: 'ascending', limit: 100 }),
  ]);
  return records.map(({ fields }: { fields: FieldsOf<typeof notes.fields> }) => fields.text);
}

async function expectForbidden(host: Host, container: ContainerId): Promise<void> {
  await expectError(textsIn(host, container), 'Forbidden');
  await expectError(write(host, container, 'by hand'), 'Forbidden');
  expect((await host.containers.rights([container])).get(container)).toBe('none');
}

async function expectReadOnly(host: Host, container: ContainerId): Promise<void> {
  const before = await textsIn(host, container);
  await expectError(write(host, container, 'by hand'), 'Forbidden');
  expect(await textsIn(host, container)).toEqual(before);
  expect((await host.containers.rights([container])).get(container)).toBe('read');
}

async function expectWrites(host: Host, container: ContainerId, text: string): Promise<void> {
  expect((await host.containers.rights([container])).get(container)).toBe('write');
  await write(host, container, text);
  expect(await textsIn(host, container)).toContain(text);
}

/** Anna's closed container, with Ben in it. */
async function openDen({ harness, anna }: World): Promise<void> {
  await makeClosed(harness, anna);
  await anna.containers.admit(den, harness.people.ben, 'member');
}

const governedRules: readonly Rule[] = [
  {
    id: 'GOVERNED-1',
    title: 'owners of the host write what everybody may know, and everybody reads it',
    async check({ harness: { owner }, anna }) {
      await expectWrites(owner, governedContainer, 'rule');
      expect(await textsIn(anna, governedContainer)).toEqual(['rule']);
    },
  },
  {
    id: 'GOVERNED-2',
    title: 'nobody else writes it',
    async check({ harness: { owner }, ben }) {
      const { record } = await write(owner, governedContainer, 'rule');
      await expectReadOnly(ben, governedContainer);
      await expectError(ben.store.remove(notes, record), 'Forbidden');
    },
  },
  {
    id: 'OFFICE-1',
    title:
      'owners of the host read and write what they keep to themselves; nobody else does either',
    async check({ harness: { owner }, ben }) {
      await expectWrites(owner, officeContainer, 'matter');
      await expectForbidden(ben, officeContainer);
    },
  },
];

const deskRules: readonly Rule[] = [
  {
    id: 'DESK-1',
    title: 'the desk of an open group is written by owners of the host and read by its readers',
    async check({ harness: { owner }, anna, ben, room }) {
      await expectWrites(owner, deskOf(room), 'notice');
      for (const reader of [anna, ben]) {
        expect(await textsIn(reader, deskOf(room))).toEqual(['notice']);
        await expectReadOnly(reader, deskOf(room));
      }
    },
  },
  {
    id: 'DESK-2',
    title: 'the desk of a closed container is written by its stewards and read by its members',
    async check(world) {
      await openDen(world);
      await expectWrites(world.anna, denDesk, 'notice');
      expect(await textsIn(world.ben, denDesk)).toEqual(['notice']);
      await expectReadOnly(world.ben, denDesk);
    },
  },
  {
    id: 'DESK-3',
    title: 'who is a steward no more writes there no more, and who is out reads nothing',
    async check(world) {
      const { anna, ben, harness } = world;
      await openDen(world);
      await anna.containers.admit(den, harness.people.ben, 'steward');
      await expectWrites(ben, denDesk, 'his');
      await anna.containers.admit(den, harness.people.ben, 'member');
      await expectReadOnly(ben, denDesk);
      await anna.containers.expel(den, harness.people.ben);
      await expectForbidden(ben, denDesk);
    },
  },
  {
    id: 'DESK-4',
    title: 'rows of a desk are its own, apart from those of its container and of other desks',
    async check(world) {
      const { harness, anna, room } = world;
      await openDen(world);
      await write(anna, den, 'inside');
      await write(anna, denDesk, 'at the desk');
      await write(harness.owner, deskOf(room), 'at another');
      await write(anna, denDesk, 'a memo', memos);
      expect(await textsIn(anna, den)).toEqual(['inside']);
      expect(await textsIn(anna, denDesk)).toEqual(['at the desk']);
      expect(await textsIn(anna, denDesk, memos)).toEqual(['a memo']);
      const asked = { container: denDesk, index: 'byTopic', eq: 'topic' };
      const [counts] = await anna.store.read([
        count(notes, { ...asked, by: 'topic', distinctAuthors: false }),
      ]);
      expect([...counts]).toEqual([['topic', 1]]);
    },
  },
  {
    id: 'DESK-5',
    title: 'the desk of what is not there, or of what has none, is Forbidden',
    async check({ harness: { owner }, anna }) {
      const none = [groupContainer('none'), closedContainer('none'), officeContainer, ''];
      for (const container of none.map(deskOf)) {
        await expectForbidden(anna, container);
        await expectForbidden(owner, container);
      }
    },
  },
];

const letterRules: readonly Rule[] = [
  {
    id: 'LETTERS-1',
    title: 'a writer of a group adds letters, and reads and counts their own alone',
    async check({ anna, ben, room }) {
      const letters = lettersOf(room);
      await write(anna, letters, 'hers');
      await write(ben, letters, 'his');
      expect(await textsIn(anna, letters)).toEqual(['hers']);
      expect(await textsIn(ben, letters)).toEqual(['his']);
      const asked = { container: letters, index: 'byTopic', eq: 'topic' };
      const [counts] = await ben.store.read([
        count(notes, { ...asked, by: 'topic', distinctAuthors: false }),
      ]);
      expect([...counts]).toEqual([['topic', 1]]);
    },
  },
  {
    id: 'LETTERS-2',
    title: 'owners of the host read all letters about an open group',
    async check({ harness: { owner }, anna, ben, room }) {
      await write(anna, lettersOf(room), 'hers');
      await write(ben, lettersOf(room), 'his');
      expect(await textsIn(owner, lettersOf(room))).toEqual(['hers', 'his']);
    },
  },
  {
    id: 'LETTERS-3',
    title: 'letters about a closed container are read by its stewards, or by owners of the host',
    async check(world) {
      const { anna, ben, harness } = world;
      await openDen(world);
      await write(ben, lettersOf(den), 'his');
      const isForStewards = anna.supports.closedLetters === 'stewards';
      expect(await textsIn(anna, lettersOf(den))).toEqual(isForStewards ? ['his'] : []);
      await write(anna, lettersOf(den), 'hers');
      expect(await textsIn(ben, lettersOf(den))).toEqual(['his']);
      if (isForStewards) await expectForbidden(harness.owner, lettersOf(den));
      else expect(await textsIn(harness.owner, lettersOf(den))).toEqual(['his', 'hers']);
    },
  },
  {
    id: 'LETTERS-4',
    title: 'letters about what one is not in, or what is not there, are Forbidden',
    async check({ harness, anna, ben }) {
      await makeClosed(harness, anna);
      await expectForbidden(ben, lettersOf(den));
      await expectForbidden(ben, lettersOf(groupContainer('none')));
    },
  },
  {
    id: 'LETTERS-5',
    title: 'nobody is told that somebody wrote a letter to others',
    needs: 'pushedChanges',
    async check({ anna, ben, room }) {
      const heard: ContainerId[] = [];
      ben.changes.subscribe(({ container }) => heard.push(container));
      await write(anna, lettersOf(room), 'hers');
      await write(anna, room, 'for everybody');
      await expect.poll(() => heard).toContain(room);
      expect(heard).not.toContain(lettersOf(room));
    },
  },
  {
    id: 'LETTERS-6',
    title:
      'the newest letters about several groups come together, to who reads them; one’s own to others',
    async check(world) {
      const { anna, ben, room } = world;
      const { owner } = world.harness;
      const otherRoom = groupContainer('other');
      await anna.containers.create(otherRoom);
      await write(anna, lettersOf(room), 'hers');
      await write(ben, lettersOf(otherRoom), 'his');
      const asked = { containers: [room, otherRoom].map(lettersOf), since: 0, limit: 10 };
      const textsOf = async (host: Host): Promise<readonly string[]> => {
        const [{ records, complete }] = await host.store.read([newest(notes, asked)]);
        expect(complete).toBe(true);
        return records.map(({ fields }) => fields.text);
      };
      expect(await textsOf(owner)).toEqual(['his', 'hers']);
      expect(await textsOf(anna)).toEqual(['hers']);
      expect(await textsOf(ben)).toEqual(['his']);
    },
  },
];

export const placeRules: readonly Rule[] = [...governedRules, ...deskRules, ...letterRules];
