/** The rows of several values of an index in one question. */
import type { ContainerQuery, PersonId } from '@kantine/core';
import { indexColumn, partitionDigest } from '../schema/index.ts';
import { answerOf, concurrently } from '../wire/index.ts';
import type { Talk } from '../wire/index.ts';
import { askIn, isTooLong, isTooMany } from './ask.ts';
import type { In } from './ask.ts';
import { selected } from './first-page.ts';
import { authorOf, isItemId } from './row.ts';
import type { Row } from './row.ts';
import type { ListReading } from './list-reading.ts';

/** Rows of several values. */
export interface AtOnce {
  readonly rows: readonly Row[];
  /** Whether these are all. */
  readonly isWhole: boolean;
}

/** Why one question does not do: more rows match than it may, or some are too long. */
export type Refused = 'too many' | 'too long';

/** The way in which rows are asked for. */
export type AskedFor = Pick<In, 'order' | 'top' | 'narrowedBy'> & Partial<Pick<In, 'select'>>;

interface Part {
  readonly values: readonly string[];
  /** The only author of the rows there. */
  readonly author?: PersonId;
}

/** Rows under their author are asked for by their author, too: others cannot crowd them. */
function partsOf(query: ContainerQuery, values: readonly string[], me: PersonId): Part[] {
  const { collection, index } = query;
  const author = authorOf(query);
  if (author !== undefined) return isItemId(author) ? [{ values, author }] : [];
  const proof = collection.indexes[index]?.proof;
  if (proof === 'own') return [{ values, author: me }];
  if (proof !== 'author') return [{ values }];
  return values.filter(isItemId).map((value) => ({ values: [value], author: value }));
}

export async function* rowsAtOnce(
  query: ContainerQuery,
  { list, me }: ListReading,
  values: readonly string[],
  page: AskedFor,
): Talk<AtOnce | Refused> {
  const parts = partsOf(query, values, me);
  const each = yield* concurrently(parts.map((part) => rowsOfPart(query, list, part, page)));
  const rows = each.filter((found) => typeof found !== 'string');
  const refused = each.find((found) => typeof found === 'string');
  return refused ?? { rows: rows.flat(), isWhole: rows.every(({ length }) => length < page.top) };
}

async function* rowsOfPart(
  query: ContainerQuery,
  list: string,
  { values, ...part }: Part,
  page: AskedFor,
): Talk<readonly Row[] | Refused> {
  const digests = values.map((value) => partitionDigest(query, query.index, value));
  const question = {
    narrowedBy: 'values',
    select: selected(query),
    ...page,
    ...part,
    column: indexColumn(query.collection, query.index),
    type: 'Text',
    values: await Promise.all(digests),
  } as const;
  const [outcome] = yield [askIn(list, question)];
  if (isTooLong(outcome)) return 'too long';
  return isTooMany(outcome) ? 'too many' : answerOf<readonly Row[]>(outcome);
}
