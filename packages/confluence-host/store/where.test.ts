/** Groups of other spaces are told to nobody who may not read these, whatever cursor a page sends. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GroupPage, GroupView } from '@kantine/core';
import { accountOf, openOrganisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';

const anna = accountOf('anna');
const ben = accountOf('ben');

let organisation: Organisation;
beforeEach(async () => {
  organisation = await openOrganisation();
  for (const [space, access, name] of [
    ['WORK', 'open', 'Hush open'],
    ['WORK', 'closed', 'Hush closed'],
    ['HALL', 'open', 'Choir'],
  ] as const) {
    const input = { name, purpose: '', access };
    expect(await organisation.call({ as: anna, space }, 'groups.create', input)).toHaveProperty(
      'value',
    );
  }
});
afterEach(() => organisation.close());

const cursors = [undefined, 'here', 'elsewhere', 'here zz', 'elsewhere zz', 'zz', 'zzzzzzzzzz'];

const browse = (space: 'WORK' | 'HALL' | undefined, cursor: string | undefined) =>
  organisation.call(
    space === undefined ? { as: ben } : { as: ben, space },
    'groups.browse',
    cursor === undefined ? {} : { cursor },
  );

describe('F-A4: the list of groups', () => {
  it('tells of no group in a space that one may not read, from any page and with any cursor', async () => {
    await organisation.restrict(ben, 'none');
    for (const space of ['WORK', 'HALL', undefined] as const) {
      for (const cursor of cursors) {
        const response = await browse(space, cursor);
        expect(JSON.stringify(response), `${space} ${cursor}`).not.toMatch(/hush/i);
        if (space === 'WORK') expect(response).toMatchObject({ error: { tag: 'Forbidden' } });
      }
    }
  });

  it('ends behind the groups of other spaces, each of which is told once', async () => {
    const told: GroupView[] = [];
    let next: string | undefined;
    do {
      const { value } = (await browse('HALL', next)) as { readonly value: GroupPage };
      told.push(...value.own, ...value.others);
      next = value.cursor;
    } while (next !== undefined);
    expect(told.map(({ name }) => name)).toEqual(['Choir', 'Hush closed', 'Hush open']);
  });

  it('refuses a cursor that no page gave', async () => {
    for (const cursor of ['here !', 'elsewhere !', 'elsewhere 1.2']) {
      expect(await browse('HALL', cursor)).toMatchObject({
        error: { tag: 'Invalid', data: { field: 'cursor' } },
      });
    }
  });

  it('of the only space in which Kantine is enabled leads to no others', async () => {
    organisation.permissions.administer.push(anna);
    const page = { as: anna, space: 'WORK' } as const;
    await organisation.call(page, 'changeSpaceSettings', { enabled: false });
    const { value } = (await browse('HALL', undefined)) as { readonly value: GroupPage };
    expect(value).not.toHaveProperty('elsewhere');
    expect(value).not.toHaveProperty('cursor');
  });

  it('of a page in no space holds the groups of all spaces, the newest first', async () => {
    const { value } = (await browse(undefined, undefined)) as { readonly value: GroupPage };
    expect(value.others.map(({ name }) => name)).toEqual(['Choir', 'Hush closed', 'Hush open']);
    expect(value).not.toHaveProperty('elsewhere');
  });
});
