import { beforeEach, describe, expect, it } from 'vitest';
import { createCommunity } from './community.ts';
import type { Community } from './community.ts';
import { operationNames } from './operation-names.ts';
import type { OperationName } from './operation-names.ts';
import { answer, remoteCommunity } from './remote.ts';
import type { Request, Response } from './remote.ts';
import { organisation } from './testing/organisation.ts';
import type { Organisation } from './testing/organisation.ts';

const overJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** A page whose community runs somewhere else, with nothing but JSON in between. */
function remotely(company: Organisation, person: string): Community {
  const host = company.host(person);
  const send = async (request: Request): Promise<Response> =>
    overJson(await answer(host, overJson(request)));
  return remoteCommunity({ send, changes: host.changes, ids: host.ids });
}

/** The same things done in the same order, with what came of each. */
async function everything(page: Community, colleague: Community) {
  const outcomes: [OperationName, unknown][] = [];
  const note = async <T>(name: OperationName, work: Promise<T>): Promise<T> => {
    const outcome = await work.then(
      (value) => ({ value }),
      (error: unknown) => {
        const { tag, data, message } = error as Record<string, unknown>;
        return { error: { tag, data, message } };
      },
    );
    outcomes.push([name, outcome]);
    return work;
  };
  const key = (name: string) => `key-of-${name}`;
  await note('readMe', page.readMe());
  await note(
    'updateProfile',
    page.updateProfile({ about: 'Bakes', askMeAbout: ['Tea'], interests: [] }),
  );
  const { id: group } = await note('createGroup', page.createGroup({ name: 'Lunch', purpose: '' }));
  await note('joinGroup', page.joinGroup({ group }));
  const post = await note('post', page.post({ group, text: 'post', key: key('post') }));
  const at = { group, post: post.id };
  const reply = await note('comment', page.comment({ ...at, text: 'reply', key: key('reply') }));
  const message = { group, kind: 'post', id: post.id } as const;
  const edited = await note('edit', page.edit({ ...message, text: 'new', version: post.version }));
  await note('react', page.react({ message, post: post.id, kind: 'like' }));
  await note('markRead', page.markRead({ group, until: 5 }));
  const thanks = { value: 'brings-joy', reason: 'for all the help', as: 'kudos' } as const;
  await note('giveKudos', page.giveKudos({ ...thanks, recipients: ['bram'], key: key('kudos') }));
  await note('readWall', page.readWall({ group }));
  await note('readThread', page.readThread(at));
  await note('readHistory', page.readHistory(message));
  await note('readReactors', page.readReactors(message));
  await note('readPerson', page.readPerson({ person: 'ada' }));
  await note('searchPeople', page.searchPeople({ text: 'bram' }));
  await note('listGroups', page.listGroups());
  await note('readGroup', page.readGroup({ group }));
  const closed = { name: 'Den', purpose: '', access: 'closed' } as const;
  const { id: den } = await note('createGroup', page.createGroup(closed));
  await note('addMember', page.addMember({ group: den, person: 'bram', role: 'member' }));
  await note('readMembers', page.readMembers({ group: den }));
  await note('removeMember', page.removeMember({ group: den, person: 'bram' }));
  await note('listGroupRequests', page.listGroupRequests());
  await note('declineGroup', page.declineGroup({ group: den, by: 'ada' }));
  await note('readKudos', page.readKudos({}));
  await note('readKudosBudget', page.readKudosBudget());
  await note('readKudosAudience', page.readKudosAudience());

  const refused: [OperationName, Promise<unknown>][] = [
    ['edit', page.edit({ ...message, text: 'late', version: post.version })],
    ['post', page.post({ group, text: ' ', key: key('empty') })],
    ['post', page.post({ group: 'nowhere', text: 'lost', key: key('lost') })],
    ['readPerson', page.readPerson({ person: 'nobody' })],
    ['giveKudos', page.giveKudos({ ...thanks, recipients: ['left'], key: key('gone') })],
    ['giveKudos', page.giveKudos({ ...thanks, recipients: ['ada'], key: key('self') })],
    [
      'giveKudos',
      page.giveKudos({
        ...thanks,
        recipients: ['bram', 'chloe', 'daan', 'emre'],
        key: key('four'),
      }),
    ],
    ['giveKudos', page.giveKudos({ ...thanks, recipients: ['bram'], key: key('sixth') })],
    ['createGroup', colleague.createGroup({ name: 'lunch', purpose: '' })],
    ['edit', colleague.edit({ ...message, text: 'mine', version: edited.version })],
    ['readGroup', page.readGroup({ group: '' })],
    ['approveGroup', page.approveGroup({ group: den, by: 'ada' })],
  ];
  for (const [name, work] of refused) await note(name, work).catch(() => undefined);

  await note('withdrawKudos', page.withdrawKudos({ id: key('kudos') }));
  const deletion = { group, kind: 'comment', id: reply.id, version: reply.version } as const;
  await note('deleteMessage', page.deleteMessage({ ...deletion, reason: 'mistake' }));
  await note('leaveGroup', page.leaveGroup({ group }));
  return outcomes;
}

describe('a community across a channel', () => {
  let here: Organisation;
  let there: Organisation;
  beforeEach(() => {
    here = organisation();
    there = organisation();
  });

  it('gives the same results and errors as one in the same process, for every operation', async () => {
    const local = await everything(
      createCommunity(here.host('ada')),
      createCommunity(here.host('bram')),
    );
    const remote = await everything(remotely(there, 'ada'), remotely(there, 'bram'));
    expect(remote).toEqual(local);
    expect(new Set(local.map(([name]) => name))).toEqual(new Set(operationNames));
    const tags = local.flatMap(
      ([, outcome]) => /"tag":"(\w+)"/.exec(JSON.stringify(outcome))?.[1] ?? [],
    );
    expect(new Set(tags)).toEqual(
      new Set(['Conflict', 'Invalid', 'Forbidden', 'NotFound', 'QuotaReached']),
    );
  });

  it('passes on that the host is offline or busy', async () => {
    const page = remotely(there, 'ada');
    there.faults.inject({ kind: 'offline', on: 'directory' });
    await expect(page.readMe()).rejects.toMatchObject({ tag: 'Offline' });
    there.faults.heal();
    there.faults.inject({ kind: 'throttled', on: 'directory', retryAfterSeconds: 7 });
    await expect(page.readMe()).rejects.toMatchObject({
      tag: 'Throttled',
      data: { retryAfterSeconds: 7 },
    });
  });

  it('knows no operation that is not one, however it is named', async () => {
    for (const operation of ['eraseEverything', 'toString', '__proto__', 'constructor', '']) {
      const response = await answer(there.host('ada'), { operation, input: {} });
      expect(response).toMatchObject({ error: { tag: 'Invalid', data: { field: 'operation' } } });
    }
  });

  it('keeps an error that is not ours on its own side', async () => {
    const broken = {
      ...there.host('ada'),
      identity: { me: () => Promise.reject(new TypeError('secret')) },
    };
    await expect(answer(broken, { operation: 'readMe', input: {} })).rejects.toThrow(TypeError);
  });

  it('hears of changes, and makes keys of its own', async () => {
    const page = remotely(there, 'ada');
    let heard = 0;
    const stop = page.subscribe(() => (heard += 1));
    await there.as('bram').createGroup({ name: 'Lunch', purpose: '' });
    expect(heard).toBe(2);
    stop();
    expect(page.newKey()).not.toBe(page.newKey());
  });
});
