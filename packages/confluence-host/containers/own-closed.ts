/** The closed containers that a person is in, in an order that nobody else can fill, and those that they asked to be let into. */
import type { PersonId } from '@kantine/core';
import { sql } from 'kysely';
import type { InSpace } from '../access/index.ts';
import type { Database } from '../sql/index.ts';

interface Found extends InSpace {
  readonly id: number | string;
  readonly maker: number | string;
  readonly how: 'joined' | 'asked';
}

/**
 * The first container of each maker, then the second of each, and so on. A list shows so many of one's groups and
 * no more; a steward lets people in without asking them, and could fill it.
 */
function byMakersInTurn(joined: readonly Found[]): readonly Found[] {
  const counts = new Map<string, number>();
  const turns = joined.map((container) => {
    const maker = String(container.maker);
    const turn = counts.get(maker) ?? 0;
    counts.set(maker, turn + 1);
    return { container, turn };
  });
  return turns.sort((one, other) => one.turn - other.turn).map(({ container }) => container);
}

export interface OwnClosed {
  readonly joined: readonly InSpace[];
  readonly asked: readonly InSpace[];
}

/** What the database knows; whether the person may read the spaces of these is for the gate. */
export async function ownClosed(database: Database, person: PersonId): Promise<OwnClosed> {
  const containers = (table: 'members' | 'asks', how: Found['how']) => sql`
    SELECT CAST(c.name AS CHAR) AS name, c.id AS id, c.maker AS maker,
      CAST(c.space AS CHAR) AS space, s.enabled AS enabled, ${sql.lit(how)} AS how
    FROM people AS p
    INNER JOIN ${sql.table(table)} AS m ON m.person = p.id
    INNER JOIN containers AS c ON c.id = m.container
    LEFT JOIN spaces AS s ON s.id = c.space
    WHERE p.account = ${person} AND c.access = 'closed'`;
  const { rows } = await sql<Found>`${containers('members', 'joined')}
    UNION ALL ${containers('asks', 'asked')}`.execute(database);
  const inOrder = rows.toSorted((one, other) => Number(one.id) - Number(other.id));
  return {
    joined: byMakersInTurn(inOrder.filter(({ how }) => how === 'joined')),
    asked: inOrder.filter(({ how }) => how === 'asked'),
  };
}
