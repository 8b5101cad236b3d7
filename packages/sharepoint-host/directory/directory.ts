/**
 * The Directory port. Names come with rows or from the site's users; what people do is asked of the
 * people search, for those who are looked at. Nothing is asked twice in the life of a page.
 */
import type { Directory, DirectoryPerson, PeopleDetail, PersonId } from '@kantine/core';
import { answerOf, get, isMissingPrincipal, isRefusal } from '../wire/index.ts';
import type { Environment, Row, Wire } from '../wire/index.ts';
import type { Acquaintance } from './acquaintance.ts';
import { personOf } from './person.ts';
import type { Known, SiteUser } from './person.ts';
import { isGuest, select, userKind, usersIn } from './users.ts';

const isUserId = (id: string): boolean => /^[1-9]\d{0,8}$/.test(id);
/** Somebody whom the site has not met goes by their login. */
const isLogin = (id: string): boolean => id.includes('|');
/** A site with more people than this is not asked for all of them. */
const mostMet = 300;
/** For so long a question that nobody waits for may wait for others to go with, in milliseconds. */
const unhurried = 2_000;
/** Beyond this a page begins to remember anew. */
const mostKnown = 5_000;

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
    if (known.size >= mostKnown) known.clear();
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
    const [outcome] = await wire.batch([get(`web/siteUsers?${select}&${filter}`)], within);
    // Who may not see the site's users is told of people one by one, as far as they may.
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

  const faces = new Set<PersonId>();

  /**
   * What CAML finds tells names and no mail addresses, and so no pictures. On a site of many people they are
   * asked for with whatever is asked next; who reads the wall again sees them.
   */
  function showFaces(ids: readonly PersonId[]): void {
    const without = ids.filter((id) => {
      const { name, email, login } = known.get(id) ?? {};
      return name !== undefined && (email ?? login) === undefined && !faces.has(id);
    });
    for (const id of without) faces.add(id);
    void usersMet(unhurried)
      .then((users) => (users.length > 0 ? [] : without))
      .then((some) => meetAll(some, unhurried))
      .catch(() => undefined);
  }

  const work = () => import(/* webpackChunkName: 'people-search' */ './work.ts');
  const self: Acquaintance = { wire, known, gone, meet, usersMet, show };

  async function people(
    ids: readonly PersonId[],
    detail: PeopleDetail = 'work',
  ): Promise<readonly DirectoryPerson[]> {
    const wanted = [...new Set(ids)].filter((id) => isUserId(id) || isLogin(id));
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
    choose: async (id) => {
      const chosen = isLogin(id) ? (await (await work()).ensure(self, id)).id : id;
      return (await people([chosen]))[0];
    },
    named(rows) {
      for (const row of rows) {
        const { Title = '', EMail = '', Name = '' } = (row.Author ?? {}) as Partial<Named>;
        const { Author = '' } = (row.FieldValuesAsText ?? {}) as { readonly Author?: string };
        const name = Title || Author;
        if (!name) continue;
        note({
          id: `${row.AuthorId}`,
          name,
          ...(EMail ? { email: EMail } : {}),
          // Of a guest their login is what shows it.
          ...(isGuest(Name) ? { login: Name } : {}),
        });
      }
    },
  };
}

interface Named {
  readonly Title: string;
  /** The login. */
  readonly Name: string;
  readonly EMail: string;
}
