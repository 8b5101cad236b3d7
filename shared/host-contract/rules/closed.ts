/** The rules of closed containers, in one file, since docs/host-contract.md numbers them in one list. */
import {
  closedContainer,
  communityContainer,
  groupContainer,
  isClosed,
  personContainer,
} from '@kantine/core';
import type { ContainerId, Host, Member } from '@kantine/core';
import { expect } from 'vitest';
import { entries } from '../collections.ts';
import type { HostHarness } from '../harness.ts';
import type { Rule, World } from '../rule.ts';
import { expectError, insert, insertEntry, labels, readEntries } from '../rule.ts';
import { expectNoAccess } from './access.ts';

export const den = closedContainer('den');

/** Makes a closed container, with an owner's help where the host leaves it to them. */
export async function makeClosed(
  { approver }: HostHarness,
  host: Host,
  container: ContainerId = den,
): Promise<void> {
  const outcome = await host.containers.createClosed(container, 'A den for three');
  if (outcome === 'made') return;
  const me = await host.identity.me();
  await approver?.containers.approve(container, me);
  await host.containers.endRequest(container, me);
}

const sorted = (members: readonly Member[]) =>
  members.toSorted((one, other) => (one.person < other.person ? -1 : 1));

const admitBen = ({ anna, harness: { people } }: World) =>
  anna.containers.admit(den, people.ben, 'member');

