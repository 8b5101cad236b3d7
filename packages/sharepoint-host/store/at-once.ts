/** The rows of several values of an index in one question. */
import type { PersonId, Query } from '@kantine/core';
import { indexColumn, partitionDigest } from '../schema/index.ts';
import { answerOf, together } from '../wire/index.ts';
import type { Talk } from '../wire/index.ts';
import { askIn, isTooMany } from './ask.ts';
import type { In } from './ask.ts';
import { selected } from './partition-pages.ts';
import { isItemId } from './row.ts';
import type { Row } from './row.ts';
import type { Source } from './source.ts';

/** Rows of several values. */
interface AtOnce {
  readonly rows: readonly Row[];
  /** Whether these are all. */
  readonly isWhole: boolean;
}

interface Part {
  readonly values: readonly string[];
  /** Whose rows alone stand there. */
  readonly author?: PersonId;
}

/** What stands under its author is asked for by its author, too: others cannot crowd it. */
function partsOf({ collection, index }: Query, values: readonly string[], me: PersonId): Part[] {
  const proof = collection.indexes[index]?.proof;
  if (proof === 'own') return [{ values, author: me }];
  if (proof !== 'author') return [{ values }];
  return values.filter(isItemId).map((value) => ({ values: [value], author: value }));
}

/** @returns undefined where more rows match than one question may match. */
export async function* rowsAtOnce(
  query: Query,
  { list, me }: Source,
  values: readonly string[],
  page: Pick<In, 'order' | 'top'>,
): Talk<AtOnce | undefined> {
  const parts = partsOf(query, values, me);
  const each = yield* together(parts.map((part) => rowsOfPart(query, list, part, page)));
  const rows = each.filter((found) => found !== undefined);
  if (rows.length < each.length) return undefined;
  return { rows: rows.flat(), isWhole: rows.every(({ length }) => length < page.top) };
}

async function* rowsOfPart(
  query: Query,
  list: string,
  { values, author }: Part,
  page: Pick<In, 'order' | 'top'>,
): Talk<readonly Row[] | undefined> {
  const digests = values.map((value) => partitionDigest(query.container, query.index, value));
  const question = {
    ...page,
    select: selected(query),
    column: indexColumn(query.collection, query.index),
    type: 'Text',
    values: await Promise.all(digests),
  } as const;
  const ways =
    author === undefined
      ? [{}]
      : (['values', 'author'] as const).map((narrowedBy) => ({ author, narrowedBy }));
  for (const way of ways) {
    const [outcome] = yield [askIn(list, { ...question, ...way })];
    if (!isTooMany(outcome)) return answerOf<readonly Row[]>(outcome);
  }
  return undefined;
}
