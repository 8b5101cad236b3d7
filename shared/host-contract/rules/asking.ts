/** Asking to be let into a closed container. */
import { closedContainer } from '@kantine/core';
import type { Ask, ContainerId } from '@kantine/core';
import { expect } from 'vitest';
import type { Rule, World } from '../rule.ts';
import { expectError } from '../rule.ts';
import { expectNoAccess } from './access.ts';
import { den, makeClosed } from './closed.ts';

/** Where owners pass asks on, one of them comes by. */
async function ownerComesBy({ harness: { approver }, anna }: World): Promise<void> {
  if (anna.supports.asking === 'owners') await approver?.containers.passOn(() => true);
}

/** Anna's den, with Zoë in it; Ben is outside. */
async function openDen(world: World): Promise<void> {
  await makeClosed(world.harness, world.anna);
  await world.anna.containers.admit(den, world.harness.people.zoe, 'member');
}

async function benAsks(world: World, note = 'We met on the stairs'): Promise<void> {
  await world.ben.containers.askToJoin(den, note);
  await ownerComesBy(world);
}

const joinsIn = async ({ anna }: World): Promise<readonly Ask[]> =>
  (await anna.containers.asks(den)).filter(({ kind }) => kind === 'join');

const asksOfBen = ({ ben }: World): Promise<readonly ContainerId[]> => ben.containers.joinsAsked();

export const askingRules: readonly Rule[] = [
  {
    id: 'ASK-1',
    title: 'stewards are told who asks to be let in, and nobody else; to ask gives no right',
    needs: 'asking',
    async check(world) {
      const { harness, anna, zoe, ben } = world;
      const { people, approver } = harness;
      await openDen(world);
      expect(await asksOfBen(world)).toEqual([]);
      await benAsks(world);
      const owner = await approver?.identity.me();
      const passedOn = anna.supports.asking === 'owners' ? { passedOnBy: owner } : {};
      expect(await joinsIn(world)).toEqual([
        { by: people.ben, kind: 'join', note: 'We met on the stairs', ...passedOn },
      ]);
      expect(await zoe.containers.asks(den)).toEqual([]);
      await expectError(ben.containers.asks(den), 'Forbidden');
      expect(await asksOfBen(world)).toEqual([den]);
      expect(await zoe.containers.joinsAsked()).toEqual([]);
      await expectNoAccess(ben, den);
      expect(await ben.containers.joined()).toEqual([]);
    },
  },
  {
    id: 'ASK-2',
    title: 'to ask again changes nothing, however often',
    needs: 'asking',
    async check(world) {
      await openDen(world);
      await benAsks(world, 'First');
      for (let turn = 0; turn < 5; turn += 1) await world.ben.containers.askToJoin(den, 'More');
      await ownerComesBy(world);
      await ownerComesBy(world);
      expect((await joinsIn(world)).map(({ note }) => note)).toEqual(['First']);
      expect(await asksOfBen(world)).toEqual([den]);
    },
  },
  {
    id: 'ASK-3',
    title: 'taken back by who asked, nobody is told any more; they may ask again',
    needs: 'asking',
    async check(world) {
      const { ben, harness } = world;
      await openDen(world);
      await benAsks(world);
      await ben.containers.endJoin(den, harness.people.ben);
      expect(await asksOfBen(world)).toEqual([]);
      await ownerComesBy(world);
      expect(await joinsIn(world)).toEqual([]);
      await ben.containers.endJoin(den, harness.people.ben);
      await benAsks(world, 'Again');
      expect((await joinsIn(world)).map(({ note }) => note)).toEqual(['Again']);
      // Taken back before anybody came by.
      await ben.containers.endJoin(den, harness.people.ben);
      await ben.containers.askToJoin(den, 'And again');
      await ben.containers.endJoin(den, harness.people.ben);
      await ownerComesBy(world);
      expect(await joinsIn(world)).toEqual([]);
    },
  },
  {
    id: 'ASK-4',
    title: 'ended by a steward, it is over for both; nobody else ends another’s',
    needs: 'asking',
    async check(world) {
      const { anna, zoe, ben, harness } = world;
      const { people } = harness;
      await openDen(world);
      await benAsks(world);
      await expectError(zoe.containers.endJoin(den, people.ben), 'Forbidden');
      await expectError(ben.containers.endJoin(den, people.zoe), 'Forbidden');
      expect(await joinsIn(world)).toHaveLength(1);
      await anna.containers.endJoin(den, people.ben);
      await anna.containers.endJoin(den, people.ben);
      expect(await joinsIn(world)).toEqual([]);
      await ownerComesBy(world);
      expect(await joinsIn(world)).toEqual([]);
      expect(await asksOfBen(world)).toEqual([]);
      await expectNoAccess(ben, den);
      await benAsks(world, 'Once more');
      expect((await joinsIn(world)).map(({ note }) => note)).toEqual(['Once more']);
    },
  },
  {
    id: 'ASK-5',
    title: 'a person who is let in asks no more; taken out later, they ask for nothing',
    needs: 'asking',
    async check(world) {
      const { anna, ben, harness } = world;
      const { people } = harness;
      await openDen(world);
      await benAsks(world);
      await anna.containers.admit(den, people.ben, 'member');
      expect(await ben.containers.joined()).toEqual([den]);
      expect(await joinsIn(world)).toEqual([]);
      await ownerComesBy(world);
      expect(await asksOfBen(world)).toEqual([]);
      await anna.containers.expel(den, people.ben);
      await ownerComesBy(world);
      expect(await joinsIn(world)).toEqual([]);
      await expectNoAccess(ben, den);
    },
  },
  {
    id: 'ASK-6',
    title: 'members ask for nothing by it; one who asked to be taken out takes that back',
    needs: 'asking',
    async check(world) {
      const { anna, zoe, harness } = world;
      await openDen(world);
      await zoe.containers.askToJoin(den, 'I am in');
      await ownerComesBy(world);
      expect(await joinsIn(world)).toEqual([]);
      expect(await zoe.containers.joinsAsked()).toEqual([]);
      if (zoe.supports.leaving !== 'asked') return;
      await zoe.containers.expel(den, harness.people.zoe);
      await zoe.containers.askToJoin(den, 'I stay');
      expect(await zoe.containers.joined()).toEqual([den]);
      expect(await anna.containers.asks(den)).toEqual([]);
    },
  },
  {
    id: 'ASK-7',
    title:
      'an ask of a container that not everybody may know of is not passed on, and nobody but an owner passes one on',
    needs: 'asking',
    async check(world) {
      const { anna, ben, room, harness } = world;
      await openDen(world);
      for (const container of [room, 'community', 'closed:']) {
        await expectError(ben.containers.askToJoin(container, ''), 'Forbidden');
      }
      const nowhere = closedContainer('nowhere');
      await ben.containers.askToJoin(nowhere, '').catch(() => undefined);
      await expectNoAccess(ben, nowhere);
      const left = await harness.connect(harness.people.left);
      await expectError(left.containers.askToJoin(den, ''), 'Forbidden');
      await ben.containers.askToJoin(den, 'Let me in');
      await ben.containers.passOn(() => true).catch(() => undefined);
      await anna.containers.passOn(() => true).catch(() => undefined);
      await harness.approver?.containers.passOn(() => false);
      const isTold = anna.supports.asking === 'stewards';
      expect(await joinsIn(world)).toHaveLength(isTold ? 1 : 0);
      await expectNoAccess(ben, den);
    },
  },
];
