/** Many rows of the contract, as if Anna had written them one by one. */
import type { ContainerId } from '@kantine/core';
import { contractCollections } from '@kantine/host-contract';
import type { HostHarness } from '@kantine/host-contract';
import { sql } from 'kysely';
import { layoutOf, stamp } from '../schema/index.ts';
import { accountOf } from './organisation.ts';
import type { Organisation } from './organisation.ts';

const atOnce = 500;

export async function fillEntries(
  organisation: Organisation,
  container: ContainerId,
  records: Parameters<HostHarness['fill']>[1],
): Promise<void> {
  const { database, ids } = organisation.instance;
  const { table, columns } = layoutOf(contractCollections.entries);
  await organisation.inside({ as: 'admin' }, async () => {
    const { rows } = await sql<{
      home: number;
      author: number;
    }>`SELECT c.id AS home, p.id AS author FROM containers AS c, people AS p
      WHERE c.name = ${container} AND p.account = ${accountOf('anna')}`.execute(database);
    const values = records.map(({ key, fields }) => ({
      [stamp.container]: rows[0]?.home,
      [stamp.id]: ids.next(),
      [stamp.author]: rows[0]?.author,
      [stamp.key]: key,
      [stamp.changed]: 0,
      ...Object.fromEntries(
        columns.map(({ name, encode }) => [name, encode(fields[name as keyof typeof fields])]),
      ),
    }));
    for (let first = 0; first < values.length; first += atOnce) {
      const part = values.slice(first, first + atOnce);
      await database.insertInto(table).values(part).execute();
    }
  });
}
