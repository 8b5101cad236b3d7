/** The containers that hold the records of a collection. */
import {
  closedContainer,
  communityContainer,
  deskOf,
  governedContainer,
  groupContainer,
  lettersOf,
  officeContainer,
  personContainer,
} from '@kantine/core';
import type { Collection } from '@kantine/core';
import { sql } from 'kysely';
import type { Database } from '../sql/index.ts';

type ContainerKind = Collection['keptIn'][number];

/** How the ids of a kind's containers begin, or the id of the only one. */
const beginnings: Readonly<Record<ContainerKind, string>> = {
  community: communityContainer,
  group: groupContainer(''),
  closed: closedContainer(''),
  person: personContainer(''),
  governed: governedContainer,
  office: officeContainer,
  desk: deskOf(''),
  letters: lettersOf(''),
};

/** @returns the numbers of all containers of these kinds. */
export async function homesOf(
  database: Database,
  kinds: readonly ContainerKind[],
): Promise<readonly number[]> {
  const conditions = kinds.map((kind) => {
    const beginning = beginnings[kind];
    if (!beginning.endsWith(':')) return sql`name = ${beginning}`;
    // A range, which an index knows; ';' is the character after ':'.
    return sql`(name >= ${beginning} AND name < ${beginning.replace(/:$/, ';')})`;
  });
  const { rows } = await sql<{
    id: number | string;
  }>`SELECT id FROM containers WHERE ${sql.join(conditions, sql` OR `)} ORDER BY id`.execute(
    database,
  );
  return rows.map(({ id }) => Number(id));
}
