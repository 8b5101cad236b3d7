/** What the feed of thanks costs on Confluence, with those of one's groups among it. */
import type { KudosPage } from '@kantine/core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { accountOf, openOrganisation } from './testing/organisation.ts';
import type { Organisation } from './testing/organisation.ts';
import { valueOf } from './testing/value.ts';

const [anna, ben, zoe] = [accountOf('anna'), accountOf('ben'), accountOf('zoe')];

let organisation: Organisation;
beforeEach(async () => {
  organisation = await openOrganisation();
});
afterEach(() => organisation.close());

const value = <T>(as: string, operation: string, input?: object): Promise<T> =>
  valueOf<T>(organisation, as, operation, input);

it('is one call and five statements with thanks in open and closed groups, and four without a group', async () => {
  const words = { value: 'helps-out', as: 'thanks', recipients: [ben] };
  const groups: string[] = [];
  for (const access of ['open', 'open', 'secret'] as const) {
    const key = `key of group ${groups.length}`;
    const about = { name: `Group ${groups.length}`, purpose: '', access, key };
    const { id: group } = await value<{ id: string }>(anna, 'groups.create', about);
    if (access === 'open') await value(ben, 'groups.join', { group });
    else await value(anna, 'groups.admit', { group, person: ben, role: 'member' });
    const reason = `for the crates in ${groups.length}`;
    await value(anna, 'kudos.give', { ...words, reason, key: `key of thanks ${key}`, group });
    groups.push(group);
    await organisation.clock.advance(60_000);
  }
  await value(anna, 'kudos.give', { ...words, reason: 'for all to read', key: 'key of thanks' });
  organisation.statements.length = 0;
  const { thankYous } = await value<KudosPage>(ben, 'kudos.read', { isWide: true });
  expect(organisation.statements.length).toBeLessThanOrEqual(5);
  expect(thankYous.map(({ group }) => group?.name)).toEqual([
    undefined,
    'Group 2',
    'Group 1',
    'Group 0',
  ]);
  organisation.statements.length = 0;
  const { thankYous: others } = await value<KudosPage>(zoe, 'kudos.read', { isWide: true });
  expect(organisation.statements.length).toBeLessThanOrEqual(4);
  expect(others.map(({ reason }) => reason)).toEqual(['for all to read']);
});
