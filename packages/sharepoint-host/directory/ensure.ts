/** Makes somebody a user of the site, who was found without being one. */
import { Forbidden } from '@kantine/core';
import type { PersonId } from '@kantine/core';
import { isMissingPrincipal, isRefusal } from '../wire/index.ts';
import type { Acquaintance } from './acquaintance.ts';
import type { Known } from './person.ts';
import { askUser, usersIn } from './users.ts';

/**
 * For who was chosen, and for nobody else: it writes into the site.
 * @returns undefined where the login is nobody's.
 * @throws Forbidden where only an owner may
 */
async function ensure(self: Acquaintance, login: PersonId): Promise<Known | undefined> {
  const outcomes = await self.wire.write([askUser(login)]);
  const [user] = usersIn(outcomes);
  if (user) return self.meet(user);
  const [outcome] = outcomes;
  if (outcome?.ok === false && isMissingPrincipal(outcome.error)) return undefined;
  if (outcome?.ok === false && !isRefusal(outcome.error, 403)) throw outcome.error;
  const name = self.known.get(login)?.name ?? login;
  throw new Forbidden(`this site for ${name}, whom it has not met`);
}

/** @returns the number of somebody who was chosen; nobody has a login as one. @throws Forbidden where only an owner may bring them in */
export const chosen = async (self: Acquaintance, id: PersonId): Promise<PersonId> =>
  id.includes('|') ? ((await ensure(self, id))?.id ?? id) : id;
