/**
 * The access of a person, asked before any row is read or written. Kantine is one community in a site:
 * everybody who may read a space in which it is enabled may take part. An open group is open to the
 * readers of the space in which it was made; a closed one to those of them who are its members.
 */
import { communityContainer, Forbidden, isClosed, ownerOf } from '@kantine/core';
import type { ContainerId, MemberRole, PersonId, Right } from '@kantine/core';
import type { Database } from '../sql/index.ts';
import { openContainerRows } from './container-rows.ts';
import type { FoundRow } from './container-rows.ts';
import { openJudge } from './judge.ts';
import type { Judged, Trust } from './judge.ts';
import { isSiteAdministrator } from './site.ts';
import type { SpaceAsker, Spaces } from './spaces.ts';
import { openVisibility } from './visibility.ts';
import type { Visibility } from './visibility.ts';

/** A container as the person finds it. */
export interface ContainerAccess {
  readonly right: Right;
  /** Its number in rows; nothing was ever written where there is none. */
  readonly id?: number;
  /** The space in which it was made, if in one. */
  readonly space?: string;
  readonly role?: MemberRole;
  /** Who made it, where it is open. */
  readonly founder?: PersonId;
  /** Whether the person reads what they wrote themselves there, and nothing else. */
  readonly isOwnOnly?: true;
}

/** A closed container as those find it who may know of it. */
interface Listed {
  readonly id: number;
  readonly isMember: boolean;
}

export interface Gate extends Visibility {
  readonly person: PersonId;
  /** Who asks Confluence, in this call. */
  readonly asker: SpaceAsker;
  /** Whether the person owns the host: an administrator of Confluence. Asked once in each call that needs it. */
  isOwner(): Promise<boolean>;
  /** @throws Forbidden where the person may not take part at all. */
  enter(): Promise<void>;
  /** Where the person wants to write: their right to, asked anew in this call. @throws Forbidden */
  writable(container: ContainerId): Promise<ContainerAccess>;
  /** A closed container in a space that the person may read, asked anew; they need not be in it. @throws Forbidden */
  listed(container: ContainerId): Promise<Listed>;
  /** The person's number in rows, if they ever wrote anything. */
  author(): Promise<number | undefined>;
  accessTo(containers: readonly ContainerId[]): Promise<readonly ContainerAccess[]>;
  /** Spaces in which Kantine is enabled and that the person may read. */
  spaces(): Promise<ReadonlySet<string>>;
  /** Whether the page is in a space, and Kantine is enabled in others. */
  hasElsewhere(): Promise<boolean>;
  /** The person's right in the space that the page is in, asked anew; on a page in no space, the right to write. */
  rightHere(): Promise<Right>;
  /** Forgets earlier answers of the database, since something was changed. */
  forget(): void;
}

export interface GateOptions {
  readonly database: Database;
  readonly spaces: Spaces;
  readonly asker: Omit<SpaceAsker, 'call'>;
  /** The space that the page is in, as the product says. */
  readonly space: string | undefined;
}

const nobody: ContainerAccess = { right: 'none' };

