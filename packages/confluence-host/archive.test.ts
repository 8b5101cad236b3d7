/** Groups that are archived, renamed and invited into on Confluence, where the resolver answers. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { groupContainer } from '@kantine/core';
import type { DoorResponse } from './resolver/door.ts';
import { accountOf, openOrganisation } from './testing/organisation.ts';
import type { Organisation } from './testing/organisation.ts';
import { valueOf } from './testing/value.ts';

const [anna, ben, zoe] = [accountOf('anna'), accountOf('ben'), accountOf('zoe')];
const eva = 'eva';
const reason = 'project is done';

let organisation: Organisation;
beforeEach(async () => {
  organisation = await openOrganisation({ colleagues: [eva] });
});
afterEach(() => organisation.close());

const call = (as: string, operation: string, input: object = {}): Promise<DoorResponse> =>
  organisation.call({ as, space: 'WORK' }, operation, input);

const value = <T>(as: string, operation: string, input?: object): Promise<T> =>
  valueOf<T>(organisation, as, operation, input);

interface Listed {
  readonly id: string;
  readonly name: string;
}

async function found(access: 'open' | 'closed' | 'secret'): Promise<string> {
  const about = { name: 'Lunch run', purpose: '', access, key: 'key of the draft' };
  const { id: group } = await value<Listed>(anna, 'groups.create', about);
  if (access !== 'open') {
    await value(anna, 'groups.admit', { group, person: ben, role: 'member' });
  }
  await organisation.clock.advance(60_000);
  return group;
}

const say = async (as: string, group: string, text: string) => {
  await value(as, 'wall.post', { group, text, key: `key of ${text}` });
  await organisation.clock.advance(60_000);
};
const wall = (as: string, group: string) =>
  value<{ posts: readonly { text: string }[]; canWrite: boolean; group: object }>(as, 'wall.read', {
    group,
  });
const inList = async (as: string, group: string) => {
  type Page = Record<'own' | 'others', readonly Listed[]>;
  const { own, others } = await value<Page>(as, 'groups.browse');
  return [...own, ...others].find(({ id }) => id === group);
};

describe.each(['open', 'closed'] as const)('a group that is %s', (access) => {
  it('A3: is archived by its steward alone; what comes later is in no answer to others', async () => {
    const group = await found(access);
    await say(ben, group, 'Who goes?');
    const act = { group, reason, key: 'key of archive' };
    expect(await call(ben, 'stewards.archive', act)).toMatchObject({ error: { tag: 'Forbidden' } });
    await value(anna, 'stewards.archive', act);
    await organisation.clock.advance(60_000);
    await say(ben, group, 'Too late');
    expect(JSON.stringify(await wall(anna, group))).not.toContain('Too late');
    expect(JSON.stringify(await wall(ben, group))).toContain('Too late');
    expect(await wall(ben, group)).toMatchObject({
      canWrite: false,
      group: { archived: { by: { id: anna }, reason } },
    });
    expect(await inList(ben, group)).toMatchObject({ archived: { by: { id: anna }, reason } });
  });

  it('asks in whom its steward invites', async () => {
    const group = await found(access);
    const invitation = { group, person: zoe, key: 'key of invitation' };
    expect(await call(ben, 'groups.invite', invitation)).toMatchObject({
      error: { tag: 'Forbidden' },
    });
    await value(anna, 'groups.invite', invitation);
    await organisation.clock.advance(60_000);
    expect(await inList(zoe, group)).toMatchObject({
      joined: access === 'closed',
      invited: { by: { id: anna } },
    });
    await value(zoe, 'groups.answerInvitation', { group });
    expect(await inList(zoe, group)).not.toHaveProperty('invited');
  });

  it('is renamed by who started it, and by nobody else', async () => {
    const group = await found(access);
    const name = { group, name: 'Lunch walk' };
    expect(await call(ben, 'groups.rename', name)).toMatchObject({ error: { tag: 'Forbidden' } });
    await value(anna, 'groups.rename', name);
    expect(await inList(ben, group)).toMatchObject({ name: 'Lunch walk' });
  });
});

it('a group is suggested that those are in who answered one', async () => {
  const group = await found('open');
  const question = { group, text: 'Who goes?', key: 'key of a question' };
  const { id: post } = await value<Listed>(anna, 'wall.post', question);
  const about = { name: 'Excel help', purpose: '' };
  const { id: excel } = await value<Listed>(ben, 'groups.create', about);
  for (const person of [ben, zoe, eva]) {
    const answer = { group, post, text: 'I do', key: `key of an answer by ${person}` };
    await value(person, 'wall.comment', answer);
    await value(person, 'groups.join', { group: excel });
  }
  const suggested = await value(anna, 'groups.suggest');
  expect(suggested).toMatchObject([{ group: { id: excel, name: 'Excel help' } }]);
});

it('R13: a secret group is answered like none, in as many statements', async () => {
  const group = await found('secret');
  const inputs = {
    'stewards.archive': { reason, key: 'key of a try 1' },
    'stewards.unarchive': { reason, key: 'key of a try 2' },
    'groups.invite': { person: ben, key: 'key of a try 3' },
    'groups.rename': { name: 'Mine' },
    'groups.mayRename': {},
  };
  for (const [operation, input] of Object.entries(inputs)) {
    const tried = async (id: string) => {
      await call(zoe, 'groups.browse');
      const before = organisation.statements.length;
      const answer = await call(zoe, operation, { group: id, ...input });
      return {
        answer: JSON.stringify(answer).replaceAll(groupContainer(id), 'it'),
        statements: organisation.statements.length - before,
      };
    };
    const there = await tried(group);
    expect(there.answer, operation).toMatch(/Forbidden|NotFound/);
    expect(await tried('closed:secret-key-of-nothing'), operation).toEqual(there);
  }
});
