/** Who reads what is open on a site: those who take part as set-up noted them, and who is in their groups. */
import { audienceOfPrincipals, communityContainer, isGroup, kindOf } from '@kantine/core';
import type { Audience, ContainerId, Everyone, Principal, Right } from '@kantine/core';
import { isGuest } from '../directory/person.ts';
import { columns, parsed } from '../schema/index.ts';
import { everyoneOf, notedIn, principalTypes } from '../setup/noted-readers.ts';
import type { NotedReaders, SiteGroup } from '../setup/noted-readers.ts';
import { answerOf, get, getBare, isMissingPrincipal, isRefusal } from '../wire/index.ts';
import type { Outcome, RestRequest } from '../wire/index.ts';
import { readersKey, rowBy } from '../setup/index.ts';
import type { Page } from '../setup/index.ts';

interface User {
  readonly Id: number;
  readonly Title: string;
  readonly LoginName: string;
  readonly PrincipalType: number;
}

const nothing: Audience = { known: false, kind: 'nothing' };
/** More people than this are told by the name of their group. */
const mostUsers = 200;
/** SharePoint itself, which it may list among the owners. */
const system = 'sharepoint\\system';

const isMissing = ({ error }: { readonly error: unknown }): boolean =>
  isRefusal(error, 404) || isMissingPrincipal(error);

function principalOf({ Id, Title, LoginName, PrincipalType }: User): Principal {
  const of: Everyone | undefined = everyoneOf(LoginName);
  if (of !== undefined) return { kind: 'everyone', of };
  if (PrincipalType !== principalTypes.person) return { kind: 'group', name: Title };
  return { kind: 'person', id: String(Id), guest: isGuest(LoginName) };
}

/** @returns undefined for a group that keeps its members to itself. */
function usersIn(outcome: Outcome | undefined): readonly User[] | undefined {
  if (outcome?.ok === false) {
    if (isRefusal(outcome.error, 403) || isRefusal(outcome.error, 401)) return undefined;
    // A site may do without one of its groups.
    if (isMissing(outcome)) return [];
  }
  const users = answerOf<readonly User[]>(outcome);
  return users.filter(({ LoginName }) => LoginName.toLowerCase() !== system);
}

/** The principals in a site group; of a long one only its name is told. */
function inGroup(name: string, users: readonly User[]): readonly Principal[] {
  return users.length > mostUsers ? [{ kind: 'group', name }] : users.map(principalOf);
}

const groupsInOrder: readonly SiteGroup[] = ['owners', 'members', 'visitors'];

/** What was noted, principal by principal. */
const notedPrincipals = ({ groups, everyone }: NotedReaders): readonly Principal[] => [
  ...groups.map((name) => ({ kind: 'group', name }) as const),
  ...(everyone === undefined ? [] : [{ kind: 'everyone', of: everyone } as const]),
];

/** @param outcomes of the note, the title of the site, and its groups in their order. */
function audienceIn([row, web, ...groups]: readonly Outcome[]): Audience {
  const title = web?.ok === true ? (web.value as { readonly Title?: unknown }).Title : undefined;
  const name = typeof title === 'string' ? title : '';
  const place = { kind: 'site', name } as const;
  try {
    const [item] = answerOf<readonly Readonly<Record<string, unknown>>[]>(row);
    const noted = notedIn(parsed(item?.[columns.fields]));
    const onlyPlace: Audience = name === '' ? nothing : { known: false, kind: 'place', place };
    // An earlier version set the site up: nobody noted who takes part.
    if (!noted) return onlyPlace;
    const principals: Principal[] = [...notedPrincipals(noted)];
    for (const [at, group] of groupsInOrder.entries()) {
      const groupName = noted.site[group];
      if (groupName === undefined) continue;
      const users = usersIn(groups[at]);
      if (!users) return onlyPlace;
      principals.push(...inGroup(groupName, users));
    }
    return audienceOfPrincipals(principals, {
      ...(name === '' ? {} : { place }),
      noted: noted.at,
      unnamed: noted.people,
      unnamedGuests: noted.guests,
    });
  } catch {
    return nothing;
  }
}

/** For how long readers are taken for the same: a page may stay open for days. In milliseconds. */
const life = 10 * 60_000;

/** What is known of the readers of a site, until when that is good, and what it was before. */
interface Known {
  until: number;
  asked?: Promise<Audience>;
  last?: { readonly audience: Audience; readonly at: number };
}

/** By page: one may show several sites. */
const known = new WeakMap<Page, Known>();

async function ask({ wire, environment }: Page, entry: Known): Promise<Audience> {
  const now = environment.now();
  const outcomes = await wire.batch(questions({ environment })).catch(() => []);
  const audience = outcomes.length === 0 ? nothing : audienceIn(outcomes);
  if (audience.kind !== 'nothing') {
    entry.last = { audience, at: now };
    return audience;
  }
  // The next look asks again.
  entry.until = 0;
  return entry.last ? { known: false, kind: 'nothing', last: entry.last } : nothing;
}

const questions = (page: Pick<Page, 'environment'>): readonly RestRequest[] => [
  getBare(rowBy(page, readersKey, columns.fields)),
  getBare('web?$select=Title'),
  ...['Owner', 'Member', 'Visitor'].map((group) =>
    get(
      `web/associated${group}Group/users?$select=Id,Title,LoginName,PrincipalType&$top=${mostUsers + 1}`,
    ),
  ),
];

const onlyMe: Audience = {
  known: true,
  kind: 'each',
  count: 1,
  firstNames: [],
  laterJoiners: false,
};

/**
 * The audience of an open container, and of what is one person's own.
 * @param askRights of the reader to the container.
 */
export async function audienceOf(
  page: Page,
  container: ContainerId,
  askRights: () => Promise<ReadonlyMap<ContainerId, Right>>,
  effort?: 'known',
): Promise<Audience> {
  const entry = known.get(page) ?? { until: 0 };
  known.set(page, entry);
  const isOpen = container === communityContainer || isGroup(container);
  if (effort === 'known') return isOpen ? (entry.last?.audience ?? nothing) : nothing;
  if (isOpen && page.environment.now() > entry.until) {
    entry.until = page.environment.now() + life;
    entry.asked = ask(page, entry);
  }
  // Asked at one moment, so that it is one request.
  const [rights, told = nothing] = await Promise.all([askRights(), isOpen ? entry.asked : nothing]);
  if ((rights.get(container) ?? 'none') === 'none') return nothing;
  return kindOf(container) === 'person' ? onlyMe : told;
}
