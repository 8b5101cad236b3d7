/** The Directory port over site users, profiles and the people picker. */
import type { Directory, DirectoryPerson, PersonId } from '@kantine/core';
import { answerOf, get, isRefusal } from '../wire/index.ts';
import type { Environment, Operation, Outcome, Wire } from '../wire/index.ts';
import { personOf, propertyOf } from './person.ts';
import type { Profile, SiteUser } from './person.ts';
import { askUser, select, userKind, usersIn } from './users.ts';

const isUserId = (id: string): boolean => /^[1-9]\d{0,8}$/.test(id);
/** A site with more people than this is searched by the people picker alone. */
const mostKnown = 300;

export function siteDirectory(environment: Environment, wire: Wire): Directory {
  const known = new Map<PersonId, DirectoryPerson>();
  let met: Promise<readonly SiteUser[]> | undefined;

  /** The ids of people by their logins, as far as the site has met them. */
  const idsByLogin = new Map<string, PersonId>();
  const remember = ({ Id, LoginName }: SiteUser): void =>
    void idsByLogin.set(LoginName.toLowerCase(), String(Id));

  /** Profiles name a manager by login; a person who is new to the site gets an id here. */
  async function meet(logins: readonly (string | undefined)[]): Promise<void> {
    const unknown = new Set(logins.filter((login) => login !== undefined));
    const asked = [...unknown].filter((login) => !idsByLogin.has(login.toLowerCase()));
    const users = await usersIn(wire.batch(asked.map(askUser)));
    users.forEach(remember);
  }

  /** A site user without a profile has left: the site remembers names, the directory does not. */
  async function describe(users: readonly SiteUser[]): Promise<readonly DirectoryPerson[]> {
    users.forEach(remember);
    const fresh = users.filter(({ Id }) => !known.has(String(Id)));
    const answers = await wire.batch(fresh.map(({ LoginName }) => askProfile(LoginName)));
    const profiles = answers.map(profileIn);
    const managers = profiles.map((profile) => profile && propertyOf(profile, 'Manager'));
    await meet(managers);
    for (const [position, user] of fresh.entries()) {
      const manager = idsByLogin.get(managers[position]?.toLowerCase() ?? '');
      const person = personOf(environment.webUrl, user, profiles[position], manager);
      known.set(person.id, person);
    }
    return users.map(({ Id }) => known.get(String(Id))).filter((person) => person !== undefined);
  }

  async function people(ids: readonly PersonId[]): Promise<readonly DirectoryPerson[]> {
    const wanted = [...new Set(ids)].filter(isUserId);
    const unknown = wanted.filter((id) => !known.has(id));
    if (unknown.length > 0) await describe(await usersNamed(unknown));
    return wanted.map((id) => known.get(id)).filter((person) => person !== undefined);
  }

  /** A small site's users are asked for all at once, together with those that are wanted first. */
  async function usersNamed(ids: readonly PersonId[]): Promise<readonly SiteUser[]> {
    if (met) {
      const users = await met;
      const found = users.filter(({ Id }) => ids.includes(String(Id)));
      if (found.length === ids.length) return found;
    }
    const [named] = await Promise.all([
      usersIn(wire.batch(ids.map((id) => get(`web/getUserById(${id})?${select}`)))),
      // A hundred people fill a batch.
      ids.length < 100 ? usersMet() : undefined,
    ]);
    return named;
  }

  /** Everybody whom the site has met, as long as they are few enough to ask about each. */
  function usersMet(): Promise<readonly SiteUser[]> {
    met ??= askEverybody().catch((error: unknown) => {
      met = undefined;
      throw error;
    });
    return met;
  }

  async function askEverybody(): Promise<readonly SiteUser[]> {
    const filter = `$filter=PrincipalType eq ${userKind}&$top=${mostKnown + 1}`;
    const [outcome] = await wire.batch([get(`web/siteUsers?${select}&${filter}`)]);
    const users = answerOf<readonly SiteUser[]>(outcome);
    users.forEach(remember);
    return users.length > mostKnown ? [] : users;
  }

  async function search(text: string, limit: number): Promise<readonly DirectoryPerson[]> {
    const { searchPeople } = await import(/* webpackChunkName: 'people-search' */ './search.ts');
    return searchPeople({ wire, usersMet, describe }, text, limit);
  }

  return { people, search };
}

const askProfile = (login: string): Operation =>
  get(
    `SP.UserProfiles.PeopleManager/getPropertiesFor(accountName=@v)?@v='${encodeURIComponent(login.replaceAll("'", "''"))}'`,
  );

function profileIn(outcome: Outcome | undefined): Profile | undefined {
  if (outcome && !outcome.ok && isRefusal(outcome.error, 404)) return undefined;
  const profile = answerOf<Partial<Profile> | null>(outcome);
  return profile?.AccountName === undefined ? undefined : (profile as Profile);
}
