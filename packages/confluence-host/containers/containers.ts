/**
 * The Containers port: open groups of a space, closed ones with their members. In one file, since all of it
 * asks the same rows for who may do what.
 */
import {
  audienceOfPrincipals,
  audienceOfReaders,
  Conflict,
  Forbidden,
  isClosed,
  isGroup,
  kindOf,
  NotFound,
  personContainer,
} from '@kantine/core';
import type {
  Audience,
  ContainerId,
  Containers,
  Directory,
  Member,
  MemberRole,
  PersonId,
  Right,
} from '@kantine/core';
import { sql } from 'kysely';
import type { Gate, ContainerAccess } from '../access/index.ts';
import { idNumber } from '../schema/index.ts';
import type { Database } from '../sql/index.ts';
import { joinAsks, asksIn, endAskOf } from './asking.ts';
import { foundersOf } from './founders.ts';
import { ownClosed } from './own-closed.ts';
import type { OwnClosed } from './own-closed.ts';
import { personOf } from '../store/branch.ts';
import { internContainer, internPerson } from '../store/intern.ts';

/** The readers of a space, whom the page asks Confluence for by itself. */
interface AudienceOfSpace {
  readonly known: false;
  readonly kind: 'nothing';
  readonly space: string;
}

/** An audience whose page looks up the people by itself: their ids stand where first names would. */
interface AudienceById {
  readonly known: true;
  readonly count: number;
  readonly firstNames: readonly PersonId[];
  readonly laterJoiners: true;
  readonly areIds: true;
  /** Who reads this, and is not named to themselves. */
  readonly me: PersonId;
}

const audienceById = (ids: readonly PersonId[], me: PersonId): AudienceById => ({
  known: true,
  count: ids.length,
  firstNames: ids,
  laterJoiners: true,
  areIds: true,
  me,
});

const audienceOfSpace = (space: string): AudienceOfSpace => ({
  known: false,
  kind: 'nothing',
  space,
});

const nothing: Audience = { known: false, kind: 'nothing' };
/** Who may read any space in which Kantine is enabled reads what belongs to no space. */
const everybody = audienceOfPrincipals([{ kind: 'everyone', of: 'host' }]);
/** Of more members than this nobody looks up who left: their number is no exact one. */
const mostNamed = 100;
const atMost = (people: number): Audience => audienceOfPrincipals([], { unnamed: people });

export interface ContainersOptions {
  readonly database: Database;
  readonly gate: Gate;
  readonly directory: Directory;
  /** The space that the page is in; a group that is made there belongs to it. */
  readonly space: string | undefined;
  readonly demandRoom: () => Promise<void>;
  /** Whether the page that called looks up by itself whom it shows. */
  readonly isNamedByPage: boolean;
}

/** The id of the group's record, where the container's id holds it. */
const recordOf = (container: ContainerId): number =>
  idNumber(container.slice(container.indexOf(':') + 1)) ?? 0;

