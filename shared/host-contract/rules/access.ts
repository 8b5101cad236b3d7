import { communityContainer, groupContainer, personContainer } from '@kantine/core';
import type { ContainerId, Host } from '@kantine/core';
import { expect } from 'vitest';
import { entries, entry } from '../collections.ts';
import type { Rule } from '../rule.ts';
import { entryQuery, expectError, insert, insertEntry, labels, readEntries } from '../rule.ts';

const rightTo = async (host: Host, container: ContainerId) =>
  (await host.containers.rights([container])).get(container) ?? 'none';

/** A record as somebody would have read it who may read there. */
const somebodysEntry = (container: ContainerId, author: string) => ({
  ...{ id: '1', version: '1', key: 'key', created: 1, modified: 1 },
  container,
  author,
  fields: entry(),
});

/** Expects every kind of access to be refused. */
export async function expectNoAccess(host: Host, container: ContainerId): Promise<void> {
  expect(await rightTo(host, container)).toBe('none');
  await expectError(readEntries(host, container), 'Forbidden');
  await expectNoWriting(host, container);
}

async function expectNoWriting(host: Host, container: ContainerId): Promise<void> {
  const target = somebodysEntry(container, await host.identity.me().catch(() => 'somebody'));
  await expectError(insertEntry(host, container, 'intruder'), 'Forbidden');
  await expectError(host.store.update(entries, target, { label: 'x' }), 'Forbidden');
  await expectError(host.store.remove(entries, target), 'Forbidden');
}

export const accessRules: readonly Rule[] = [
  {
    id: 'ACCESS-1',
    title: 'a container that nobody made is Forbidden',
    async check({ anna }) {
      await expectNoAccess(anna, groupContainer('nowhere'));
      await expectNoAccess(anna, 'nonsense');
      await expectNoAccess(anna, '');
    },
  },
  {
    id: 'ACCESS-2',
    title: 'everybody reads and writes the community, an open group, and what is their own',
    async check({ harness: { people }, anna, ben, room }) {
      const asked = [communityContainer, room, personContainer(people.anna), 'group:nowhere'];
      const rights = await anna.containers.rights(asked);
      expect(asked.map((container) => rights.get(container))).toEqual([
        'write',
        'write',
        'write',
        'none',
      ]);
      await insert(ben, communityContainer, 'a', { label: 'everybody' });
      expect(labels(await readEntries(anna, communityContainer))).toEqual(['everybody']);
    },
  },
  {
    id: 'ACCESS-3',
    title: 'a person’s own container is Forbidden to everybody else',
    async check({ harness: { people }, anna, ben }) {
      const own = personContainer(people.anna);
      const record = await insert(anna, own, 'a', { label: 'private' });
      await expectNoAccess(ben, own);
      await expectError(ben.store.update(entries, record, { label: 'his' }), 'Forbidden');
      expect(await readEntries(anna, own)).toEqual([record]);
    },
  },
  {
    id: 'ACCESS-4',
    title: 'nobody opens a person’s own container, or the community, by making it again',
    async check({ harness: { people }, anna, ben }) {
      const own = personContainer(people.anna);
      await expectError(ben.containers.create(own), 'Forbidden');
      await expectError(anna.containers.create(own), 'Forbidden');
      await expectError(ben.containers.create(communityContainer), 'Forbidden');
      await expectNoAccess(ben, own);
    },
  },
  {
    id: 'ACCESS-5',
    title: 'somebody who left has no access to anything, and makes nothing',
    async check({ harness, room }) {
      const left = await harness.connect(harness.people.left);
      for (const container of [communityContainer, room, personContainer(harness.people.left)]) {
        await expectNoAccess(left, container);
      }
      await expectError(left.containers.create(groupContainer('late')), 'Forbidden');
    },
  },
  {
    id: 'ACCESS-6',
    title: 'a person who may only read does read, and every write is Forbidden and writes nothing',
    async check({ harness, anna, ben, room }) {
      const hers = await insert(anna, room, 'a', { label: 'hers' });
      const his = await insert(ben, room, 'b', { label: 'his' });
      await harness.restrict(room, harness.people.ben, 'read');
      expect(await rightTo(ben, room)).toBe('read');
      expect(await readEntries(ben, room)).toEqual([hers, his]);
      await expectNoWriting(ben, room);
      await expectError(ben.store.update(entries, his, { label: 'changed' }), 'Forbidden');
      await expectError(ben.store.remove(entries, his), 'Forbidden');
      expect(await readEntries(anna, room)).toEqual([hers, his]);
    },
  },
  {
    id: 'ACCESS-7',
    title: 'after access is taken away, the next read and write are Forbidden and write nothing',
    async check({ harness, anna, ben, room }) {
      const his = await insert(ben, room, 'b', { label: 'his' });
      const [page] = await ben.store.read([entryQuery(room)]);
      expect(page.records).toEqual([his]);
      await harness.restrict(room, harness.people.ben, 'none');
      await expectNoAccess(ben, room);
      await expectError(ben.store.update(entries, his, { label: 'changed' }), 'Forbidden');
      await expectError(ben.store.remove(entries, his), 'Forbidden');
      expect(await readEntries(anna, room)).toEqual([his]);
      await harness.restrict(room, harness.people.ben, 'write');
      expect((await insertEntry(ben, room, 'intruder')).inserted).toBe(true);
    },
  },
  {
    id: 'ACCESS-8',
    title: 'one question about a closed container makes the whole read Forbidden',
    async check({ harness: { people }, anna, ben, room }) {
      await insert(anna, room, 'a');
      const own = personContainer(people.anna);
      await expectError(ben.store.read([entryQuery(room), entryQuery(own)]), 'Forbidden');
    },
  },
  {
    id: 'ACCESS-9',
    title: 'making a container twice changes nothing in it',
    async check({ anna, ben, room }) {
      const record = await insert(anna, room, 'a');
      await ben.containers.create(room);
      await Promise.all([anna.containers.create(room), ben.containers.create(room)]);
      expect(await readEntries(ben, room)).toEqual([record]);
    },
  },
];
