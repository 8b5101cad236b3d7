import { afterEach, beforeEach, expect, it } from 'vitest';
import type { GroupView } from '@kantine/core';
import { accountOf, openOrganisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';

const anna = accountOf('anna');
const ben = accountOf('ben');
const zara = '712020:zara';

let organisation: Organisation;
beforeEach(async () => {
  // So many groups take hours; how much a person may write is tested elsewhere.
  organisation = await openOrganisation({ isPaced: false, colleagues: [zara] });
});
afterEach(() => organisation.close());

async function value<Value>(as: string, operation: string, input: object = {}): Promise<Value> {
  const answer = await organisation.call({ as, space: 'WORK' }, operation, input);
  if ('error' in answer) throw new Error(`${operation}: ${answer.error.message}`);
  return answer.value as Value;
}

async function startWithBen(as: string, name: string): Promise<void> {
  const input = { name, purpose: '', access: 'secret', key: `key-of-${name}` };
  const { id: group } = await value<GroupView>(as, 'groups.create', input);
  await value(as, 'groups.admit', { group, person: ben, role: 'member' });
  await organisation.clock.advance(1000);
}

it('T9: groups that somebody else let a person into without an end take no others off their list', async () => {
  await startWithBen(zara, 'the old board');
  for (let count = 0; count < 70; count += 1) await startWithBen(anna, `noise ${count}`);
  await startWithBen(zara, 'the new board');
  const own = await value<readonly GroupView[]>(ben, 'groups.own');
  const names = own.map(({ name }) => name);
  expect(names).toContain('the old board');
  expect(names).toContain('the new board');
});
