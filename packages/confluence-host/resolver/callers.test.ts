/** Who may call at all, and what the product has to hear of before anybody may. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { accountOf, openOrganisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';

let organisation: Organisation;
beforeEach(async () => {
  organisation = await openOrganisation({
    colleagues: [{ accountId: 'newcomer', displayName: 'Newcomer', mustConsent: true }],
  });
});
afterEach(() => organisation.close());

const groups = { payload: { operation: 'groups.list', input: {} } };

it('F-B6: who is not signed in is nobody, although they have an account id', async () => {
  const context = { accountId: 'unidentified', cloudId: 'a-site' };
  const answer = await organisation.inside({ as: accountOf('anna') }, () =>
    organisation.resolve({ ...groups, context }),
  );
  expect(answer).toMatchObject({ error: { tag: 'Forbidden' } });
  expect(
    organisation.statements.filter(({ parameters }) => parameters.includes('unidentified')),
  ).toEqual([]);
});

it('F-B7: that consent is missing leaves the function as it is, so that the product asks for it', async () => {
  const failed = organisation.call({ as: 'newcomer', space: 'WORK' }, 'groups.list');
  await expect(failed).rejects.toMatchObject({ cause: { name: 'NEEDS_AUTHENTICATION_ERR' } });
});
