import { route } from '@forge/api';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { declaredOperations, groupContainer } from '@kantine/core';
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
  'card.read': { person: anna },
  'people.search': { text: 'anna' },
  'card.update': { about: 'me', askMeAbout: [], interests: [] },
  'groups.read': { group },
  'groups.create': { name: 'Another', purpose: '' },
  'groups.join': { group },
  'groups.leave': { group },
  'groups.members': { group },
  'groups.admit': { group, person: ben, role: 'member' },
  'groups.expel': { group, person: anna },
  'groups.approve': { group, by: anna },
  'groups.decline': { group, by: anna },
  'wall.read': { group },
  'wall.thread': { group, post },
  'wall.history': { group, kind: 'post', id: post },
  'wall.reactors': { group, kind: 'post', id: post },
  'wall.post': { group, text: 'I was here', key: 'intruder-1' },
  'wall.comment': { group, post, text: 'I was here', key: 'intruder-2' },
  'wall.edit': { group, kind: 'post', id: post, text: 'I was here', version: '0' },
  'wall.remove': { group, kind: 'post', id: post, version: '0', reason: '' },
  'wall.react': { message: { group, kind: 'post', id: post }, post, kind: 'like' },
  'wall.markRead': { group, until: 1 },
  'kudos.give': {
    recipients: [anna],
    value: 'helps-out',
    reason: 'you know why',
    as: 'kudos',
    key: 'intruder-3',
  },
  'kudos.withdraw': { id: 'intruder-3' },
});

