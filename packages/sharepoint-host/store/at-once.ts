/** The rows of several values of an index in one question. */
import type { ContainerQuery, PersonId } from '@kantine/core';
import { indexColumn, partitionDigest } from '../schema/index.ts';
import { answerOf, concurrently } from '../wire/index.ts';
import type { Talk } from '../wire/index.ts';
import { askIn, isTooLong, isTooMany } from './ask.ts';
import type { In } from './ask.ts';
import { isLookedUp } from './prove.ts';
import {
  authorOf,
  countedColumns,
  isItemId,
  nameColumns,
  recordColumns,
  shownColumns,
} from './row.ts';
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
export type AskedFor = Pick<In, 'order' | 'top' | 'narrowedBy'> &
  Partial<Pick<In, 'select'>> & {
    /** Names are asked for by a question of their own. */
    readonly areNamesApart?: true;
  };

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

/** What is asked of each row: what only the server can say of it, and names where others are shown. */
function askedOf(query: ContainerQuery, isOwn: boolean): Pick<In, 'select' | 'bare'> {
  if (query.kind === 'rows') return { select: isOwn ? recordColumns : shownColumns };
  return isLookedUp(query) ? { select: recordColumns } : { select: countedColumns, bare: true };
}

/** @param page `select` takes the place of what the query needs. */
export async function* rowsAtOnce(
  query: ContainerQuery,
  { list, me }: ListReading,
  values: readonly string[],
  page: AskedFor,
): Talk<AtOnce | Refused> {
  const parts = partsOf(query, values, me);
  const each = yield* concurrently(
    parts.map((part) =>
      rowsOfPart(query, list, part, {
        ...(page.select ? {} : askedOf(query, part.author === me)),
        ...page,
      }),
    ),
  );
  const rows = each.filter((found) => typeof found !== 'string');
  const refused = each.find((found) => typeof found === 'string');
  return refused ?? { rows: rows.flat(), isWhole: rows.every(({ length }) => length < page.top) };
}

async function* rowsOfPart(
  query: ContainerQuery,
  list: string,
  { values, ...part }: Part,
  { areNamesApart, ...page }: AskedFor & Partial<Pick<In, 'bare'>>,
): Talk<readonly Row[] | Refused> {
  const digests = values.map((value) => partitionDigest(query, query.index, value));
  const question: In = {
    narrowedBy: 'values',
    select: recordColumns,
    ...page,
    ...part,
    column: indexColumn(query.collection, query.index),
    type: 'Text',
    values: await Promise.all(digests),
    of: { field: query.collection.indexes[query.index]?.partition ?? '', values },
  };
  const names = { ...question, select: nameColumns, bare: true };
  const [outcome, named] = yield (areNamesApart ? [question, names] : [question]).map((each) =>
    askIn(list, each),
  );
  if (isTooLong(outcome)) return 'too long';
  if (isTooMany(outcome)) return 'too many';
  // The directory looks up what is too long; a refusal of all names is for who asked.
  if (named && !isTooLong(named)) answerOf(named);
  return answerOf<readonly Row[]>(outcome);
}
