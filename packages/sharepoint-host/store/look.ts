/** The look by author and key: whether a record is the lowest row of its author under its key. */
import type { Collection, StoredRecord } from '@kantine/core';
import { columns, ownerDigest } from '../schema/index.ts';
import { answerOf, concurrently } from '../wire/index.ts';
import type { Talk } from '../wire/index.ts';
import { askIn, isTooMany } from './ask.ts';
import { ownRows } from './own-rows.ts';
import type { Row } from './row.ts';
import type { ListReading } from './list-reading.ts';

const perQuestion = 60;
/** Honest authors have one row a key; beyond this many somebody planted rows, and each author is asked about. */
const mostOfAll = 1_000;

const select = ['Id', 'AuthorId', columns.owner];

/** Versions of records that are the lowest for ever: ids only grow. */
const proven = new Set<string>();
const mostProven = 5_000;

interface Asked {
  readonly record: StoredRecord;
  readonly owner: string;
}

/** @returns the ids of the records that count. */
export async function* counting(
  reading: ListReading,
  collection: Collection,
  records: readonly StoredRecord[],
): Talk<ReadonlySet<string>> {
  const open = records.filter(({ version }) => !proven.has(version));
  const asked = await Promise.all(
    open.map(async (record): Promise<Asked> => {
      const { container, author, key } = record;
      return { record, owner: await ownerDigest({ collection, container }, author, key) };
    }),
  );
  const parts = Array.from({ length: Math.ceil(asked.length / perQuestion) }, (_, part) =>
    asked.slice(part * perQuestion, (part + 1) * perQuestion),
  );
  const found = (yield* concurrently(parts.map((part) => lookAt(reading, part)))).flat();
  if (proven.size >= mostProven) proven.clear();
  const isLowest = ({ record, owner }: Asked): boolean =>
    !found.some(
      (row) =>
        row[columns.owner] === owner &&
        String(row.AuthorId) === record.author &&
        row.Id < Number(record.id),
    );
  for (const each of asked) if (isLowest(each)) proven.add(each.record.version);
  return new Set(records.filter(({ version }) => proven.has(version)).map(({ id }) => id));
}

/** The rows of the authors' keys: together, or author by author where others planted rows beside them. */
async function* lookAt(reading: ListReading, asked: readonly Asked[]): Talk<readonly Row[]> {
  const owners = [...new Set(asked.map(({ owner }) => owner))];
  const question = { select, column: columns.owner, type: 'Text', values: owners } as const;
  const [outcome] = yield [
    askIn(reading.list, { ...question, order: 'ascending', top: mostOfAll }),
  ];
  if (!isTooMany(outcome)) {
    const rows = answerOf<readonly Row[]>(outcome);
    if (rows.length < mostOfAll) return rows;
  }
  const authors = new Map<string, Set<string>>();
  for (const { record, owner } of asked) {
    const own = authors.get(record.author) ?? new Set();
    authors.set(record.author, own.add(owner));
  }
  const each = yield* concurrently(
    [...authors].map(([author, own]) => ownRows(reading, select, { author, owners: [...own] })),
  );
  return each.flat();
}
