/** Asking to be let into a closed container: a row that its author and the container's stewards read. */
import { Forbidden } from '@kantine/core';
import type { Ask, ContainerId, Containers, PersonId } from '@kantine/core';
import { sql } from 'kysely';
import type { Gate, ContainerAccess, InSpace } from '../access/index.ts';
import type { Database } from '../sql/index.ts';
import { personOf } from '../store/branch.ts';
import { internPerson } from '../store/intern.ts';

/** So many stewards are shown at once; the others follow when these are answered. */
const mostShown = 100;

/** Who asks to be let in, for stewards. */
export async function asksIn(database: Database, container: number): Promise<readonly Ask[]> {
  const found = await sql<{
    person: PersonId;
    note: string;
  }>`SELECT CAST(p.account AS CHAR) AS person, CAST(a.note AS CHAR) AS note
    FROM asks AS a
    INNER JOIN people AS p ON p.id = a.person
    WHERE a.container = ${container}
    ORDER BY a.person
    LIMIT ${sql.lit(mostShown)}`.execute(database);
  return found.rows.map(({ person, note }) => ({ by: person, kind: 'join', note }));
}

export async function endAskOf(
  database: Database,
  container: number,
  person: PersonId,
): Promise<void> {
  await sql`DELETE FROM asks
    WHERE container = ${container} AND person = ${personOf(person)}`.execute(database);
}

export interface JoinAsksOptions {
  readonly database: Database;
  readonly gate: Gate;
  readonly demandRoom: () => Promise<void>;
  /** A closed container as one of its members finds it, to write. @throws Forbidden */
  readonly inside: (container: ContainerId) => Promise<ContainerAccess & { readonly id: number }>;
  /** The containers that the person asked to be let into. */
  readonly asked: () => Promise<readonly InSpace[]>;
  /** Forgets what was read, since something was changed. */
  readonly forget: () => void;
}

type JoinAsks = Pick<Containers, 'askToJoin' | 'joinsAsked' | 'endJoin' | 'passOn'>;

export function joinAsks({
  database,
  gate,
  demandRoom,
  inside,
  asked,
  forget,
}: JoinAsksOptions): JoinAsks {
  return {
    async askToJoin(container, note) {
      await gate.enter();
      const { id, isMember } = await gate.listed(container);
      if (isMember) return;
      await demandRoom();
      const person = (await gate.author()) ?? (await internPerson(database, gate.person));
      await database.insertInto('asks').ignore().values({ container: id, person, note }).execute();
      forget();
    },

    async joinsAsked() {
      await gate.enter();
      return gate.visibleAmong(await asked());
    },

    async endJoin(container, by) {
      if (by === gate.person) {
        await gate.enter();
        await sql`DELETE FROM asks
          WHERE container = (SELECT id FROM containers WHERE name = ${container})
            AND person = ${personOf(by)}`.execute(database);
        forget();
        return;
      }
      const { id, role } = await inside(container);
      if (role !== 'steward') throw new Forbidden(container);
      await endAskOf(database, id, by);
      forget();
    },

    // Stewards read what people outside wrote, so that nothing has to be passed on.
    passOn: () => Promise.resolve(),
  };
}
