/**
 * The Directory port. Names come with rows or from the site's users; what people do is asked of the
 * people search, for those who are looked at. Nothing is asked twice in the life of a page.
 */
import type { Directory, DirectoryPerson, PeopleDetail, PersonId } from '@kantine/core';
import { answerOf, get, getBare, isMissingPrincipal, isRefusal } from '../wire/index.ts';
import type { Environment, Row, Wire } from '../wire/index.ts';
import type { Acquaintance } from './acquaintance.ts';
import { isGuest, personOf } from './person.ts';
import type { Known, SiteUser } from './person.ts';
import { select, userKind, usersIn } from './users.ts';

const isUserId = (id: string): boolean => /^[1-9]\d{0,8}$/.test(id);
/** A site with more people than this is not asked for all of them. */
const mostMet = 300;
/** For so long a question that nobody waits for may wait for others to go with, in milliseconds. */
const unhurried = 2_000;

export interface SiteDirectory extends Directory {
  /** Rows are read whose authors will be shown. */
  expect(): void;
  /** The names that came with rows. */
  named(rows: readonly Row[]): void;
}

export function siteDirectory({ webUrl }: Environment, wire: Wire): SiteDirectory {
  const known = new Map<PersonId, Known>();
  const gone = new Set<PersonId>();
  let met: Promise<readonly SiteUser[]> | undefined;

  function note(person: Known): Known {
    const now = { ...known.get(person.id), ...person };
    known.set(person.id, now);
    return now;
  }

  const meet = ({ Id, LoginName, Title, Email }: SiteUser): Known =>
    note({
      id: `${Id}`,
      name: Title,
      login: LoginName,
      ...(Email ? { email: Email } : {}),
    });

  const show = (person: Known): DirectoryPerson => personOf(webUrl, person);

  /** @param within for how many milliseconds the question may wait for others. */
  function usersMet(within?: number): Promise<readonly SiteUser[]> {
    met ??= askEverybody(within).catch((error: unknown) => {
      met = undefined;
      throw error;
    });
    return met;
  }

  async function askEverybody(within?: number): Promise<readonly SiteUser[]> {
    const filter = `$filter=PrincipalType eq ${userKind}&$top=${mostMet + 1}`;
    const [outcome] = await wire.batch([getBare(`web/siteUsers?${select}&${filter}`)], within);
    // A reader who may not see the site's users is told of people one by one, as far as they may.
    if (outcome?.ok === false && isRefusal(outcome.error)) return [];
    const users = answerOf<readonly SiteUser[]>(outcome);
    users.forEach(meet);
    return users.length > mostMet ? [] : users;
  }

  /** Asks for a small site's people with whatever is asked next: some of them are soon shown. */
  function expect(): void {
    if (!met) void usersMet(unhurried).catch(() => undefined);
  }

  /** Asks for people by their numbers. */
  async function meetAll(ids: readonly PersonId[], within?: number): Promise<void> {
    if (ids.length === 0) return;
    // A hundred people fill a batch.
    if (ids.length < 100) expect();
    const ask = ids.map((id) => get(`web/getUserById(${id})?${select}`));
    const outcomes = await wire.batch(ask, within);
    for (const [at, id] of ids.entries()) {
      const outcome = outcomes[at];
      if (outcome?.ok === false && isMissingPrincipal(outcome.error)) gone.add(id);
    }
    usersIn(outcomes).forEach(meet);
  }

  /**
   * Rows from CAML tell names and no mail addresses, and so no pictures. On a site of many people they are
   * asked for with whatever is asked next; who reads the wall again sees them.
   */
  function showFaces(ids: readonly PersonId[]): void {
    void usersMet(unhurried)
      .then(async (users) => {
        if (users.length === 0) await (await work()).showFaces(self, ids);
      })
      .catch(() => undefined);
  }

  const work = () => import(/* webpackChunkName: 'people-search' */ './work.ts');
  const self: Acquaintance = {
    wire,
    known,
    gone,
    meet,
    meetAll,
    usersMet,
    show,
  };

  async function people(
    ids: readonly PersonId[],
    detail: PeopleDetail = 'work',
  ): Promise<readonly DirectoryPerson[]> {
    const wanted = [...new Set(ids)];
    const isNamed = (id: PersonId): boolean => {
      const person = known.get(id);
      return detail === 'names' ? person !== undefined : person?.login !== undefined;
    };
    await meetAll(wanted.filter((id) => isUserId(id) && !gone.has(id) && !isNamed(id)));
    if (detail === 'names') showFaces(wanted);
    else await (await work()).describe(self, wanted, detail);
    return wanted.flatMap((id) => known.get(id) ?? []).map(show);
  }

  return {
    people,
    expect,
    search: async (text, limit) => (await work()).searchPeople(self, text, limit),
    find: async (wanted, limit) => (await work()).findAtWork(self, wanted, limit),
    choose: async (id) => (await people([await (await work()).chosen(self, id)]))[0],
    named(rows) {
      for (const { AuthorId, Author, FieldValuesAsText } of rows as readonly NamedRow[]) {
        const name = Author?.Title ?? FieldValuesAsText?.Author;
        const { EMail: email, Name: login = '' } = Author ?? {};
        // Of a guest their login is what shows it.
        const more = { ...(email ? { email } : {}), ...(isGuest(login) ? { login } : {}) };
        if (name) note({ id: `${AuthorId}`, name, ...more });
      }
    },
  };
}

interface NamedRow {
  readonly AuthorId: number;
  /** `Name` is the login. */
  readonly Author?: { readonly Title?: string; readonly EMail?: string; readonly Name?: string };
  readonly FieldValuesAsText?: { readonly Author?: string };
}
