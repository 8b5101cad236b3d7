/** Ids that are nobody's, as long as the door lets them in: no column is too short for what one keeps about them. */
import { declaredOperations } from '@kantine/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accountOf, openOrganisation } from './testing/organisation.ts';
import type { Organisation } from './testing/organisation.ts';

const anna = accountOf('anna');
const odd = '昼'.repeat(100);
const person = '昼'.repeat(200);
const things: Readonly<Record<string, unknown>> = {
  group: odd,
  groups: [odd],
  post: odd,
  comment: odd,
  id: odd,
  kind: 'post',
  version: '1',
  person,
  by: person,
  until: 1,
  message: { group: odd, kind: 'post', id: odd },
  text: 'One',
  note: 'One',
  name: 'One',
  reason: 'One',
  key: 'key-of-a-probe',
};

/** Which of them an operation takes, and cannot do without. */
const asked = [...(await declaredOperations())].flatMap(([name, { input }]) => {
  const { entries } = input as unknown as { entries: Readonly<Record<string, { type: string }>> };
  const needed = Object.entries(entries).filter(([, { type }]) => type !== 'optional');
  const known = needed.flatMap(([field]) => (field in things ? [[field, things[field]]] : []));
  const isAbout = needed.some(([field]) =>
    ['group', 'groups', 'person', 'message'].includes(field),
  );
  return isAbout ? [[name, Object.fromEntries(known)] as const] : [];
});

let organisation: Organisation;
beforeAll(async () => {
  organisation = await openOrganisation();
});
afterAll(() => organisation.close());

it.each(asked)('are nothing unexpected to %s', async (name, input) => {
  await organisation.clock.advance(60_000);
  const answer = await organisation.call({ as: anna, space: 'WORK' }, name, input);
  expect('error' in answer && answer.error.tag).not.toBe('Unexpected');
});
