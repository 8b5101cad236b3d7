/** Reading around rows of megabytes, which somebody wrote by hand. */
import { answerOf, concurrently } from '../wire/index.ts';
import type { RestRequest, Talk } from '../wire/index.ts';
import { askIn, isTooLong } from './ask.ts';
import type { Row } from './row.ts';
import type { RowsIn } from './rows-in.ts';
import type { ListReading } from './list-reading.ts';

/** Up to this many rows are asked for one by one. */
const mostSingles = 25;
const perQuestion = 60;
/** Each answer that is too long takes a request of its own. */
const questionsAtOnce = 6;
/** Too long answers about one author, or about all, after which what is left of them is left out. */
const mostOfAuthor = 3;
const mostOfAll = 12;

const chunked = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );

/** In parts, so that a part with a long row in it is soon that row alone. */
const partsOf = (ids: readonly number[]): number[][] =>
  chunked(ids, ids.length <= mostSingles ? 1 : Math.min(perQuestion, Math.ceil(ids.length / 6)));

type Short = Pick<Row, 'Id' | 'AuthorId'>;

function byAuthor(all: readonly Short[]): ReadonlyMap<number, readonly number[]> {
  const authors = new Map<number, number[]>();
  for (const { Id, AuthorId } of all) authors.set(AuthorId, [...(authors.get(AuthorId) ?? []), Id]);
  return authors;
}

/**
 * Asks for ids and authors alone, then for the rows in ever smaller parts. A row that is too long by itself
 * is left out; of somebody who wrote several of them everything is that was not read until then, so that
 * their number costs nothing, and hides nobody else's rows.
 */
export async function* shortRows(
  reading: ListReading,
  ask: (select: readonly string[]) => RestRequest,
  select: readonly string[],
): Talk<RowsIn> {
  const [outcome] = yield [ask(['Id', 'AuthorId'])];
  const all = answerOf<readonly Short[]>(outcome);
  const authors = byAuthor(all);
  const found = new Map<number, Row>();
  const long = (reading.long ??= new Map());
  const askFor = (part: readonly number[]): RestRequest =>
    askIn(reading.list, {
      select,
      column: 'ID',
      type: 'Counter',
      values: part.map(String),
      order: 'ascending',
      top: part.length,
    });

  const isOver = (author: number): boolean =>
    (long.get(author) ?? 0) >= mostOfAuthor ||
    [...long.values()].reduce((sum, number) => sum + number, 0) >= mostOfAll;

  async function* readOf(author: number, parts: readonly number[][]): Talk<undefined> {
    let open = [...parts];
    while (open.length > 0 && !isOver(author)) {
      const asked = open.slice(0, questionsAtOnce);
      open = open.slice(questionsAtOnce);
      const outcomes = yield asked.map(askFor);
      const tooLong = asked.filter((_, at) => isTooLong(outcomes[at]));
      for (const each of outcomes) {
        if (!isTooLong(each))
          for (const row of answerOf<readonly Row[]>(each)) found.set(row.Id, row);
      }
      if (tooLong.length > 0) long.set(author, (long.get(author) ?? 0) + tooLong.length);
      open.push(...tooLong.filter(({ length }) => length > 1).flatMap(partsOf));
    }
    return undefined;
  }

  const isAlone = authors.size === 1;
  yield* concurrently(
    [...authors].map(([author, ids]) =>
      readOf(author, isAlone ? partsOf(ids) : chunked(ids, perQuestion)),
    ),
  );
  const leftOut = all.filter(({ Id }) => !found.has(Id)).length;
  const { missing } = reading;
  if (leftOut > 0) missing.leftOut = (missing.leftOut ?? 0) + leftOut;
  const rows = all.map(({ Id }) => found.get(Id)).filter((row) => row !== undefined);
  return { rows, length: all.length, last: all.at(-1)?.Id };
}
