/** What stewards hide on Confluence is kept back by the resolver: it is in no answer to a member. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DoorResponse } from './resolver/door.ts';
import { accountOf, openOrganisation } from './testing/organisation.ts';
import type { Organisation } from './testing/organisation.ts';

const canary = 'Canary Industries';
const [anna, ben, zoe] = [accountOf('anna'), accountOf('ben'), accountOf('zoe')];

let organisation: Organisation;
let answers: string[];
beforeEach(async () => {
  organisation = await openOrganisation();
  answers = [];
});
afterEach(() => organisation.close());

async function call(as: string, operation: string, input: object = {}): Promise<DoorResponse> {
  const answer = await organisation.call({ as, space: 'WORK' }, operation, input);
  if (as === zoe) answers.push(JSON.stringify(answer));
  return answer;
}

async function value<T>(as: string, operation: string, input: object): Promise<T> {
  const answer = await call(as, operation, input);
  if ('error' in answer) throw new Error(`${operation}: ${answer.error.message}`);
  return answer.value as T;
}

/** Everything that a page asks about a group and a message in it. */
async function readEverything(as: string, group: string, post: string, comment: string) {
  await value(as, 'wall.read', { group });
  await value(as, 'wall.comments', { group, post });
  await value(as, 'wall.thread', { group, post });
  await value(as, 'wall.newest', { groups: [group] });
  for (const message of [
    { group, kind: 'post', id: post },
    { group, kind: 'comment', id: comment },
  ]) {
    await value(as, 'wall.history', message);
    await value(as, 'wall.reactors', message);
  }
  await value(as, 'groups.browse', {});
  await value(as, 'groups.unread', { groups: [group] });
  const reads = { group, person: ben };
  await value(as, 'stewards.read', { group });
  await value(as, 'stewards.readers', reads);
  await call(as, 'stewards.waiting', { group });
}

interface Found {
  readonly id: string;
  readonly version: string;
}

/** Anna founds a group; Ben asks there with the canary in every wording, and answers himself. */
async function write(access: 'open' | 'closed') {
  const about = { name: 'Sales', purpose: 'We sell.', access };
  const { id: group } = await value<Found>(anna, 'groups.create', about);
  if (access === 'closed') {
    for (const person of [ben, zoe]) {
      await value(anna, 'groups.admit', { group, person, role: 'member' });
    }
  }
  const said = { group, text: `${canary} left us`, key: 'key of a post', kind: 'question' };
  const { id: post, version } = await value<Found>(ben, 'wall.post', said);
  const reply = { group, post, text: `${canary} did`, key: 'key of a comment' };
  const { id: comment } = await value<Found>(ben, 'wall.comment', reply);
  await organisation.clock.advance(20 * 60_000);
  const edit = { group, kind: 'post', id: post, text: `${canary} leaves us`, version };
  await value(ben, 'wall.edit', edit);
  await value(ben, 'wall.accept', { group, post, comment });
  return { group, post, comment };
}

describe.each(['open', 'closed'] as const)('in a group that is %s', (access) => {
  it('a hidden message is in no answer to a member, and in those to its author and stewards', async () => {
    const { group, post, comment } = await write(access);
    await readEverything(zoe, group, post, comment);
    expect(answers.join('\n')).toContain(canary);
    for (const [at, message] of [
      { kind: 'post', id: post },
      { kind: 'comment', id: comment },
    ].entries()) {
      const reason = 'names a customer';
      await value(anna, 'stewards.hide', { group, ...message, reason, key: `key of hide ${at}` });
    }
    answers = [];
    await readEverything(zoe, group, post, comment);
    expect(answers.length).toBeGreaterThan(10);
    expect(answers.join('\n')).toContain('names a customer');
    expect(answers.join('\n')).not.toContain(canary);
    for (const reader of [ben, anna]) {
      expect(JSON.stringify(await call(reader, 'wall.read', { group }))).toContain(canary);
    }
  });

  it('nobody hides who is no steward', async () => {
    const { group, post } = await write(access);
    const hide = { group, kind: 'post', id: post, reason: 'I do not like', key: 'key of hide' };
    expect(await call(zoe, 'stewards.hide', hide)).toMatchObject({ error: { tag: 'Forbidden' } });
    const { posts } = await value<{ posts: readonly object[] }>(zoe, 'wall.read', { group });
    expect(JSON.stringify(posts)).toContain(canary);
  });
});
