/**
 * What a wall's first page takes of Confluence, whatever the wall has grown to, and what its rows take
 * of the gibibyte that Forge gives: on a MariaDB, in InnoDB.
 */
import { groupContainer } from '@kantine/core';
import {
  accountOf,
  bytesARow,
  fillWall,
  openOrganisation,
  windowOf,
} from '@kantine/confluence-host/testing';
import type { Measure } from './measure.ts';

const sizes = [100, 10_000, 1_000_000];

async function measureAt(posts: number): Promise<Measure[]> {
  const organisation = await openOrganisation({ engine: 'MariaDB' });
  try {
    const page = { as: accountOf('anna'), space: 'WORK' } as const;
    const { community, calls } = await windowOf(organisation, page);
    const { id: group } = await community.groups.create({ name: 'Bench', purpose: '' });
    await fillWall(organisation, groupContainer(group), posts);
    const [callsBefore, statementsBefore] = [calls().length, organisation.statements.length];
    const wall = await community.wall.read({ group });
    if (wall.posts.length !== 20) throw new Error('The wall is not the one filled.');
    const what = `Confluence: for a wall's first page at ${posts} posts`;
    const measures: Measure[] = [
      {
        name: `${what}, calls of the bridge`,
        value: calls().length - callsBefore,
        unit: 'calls',
        budget: 1,
      },
      {
        name: `${what}, statements`,
        value: organisation.statements.length - statementsBefore,
        unit: 'statements',
        budget: 4,
      },
    ];
    if (posts < Math.max(...sizes)) return measures;
    const budgets = { posts: 350, reactions: 50 } as const;
    for (const [table, budget] of Object.entries(budgets)) {
      const value = await bytesARow(organisation, table);
      measures.push({ name: `Confluence: of each row in ${table}`, value, unit: 'bytes', budget });
    }
    return measures;
  } finally {
    await organisation.close();
  }
}

export async function measureConfluence(): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const size of sizes) measures.push(...(await measureAt(size)));
  return measures;
}
