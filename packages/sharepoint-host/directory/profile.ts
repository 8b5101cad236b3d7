/**
 * The profile service, for one person who is looked at: a tenant has 3,000 calls of it in five minutes, for
 * everything that runs there. https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online
 */
import type { PersonId } from '@kantine/core';
import { get } from '../wire/index.ts';
import type { RestRequest } from '../wire/index.ts';
import type { Acquaintance } from './acquaintance.ts';
import { idsOf } from './ids.ts';
import type { Known } from './person.ts';
import { quoted } from './users.ts';

const askManager = (login: string): RestRequest =>
  get(
    `SP.UserProfiles.PeopleManager/getUserProfilePropertyFor(accountName=@v,propertyName='Manager')?${quoted(login)}`,
  );

/**
 * People's managers, null where there is none. A person about whom it is refused is missing, and asked for
 * again.
 */
export async function managersOf(
  self: Acquaintance,
  people: readonly Known[],
): Promise<ReadonlyMap<PersonId, PersonId | null>> {
  const logins = new Map<PersonId, string>();
  for (const { id, login = '' } of people) {
    try {
      const manager = await self.wire.send<unknown>(askManager(login));
      logins.set(id, typeof manager === 'string' ? manager : '');
    } catch {
      // Busy, or not for this reader: a card without a manager.
    }
  }
  const ids = await idsOf(self, [...logins.values()].filter(Boolean));
  return new Map([...logins].map(([id, login]) => [id, ids.get(login.toLowerCase()) ?? null]));
}
