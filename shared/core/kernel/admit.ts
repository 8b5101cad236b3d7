/**
 * Reading past rows that break a rule. The author of such rows must not be able to crowd out honest ones,
 * so a query that met some reads on. Where all rows are honest it costs nothing.
 */
import type { Collection, FieldsOf, FieldSpecs } from './collection.ts';
import { isKantineError } from './errors.ts';
import type { StoredRecord } from './record.ts';
import type { Store } from './ports.ts';
import { maxLimit } from './query.ts';
import type { Rows, RowsQuery } from './query.ts';

/**
 * Requests that one page costs at most, whatever lies there: a flood of such rows makes a page short,
 * and its cursor leads on.
 */
const mostPages = 2;

export type Admit<Specs extends FieldSpecs> = (record: StoredRecord<FieldsOf<Specs>>) => boolean;

export interface Admitted<Specs extends FieldSpecs> {
  /**
   * At least as many as the query's limit, if there are as many and few rows break a rule; fewer than
   * three times as many, which is what one question about them may name.
   */
  readonly records: readonly StoredRecord<FieldsOf<Specs>>[];
  readonly cursor?: string;
  readonly dropped: number;
}

/** How many rows the host left out itself; one at least where it stopped before it knew. */
const missing = ({ leftOut = 0, incomplete }: Rows<unknown>): number =>
  leftOut + (incomplete ? 1 : 0);

/**
 * The admitted rows of a page, and of the next ones if rows of this one were dropped.
 * @param further how many rows are read on.
 * @param fills whether a row is likely to be seen. Others break no rule, and are read past where they leave less than
 * half a page: a few of them are not worth another round trip.
 */
export async function admitPage<Specs extends FieldSpecs>(
  store: Store,
  query: RowsQuery<Specs>,
  first: Rows<FieldsOf<Specs>>,
  admit: Admit<Specs>,
  further = Math.min(maxLimit, 2 * query.limit),
  fills: Admit<Specs> = () => true,
): Promise<Admitted<Specs>> {
  const records = first.records.filter(admit);
  let broken = first.records.length - records.length;
  let unread = missing(first);
  let { cursor } = first;
  for (let page = 1; page < mostPages; page += 1) {
    // A host that stopped has read on already.
    const seen = records.filter(fills).length;
    if (unread > 0 || cursor === undefined || broken + records.length === seen) break;
    if (seen >= (broken > 0 ? query.limit : query.limit / 2)) break;
    const on = { ...query, cursor, limit: further };
    const [next]: readonly [Rows<FieldsOf<Specs>>] = await store.read([on]);
    const admitted = next.records.filter(admit);
    records.push(...admitted);
    broken += next.records.length - admitted.length;
    unread += missing(next);
    cursor = next.cursor;
  }
  return { records, dropped: broken + unread, ...(cursor === undefined ? {} : { cursor }) };
}

export interface AdmittedEach<Specs extends FieldSpecs> {
  readonly records: readonly StoredRecord<FieldsOf<Specs>>[];
  /** How many honest rows a value has in all, for the values that were read to their end. */
  readonly totals: ReadonlyMap<string, number>;
  /** The values of which rows that break a rule crowded out others. */
  readonly crowded: ReadonlySet<string>;
  readonly dropped: number;
}

/** The admitted rows for each value of an `in`, up to the limit for each; reads on once at most. */
export async function admitEach<Specs extends FieldSpecs>(
  store: Store,
  query: RowsQuery<Specs>,
  first: Rows<FieldsOf<Specs>>,
  admit: Admit<Specs>,
): Promise<AdmittedEach<Specs>> {
  const { records } = first;
  const { in: values = [], limit, ...rest } = query;
  const column = query.collection.indexes[query.index]?.partition ?? '';
  const byValue = new Map(
    [...new Set(values)].map((value) => [value, [] as (typeof records)[number][]]),
  );
  for (const record of records) {
    const value = (record.fields as Readonly<Record<string, unknown>> | null)?.[column];
    // A row by hand may hold what no text can be made of.
    if (typeof value === 'string') byValue.get(value)?.push(record);
  }
  let dropped = missing(first);
  const isCrowded = (found: readonly (typeof records)[number][]): boolean => {
    const breaking = found.filter((record) => !admit(record)).length;
    dropped += breaking;
    return breaking > 0 && found.length >= limit;
  };
  const crowded = [...byValue].filter(([, found]) => isCrowded(found)).map(([value]) => value);
  const more =
    crowded.length === 0
      ? []
      : await store.read(crowded.map((value) => ({ ...rest, eq: value, limit: maxLimit })));
  for (const [at, value] of crowded.entries()) byValue.set(value, [...(more[at]?.records ?? [])]);
  const totals = new Map<string, number>();
  const kept = [...byValue].flatMap(([value, found]) => {
    const admitted = found.filter(admit);
    if (found.length < (crowded.includes(value) ? maxLimit : limit))
      totals.set(value, admitted.length);
    return admitted.slice(0, limit);
  });
  return { records: kept, totals, crowded: new Set(crowded), dropped };
}

/** Removes a record that may be gone already; another window or an earlier attempt did the same. */
export async function removeIfThere(
  store: Store,
  collection: Collection,
  record: StoredRecord,
): Promise<void> {
  await store.remove(collection, record).catch((error: unknown) => {
    if (!isKantineError(error, 'NotFound')) throw error;
  });
}

/** The admitted rows of a query about one value. */
export async function readAdmitted<Specs extends FieldSpecs>(
  store: Store,
  query: RowsQuery<Specs>,
  admit: Admit<Specs>,
): Promise<readonly StoredRecord<FieldsOf<Specs>>[]> {
  const [first]: readonly [Rows<FieldsOf<Specs>>] = await store.read([query]);
  return (await admitPage(store, query, first, admit)).records;
}
