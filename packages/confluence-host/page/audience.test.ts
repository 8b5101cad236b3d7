/** Who reads a space, as the page asks Confluence by itself. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Audience, GroupAudience } from '@kantine/core';
import { accountOf, openOrganisation } from '../testing/organisation.ts';
import type { Organisation, OrganisationOptions } from '../testing/organisation.ts';
import { windowOf } from '../testing/window.ts';
import type { Window } from '../testing/window.ts';
import { openAudiences } from './audience.ts';

const anna = accountOf('anna');
const ben = accountOf('ben');
const zoe = accountOf('zoe');
const place = { kind: 'space', name: 'Workshop' };

const groups = [
  { name: 'kitchen', members: [anna, ben] },
  { name: 'yard', members: [ben, zoe] },
  { name: 'confluence-users-acme', members: [anna, ben, zoe] },
  { name: 'atlassian-addons-project-access', members: ['app-1'] },
];

describe('who reads an open group of a space', () => {
  let organisation: Organisation;
  afterEach(() => organisation.close());

  /** An open group in the workshop, on a page of Ben's. */
  async function page(
    read: readonly string[],
    options: OrganisationOptions = {},
  ): Promise<{ window: Window; group: string }> {
    const app = { accountId: 'app-1', displayName: 'Another app', isApp: true } as const;
    organisation = await openOrganisation({ groups, colleagues: [app], ...options });
    organisation.permissions.read.splice(0, Infinity, ...read);
    const hers = await windowOf(organisation, { as: anna, space: 'WORK' });
    const { id } = await hers.community.groups.create({ name: 'Lunch', purpose: '' });
    return { window: await windowOf(organisation, { as: ben, space: 'WORK' }), group: id };
  }

  const audience = async (read: readonly string[]): Promise<Audience> => {
    const { window, group } = await page(read);
    return window.community.wall.audience({ group });
  };

  it('F-C6: is at most as many as are in the groups, also where they overlap', async () => {
    expect(await audience(['group:kitchen', 'group:yard', anna])).toEqual({
      ...{ known: false, kind: 'groups', groups: ['kitchen', 'yard'], people: 1, atMost: 5, place },
    });
  });

  it('is everybody who uses Confluence where the group of its own set-up may read', async () => {
    expect(await audience(['group:confluence-users-acme'])).toMatchObject({
      ...{ kind: 'groups', everyone: 'host', groups: [], atMost: 3, place },
    });
    await organisation.close();
    const everyone = await audience(['everyone']);
    expect(everyone).toMatchObject({ kind: 'groups', everyone: 'host' });
    expect(everyone).not.toHaveProperty('atMost');
  });

  it('is the internet where nobody has to sign in', async () => {
    expect(await audience(['group:kitchen', 'anonymous'])).toMatchObject({ everyone: 'internet' });
  });

  it('AUDIENCE-5: gives no exact number of people, among whom apps may be', async () => {
    expect(await audience([anna, ben, zoe, 'app-1'])).toEqual({
      ...{ known: false, kind: 'groups', groups: [], people: 4, atMost: 4, place },
    });
  });

  it('does not count the group that only apps are in', async () => {
    const read = ['group:kitchen', 'group:atlassian-addons-project-access'];
    expect(await audience(read)).toMatchObject({ groups: ['kitchen'], atMost: 2 });
  });

  it('F-A4: costs the app no points, and is asked once an hour', async () => {
    const { window, group } = await page(['group:kitchen']);
    await window.community.wall.read({ group });
    const before = organisation.forge.ledger.points.used;
    await window.community.wall.audience({ group });
    const asked = (): number =>
      window.calls().filter((call) => call.includes('fetchProduct')).length;
    const calls = asked();
    await window.community.wall.audience({ group });
    expect(asked()).toBe(calls);
    expect(organisation.forge.ledger.points.used).toBe(before);
  });

  it('does not keep the wall waiting, and is on it once it is known, beside who joined', async () => {
    const { window, group } = await page(['group:kitchen']);
    const first = await window.community.wall.read({ group });
    const joined = { count: 1, isIn: false, people: [{ id: anna, name: 'Anna de Vries' }] };
    expect(first.audience).toMatchObject({ known: false, kind: 'nothing', joined });
    await window.community.wall.audience({ group });
    const second = await window.community.wall.read({ group });
    expect(second.audience).toMatchObject({ kind: 'groups', atMost: 2, joined });
    expect(second.audience).not.toHaveProperty('space');
  });

  it('of what is there for everybody is everybody who uses Confluence', async () => {
    const { window } = await page(['group:kitchen']);
    const everybody = { known: false, kind: 'groups', groups: [], people: 0, everyone: 'host' };
    expect(await window.community.people.audience()).toEqual(everybody);
    expect(await window.community.kudos.audience()).toEqual(everybody);
  });
});

