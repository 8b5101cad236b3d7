/** The numbers of people in this site, by their logins. */
import type { PersonId } from '@kantine/core';
import { get } from '../wire/index.ts';
import type { Acquaintance } from './acquaintance.ts';
import { quoted, select, usersIn } from './users.ts';

/**
 * @returns by login in lower case somebody's number, or the login where the site has not met them. To look
 *   somebody up brings nobody in.
 */
export async function idsOf(
  { wire, known, meet }: Acquaintance,
  logins: readonly string[],
): Promise<ReadonlyMap<string, PersonId>> {
  const ids = new Map(logins.map((login) => [login.toLowerCase(), login]));
  const note = (): void => {
    for (const { id, login = '' } of known.values()) {
      if (ids.has(login.toLowerCase()) && id !== login) ids.set(login.toLowerCase(), id);
    }
  };
  note();
  const unknown = [...ids].flatMap(([login, id]) => (id.toLowerCase() === login ? [id] : []));
  if (unknown.length === 0) return ids;
  const ask = unknown.map((login) => get(`web/siteUsers(@v)?${select}&${quoted(login)}`));
  const outcomes = await wire.batch(ask).catch(() => []);
  usersIn(outcomes).forEach(meet);
  note();
  return ids;
}
