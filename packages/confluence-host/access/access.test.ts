import { route } from '@forge/api';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { groupContainer, isOperationName, operationNames } from '@kantine/core';
import type { GroupView, PostView } from '@kantine/core';
import { openKantine } from '../kantine.ts';
import { askConfluence } from './index.ts';
import { accountOf, openOrganisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';

const anna = accountOf('anna');
const ben = accountOf('ben');
const forbidden = { error: { tag: 'Forbidden' } };

/** An input for every operation, about the group of somebody else. */
const inputsFor = (group: string, post: string): Readonly<Record<string, unknown>> => ({
  readPerson: { person: anna },
  searchPeople: { text: 'anna' },
  updateProfile: { about: 'me', askMeAbout: [], interests: [] },
  readGroup: { group },
  createGroup: { name: 'Another', purpose: '' },
  joinGroup: { group },
  leaveGroup: { group },
  readMembers: { group },
  addMember: { group, person: ben, role: 'member' },
  removeMember: { group, person: anna },
  approveGroup: { group, by: anna },
  declineGroup: { group, by: anna },
  readWall: { group },
  readThread: { group, post },
  readHistory: { group, kind: 'post', id: post },
  readReactors: { group, kind: 'post', id: post },
  post: { group, text: 'I was here', key: 'intruder-1' },
  comment: { group, post, text: 'I was here', key: 'intruder-2' },
  edit: { group, kind: 'post', id: post, text: 'I was here', version: '0' },
  deleteMessage: { group, kind: 'post', id: post, version: '0', reason: '' },
  react: { message: { group, kind: 'post', id: post }, post, kind: 'like' },
  markRead: { group, until: 1 },
  giveKudos: {
    recipients: [anna],
    value: 'helps-out',
    reason: 'you know why',
    as: 'kudos',
    key: 'intruder-3',
  },
  withdrawKudos: { id: 'intruder-3' },
});

describe('access', () => {
  let organisation: Organisation;
  let group: string;
  let post: string;

  const value = async <T>(answer: Promise<unknown>): Promise<T> => {
    const response = (await answer) as { value?: unknown; error?: unknown };
    expect(response.error).toBeUndefined();
    return response.value as T;
  };

  beforeEach(async () => {
    organisation = await openOrganisation();
    const here = { as: anna, space: 'WORK' } as const;
    const named = { name: 'Hush', purpose: 'hush hush' };
    group = (await value<GroupView>(organisation.call(here, 'createGroup', named))).id;
    const text = { group, text: 'The hush is out', key: 'key-of-anna' };
    post = (await value<PostView>(organisation.call(here, 'post', text))).id;
  });
  afterEach(() => organisation.close());

  const everywhere: readonly { space?: 'WORK' | 'HALL' }[] = [
    {},
    { space: 'WORK' },
    { space: 'HALL' },
  ];
  /** What somebody sends along who would like to be somebody else, somewhere else. */
  const forgeries = (): readonly object[] => [
    {},
    { accountId: anna, context: { accountId: anna, extension: { space: { id: '300' } } } },
    { principal: { accountId: anna }, space: '300', extension: { space: { id: '300' } } },
  ];

  it('to a space decides what of its groups anybody is told, through any call and from any page', async () => {
    await organisation.restrict(ben, 'none');
    const inputs = inputsFor(group, post);
    for (const page of everywhere) {
      for (const forgery of forgeries()) {
        for (const operation of operationNames) {
          const input = inputs[operation] ?? {};
          const response = await organisation.call({ as: ben, ...page }, operation, input, forgery);
          expect(JSON.stringify(response), `${operation} from ${page.space}`).not.toMatch(/hush/i);
          // Who joined a group is as much of a secret as its name.
          const members = operation === 'readMembers' ? response : {};
          expect(JSON.stringify(members)).not.toContain(anna);
          if (page.space === 'WORK') expect(response).toMatchObject(forbidden);
        }
      }
    }
    const page = { as: anna, space: 'WORK' } as const;
    const wall = await value<{ posts: PostView[] }>(organisation.call(page, 'readWall', { group }));
    expect(wall.posts).toMatchObject([{ text: 'The hush is out', commentCount: 0 }]);
    expect(wall.posts[0]?.reactions.counts).toEqual({});
  });

  it('is not gained by naming rows of a closed space in a group of an open one', async () => {
    await organisation.restrict(ben, 'none');
    const page = { as: ben, space: 'HALL' } as const;
    const own = await value<GroupView>(
      organisation.call(page, 'createGroup', { name: 'Open', purpose: '' }),
    );
    const inputs = inputsFor(own.id, post);
    for (const operation of [
      'readThread',
      'readHistory',
      'readReactors',
      'comment',
      'edit',
      'react',
    ]) {
      const response = await organisation.call(page, operation, inputs[operation]);
      expect(JSON.stringify(response), operation).not.toMatch(/hush/i);
      expect(JSON.stringify(response), operation).not.toContain(anna);
    }
  });

  it('ends at most a minute after it was taken away', async () => {
    const page = { as: ben, space: 'WORK' } as const;
    await value(organisation.call(page, 'readWall', { group }));
    await organisation.clock.advance(29_000);
    const { permissions } = organisation;
    permissions.read.splice(permissions.read.indexOf(ben), 1);
    await organisation.clock.advance(31_000);
    expect(await organisation.call(page, 'readWall', { group })).toMatchObject(forbidden);
  });

  /** What modules are shown or hidden by. */
  const properties = () =>
    organisation.inside({ as: anna, space: 'WORK' }, async () => {
      const found = await askConfluence<{ results: readonly { value: unknown }[] }>(
        organisation.instance.wait,
        route`/wiki/api/v2/spaces/300/properties?key=kantine`,
      );
      return found?.results.map((property) => property.value);
    });

  it('ends at once where Kantine is no longer enabled', async () => {
    organisation.permissions.administer.push(anna);
    const page = { as: anna, space: 'WORK' } as const;
    await organisation.clock.advance(60_000);
    await value(organisation.call(page, 'changeSpaceSettings', { enabled: false }));
    expect(await organisation.call(page, 'readWall', { group })).toMatchObject(forbidden);
    expect(await organisation.call({ as: anna }, 'readWall', { group })).not.toHaveProperty(
      'value',
    );
    expect(await value(organisation.call(page, 'readSpaceSettings'))).toEqual({
      enabled: false,
      mayChange: true,
    });
    expect(await properties()).toEqual([]);
    await value(organisation.call(page, 'changeSpaceSettings', { enabled: true }));
    expect(await properties()).toEqual([{ enabled: true }]);
    await value(organisation.call(page, 'readWall', { group }));
  });

  it('to no space in which it is enabled is access to nothing', async () => {
    const all = (work: 'none' | 'write') => organisation.restrict(ben, work);
    await all('none');
    const { hall } = organisation;
    hall.splice(hall.indexOf(ben), 1);
    await organisation.clock.advance(60_000);
    for (const page of everywhere) {
      for (const operation of operationNames) {
        const input = inputsFor(group, post)[operation] ?? {};
        const response = await organisation.call({ as: ben, ...page }, operation, input);
        expect(response, operation).toMatchObject(forbidden);
      }
    }
  });

  it('to read a space is not access to write in it', async () => {
    await organisation.restrict(ben, 'read');
    const page = { as: ben, space: 'WORK' } as const;
    const wall = await value<{ canWrite: boolean }>(organisation.call(page, 'readWall', { group }));
    expect(wall.canWrite).toBe(false);
    const inputs = inputsFor(group, post);
    for (const operation of ['post', 'comment', 'react', 'createGroup']) {
      expect(await organisation.call(page, operation, inputs[operation])).toMatchObject(forbidden);
    }
  });

  it('to a closed group takes its space and its stewards', async () => {
    const page = { as: anna, space: 'WORK' } as const;
    const { id } = await value<GroupView>(
      organisation.call(page, 'createGroup', { name: 'Den', purpose: '', access: 'closed' }),
    );
    await value(organisation.call(page, 'addMember', { group: id, person: ben, role: 'member' }));
    await value(organisation.call({ as: ben }, 'readWall', { group: id }));
    await organisation.restrict(ben, 'none');
    const response = await organisation.call({ as: ben }, 'readWall', { group: id });
    expect(response).toHaveProperty('error');
    const inside = { as: ben };
    const right = await organisation.within(inside, ({ containers }) =>
      containers.rights([groupContainer(id)]),
    );
    expect(right.get(groupContainer(id))).toBe('none');
  });

  it('is not granted while Confluence does not answer', async () => {
    const page = { as: ben, space: 'WORK' } as const;
    const { faults } = organisation.forge;
    const read = () => organisation.call(page, 'readWall', { group });
    const always = faults.always({ service: 'confluence', match: /spaces/, kind: 'error' });
    expect(await read()).toMatchObject({ error: { tag: 'Offline' } });
    always();
    faults.next({ service: 'confluence', match: /spaces/, kind: 'rate-limit', retryAfter: 120 });
    expect(await read()).toMatchObject({
      error: { tag: 'Throttled', data: { retryAfterSeconds: 120 } },
    });
    // A wait that is short is waited for, and a question without an answer is asked once more.
    faults.next({ service: 'confluence', match: /spaces/, kind: 'rate-limit', retryAfter: 1 });
    faults.next({ service: 'confluence', match: /spaces/, kind: 'lost-answer' });
    expect(await read()).toHaveProperty('value');
  });

  it('of nobody is refused, whatever they send', async () => {
    const { resolve } = organisation;
    for (const context of [
      undefined,
      {},
      { accountId: '' },
      { accountId: 7 },
      { accountId: [anna] },
    ]) {
      const payload = { operation: 'readWall', input: { group }, accountId: anna };
      expect(await resolve({ payload, context })).toMatchObject(forbidden);
    }
  });

  it('that fails inside tells the log what went wrong, and nobody else', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    const { resolve } = openKantine({
      onStatement: () => {
        throw new Error('hush: what only we should know');
      },
    });
    const failure = await organisation
      .inside({ as: anna }, (context) => resolve({ payload: { operation: 'readMe' }, context }))
      .catch((error: unknown) => error);
    expect(String(failure)).toContain('the log of the app says why');
    expect(String(failure)).not.toMatch(/hush/);
    expect(String(log.mock.calls.flat())).toMatch(/hush/);
    log.mockRestore();
  });

  it('to settings is for administrators', async () => {
    const page = { as: ben, space: 'WORK' } as const;
    expect(await value(organisation.call(page, 'readSpaceSettings'))).toEqual({
      enabled: true,
      mayChange: false,
    });
    for (const [operation, input] of [
      ['changeSpaceSettings', { enabled: false }],
      ['readSiteSettings', {}],
      ['changeSiteSettings', { keepMonths: 1 }],
    ] as const) {
      expect(await organisation.call(page, operation, input)).toMatchObject(forbidden);
    }
    const admin = { as: 'admin' };
    await value(organisation.call(admin, 'changeSiteSettings', { keepMonths: 24 }));
    const settings = await value<{ keepMonths: number }>(
      organisation.call(admin, 'readSiteSettings'),
    );
    expect(settings).toMatchObject({ keepMonths: 24, usage: { mostBytes: 2 ** 27 } });
  });

  it('is asked for by operations that there are, with what they take', async () => {
    const page = { as: anna, space: 'WORK' } as const;
    const invalid = { error: { tag: 'Invalid' } };
    for (const operation of [
      '',
      'constructor',
      '__proto__',
      'toString',
      'drop',
      7,
      null,
      ['post'],
    ]) {
      expect(isOperationName(String(operation))).toBe(Array.isArray(operation));
      const response = await organisation.call(page, operation as string);
      expect(response, String(operation)).toMatchObject(invalid);
    }
    for (const [operation, input] of [
      ['readWall', { group: { $ne: '' } }],
      ['readWall', { group: 'x'.repeat(300) }],
      ['post', { group, text: 'x', key: '' }],
      ['changeSpaceSettings', { enabled: 'yes' }],
      ['changeSiteSettings', { keepMonths: -1 }],
    ] as const) {
      expect(await organisation.call(page, operation, input)).toMatchObject(invalid);
    }
  });
});