export function sqlContainers(options: ContainersOptions): Containers {
  const { database, gate, directory, space = '', demandRoom, isNamedByPage } = options;

  const accessOf = async (container: ContainerId): Promise<ContainerAccess> =>
    (await gate.accessTo([container]))[0] ?? { right: 'none' };

  /** A group that is made on a page in a space belongs to the space. @throws Forbidden without the right to write there */
  async function make(name: ContainerId, access: 'open' | 'making'): Promise<number> {
    await gate.enter();
    if ((await gate.rightHere()) !== 'write') throw new Forbidden(name);
    await demandRoom();
    const maker = (await gate.author()) ?? (await internPerson(database, gate.person));
    const group = recordOf(name);
    await internContainer(database, { name, access, space, maker, group });
    gate.forget();
    return maker;
  }

  async function create(container: ContainerId): Promise<void> {
    await gate.enter();
    if (!isGroup(container)) throw new Forbidden(container);
    if ((await accessOf(container)).right !== 'none') return;
    await make(container, 'open');
    // Somebody may have made it before, in a space that is not the reader's.
    if ((await accessOf(container)).right === 'none') throw new Forbidden(container);
  }

  /** The maker becomes a member before anybody has access. A repeat completes what was ended half-way. */
  async function createClosed(container: ContainerId): Promise<'made'> {
    await gate.enter();
    if (!isClosed(container)) throw new Forbidden(container);
    if ((await accessOf(container)).right !== 'none') return 'made';
    const me = await make(container, 'making');
    const found = await sql<{
      id: number | string;
      access: string;
      maker: number | string;
    }>`SELECT id, CAST(access AS CHAR) AS access, maker FROM containers WHERE name = ${container}`.execute(
      database,
    );
    const row = found.rows[0];
    if (!row || Number(row.maker) !== me) throw new Conflict(container);
    if (row.access === 'making') {
      await setMember(Number(row.id), me, 'steward');
      await sql`UPDATE containers SET access = 'closed' WHERE name = ${container} AND access = 'making'`.execute(
        database,
      );
    }
    forget();
    return 'made';
  }

  async function setMember(container: number, person: number, role: MemberRole): Promise<void> {
    await database
      .insertInto('members')
      .values({ container, person, role })
      .onDuplicateKeyUpdate({ role })
      .execute();
  }

  /** A closed container as one of its members finds it. @throws Forbidden */
  async function inside(
    container: ContainerId,
    access: (container: ContainerId) => Promise<ContainerAccess> = accessOf,
  ): Promise<ContainerAccess & { readonly id: number }> {
    const found = isClosed(container) ? await access(container) : undefined;
    if (found?.id === undefined || found.role === undefined) throw new Forbidden(container);
    return { ...found, id: found.id };
  }

  /** Members and audience of a group are asked for together; both need the same statement. */
  const membersOf = new Map<ContainerId, Promise<readonly Member[]>>();

  function members(container: ContainerId): Promise<readonly Member[]> {
    const asked = membersOf.get(container) ?? readMembers(container);
    membersOf.set(container, asked);
    asked.catch(() => membersOf.delete(container));
    return asked;
  }

  function forget(): void {
    membersOf.clear();
    ownAsked = undefined;
    gate.forget();
  }

  async function readMembers(container: ContainerId): Promise<readonly Member[]> {
    const { id } = await inside(container);
    const found = await sql<{
      person: string;
      role: MemberRole;
    }>`SELECT CAST(p.account AS CHAR) AS person, CAST(m.role AS CHAR) AS role
      FROM members AS m
      INNER JOIN people AS p ON p.id = m.person
      WHERE m.container = ${id}
      ORDER BY m.person`.execute(database);
    return found.rows.map(({ person, role }) => ({ person, role }));
  }

  async function admit(container: ContainerId, person: PersonId, role: MemberRole): Promise<void> {
    const access = await inside(container, gate.writable);
    if (access.role !== 'steward') throw new Forbidden(container);
    const member = await internPerson(database, person);
    await setMember(access.id, member, role);
    await endAskOf(database, access.id, person);
    forget();
  }

  async function expel(container: ContainerId, person: PersonId): Promise<void> {
    const access = await inside(container, gate.writable);
    if (access.role !== 'steward' && person !== gate.person) throw new Forbidden(container);
    await sql`DELETE FROM members
      WHERE container = ${access.id} AND person = ${personOf(person)}`.execute(database);
    forget();
  }

  async function joined(): Promise<readonly ContainerId[]> {
    await gate.enter();
    return gate.visibleAmong((await own()).joined);
  }

  /** Asked once, until something is changed: a list asks for what one is in and for what one asked for. */
  let ownAsked: Promise<OwnClosed> | undefined;
  function own(): Promise<OwnClosed> {
    const asked = (ownAsked ??= ownClosed(database, gate.person));
    asked.catch(() => (ownAsked = undefined));
    return asked;
  }

  async function audience(container: ContainerId): Promise<Audience> {
    if (container === personContainer(gate.person)) {
      return { known: true, kind: 'each', count: 1, firstNames: [], laterJoiners: false };
    }
    const isShared = ['community', 'group', 'closed'].includes(kindOf(container) ?? '');
    if (!isShared) return nothing;
    const { right, space: of = '' } = await accessOf(container);
    if (right === 'none') return nothing;
    if (!isClosed(container)) return of === '' ? everybody : audienceOfSpace(of);
    const ids = (await members(container)).map(({ person }) => person);
    if (ids.length > mostNamed) return atMost(ids.length);
    if (isNamedByPage) return audienceById(ids, gate.person);
    return audienceOfReaders(await directory.people(ids), gate.person, true, 'members');
  }

  return {
    create,
    createClosed,
    founders: foundersOf(gate),
    async rights(containers) {
      const accesses = await gate.accessTo(containers);
      const rights = containers.map(async (container, at): Promise<[ContainerId, Right]> => {
        const right = accesses[at]?.right ?? 'none';
        const isOwned = kindOf(container) === 'governed' && right === 'read';
        return [container, isOwned && (await gate.isOwner()) ? 'write' : right];
      });
      return new Map(await Promise.all(rights));
    },
    audience,
    joined,
    members,
    admit,
    expel,
    // Members leave by themselves here, so that only those outside ask for anything.
    asks: async (container) => {
      const { id, role } = await inside(container);
      return role === 'steward' ? asksIn(database, id) : [];
    },
    endAsk: async (container) => {
      await inside(container);
    },
    ...joinAsks({
      database,
      gate,
      demandRoom,
      inside: (container) => inside(container, gate.writable),
      asked: async () => (await own()).asked,
      forget,
    }),
    // Everybody makes closed groups by themselves here, so there are no requests.
    requests: () => Promise.resolve([]),
    approve: (container) => Promise.reject(new NotFound(`request for ${container}`)),
    endRequest: () => Promise.resolve(),
  };
}
