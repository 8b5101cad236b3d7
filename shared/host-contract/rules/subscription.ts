import { communityContainer, personContainer } from '@kantine/core';
import type { Change, Host } from '@kantine/core';
import { expect, vi } from 'vitest';
import { entries, entry } from '../collections.ts';
import type { Rule } from '../rule.ts';
import { expectError, insert, insertEntry, labels, readEntries } from '../rule.ts';

function listenTo(host: Host): { heard: Change[]; stop: () => void } {
  const heard: Change[] = [];
  return { heard, stop: host.changes.subscribe((change) => void heard.push(change)) };
}

const collection = entries.name;

export const changeRules: readonly Rule[] = [
  {
    id: 'CHANGES-1',
    title: 'one’s own insert, update and removal are each announced',
    async check({ anna, room }) {
      const { heard, stop } = listenTo(anna);
      const record = await insert(anna, room, 'a');
      await vi.waitFor(() => expect(heard).toEqual([{ container: room, collection }]));
      const changed = await anna.store.update(entries, record, { label: 'new' });
      await vi.waitFor(() => expect(heard).toHaveLength(2));
      await anna.store.remove(entries, changed);
      await vi.waitFor(() => expect(heard).toHaveLength(3));
      stop();
    },
  },
  {
    id: 'CHANGES-2',
    title: 'a write of others is announced once it can be read',
    needs: 'pushedChanges',
    async check({ anna, ben, room }) {
      const seen: Promise<string[]>[] = [];
      const stop = ben.changes.subscribe((change) => {
        if (change.container === room) seen.push(readEntries(ben, room).then(labels));
      });
      await insert(anna, room, 'a', { label: 'a' });
      await vi.waitFor(() => expect(seen).toHaveLength(1));
      expect(await seen[0]).toEqual(['a']);
      stop();
    },
  },
  {
    id: 'CHANGES-3',
    title: 'a write that failed or changed nothing is not announced',
    needs: 'pushedChanges',
    async check({ anna, ben, room }) {
      const record = await insert(anna, room, 'a');
      const current = await anna.store.update(entries, record, { label: 'new' });
      const { heard, stop } = listenTo(ben);
      await insertEntry(anna, room, 'a');
      await expectError(anna.store.update(entries, record, { label: 'late' }), 'Conflict');
      await expectError(ben.store.remove(entries, current), 'Forbidden');
      // Announcements keep their order, so whatever came of those is heard before this.
      await insert(anna, communityContainer, 'end');
      await vi.waitFor(() => expect(heard.at(-1)?.container).toBe(communityContainer));
      expect(heard).toHaveLength(1);
      stop();
    },
  },
  {
    id: 'CHANGES-4',
    title: 'nothing is announced after the subscription ended',
    async check({ anna, room }) {
      const { heard, stop } = listenTo(anna);
      const still = listenTo(anna);
      stop();
      stop();
      await insert(anna, room, 'a');
      await vi.waitFor(() => expect(still.heard).toHaveLength(1));
      expect(heard).toEqual([]);
      still.stop();
    },
  },
  {
    id: 'CHANGES-5',
    title: 'nobody hears of a container that they may not read',
    needs: 'pushedChanges',
    async check({ harness, anna, ben, room }) {
      await harness.restrict(room, harness.people.ben, 'none');
      const { heard, stop } = listenTo(ben);
      const gone = listenTo(await harness.connect(harness.people.left));
      await insert(anna, personContainer(harness.people.anna), 'a');
      await insert(anna, room, 'a');
      await insert(anna, communityContainer, 'end');
      await vi.waitFor(() => expect(heard).not.toEqual([]));
      expect(heard).toEqual([{ container: communityContainer, collection }]);
      expect(gone.heard).toEqual([]);
      gone.stop();
      stop();
    },
  },
  {
    id: 'CHANGES-6',
    title: 'a change of one’s own carries the origin of the write that made it',
    async check({ anna, room }) {
      const { heard, stop } = listenTo(anna);
      const origins = ['origin-of-insert', 'origin-of-update', 'origin-of-remove'] as const;
      const { record } = await anna.store.insert(entries, room, 'a', entry(), origins[0]);
      const changed = await anna.store.update(entries, record, { label: 'new' }, origins[1]);
      await anna.store.remove(entries, changed, origins[2]);
      await vi.waitFor(() => expect(heard).toHaveLength(3));
      expect(heard).toEqual(origins.map((origin) => ({ container: room, collection, origin })));
      stop();
    },
  },
  {
    id: 'CHANGES-7',
    title: 'nobody else is told the origin, nor hears less where another write has the same one',
    needs: 'pushedChanges',
    async check({ anna, ben, room }) {
      const hers = listenTo(anna);
      const his = listenTo(ben);
      await anna.store.insert(entries, room, 'a', entry(), 'the-same');
      await vi.waitFor(() => expect(his.heard).toHaveLength(1));
      await ben.store.insert(entries, room, 'a', entry(), 'the-same');
      await vi.waitFor(() =>
        expect([hers.heard, his.heard]).toMatchObject([{ length: 2 }, { length: 2 }]),
      );
      const origins = [hers, his].map(({ heard }) => heard.map(({ origin }) => origin));
      expect(origins).toEqual([
        ['the-same', undefined],
        [undefined, 'the-same'],
      ]);
      hers.stop();
      his.stop();
    },
  },
];