export function openGate(options: GateOptions): Gate {
  const { database, spaces, space: here } = options;
  const { person } = options.asker;
  const asker: SpaceAsker = { ...options.asker, call: Symbol('call') };
  const rows = openContainerRows({ database, person, here });
  const rights = new Map<string, Promise<Right>>();
  const entered = new Map<Trust, Promise<boolean>>();
  const readings = new Map<string, Promise<boolean>>();
  /** Whether some right in an enabled space was found in this call, which is as good as any other. */
  const found = new Set<Trust>();

  /** Asked once in a call, however many of its queries depend on it. */
  function rightIn(space: string, trust: Trust): Promise<Right> {
    const question = `${trust} ${space}`;
    const asked = rights.get(question) ?? spaces.right(asker, space, trust === 'anew');
    rights.set(question, asked);
    asked.catch(() => rights.delete(question));
    return asked;
  }

  /** Those of some spaces that the person may read, each asked for once in a call. */
  async function readableAmong(names: readonly string[]): Promise<ReadonlySet<string>> {
    const wanted = names.filter((name) => !readings.has(name));
    const asked = wanted.length === 0 ? undefined : spaces.readable(asker, wanted);
    for (const name of wanted) {
      const reading = (asked as Promise<ReadonlySet<string>>).then((told) => told.has(name));
      readings.set(name, reading);
      reading.catch(() => readings.delete(name));
    }
    const answers = await Promise.all(names.map(async (name) => readings.get(name)));
    return new Set(names.filter((_, at) => answers[at]));
  }

  const community = async (): Promise<FoundRow> => {
    const row = await rows.find(communityContainer);
    if (!row) throw new Forbidden('Kantine, which is not set up yet');
    return row;
  };

  const readable = async (): Promise<ReadonlySet<string>> => {
    if (here === undefined) await community();
    return readableAmong(await rows.enabledSpaces());
  };

  /** Whether any of the spaces that were readable still is, for one question instead of one a space. */
  async function isStillReader(): Promise<boolean> {
    for (const space of await readable()) {
      if ((await rightIn(space, 'anew')) !== 'none') return true;
    }
    return false;
  }

  /** On a page in a space it has to be that space; on a page in none any will do. */
  async function mayEnter(trust: Trust): Promise<boolean> {
    if (person === '') return false;
    if (here === undefined) {
      if (found.has(trust)) return true;
      return trust === 'anew' ? isStillReader() : (await readable()).size > 0;
    }
    const { here: isEnabled } = await community();
    return Number(isEnabled) === 1 && (await rightIn(here, trust)) !== 'none';
  }

  function isIn(trust: Trust = 'proven'): Promise<boolean> {
    const asked = entered.get(trust) ?? mayEnter(trust);
    entered.set(trust, asked);
    asked.catch(() => entered.delete(trust));
    return asked;
  }

  let owning: Promise<boolean> | undefined;

  function isOwner(): Promise<boolean> {
    owning ??= isSiteAdministrator(asker);
    return owning;
  }

  /** The right that the space of a container gives; a container of no space is open to write. */
  async function rightInSpace({ space, enabled }: FoundRow, trust: Trust): Promise<Right> {
    if (space === '') return 'write';
    const right = Number(enabled) === 1 ? await rightIn(space, trust) : 'none';
    if (right !== 'none') found.add('proven').add(trust);
    return right;
  }

  const { judge } = openJudge({ person, asker, spaces, isOwner, rightInSpace });

  const rowFor = (name: ContainerId): Promise<FoundRow | undefined> =>
    rows.find(ownerOf(name) ?? name);

  /** Asked together, so that one statement and one round of requests to Confluence are enough. */
  async function inPage(name: ContainerId, trust: Trust): Promise<Judged> {
    const [row, isInside] = await Promise.all([rowFor(name), isIn(trust)]);
    return isInside ? judge(name, row, trust) : { row, right: 'none' };
  }

  /** On a page in no space, a right in the container's own space is what entering takes. */
  async function outside(name: ContainerId, trust: Trust): Promise<Judged> {
    const row = await rowFor(name);
    const judged = await judge(name, row, trust);
    const isEnough = judged.right === 'none' || (row?.space ?? '') !== '' || (await isIn(trust));
    return isEnough ? judged : { row, right: 'none' };
  }

  /** On a page in no space, those that have a space come first: they may answer for the others. */
  async function accessTo(names: readonly ContainerId[]): Promise<readonly ContainerAccess[]> {
    if (here !== undefined) return Promise.all(names.map((name) => accessOf(name)));
    // Their own rows, which a desk has beside its group's, come with the same statement.
    const [rowsOf] = await Promise.all([
      Promise.all(names.map(rowFor)),
      Promise.all(names.map(rows.find)),
    ]);
    const hasSpace = (name: ContainerId): boolean =>
      (rowsOf[names.indexOf(name)]?.space ?? '') !== '';
    await Promise.all(names.filter(hasSpace).map((name) => accessOf(name)));
    return Promise.all(names.map((name) => accessOf(name)));
  }

  async function accessOf(name: ContainerId, trust: Trust = 'proven'): Promise<ContainerAccess> {
    const [{ row, right, isOwnOnly }, own] = await Promise.all([
      here === undefined ? outside(name, trust) : inPage(name, trust),
      rows.find(name),
    ]);
    if (right === 'none') return nobody;
    return {
      right,
      ...(isOwnOnly ? { isOwnOnly } : {}),
      ...(own ? { id: Number(own.id) } : {}),
      ...(row?.space ? { space: row.space } : {}),
      ...(own?.access === 'open' && own.maker !== null ? { founder: own.maker } : {}),
      ...(row?.role === 'steward' || row?.role === 'member' ? { role: row.role } : {}),
    };
  }

  const visibility = openVisibility({ rows, here, rightIn, readable, readableAmong, isIn });

  return {
    person,
    asker,
    isOwner,
    ...visibility.ofGate,
    hasElsewhere: async () => here !== undefined && Number((await community()).others) > 0,
    async enter() {
      if (!(await isIn())) throw new Forbidden('Kantine in this space');
    },
    async listed(container) {
      const row = await rows.find(container);
      const isThere = isClosed(container) && row?.access === 'closed';
      const right = isThere ? await rightInSpace(row, 'anew') : 'none';
      if (!row || right === 'none' || !(await isIn('anew'))) throw new Forbidden(container);
      return { id: Number(row.id), isMember: row.role !== null };
    },
    async author() {
      const { me } = await community();
      return me === null ? undefined : Number(me);
    },
    async writable(container) {
      const found = await accessOf(container, 'anew');
      if (found.right !== 'write') throw new Forbidden(container);
      return found;
    },
    accessTo,
    spaces: readable,
    rightHere: async () => (here === undefined ? 'write' : rightIn(here, 'anew')),
    forget() {
      rows.forget();
      visibility.forget();
    },
  };
}