describe('where Confluence does not answer everything', () => {
  type Answers = Readonly<Record<string, unknown>>;
  const permission = (type: string, id: string) => ({
    principal: { type, id },
    operation: { key: 'read', targetType: 'space' },
  });

  function asking(answers: () => Answers) {
    let now = 0;
    const audiences = openAudiences({
      now: () => now,
      ask: (path) => {
        const found = Object.entries(answers()).find(([part]) => path.includes(part));
        return Promise.resolve(found?.[1]);
      },
    });
    return {
      audience: (more: object = {}) =>
        audiences.fill({
          known: false,
          kind: 'nothing',
          space: '300',
          ...more,
        }) as Promise<GroupAudience>,
      pass: (milliseconds: number) => void (now += milliseconds),
    };
  }

  const name = { 'spaces/300': { name: 'Workshop' } };

  it('has no number where sizes of groups may not be known', async () => {
    const { audience } = asking(() => ({
      'permissions?': { results: [permission('group', 'g1')] },
      'by-id': { name: 'kitchen' },
      ...name,
    }));
    expect(await audience()).toEqual({
      ...{ known: false, kind: 'groups', groups: ['kitchen'], people: 0, place },
    });
  });

  it('is the space by its name where its permissions may not be known', async () => {
    const { audience } = asking(() => ({ permissions: undefined, ...name }));
    const whole = asking(() => ({ 'permissions?': undefined, ...name }));
    expect(await audience()).toEqual({ known: false, kind: 'place', place });
    expect(await whole.audience()).toEqual({ known: false, kind: 'place', place });
  });

  it('reads on where there are many permissions, and gives up a space with too many', async () => {
    const further = (next: string) => ({
      results: [permission('user', next)],
      _links: { next: `/api/v2/spaces/300/permissions?cursor=${next}` },
    });
    const few = asking(() => ({
      'cursor=b': { results: [permission('user', 'last')] },
      'permissions?': further('b'),
      ...name,
    }));
    expect(await few.audience()).toMatchObject({ kind: 'groups', people: 2 });
    const many = asking(() => ({ 'permissions?': further('a'), ...name }));
    expect(await many.audience()).toEqual({ known: false, kind: 'place', place });
  });

  it('says what it was, and asks again half a minute later', async () => {
    let answers: Answers = { 'permissions?': { results: [permission('user', anna)] }, ...name };
    const { audience, pass } = asking(() => answers);
    const before = await audience();
    const joined = { count: 0, isIn: false, people: [] };
    answers = {};
    pass(61 * 60_000);
    expect(await audience({ joined })).toEqual({
      ...{ known: false, kind: 'nothing', joined },
      last: { audience: before, at: 0 },
    });
    answers = { 'permissions?': { results: [permission('user', anna)] }, ...name };
    pass(31_000);
    expect(await audience()).toEqual(before);
  });

  it('takes nobody for a reader by what they are that it does not know', async () => {
    const { audience } = asking(() => ({
      'permissions?': {
        results: [
          permission('ACCESS_CLASS', 'all-licensed-users'),
          permission('ACCESS_CLASS', 'all-product-admins'),
        ],
      },
      ...name,
    }));
    expect(await audience()).toMatchObject({ everyone: 'host', people: 0 });
  });
});
