/** Further pages are ranges of an index for TiDB, too, which Forge SQL is and neither engine here. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collection, communityContainer, rows } from '@kantine/core';
import { accountOf, openOrganisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';

const scores = collection({
  name: 'testScores',
  keptIn: ['community'],
  size: 'many',
  key: 'once',
  about: { of: 'container' },
  subject: [],
  privacy: {
    purpose: 'A test.',
    readers: 'everybody',
    keep: 'author',
    erasing: 'self',
    leaving: 'unname',
  },
  fields: { points: { type: 'number' } },
  indexes: { byPoints: { order: 'points' } },
});

describe('F-B8: a further page', () => {
  let organisation: Organisation;
  beforeEach(async () => {
    organisation = await openOrganisation({ more: [scores] });
  });
  afterEach(() => organisation.close());

  it.each([
    ['ascending', '>='],
    ['descending', '<='],
  ] as const)('that is %s has a bound for the whole range, beside the OR', async (order, bound) => {
    const as = accountOf('anna');
    const found = await organisation.within({ as }, async ({ store }) => {
      for (const points of [1, 1, 2, 3]) {
        const key = `key-${String(Math.random()).slice(2)}`;
        await store.insert(scores, communityContainer, key, { points });
      }
      const all: number[] = [];
      let cursor: string | undefined;
      do {
        const query = rows(scores, {
          container: communityContainer,
          index: 'byPoints',
          order,
          limit: 1,
          ...(cursor === undefined ? {} : { cursor }),
        });
        const [page] = await store.read([query]);
        all.push(...page.records.map(({ fields }) => fields.points));
        cursor = page.cursor;
      } while (cursor !== undefined);
      return all;
    });
    expect(found).toEqual(order === 'ascending' ? [1, 1, 2, 3] : [3, 2, 1, 1]);
    const further = organisation.statements.filter(({ text }) => text.includes(' OR ('));
    expect(further).toHaveLength(3);
    for (const { text } of further) expect(text).toContain(`.\`points\` ${bound} `);
  });
});
