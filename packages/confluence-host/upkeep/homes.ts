/** The containers that hold the records of a collection. */
import {
  closedContainer,
  communityContainer,
  groupContainer,
  personContainer,
} from '@kantine/core';
import type { Collection } from '@kantine/core';
import { sql } from 'kysely';
import type { Database } from '../sql/index.ts';

type ContainerKind = Collection['keptIn'][number];

/** How the ids of a kind's containers begin; there is one community. */
const beginnings: Readonly<Record<ContainerKind, string>> = {
  community: communityContainer,
  group: groupContainer(''),
  closed: closedContainer(''),
  person: personContainer(''),
};

/** @returns the numbers of all containers of these kinds. */
export async function homesOf(
  database: Database,
  kinds: readonly ContainerKind[],
): Promise<readonly number[]> {
  const conditions = kinds.map((kind) => {
    const beginning = beginnings[kind];
    if (kind === 'community') return sql`name = ${beginning}`;
    // A range, which an index knows; ';' is the character after ':'.
    return sql`(name >= ${beginning} AND name < ${beginning.replace(':', ';')})`;
  });
  const { rows } = await sql<{
    id: number | string;
  }>`SELECT id FROM containers WHERE ${sql.join(conditions, sql` OR `)} ORDER BY id`.execute(
    database,
  );
  return rows.map(({ id }) => Number(id));
}
