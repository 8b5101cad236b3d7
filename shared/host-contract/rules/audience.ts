import {
  closedContainer,
  communityContainer,
  deskOf,
  groupContainer,
  lettersOf,
  officeContainer,
  personContainer,
} from '@kantine/core';
import type { ContainerId, Host } from '@kantine/core';
import { expect } from 'vitest';
import type { HostHarness } from '../harness.ts';
import type { Rule } from '../rule.ts';
import { makeClosed } from './closed.ts';

const unknown = { known: false, kind: 'nothing' };
const den = closedContainer('den');

/** Two groups with one of the people in both. */
const overlapping = { Kitchen: ['anna', 'ben'], Yard: ['ben', 'zoe'] } as const;

const audienceOf = (host: Host, container: ContainerId) => host.containers.audience(container);

const inAll = (people: number, { readersBeside = 0 }: HostHarness): number =>
  people + readersBeside;

export const audienceRules: readonly Rule[] = [
  {
    id: 'AUDIENCE-1',
    title: 'counts everybody who may read, the reader included, and nobody who left',
    async check({ harness, anna, room }) {
      for (const container of [room, communityContainer]) {
        const audience = await audienceOf(anna, container);
        if (!audience.known) continue;
        expect(audience).toMatchObject({
          kind: 'each',
          count: inAll(3, harness),
          laterJoiners: true,
        });
      }
    },
  },
  {
    id: 'AUDIENCE-2',
    title: 'does not count those whose access was taken away',
    async check({ harness, anna, room }) {
      await harness.restrict(room, harness.people.ben, 'none');
      const audience = await audienceOf(anna, room);
      // What was noted holds as of that moment, and says so.
      if (!audience.known || audience.noted !== undefined) return;
      expect(audience.count).toBe(inAll(2, harness));
    },
  },
  {
    id: 'AUDIENCE-3',
    title: 'of one’s own container is oneself, now and later',
    async check({ harness: { people }, anna }) {
      const audience = await audienceOf(anna, personContainer(people.anna));
      if (!audience.known) return;
      const each = { known: true, kind: 'each', count: 1, firstNames: [], laterJoiners: false };
      expect(audience).toEqual(each);
    },
  },
  {
    id: 'AUDIENCE-4',
    title: 'of a container that one may not read is unknown',
    async check({ harness, anna, ben, room }) {
      await makeClosed(harness, anna);
      const others = personContainer(harness.people.anna);
      for (const container of [
        others,
        groupContainer('nowhere'),
        den,
        deskOf(den),
        'nonsense',
        '',
      ]) {
        expect(await audienceOf(ben, container)).toEqual(unknown);
      }
      // Who reads letters, or what owners keep, is nobody's to count.
      for (const container of [officeContainer, lettersOf(room)]) {
        expect(await audienceOf(ben, container)).toEqual(unknown);
      }
    },
  },
  {
    id: 'AUDIENCE-5',
    title: 'gives no exact number where a group may read whose members are not told',
    async check({ harness, anna, room }) {
      await harness.letGroupsRead?.({ Kitchen: overlapping.Kitchen });
      const audience = await audienceOf(anna, room);
      if (harness.letGroupsRead) expect(audience).toMatchObject({ known: false });
      if (audience.kind === 'groups') expect(audience.groups).toContain('Kitchen');
    },
  },
  {
    id: 'AUDIENCE-6',
    title: 'says «at most» of no number that is too small, also where groups overlap',
    async check({ harness, anna, room }) {
      await harness.letGroupsRead?.(overlapping);
      const audience = await audienceOf(anna, room);
      if (audience.kind !== 'groups') return;
      expect(audience.groups).toEqual(expect.arrayContaining(Object.keys(overlapping)));
      if (audience.atMost === undefined) return;
      expect(audience.atMost).toBeGreaterThanOrEqual(inAll(3, harness));
    },
  },
  {
    id: 'AUDIENCE-7',
    title:
      'names members of a closed container alone: nobody who may read what is open, or who is out',
    async check({ harness, anna, ben, room }) {
      for (const container of [room, communityContainer]) {
        const audience = await audienceOf(anna, container);
        if (!audience.known) continue;
        expect(audience.firstNames).toEqual([]);
        expect(audience).not.toHaveProperty('members');
      }
      const { people } = harness;
      await makeClosed(harness, anna);
      await anna.containers.admit(den, people.ben, 'member');
      await anna.containers.admit(den, people.zoe, 'member');
      await anna.containers.expel(den, people.zoe);
      const inside = await audienceOf(anna, den);
      if (!inside.known || !inside.members) return;
      expect(inside).toMatchObject({ count: 2, firstNames: ['Ben'] });
      expect(inside.members).toEqual([{ id: people.ben, firstName: 'Ben' }]);
      expect(await audienceOf(ben, den)).toMatchObject({ firstNames: ['Anna'] });
    },
  },
  {
    id: 'AUDIENCE-8',
    title: 'tells whom a steward let in as soon as it is asked again',
    async check({ harness, anna, ben }) {
      const { people } = harness;
      await makeClosed(harness, anna);
      await anna.containers.admit(den, people.ben, 'member');
      const before = await audienceOf(ben, den);
      await anna.containers.admit(den, people.zoe, 'member');
      const after = await audienceOf(ben, den);
      if (!before.known || !after.known) return;
      expect([before.count, after.count]).toEqual([2, 3]);
    },
  },
];
