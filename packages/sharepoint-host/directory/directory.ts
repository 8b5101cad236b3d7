/** The Directory port over site users, profiles and the people picker. */
import type { Directory, DirectoryPerson, PersonId } from '@kantine/core';
import { answerOf, get, isRefusal, post } from '../wire/index.ts';
import type { Environment, Operation, Outcome, Wire } from '../wire/index.ts';
import { personOf, propertyOf } from './person.ts';
import type { Profile, SiteUser } from './person.ts';
import { startsWords } from './words.ts';

const select = '$select=Id,LoginName,Title,Email,PrincipalType';
const isUserId = (id: string): boolean => /^[1-9]\d{0,8}$/.test(id);
const userKind = 1;

/** A site with more people than this is searched by the people picker alone. */
const mostKnown = 300;

interface Found {
  readonly Key: string;
  readonly EntityType: string;
}

export function siteDirectory(environment: Environment, wire: Wire): Directory {
  const known = new Map<PersonId, DirectoryPerson>();
  let everybody: Promise<readonly DirectoryPerson[]> | undefined;

  /** The ids of people by their logins, as far as the site has met them. */
  const idsByLogin = new Map<string, PersonId>();
  const remember = ({ Id, LoginName }: SiteUser): void =>
    void idsByLogin.set(LoginName.toLowerCase(), String(Id));

  /** Profiles name a manager by login; whoever the site has not met gets an id here. */
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
    const users = await usersIn(
      wire.batch(unknown.map((id) => get(`web/getUserById(${id})?${select}`))),
    );
    await describe(users);
    return wanted.map((id) => known.get(id)).filter((person) => person !== undefined);
  }

  /** Everybody whom the site has met, as long as they are few enough to ask about each. */
  async function siteMembers(): Promise<readonly DirectoryPerson[]> {
    const users = await wire.send<readonly SiteUser[]>(
      get(`web/siteUsers?${select}&$filter=PrincipalType eq ${userKind}&$top=${mostKnown + 1}`),
    );
    return users.length > mostKnown ? [] : describe(users);
  }

  async function picked(text: string, limit: number): Promise<readonly DirectoryPerson[]> {
    const queryParams = {
      QueryString: text,
      MaximumEntitySuggestions: limit,
      AllowEmailAddresses: false,
      AllowMultipleEntities: false,
      PrincipalSource: 15,
      PrincipalType: userKind,
    };
    const answer = await wire.send<string>(
      post(
        'SP.UI.ApplicationPages.ClientPeoplePickerWebServiceInterface.ClientPeoplePickerSearchUser',
        { queryParams },
      ),
    );
    const found = (JSON.parse(answer) as readonly Found[]).filter(
      ({ EntityType }) => EntityType === 'User',
    );
    // The picker finds people whom the site has not met; asking for them gives them an id here.
    const users = await usersIn(wire.batch(found.map(({ Key }) => askUser(Key))));
    return describe(users);
  }

  async function search(text: string, limit: number): Promise<readonly DirectoryPerson[]> {
    const words = text.trim();
    if (words === '') return [];
    everybody ??= siteMembers().catch((error: unknown) => {
      everybody = undefined;
      throw error;
    });
    const [members, others] = await Promise.all([everybody, picked(words.slice(0, 100), limit)]);
    const byId = new Map([...members, ...others].map((person) => [person.id, person]));
    return [...byId.values()]
      .filter((person) => person.active && startsWords(words, person))
      .slice(0, limit);
  }

  return { people, search };
}

async function usersIn(asked: Promise<readonly Outcome[]>): Promise<readonly SiteUser[]> {
  return (await asked).flatMap((outcome) => {
    if (!outcome.ok && (isRefusal(outcome.error, 404) || isRefusal(outcome.error, 400))) return [];
    const user = answerOf<SiteUser>(outcome);
    return user.PrincipalType === userKind ? [user] : [];
  });
}

/** Finds a person by login, and gives them an id in this site if they have none yet. */
const askUser = (logonName: string): Operation => post(`web/ensureUser?${select}`, { logonName });

const askProfile = (login: string): Operation =>
  get(
    `SP.UserProfiles.PeopleManager/getPropertiesFor(accountName=@v)?@v='${encodeURIComponent(login.replaceAll("'", "''"))}'`,
  );

function profileIn(outcome: Outcome | undefined): Profile | undefined {
  if (outcome && !outcome.ok && isRefusal(outcome.error, 404)) return undefined;
  const profile = answerOf<Partial<Profile> | null>(outcome);
  return profile?.AccountName === undefined ? undefined : (profile as Profile);
}
