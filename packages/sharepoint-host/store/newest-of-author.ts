/**
 * The newest rows of one author in several containers of a list: by the author that the server names, so that
 * nobody else's rows come between; where these are more than SharePoint lets a filter match, part by part.
 */
import type { NewestQuery, PersonId } from '@kantine/core';
import type { RestRequest, Talk } from '../wire/index.ts';
import { askPage, isTooMany, mostRows } from './ask.ts';
import type { Position } from './ask.ts';
import type { ListReading } from './list-reading.ts';
import { goBackTo, newestColumns, newestRecords } from './newest-rows.ts';
import type { FoundNewest } from './newest-rows.ts';
import { isItemId } from './row.ts';
import type { Row } from './row.ts';
import { rowsIn } from './rows-in.ts';
import { askNewest, windowIds } from './windows.ts';

const rowsAPage = 500;
/** Of one list; who wrote more than some ten thousand rows there is told that these are not all. */
const mostPages = 40;

/** Rows of one author behind each other, newest first, and whether these are the last. */
interface Page {
  readonly rows: readonly Row[];
  readonly isLast: boolean;
}

type AskBehind = (after: Position | undefined) => Talk<Page | 'too many'>;

export async function* newestOfAuthor(
  query: NewestQuery,
  author: PersonId,
  reading: ListReading,
): Talk<FoundNewest> {
  if (!isItemId(author)) return { records: [], complete: true };
  const select = newestColumns(query);
  const isStamped = query.stamps === true;
  // Of one's own rows the lowest counts; a double under the same key goes with it.
  const proving = { query, places: undefined, index: ownOrder, isStamped };
  const { since, until = Infinity, limit } = query;
  const ofAuthor: AskBehind = async function* (after) {
    const filter = `AuthorId eq ${author}`;
    const ask = (names: readonly string[]): RestRequest =>
      askPage(reading.list, {
        select: names,
        filter,
        order: 'descending',
        top: rowsAPage,
        ...(after ? { after } : {}),
      });
    const [outcome] = yield [ask(select)];
    if (isTooMany(outcome)) return 'too many';
    const { rows, length } = yield* rowsIn(reading, outcome, ask, select);
    return { rows, isLast: length < rowsAPage };
  };
  const inWindow: AskBehind = async function* (after) {
    const end = after ? after.id - 1 : yield* askNewest(reading.list);
    const start = Math.max(end - windowIds, 0);
    const filter = `Id gt ${start} and Id le ${end} and AuthorId eq ${author}`;
    const ask = (names: readonly string[]): RestRequest =>
      askPage(reading.list, { select: names, filter, order: 'descending', top: mostRows });
    const [outcome] = yield [ask(select)];
    const { rows } = yield* rowsIn(reading, outcome, ask, select);
    return { rows: [...rows, ...bottomOf(start, rows)], isLast: start === 0 };
  };
  const found = new Map<string, FoundNewest['records'][number]>();
  let after: Position | undefined;
  let askBehind = ofAuthor;
  for (let page = 0; page < mostPages; page += 1) {
    let answer = yield* askBehind(after);
    if (answer === 'too many') {
      askBehind = inWindow;
      answer = yield* inWindow(after);
    }
    if (answer === 'too many') break;
    const { rows, isLast } = answer;
    const real = rows.filter(({ Created }) => Created);
    const records = yield* newestRecords(reading, real, proving);
    for (const record of records) if (record.created <= until) found.set(record.id, record);
    const isReached = isLast || goBackTo(since, real);
    if (isReached || found.size > limit) {
      return { records: [...found.values()], complete: isReached };
    }
    const last = rows.at(-1)?.Id;
    if (last === undefined) break;
    after = { id: last };
  }
  return { records: [...found.values()], complete: false };
}

const ownOrder = { order: 'created', proof: 'own' } as const;

/** Where the next window begins, whatever lies at the end of this one. */
const bottomOf = (start: number, rows: readonly Row[]): readonly Row[] =>
  rows.at(-1)?.Id === start + 1 ? [] : [{ Id: start + 1 } as Row];