export const closedRules: readonly Rule[] = [
  {
    id: 'CLOSED-1',
    title: 'its maker reads and writes, and everybody else is Forbidden',
    async check({ harness, anna, ben, zoe }) {
      await makeClosed(harness, anna);
      const record = await insert(anna, den, 'a', { label: 'hers' });
      expect((await anna.containers.rights([den])).get(den)).toBe('write');
      expect(await readEntries(anna, den)).toEqual([record]);
      for (const stranger of [ben, zoe]) {
        await expectNoAccess(stranger, den);
        await expectError(stranger.store.update(entries, record, { label: 'x' }), 'Forbidden');
        await expectError(stranger.store.remove(entries, record), 'Forbidden');
      }
      expect(await readEntries(anna, den)).toEqual([record]);
    },
  },
  {
    id: 'CLOSED-2',
    title: 'a person whom a steward admits reads and writes; to admit them again changes nothing',
    async check(world) {
      const { harness, anna, ben, zoe } = world;
      await makeClosed(harness, anna);
      await insert(anna, den, 'a', { label: 'hers' });
      await admitBen(world);
      await admitBen(world);
      expect((await ben.containers.rights([den])).get(den)).toBe('write');
      await insert(ben, den, 'b', { label: 'his' });
      expect(labels(await readEntries(anna, den))).toEqual(['hers', 'his']);
      expect(await anna.containers.members(den)).toHaveLength(2);
      await expectNoAccess(zoe, den);
    },
  },
  {
    id: 'CLOSED-3',
    title: 'a person whom a steward takes out is Forbidden at once; their records stay',
    async check(world) {
      const { harness, anna, ben } = world;
      await makeClosed(harness, anna);
      await admitBen(world);
      await insert(ben, den, 'b', { label: 'his' });
      await anna.containers.expel(den, harness.people.ben);
      await anna.containers.expel(den, harness.people.ben);
      await expectNoAccess(ben, den);
      expect(labels(await readEntries(anna, den))).toEqual(['his']);
    },
  },
  {
    id: 'CLOSED-4',
    title: 'only stewards admit people and take others out',
    async check(world) {
      const { harness, anna, ben, zoe } = world;
      const { people } = harness;
      await makeClosed(harness, anna);
      await expectError(zoe.containers.admit(den, people.zoe, 'steward'), 'Forbidden');
      await admitBen(world);
      await expectError(ben.containers.admit(den, people.zoe, 'member'), 'Forbidden');
      await expectError(ben.containers.admit(den, people.ben, 'steward'), 'Forbidden');
      await expectError(ben.containers.expel(den, people.anna), 'Forbidden');
      await expectError(zoe.containers.expel(den, people.ben), 'Forbidden');
      await expectNoAccess(zoe, den);
      await anna.containers.expel(den, people.ben);
      await expectNoAccess(ben, den);
      expect(await anna.containers.members(den)).toEqual([
        { person: people.anna, role: 'steward' },
      ]);
    },
  },
  {
    id: 'CLOSED-5',
    title: 'a steward makes others stewards, and members again',
    async check(world) {
      const { harness, anna, ben } = world;
      const { people } = harness;
      await makeClosed(harness, anna);
      await admitBen(world);
      await anna.containers.admit(den, people.ben, 'steward');
      await ben.containers.admit(den, people.zoe, 'member');
      await ben.containers.admit(den, people.anna, 'member');
      await expectError(anna.containers.admit(den, people.zoe, 'steward'), 'Forbidden');
      expect(sorted(await ben.containers.members(den))).toEqual(
        sorted([
          { person: people.anna, role: 'member' },
          { person: people.ben, role: 'steward' },
          { person: people.zoe, role: 'member' },
        ]),
      );
    },
  },
  {
    id: 'CLOSED-6',
    title: 'its members are told to its members, and Forbidden to others',
    async check(world) {
      const { harness, anna, ben, zoe, room } = world;
      await makeClosed(harness, anna);
      await admitBen(world);
      expect(await ben.containers.members(den)).toHaveLength(2);
      for (const container of [den, closedContainer('nowhere'), room, communityContainer]) {
        await expectError(zoe.containers.members(container), 'Forbidden');
      }
    },
  },
  {
    id: 'CLOSED-7',
    title: 'a person is told which closed containers they are in, and of no other',
    async check(world) {
      const { harness, anna, ben, zoe } = world;
      const attic = closedContainer('attic');
      await makeClosed(harness, anna);
      await makeClosed(harness, anna, attic);
      await admitBen(world);
      expect((await anna.containers.joined()).toSorted()).toEqual([attic, den]);
      expect(await ben.containers.joined()).toEqual([den]);
      expect(await zoe.containers.joined()).toEqual([]);
      await anna.containers.expel(den, harness.people.ben);
      expect(await ben.containers.joined()).toEqual([]);
    },
  },
  {
    id: 'CLOSED-8',
    title: 'its audience is its members, and people who join later',
    async check(world) {
      const { harness, anna, zoe } = world;
      await makeClosed(harness, anna);
      await admitBen(world);
      expect(await zoe.containers.audience(den)).toEqual({ known: false, kind: 'nothing' });
      const audience = await anna.containers.audience(den);
      if (!audience.known) return;
      expect(audience).toMatchObject({ count: 2, firstNames: ['Ben'], laterJoiners: true });
    },
  },
  {
    id: 'CLOSED-9',
    title: 'made again by its maker it is as it was; made by another it gives them nothing',
    async check({ harness, anna, ben }) {
      await makeClosed(harness, anna);
      const record = await insert(anna, den, 'a');
      expect(await anna.containers.createClosed(den, '')).toBe('made');
      const again = ben.containers.createClosed(den, '').catch((error: unknown) => error);
      expect(await again).not.toBe('made');
      await expectError(ben.containers.create(den), 'Forbidden');
      await expectNoAccess(ben, den);
      expect(await readEntries(anna, den)).toEqual([record]);
    },
  },
  {
    id: 'CLOSED-10',
    title: 'nothing but a closed container is made as one, and somebody who left makes none',
    async check({ harness, anna, room }) {
      const { people } = harness;
      for (const container of [room, communityContainer, personContainer(people.anna), 'closed:']) {
        expect(isClosed(container)).toBe(false);
        await expectError(anna.containers.createClosed(container, ''), 'Forbidden');
        await expectError(anna.containers.admit(container, people.ben, 'member'), 'Forbidden');
      }
      const left = await harness.connect(people.left);
      await expectError(left.containers.createClosed(den, ''), 'Forbidden');
    },
  },
  {
    id: 'CLOSED-11',
    title: 'a write in it is announced to its members only',
    needs: 'pushedChanges',
    async check(world) {
      const { harness, anna, ben, zoe } = world;
      await makeClosed(harness, anna);
      await admitBen(world);
      const heard: string[] = [];
      ben.changes.subscribe(({ container }) => heard.push(`ben ${container}`));
      zoe.changes.subscribe(({ container }) => heard.push(`zoe ${container}`));
      await insertEntry(anna, den, 'a');
      await insertEntry(anna, groupContainer('contract'), 'b');
      await expect.poll(() => heard).toContain('zoe group:contract');
      await expect.poll(() => heard).toContain(`ben ${den}`);
      expect(heard).not.toContain(`zoe ${den}`);
    },
  },
  {
    id: 'CLOSED-12',
    title: 'keys, pages and counts in it are its own',
    async check(world) {
      const { harness, anna, ben, room } = world;
      const attic = closedContainer('attic');
      await makeClosed(harness, anna);
      await makeClosed(harness, anna, attic);
      await admitBen(world);
      for (const container of [room, den, attic]) {
        await insert(anna, container, 'same key', { label: container });
      }
      expect(labels(await readEntries(ben, den))).toEqual([den]);
      expect(labels(await readEntries(ben, room))).toEqual([room]);
      await expectError(readEntries(ben, attic), 'Forbidden');
    },
  },
  {
    id: 'CLOSED-13',
    title:
      'a person who leaves is in it no more; where stewards have to act, they are told who asks',
    async check(world) {
      const { harness, anna, ben, zoe } = world;
      const { people } = harness;
      await makeClosed(harness, anna);
      await admitBen(world);
      await anna.containers.admit(den, people.zoe, 'member');
      expect(await anna.containers.asks(den)).toEqual([]);
      await ben.containers.expel(den, people.ben);
      expect(await ben.containers.joined()).toEqual([]);
      expect(await (await harness.connect(people.ben)).containers.joined()).toEqual([]);
      if (ben.supports.leaving === 'asked') {
        await ben.containers.expel(den, people.ben);
        const ask = { by: people.ben, kind: 'leave' };
        expect(await anna.containers.asks(den)).toEqual([ask]);
        expect(await ben.containers.asks(den)).toEqual([ask]);
        expect(await zoe.containers.asks(den)).toEqual([]);
        await anna.containers.expel(den, people.ben);
      }
      expect(await anna.containers.asks(den)).toEqual([]);
      await expectNoAccess(ben, den);
      expect(await anna.containers.members(den)).toHaveLength(2);
      // Let in again they are in, whatever they asked for before.
      await admitBen(world);
      expect(await ben.containers.joined()).toEqual([den]);
    },
  },
  {
    id: 'CLOSED-14',
    title: 'an ask is taken back by who asked; asks are Forbidden to who is not in it',
    async check(world) {
      const { harness, anna, ben, zoe } = world;
      await makeClosed(harness, anna);
      await admitBen(world);
      await expectError(zoe.containers.asks(den), 'Forbidden');
      await expectError(zoe.containers.endAsk(den), 'Forbidden');
      await ben.containers.endAsk(den);
      if (ben.supports.leaving === 'asked') {
        await ben.containers.expel(den, harness.people.ben);
        await anna.containers.endAsk(den);
        expect(await anna.containers.asks(den)).toHaveLength(1);
        await ben.containers.endAsk(den);
        expect(await anna.containers.asks(den)).toEqual([]);
      }
      expect(await ben.containers.joined()).toEqual([den]);
      await insert(ben, den, 'b', { label: 'his' });
    },
  },
];