const operationNames = [...(await declaredOperations()).keys()];

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
    // How often a person may call is tested elsewhere.
    organisation = await openOrganisation({ isPaced: false });
    const here = { as: anna, space: 'WORK' } as const;
    const named = { name: 'Hush', purpose: 'hush hush' };
    group = (await value<GroupView>(organisation.call(here, 'groups.create', named))).id;
    const text = { group, text: 'The hush is out', key: 'key-of-anna' };
    post = (await value<PostView>(organisation.call(here, 'wall.post', text))).id;
  });
  afterEach(() => organisation.close());

  const everywhere: readonly { space?: 'WORK' | 'HALL' }[] = [
    {},
    { space: 'WORK' },
    { space: 'HALL' },
  ];
  /** Claims to be another person, on another page. */
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
          // The members of a group are as secret as its name.
          const members = operation === 'groups.members' ? response : {};
          expect(JSON.stringify(members)).not.toContain(anna);
          if (page.space === 'WORK') expect(response).toMatchObject(forbidden);
        }
      }
    }
    const page = { as: anna, space: 'WORK' } as const;
    const wall = await value<{ posts: PostView[] }>(
      organisation.call(page, 'wall.read', { group }),
    );
    expect(wall.posts).toMatchObject([{ text: 'The hush is out', commentCount: 0 }]);
    expect(wall.posts[0]?.reactions.counts).toEqual({});
  });

  it('is not gained by naming rows of a closed space in a group of an open one', async () => {
    await organisation.restrict(ben, 'none');
    const page = { as: ben, space: 'HALL' } as const;
    const own = await value<GroupView>(
      organisation.call(page, 'groups.create', { name: 'Open', purpose: '' }),
    );
    const inputs = inputsFor(own.id, post);
    for (const operation of [
      'wall.thread',
      'wall.history',
      'wall.reactors',
      'wall.comment',
      'wall.edit',
      'wall.react',
    ]) {
      const response = await organisation.call(page, operation, inputs[operation]);
      expect(JSON.stringify(response), operation).not.toMatch(/hush/i);
      expect(JSON.stringify(response), operation).not.toContain(anna);
    }
  });

  it('to read ends at most five minutes after it was taken away', async () => {
    const page = { as: ben, space: 'WORK' } as const;
    await value(organisation.call(page, 'wall.read', { group }));
    await organisation.clock.advance(29_000);
    const { permissions } = organisation;
    permissions.read.splice(permissions.read.indexOf(ben), 1);
    await organisation.clock.advance(5 * 60_000 + 1);
    expect(await organisation.call(page, 'wall.read', { group })).toMatchObject(forbidden);
  });

  /** The property that modules are shown and hidden by. */
  const properties = () =>
    organisation.within({ as: anna, space: 'WORK' }, async ({ asker }) => {
      const found = await askConfluence<{ results: readonly { value: unknown }[] }>(
        asker,
        route`/wiki/api/v2/spaces/300/properties?key=kantine`,
      );
      return found?.results.map((property) => property.value);
    });

  it('ends at once where Kantine is no longer enabled', async () => {
    organisation.permissions.administer.push(anna);
    const page = { as: anna, space: 'WORK' } as const;
    await organisation.clock.advance(60_000);
    const answered = await value(
      organisation.call(page, 'changeSpaceSettings', { enabled: false }),
    );
    expect(await organisation.call(page, 'wall.read', { group })).toMatchObject(forbidden);
    expect(await organisation.call({ as: anna }, 'wall.read', { group })).not.toHaveProperty(
      'value',
    );
    // The page looks up the name.
    expect(await value(organisation.call(page, 'readSpaceSettings'))).toEqual({
      enabled: false,
      mayChange: true,
      changed: { by: { id: anna, name: '', active: true }, at: organisation.clock.now() },
    });
    // The page shows it from the answer, without reading it back.
    expect(answered).toEqual(await value(organisation.call(page, 'readSpaceSettings')));
    expect(await properties()).toEqual([]);
    await value(organisation.call(page, 'changeSpaceSettings', { enabled: true }));
    expect(await properties()).toEqual([{ enabled: true }]);
    await value(organisation.call(page, 'wall.read', { group }));
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
    const wall = await value<{ canWrite: boolean }>(
      organisation.call(page, 'wall.read', { group }),
    );
    expect(wall.canWrite).toBe(false);
    const inputs = inputsFor(group, post);
    for (const operation of ['wall.post', 'wall.comment', 'wall.react', 'groups.create']) {
      expect(await organisation.call(page, operation, inputs[operation])).toMatchObject(forbidden);
    }
  });

  it('to a closed group takes its space and its stewards', async () => {
    const page = { as: anna, space: 'WORK' } as const;
    const { id } = await value<GroupView>(
      organisation.call(page, 'groups.create', { name: 'Den', purpose: '', access: 'closed' }),
    );
    await value(
      organisation.call(page, 'groups.admit', { group: id, person: ben, role: 'member' }),
    );
    await value(organisation.call({ as: ben }, 'wall.read', { group: id }));
    await organisation.restrict(ben, 'none');
    const response = await organisation.call({ as: ben }, 'wall.read', { group: id });
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
    const read = () => organisation.call(page, 'wall.read', { group });
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

  it('F-B7: that wants the consent of a person leaves the function as Forge needs it', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    const page = { as: ben, space: 'WORK' } as const;
    const { faults } = organisation.forge;
    faults.next({ service: 'confluence', match: /spaces/, kind: 'consent' });
    const asked = organisation.call(page, 'wall.read', { group });
    await expect(asked).rejects.toMatchObject({ cause: { name: 'NEEDS_AUTHENTICATION_ERR' } });
    faults.next({ service: 'confluence', match: /spaces/, kind: 'consent' });
    const calls = [{ operation: 'wall.read', input: { group } }];
    const together = organisation.call(page, 'together', { calls });
    await expect(together).rejects.toMatchObject({ cause: { name: 'NEEDS_AUTHENTICATION_ERR' } });
    expect(log).not.toHaveBeenCalled();
    log.mockRestore();
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
      const payload = { operation: 'wall.read', input: { group }, accountId: anna };
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
      .inside({ as: anna }, (context) => resolve({ payload: { operation: 'people.me' }, context }))
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
    const strange = [
      '',
      'constructor',
      '__proto__',
      'toString',
      'drop',
      'wall.constructor',
      7,
      null,
    ];
    for (const operation of [...strange, ['wall.post', 'wall.read']]) {
      const response = await organisation.call(page, operation as string);
      expect(response, String(operation)).toMatchObject({ error: { tag: 'Outdated' } });
    }
    for (const [operation, input] of [
      ['wall.read', { group: { $ne: '' } }],
      ['wall.read', { group: 'x'.repeat(300) }],
      ['wall.post', { group, text: 'x', key: '' }],
      ['changeSpaceSettings', { enabled: 'yes' }],
      ['changeSiteSettings', { keepMonths: -1 }],
    ] as const) {
      expect(await organisation.call(page, operation, input)).toMatchObject(invalid);
    }
  });
});
