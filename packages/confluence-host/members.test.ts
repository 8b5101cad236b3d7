/** Who is in an open group, on Confluence: in pages, and never of a closed one. */
import type { MemberPage } from '@kantine/core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { accountOf, openOrganisation } from './testing/organisation.ts';
import type { Organisation } from './testing/organisation.ts';
import { valueOf } from './testing/value.ts';

const [anna, ben] = [accountOf('anna'), accountOf('ben')];
const crowd = Array.from({ length: 34 }, (_, at) => `colleague-${at + 10}`);

let organisation: Organisation;
beforeEach(async () => {
  organisation = await openOrganisation({ colleagues: crowd });
});
afterEach(() => organisation.close());

const value = <T>(as: string, operation: string, input?: object): Promise<T> =>
  valueOf<T>(organisation, as, operation, input);
const found = async (access: 'open' | 'closed'): Promise<string> => {
  const about = { name: 'Lunch run', purpose: '', access, key: 'key of the draft' };
  return (await value<{ id: string }>(anna, 'groups.create', about)).id;
};

it('who is in an open group is told newest first, page by page', async () => {
  const group = await found('open');
  for (const person of crowd) {
    await organisation.clock.advance(60_000);
    await value(person, 'groups.join', { group });
  }
  const first = await value<MemberPage>(ben, 'groups.browseMembers', { group });
  const { cursor } = first;
  const second = await value<MemberPage>(ben, 'groups.browseMembers', { group, cursor });
  const ids = [first, second].flatMap(({ people }) => people.map(({ id }) => id));
  expect(first.people).toHaveLength(30);
  expect(ids).toEqual([...crowd.toReversed(), anna]);
  expect(second).not.toHaveProperty('cursor');
  expect(await value(ben, 'people.titles', { people: [anna] })).toEqual([]);
});

it('who is in a closed group is told by no page of members', async () => {
  const group = await found('closed');
  for (const reader of [anna, ben]) {
    await expect(value(reader, 'groups.browseMembers', { group })).rejects.toThrow();
  }
});