export const requestRules: readonly Rule[] = [
  {
    id: 'REQUEST-1',
    title: 'an owner is asked, and until they approve there is nothing',
    needs: 'ownersApprove',
    async check({ harness: { approver, people }, anna, ben }) {
      expect(await anna.containers.createClosed(den, 'A den')).toBe('requested');
      expect(await anna.containers.createClosed(den, 'A den')).toBe('requested');
      await expectNoAccess(anna, den);
      const request = { container: den, by: people.anna, note: 'A den', approved: false };
      expect(await anna.containers.requests()).toEqual([{ ...request, mayApprove: false }]);
      expect(await ben.containers.requests()).toEqual([]);
      expect(await approver?.containers.requests()).toEqual([{ ...request, mayApprove: true }]);
      await expectError(anna.containers.approve(den, people.anna), 'Forbidden');
      await expectError(ben.containers.approve(den, people.anna), 'Forbidden');
    },
  },
  {
    id: 'REQUEST-2',
    title: 'approved, it belongs to who asked for it; the request stays until it is ended',
    needs: 'ownersApprove',
    async check({ harness: { approver, people }, anna, ben }) {
      await anna.containers.createClosed(den, 'A den');
      await approver?.containers.approve(den, people.anna);
      await approver?.containers.approve(den, people.anna);
      expect(await anna.containers.requests()).toMatchObject([{ approved: true }]);
      await anna.containers.endRequest(den, people.anna);
      await insert(anna, den, 'a');
      expect(await anna.containers.members(den)).toEqual([
        { person: people.anna, role: 'steward' },
      ]);
      expect(await anna.containers.createClosed(den, 'A den')).toBe('made');
      expect(await approver?.containers.requests()).toEqual([]);
      await expectNoAccess(ben, den);
    },
  },
  {
    id: 'REQUEST-3',
    title: 'ended by an owner or by who asked, nothing is made; nobody else ends it',
    needs: 'ownersApprove',
    async check({ harness: { approver, people }, anna, ben }) {
      await anna.containers.createClosed(den, 'A den');
      await ben.containers.endRequest(den, people.anna).catch(() => undefined);
      expect(await approver?.containers.requests()).toHaveLength(1);
      await approver?.containers.endRequest(den, people.anna);
      expect(await anna.containers.requests()).toEqual([]);
      await anna.containers.createClosed(den, 'Again');
      await anna.containers.endRequest(den, people.anna);
      expect(await approver?.containers.requests()).toEqual([]);
      await expectError(
        approver?.containers.approve(den, people.anna) ?? Promise.resolve(),
        'NotFound',
      );
      await expectNoAccess(anna, den);
    },
  },
  {
    id: 'REQUEST-4',
    title: 'an owner makes one without asking anybody',
    needs: 'ownersApprove',
    async check({ harness: { approver }, anna }) {
      expect(await approver?.containers.createClosed(den, '')).toBe('made');
      expect((await approver?.containers.rights([den]))?.get(den)).toBe('write');
      await expectNoAccess(anna, den);
    },
  },
];
