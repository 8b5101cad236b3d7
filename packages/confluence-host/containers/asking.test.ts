/** Asking to be let into a closed group on Confluence: who may, and what is learned by it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GroupAccess, GroupAsk, GroupView } from '@kantine/core';
import { accountOf, openOrganisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';

const anna = accountOf('anna');
const ben = accountOf('ben');

describe('asking to be let in', () => {
  let organisation: Organisation;
  beforeEach(async () => {
    organisation = await openOrganisation({ isPaced: false });
  });
  afterEach(() => organisation.close());

  const call = (as: string, operation: string, input: object) =>
    organisation.call({ as, space: 'WORK' }, operation, input);
  const value = async <T>(as: string, operation: string, input: object): Promise<T> =>
    ((await call(as, operation, input)) as { value: T }).value;
  const found = async (access: GroupAccess): Promise<string> => {
    const about = { name: 'Works council', purpose: '', access, key: 'key-of-the-draft' };
    return (await value<GroupView>(anna, 'groups.create', about)).id;
  };
  const asks = (group: string) => value<readonly GroupAsk[]>(anna, 'groups.asks', { group });

  it('reaches its stewards, who let in', async () => {
    const group = await found('closed');
    await call(ben, 'groups.ask', { group, note: 'I was elected' });
    expect(await asks(group)).toMatchObject([
      { by: { id: ben }, kind: 'join', note: 'I was elected' },
    ]);
    await call(anna, 'groups.admit', { group, person: ben, role: 'member' });
    expect(await asks(group)).toEqual([]);
  });

  it('is refused to who may not read the space of the group', async () => {
    const group = await found('closed');
    await organisation.restrict(ben, 'none');
    expect(await call(ben, 'groups.ask', { group, note: '' })).not.toHaveProperty('value');
    expect(await asks(group)).toEqual([]);
  });

  it('R13: tells nobody of a secret group, in as many statements as for none', async () => {
    const group = await found('secret');
    const asked = async (id: string) => {
      await call(ben, 'groups.browse', {});
      const before = organisation.statements.length;
      const answer = await call(ben, 'groups.ask', { group: id, note: '' });
      return {
        answer: JSON.stringify(answer).replaceAll(id, 'it'),
        statements: organisation.statements.length - before,
      };
    };
    const there = await asked(group);
    expect(there.answer).toContain('NotFound');
    expect(await asked('closed:secret-key-of-nothing')).toEqual(there);
    expect(await asks(group)).toEqual([]);
  });
});
