/** Finding people by their names, which a page fetches when somebody looks for a colleague. */
import { startsWords } from '@kantine/core';
import type { DirectoryPerson } from '@kantine/core';
import { post } from '../wire/index.ts';
import type { Wire } from '../wire/index.ts';
import type { SiteUser } from './person.ts';
import { askUser, userKind, usersIn } from './users.ts';

/** What the search takes of the directory. */
export interface Searched {
  readonly wire: Wire;
  /** Everybody whom the site has met, as long as they are few. */
  readonly usersMet: () => Promise<readonly SiteUser[]>;
  readonly describe: (users: readonly SiteUser[]) => Promise<readonly DirectoryPerson[]>;
}

interface Found {
  readonly Key: string;
  readonly EntityType: string;
}

/** The people picker finds people whom the site has not met; asking for them gives them an id here. */
async function picked(wire: Wire, text: string, limit: number): Promise<readonly SiteUser[]> {
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
  return usersIn(wire.batch(found.map(({ Key }) => askUser(Key))));
}

/** @returns at most so many active people, a word of whose names starts with each word of the text. */
export async function searchPeople(
  { wire, usersMet, describe }: Searched,
  text: string,
  limit: number,
): Promise<readonly DirectoryPerson[]> {
  const words = text.trim();
  if (words === '') return [];
  const [members, others] = await Promise.all([
    usersMet().then(describe),
    picked(wire, words.slice(0, 100), limit).then(describe),
  ]);
  const byId = new Map([...members, ...others].map((person) => [person.id, person]));
  return [...byId.values()]
    .filter((person) => person.active && startsWords(words, person))
    .slice(0, limit);
}
