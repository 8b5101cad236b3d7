/** Rules about groups of the part of the host that a page is in, and of the others. */
import { communityContainer, groupContainer, rows } from '@kantine/core';
import type { FieldsOf, Host, PersonId, Rows, RowsQuery } from '@kantine/core';
import { expect } from 'vitest';
import { clubs } from '../collections.ts';
import type { HostHarness } from '../harness.ts';
import type { Rule } from '../rule.ts';

type Clubs = Rows<FieldsOf<typeof clubs.fields>>;

/** Starts a group in the part that the host's page is in. @returns its container */
async function start(host: Host, label: string): Promise<string> {
  const { record } = await host.store.insert(clubs, communityContainer, label, { label });
  const container = groupContainer(record.id);
  await host.containers.create(container);
  return container;
}

async function ask(
  host: Host,
  asked: Partial<Pick<RowsQuery, 'where' | 'cursor' | 'limit'>>,
): Promise<Clubs> {
  const query = rows(clubs, {
    container: communityContainer,
    index: 'recent',
    order: 'descending',
    limit: 100,
    ...asked,
  });
  const [answer] = await host.store.read([query]);
  return answer;
}

const labels = ({ records }: Clubs): readonly string[] => records.map(({ fields }) => fields.label);

/** Every page of an answer, one record each. */
async function inPages(host: Host, where: RowsQuery['where']): Promise<readonly string[]> {
  const found: string[] = [];
  let next: Pick<RowsQuery, 'cursor'> | undefined = {};
  while (next) {
    const page: Clubs = await ask(host, { limit: 1, ...(where ? { where } : {}), ...next });
    found.push(...labels(page));
    next = page.cursor === undefined ? undefined : { cursor: page.cursor };
  }
  return found;
}

function pageIn(harness: HostHarness, person: PersonId, part: 'one' | 'another'): Host {
  if (!harness.connectIn) throw new Error('A harness of a host with parts has pages in them.');
  return harness.connectIn(person, part);
}

export const whereRules: readonly Rule[] = [
  {
    id: 'WHERE-1',
    title: 'on a page in no part of the host, what is here or elsewhere is everything',
    async check({ anna, ben }) {
      for (const label of ['a', 'b', 'c']) await start(anna, label);
      const all = await ask(ben, {});
      expect(labels(all)).toEqual(['c', 'b', 'a']);
      for (const where of ['here', 'elsewhere'] as const) {
        expect(await ask(ben, { where })).toEqual(all);
        expect(await inPages(ben, where)).toEqual(['c', 'b', 'a']);
      }
    },
  },
  {
    id: 'WHERE-2',
    title: 'on a page in a part, groups started there are here, and the others elsewhere',
    needs: 'parts',
    async check({ harness }) {
      const { anna, ben } = harness.people;
      await start(pageIn(harness, anna, 'one'), 'a');
      await start(pageIn(harness, anna, 'another'), 'b');
      await start(pageIn(harness, anna, 'one'), 'c');
      await start(pageIn(harness, anna, 'another'), 'd');
      const page = pageIn(harness, ben, 'one');
      expect(await inPages(page, 'here')).toEqual(['c', 'a']);
      expect(await inPages(page, 'elsewhere')).toEqual(['d', 'b']);
      expect(await inPages(page, undefined)).toEqual(['d', 'c', 'b', 'a']);
    },
  },
  {
    id: 'WHERE-3',
    title:
      'only an answer about what is here says that there are other parts, on each of its pages',
    needs: 'parts',
    async check({ harness }) {
      const page = pageIn(harness, harness.people.anna, 'one');
      expect(await ask(page, { where: 'here' })).toEqual({ records: [], elsewhere: true });
      for (const label of ['a', 'b']) await start(page, label);
      const first = await ask(page, { where: 'here', limit: 1 });
      expect(first.elsewhere).toBe(true);
      expect(await ask(page, { where: 'here', cursor: first.cursor ?? '' })).toMatchObject({
        elsewhere: true,
      });
      expect(await ask(page, { where: 'elsewhere' })).toEqual({ records: [] });
      expect(await ask(page, {})).not.toHaveProperty('elsewhere');
    },
  },
  {
    id: 'WHERE-4',
    title: 'of what is elsewhere, a reader is told as far as they may read it',
    needs: 'parts',
    async check({ harness }) {
      const { anna, ben } = harness.people;
      const container = await start(pageIn(harness, anna, 'one'), 'a');
      await start(pageIn(harness, anna, 'another'), 'b');
      const page = pageIn(harness, ben, 'another');
      expect(labels(await ask(page, { where: 'elsewhere' }))).toEqual(['a']);
      await harness.restrict(container, ben, 'none');
      expect(await ask(page, { where: 'elsewhere' })).toEqual({ records: [] });
      expect(labels(await ask(page, { where: 'here' }))).toEqual(['b']);
      expect(labels(await ask(page, {}))).toEqual(['b']);
    },
  },
];
