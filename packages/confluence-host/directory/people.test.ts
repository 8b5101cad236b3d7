/** Whom the search for people offers, over a site with everybody whom a real one has. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountOf, openOrganisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';

const colleagues = [
  { accountId: 'william', displayName: 'William Kahn' },
  { accountId: 'kahn-bot', displayName: 'Kahn Reminder', isApp: true },
  { accountId: 'gone', displayName: 'Walter Kahn', active: false },
  { accountId: 'silent', displayName: 'Wanda Kahn', active: false, hasStatus: false },
  {
    accountId: 'weg',
    displayName: 'Wolf Kahn',
    active: false,
    hasStatus: false,
    suffix: '(Nicht lizenziert)',
  },
  { accountId: 'finance', displayName: 'Wim Kahn (Finance)' },
];

let organisation: Organisation;
beforeEach(async () => {
  organisation = await openOrganisation({ colleagues });
});
afterEach(() => organisation.close());

const anna = { as: accountOf('anna') };
const search = (text: string) =>
  organisation.within(anna, async ({ directory }) =>
    (await directory.search(text, 8)).map(({ name }) => name),
  );

describe('the search for people', () => {
  it('F-A1: is open with the scope that the reference names', async () => {
    expect(await search('william')).toEqual(['William Kahn']);
  });

  it('F-B3: finds a name both ways round, and no app', async () => {
    expect(await search('William Kahn')).toEqual(['William Kahn']);
    expect(await search('kahn william')).toEqual(['William Kahn']);
    expect(await search('kahn')).toEqual(['William Kahn', 'Wim Kahn (Finance)']);
  });

  it('F-B3: asks nothing for a text in which there is no word', async () => {
    expect(await search('  "*" ')).toEqual([]);
  });
});

describe('somebody who is deactivated', () => {
  it.each([
    ['whose status is told', 'gone', 'Walter Kahn'],
    ['of whom the name alone tells', 'silent', 'Wanda Kahn'],
    ['of whom the name tells in the language of the site', 'weg', 'Wolf Kahn'],
  ])('F-B4: %s is shown as somebody who left, by the name alone', async (_, id, name) => {
    const [person] = await organisation.within(anna, ({ directory }) => directory.people([id]));
    expect(person).toEqual({ id, name, active: false });
  });

  it('F-B4: is nobody whose department stands behind the name', async () => {
    const [person] = await organisation.within(anna, ({ directory }) =>
      directory.people(['finance']),
    );
    expect(person).toMatchObject({ name: 'Wim Kahn (Finance)', active: true });
  });
});
