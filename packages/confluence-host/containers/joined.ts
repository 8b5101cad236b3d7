/** The closed containers that a person is in, in an order that nobody else can fill. */
import type { ContainerId, PersonId } from '@kantine/core';
import { sql } from 'kysely';
import type { Database } from '../sql/index.ts';

interface Joined {
  readonly name: string;
  readonly maker: number | string;
}

/**
 * The first container of each maker, then the second of each, and so on. A list shows so many of one's groups and
 * no more; a steward lets people in without asking them, and could fill it.
 */
function byMakersInTurn(joined: readonly Joined[]): readonly Joined[] {
  const counts = new Map<string, number>();
  const turns = joined.map((container) => {
    const maker = String(container.maker);
    const turn = counts.get(maker) ?? 0;
    counts.set(maker, turn + 1);
    return { container, turn };
  });
  return turns.sort((one, other) => one.turn - other.turn).map(({ container }) => container);
}

/** What the database knows; whether the person may read the spaces of these is for the gate. */
export async function closedJoined(
  database: Database,
  person: PersonId,
): Promise<readonly ContainerId[]> {
  const { rows } = await sql<Joined>`SELECT CAST(c.name AS CHAR) AS name, c.maker AS maker
    FROM people AS p
    INNER JOIN members AS m ON m.person = p.id
    INNER JOIN containers AS c ON c.id = m.container
    WHERE p.account = ${person} AND c.access = 'closed'
    ORDER BY c.id`.execute(database);
  return byMakersInTurn(rows).map(({ name }) => name);
}
