/** Who reads what is open on a site: those who take part as set-up noted them, and who is in their groups. */
import { audienceOfPrincipals, communityContainer, isGroup, kindOf } from '@kantine/core';
import type { Audience, ContainerId, Everyone, Principal } from '@kantine/core';
import { isGuest } from '../directory/person.ts';
import { columns, parsed } from '../schema/index.ts';
import { everyoneOf, notedIn, principalTypes } from '../setup/noted-readers.ts';
import type { NotedReaders, SiteGroup } from '../setup/noted-readers.ts';
import { answerOf, isMissingPrincipal, isRefusal } from '../wire/index.ts';
import type { Outcome } from '../wire/index.ts';
import type { Page } from '../setup/index.ts';
import { mostUsers } from './site-readers.ts';
import type { Asked, AudienceFor } from './site-readers.ts';

interface User {
  readonly Id: number;
  readonly Title: string;
  readonly LoginName: string;
  readonly PrincipalType: number;
}

const nothing: Audience = { known: false, kind: 'nothing' };
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

/** Of one answer one audience; where there is none, what it was before, and the next look asks again. */
async function audienceOf({ environment }: Page, asked: Asked): Promise<Audience> {
  const now = environment.now();
  const outcomes = await asked.outcomes?.catch(() => []);
  const audience = outcomes?.length ? audienceIn(outcomes) : nothing;
  if (audience.kind !== 'nothing') {
    if (asked.until === Infinity) {
      asked.until = now + life;
      asked.last = { audience, at: now };
    }
    return audience;
  }
  asked.until = 0;
  return asked.last ? { known: false, kind: 'nothing', last: asked.last } : nothing;
}

const isOpen = (container: ContainerId): boolean =>
  container === communityContainer || isGroup(container);

const onlyMe: Audience = {
  known: true,
  kind: 'each',
  count: 1,
  firstNames: [],
  laterJoiners: false,
};

export function audienceFor(page: Page, asked: Asked): AudienceFor {
  return async (container, right = 'none') => {
    if (right === 'none') return nothing;
    if (kindOf(container) === 'person') return onlyMe;
    return isOpen(container) ? audienceOf(page, asked) : nothing;
  };
}
