/**
 * Who reads a space, asked by the page with the reader's own rights: F-A4, it costs the app no points, and is
 * shown to that reader alone. Nothing is decided by it.
 */
import { audienceOfPrincipals } from '@kantine/core';
import type { Audience, Principal } from '@kantine/core';

export interface AudiencesOptions {
  readonly ask: (path: string) => Promise<unknown>;
  readonly now: () => number;
}

export interface Audiences {
  /** The same answer, in which the readers of a space are told where they are known by now. */
  fillKnown(value: unknown): unknown;
  /** The same answer, once the readers of its space were asked for. */
  fill(value: unknown): Promise<unknown>;
}

/** For how long readers of a space, and sizes of groups, are taken for the same. In milliseconds. */
const life = 60 * 60_000;
/** The same where Confluence did not answer. */
const unknownLife = 30_000;
/** Confluence's own limit of a page of permissions. */
const mostPermissions = 250;
/** A space with more pages of permissions is told by its name. */
const mostPages = 4;
/** Sizes of more groups than this are not asked for. */
const mostGroups = 10;

type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

interface Permission {
  readonly principal?: { readonly type?: string; readonly id?: string };
  readonly operation?: { readonly key?: string; readonly targetType?: string };
}

interface Permissions {
  readonly results?: readonly Permission[];
  readonly _links?: { readonly next?: string };
}

/** Everybody who uses Confluence is in the group that its own set-up makes. */
const ofConfluence = /^confluence-users(?:-|$)/;
/** Apps are in a group of their own, which no person is in. */
const ofApps = 'atlassian-addons-project-access';

const nothing: Audience = { known: false, kind: 'nothing' };

/** The audience that the resolver leaves to the page, in an answer or as one. */
const spaceIn = (value: unknown): string | undefined =>
  isObject(value) && value.known === false && typeof value.space === 'string'
    ? value.space
    : undefined;

export function openAudiences({ ask, now }: AudiencesOptions): Audiences {
  interface Asked {
    readonly answer: Promise<Audience>;
    /** The answer, once it is there. */
    told?: Audience;
    until: number;
  }
  const asked = new Map<string, Asked>();
  const last = new Map<string, { readonly audience: Audience; readonly at: number }>();

  /** Who has the right to read. @returns undefined where Confluence does not tell, or not all of it. */
  async function readersOf(space: string): Promise<readonly Permission[] | undefined> {
    const readers: Permission[] = [];
    let path: string | undefined =
      `/wiki/api/v2/spaces/${encodeURIComponent(space)}/permissions?limit=${mostPermissions}`;
    for (let page = 0; path !== undefined; page += 1) {
      const answer = (page < mostPages ? await ask(path) : undefined) as Permissions | undefined;
      if (!answer?.results) return undefined;
      readers.push(
        ...answer.results.filter(
          ({ operation }) => operation?.key === 'read' && operation.targetType === 'space',
        ),
      );
      path = nextOf(answer);
    }
    return readers;
  }

  /** A group by its name and size, as far as the reader may know them. */
  async function groupOf(id: string): Promise<Principal | undefined> {
    const group = encodeURIComponent(id);
    const [found, members] = (await Promise.all([
      ask(`/wiki/rest/api/group/by-id?id=${group}`),
      ask(`/wiki/rest/api/group/${group}/membersByGroupId?limit=1&shouldReturnTotalSize=true`),
    ])) as [{ name?: unknown } | undefined, { totalSize?: unknown } | undefined];
    const name = typeof found?.name === 'string' ? found.name : '';
    if (name === ofApps) return undefined;
    const total = members?.totalSize;
    const size = typeof total === 'number' ? { size: total } : {};
    return ofConfluence.test(name)
      ? { kind: 'everyone', of: 'host', ...size }
      : { kind: 'group', name, ...size };
  }

  async function principalOf({ principal = {} }: Permission): Promise<Principal | undefined> {
    const { type = '', id = '' } = principal;
    if (type.toLowerCase() === 'user') return { kind: 'person', id };
    if (type.toLowerCase() === 'group') return groupOf(id);
    return classOf(id);
  }

  async function lookUp(space: string): Promise<Audience> {
    const [readers, about] = (await Promise.all([
      readersOf(space),
      ask(`/wiki/api/v2/spaces/${encodeURIComponent(space)}`),
    ])) as [readonly Permission[] | undefined, { name?: unknown } | undefined];
    const name = typeof about?.name === 'string' ? about.name : '';
    if (name === '') return nothing;
    const place = { kind: 'space', name } as const;
    const groups = readers?.filter(({ principal }) => principal?.type?.toLowerCase() === 'group');
    const onlyPlace: Audience = { known: false, kind: 'place', place };
    if (!readers || readers.length === 0 || (groups?.length ?? 0) > mostGroups) return onlyPlace;
    const found = await Promise.all(readers.map(principalOf));
    const principals = found.filter((each) => each !== undefined);
    const told = audienceOfPrincipals(principals, { place });
    // Apps may be among the people who have a right of their own: their number is no exact one.
    return told.known ? audienceOfPrincipals([], { place, unnamed: told.count }) : told;
  }

  function demand(space: string): Asked {
    const before = asked.get(space);
    if (before && now() <= before.until) return before;
    const entry: Asked = { answer: lookUp(space), until: now() + life };
    asked.set(space, entry);
    void entry.answer.then((audience) => {
      if (audience.kind === 'nothing') entry.until = now() + unknownLife;
      else last.set(space, { audience, at: now() });
      const known = last.get(space);
      entry.told = audience.kind === 'nothing' && known ? { ...audience, last: known } : audience;
    });
    return entry;
  }

  /** What stands beside the audience stays, such as who joined. */
  function filled(value: Fields, audience: Audience | undefined): unknown {
    const { joined } = value;
    return { ...(audience ?? nothing), ...(joined === undefined ? {} : { joined }) };
  }

  return {
    fillKnown(value) {
      if (!isObject(value)) return value;
      const space = spaceIn(value.audience);
      if (space === undefined) return value;
      return { ...value, audience: filled(value.audience as Fields, asked.get(space)?.told) };
    },
    async fill(value) {
      const space = spaceIn(value);
      if (space === undefined) return value;
      const entry = demand(space);
      await entry.answer;
      return filled(value as Fields, entry.told);
    },
  };
}

/** The next page, as a path of this API. @returns undefined at the end. */
function nextOf({ _links }: Permissions): string | undefined {
  const next = _links?.next;
  if (next === undefined) return undefined;
  return next.startsWith('/wiki/') ? next : `/wiki${next}`;
}

/** Whoever is named by what they are, and not by a group. Administrators read everything anyway. */
function classOf(id: string): Principal | undefined {
  if (id === 'all-product-admins') return undefined;
  if (/anonymous/i.test(id)) return { kind: 'everyone', of: 'internet' };
  if (/^(?:everyone|authenticated-users|all-licensed-users)$/.test(id)) {
    return { kind: 'everyone', of: 'host' };
  }
  return { kind: 'group', name: '' };
}
