/** Who founded an open container is the host's to know. */
import { closedContainer, communityContainer, foundedBy, groupContainer } from '@kantine/core';
import type { ContainerId, Host } from '@kantine/core';
import { expect } from 'vitest';
import type { Rule } from '../rule.ts';
import { makeClosed } from './closed.ts';

/** What somebody's new group is called: where ids say who founded it, by their own id. */
async function ownGroup(host: Host, name: string): Promise<ContainerId> {
  const { supports, identity } = host;
  return groupContainer(supports.foundersInIds ? foundedBy(await identity.me(), name) : name);
}

export const founderRules: readonly Rule[] = [
  {
    id: 'FOUNDER-1',
    title: 'everybody is told who founded an open container',
    async check({ harness: { people }, anna, ben }) {
      const [hers, his] = [await ownGroup(anna, '1'), await ownGroup(ben, '2')];
      await anna.containers.create(hers);
      await ben.containers.create(his);
      const founders = new Map([
        [hers, people.anna],
        [his, people.ben],
      ]);
      for (const reader of [anna, ben]) {
        expect(await reader.containers.founders([hers, his])).toEqual(founders);
      }
    },
  },
  {
    id: 'FOUNDER-2',
    title: 'nobody else becomes its founder by making it again',
    async check({ harness: { people }, anna, ben }) {
      const container = await ownGroup(anna, '1');
      await anna.containers.create(container);
      await ben.containers.create(container);
      const founders = await ben.containers.founders([container]);
      expect(founders).toEqual(new Map([[container, people.anna]]));
    },
  },
  {
    id: 'FOUNDER-3',
    title: 'of other containers nothing is told',
    async check({ harness, anna }) {
      await makeClosed(harness, anna);
      const others = [communityContainer, closedContainer('den'), groupContainer('none')];
      expect(await anna.containers.founders(others)).toEqual(new Map());
    },
  },
];
