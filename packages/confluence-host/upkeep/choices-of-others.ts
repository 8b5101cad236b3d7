/** The rows of a compact table of choices, whoever chose. */
import { mostAtOnce } from '@kantine/core/upkeep';
import { sql } from 'kysely';
import { choiceColumn } from '../schema/index.ts';
import type { ChoiceLayout } from '../schema/index.ts';
import type { Database } from '../sql/index.ts';
import { column, unionOf } from '../store/branch.ts';
import type { AnswerRow, Sql } from '../store/branch.ts';
import { choiceBranch } from '../store/choice-branch.ts';
import { choiceIn, choiceKey, keyIn } from '../store/choice-row.ts';
import type { ChoiceKey } from '../store/choice-row.ts';
import { purgedAtOnce } from './records-of-others.ts';
import type { RowsOfOthers } from './records-of-others.ts';

/** As the primary key orders rows. */
function inOrder(one: AnswerRow, other: AnswerRow): number {
  const [a, b] = [keyIn(one), keyIn(other)];
  const numbers = a.within - b.within || a.author - b.author;
  return numbers || (a.inner < b.inner ? -1 : 1);
}

export function choicesOfOthers(database: Database, layout: ChoiceLayout): RowsOfOthers {
  const columns = [layout.spec.within, '_author', choiceColumn.inner].map(column);
  const [record, author, inner] = columns as [Sql, Sql, Sql];

  /** The rows behind one, in the order of the primary key. TiDB makes no range of an OR; of its bound it does. */
  const behind = (last: ChoiceKey): Sql => sql`${record} >= ${sql.lit(last.within)}
    AND (${record} > ${sql.lit(last.within)} OR ${author} > ${sql.lit(last.author)}
      OR (${author} = ${sql.lit(last.author)} AND ${inner} > ${last.inner}))`;

  const [within, innerName, given] = [layout.spec.within, choiceColumn.inner, choiceColumn.given];
  const exactly = (key: ChoiceKey): Sql =>
    sql`(${sql.id(within)} = ${key.within} AND _author = ${key.author}
      AND ${sql.id(innerName)} = ${key.inner} AND ${sql.id(given)} = ${key.given})`;

  return {
    async purge(home, ids) {
      const keys = ids.map(choiceKey).filter((key) => key !== undefined);
      let removed = 0n;
      for (let first = 0; first < keys.length; first += purgedAtOnce) {
        const each = keys.slice(first, first + purgedAtOnce).map(exactly);
        const { numAffectedRows = 0n } = await sql`DELETE FROM ${sql.id(layout.table)}
          WHERE _container = ${home.id} AND (${sql.join(each, sql` OR `)})`.execute(database);
        removed += numAffectedRows;
      }
      return removed > 0n;
    },
    async step(home, after) {
      const last = after === undefined ? undefined : choiceKey(after);
      if (after !== undefined && !last) throw new RangeError('No scan ended there.');
      const conditions = last ? [behind(last)] : [];
      const tail = sql`ORDER BY ${sql.join(columns)} LIMIT ${sql.lit(mostAtOnce + 1)}`;
      const branch = choiceBranch(layout, home, conditions, tail);
      const { rows } = await unionOf([{ question: 0, value: 0, branch }]).execute(database);
      const sorted = rows.toSorted(inOrder);
      return {
        records: sorted.slice(0, mostAtOnce).map((row) => choiceIn(layout, home, row)),
        isLast: sorted.length <= mostAtOnce,
      };
    },
  };
}
