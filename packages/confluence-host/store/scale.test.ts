import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCommunity, groupContainer } from '@kantine/core';
import type { Community, GroupView } from '@kantine/core';
import { CompiledQuery } from 'kysely';
import { fillWall } from '../testing/bulk.ts';
import { accountOf, openOrganisation } from '../testing/organisation.ts';
import type { Organisation, Statement } from '../testing/organisation.ts';

const anna = accountOf('anna');

/** A row of MariaDB's EXPLAIN. */
interface Step {
  readonly table: string | null;
  readonly type: string | null;
  readonly key: string | null;
}

/** A derived table is read as a whole; it is as small as a page. */
const isDerived = ({ table }: Step): boolean => table === null || table.startsWith('<');
const scans = new Set(['ALL', 'index']);

describe('the first page of a wall', () => {
  let organisation: Organisation;
  let groups: Readonly<Record<'few' | 'many' | 'closed', GroupView>>;
  const many = 20_000;

  const as = <T>(
    page: { readonly space?: 'WORK' },
    work: (community: Community) => Promise<T>,
  ): Promise<T> =>
    organisation.within({ as: anna, ...page }, (host) => work(createCommunity(host)));

  beforeAll(async () => {
    organisation = await openOrganisation({ engine: 'MariaDB' });
    const make = async (name: string, posts: number, access: 'open' | 'closed' = 'open') => {
      const named = { name, purpose: '', access };
      const group = await as({ space: 'WORK' }, (her) => her.groups.create(named));
      await fillWall(organisation, groupContainer(group.id), posts);
      return group;
    };
    groups = {
      few: await make('Few', 100),
      many: await make('Many', many),
      closed: await make('Closed', 100, 'closed'),
    };
  }, 60_000);
  afterAll(() => organisation.close());

  async function statementsOf(
    page: { readonly space?: 'WORK' },
    size: keyof typeof groups,
  ): Promise<readonly Statement[]> {
    organisation.statements.length = 0;
    const wall = await as(page, (her) => her.wall.read({ group: groups[size].id }));
    expect(wall.posts).toHaveLength(20);
    expect(wall.posts.filter(({ comments }) => comments.length === 1)).toHaveLength(10);
    expect(wall.posts[0]?.reactions.counts).not.toEqual({});
    return [...organisation.statements];
  }

  it.each([{ space: 'WORK' } as const, {}])(
    'takes at most four statements from page %o, with few posts and with many',
    async (page) => {
      const few = await statementsOf(page, 'few');
      const lots = await statementsOf(page, 'many');
      expect(lots.length).toBeLessThanOrEqual(4);
      expect(lots.length).toBe(few.length);
      expect((await statementsOf(page, 'closed')).length).toBeLessThanOrEqual(4);
    },
  );

  it('scans no table', async () => {
    const { database } = organisation.instance;
    for (const { text, parameters } of await statementsOf({ space: 'WORK' }, 'many')) {
      const explain = CompiledQuery.raw(`EXPLAIN ${text}`, [...parameters]);
      const steps = await organisation.inside({ as: anna }, async () => {
        const { rows } = await database.executeQuery<Step>(explain);
        return rows;
      });
      expect(steps.length).toBeGreaterThan(3);
      for (const step of steps.filter((each) => !isDerived(each))) {
        expect(scans, `${text}\n${JSON.stringify(step)}`).not.toContain(step.type);
      }
    }
  });
});
