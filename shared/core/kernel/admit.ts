/**
 * Reading past rows that break a rule. Whoever can write such rows must not take the places of honest
 * ones, so a query that met some reads on. Where all rows are honest it costs nothing.
 */
import type { Collection, FieldsOf, FieldSpecs } from './collection.ts';
import { isKantineError } from './errors.ts';
import type { StoredRecord } from './record.ts';
import type { Store } from './ports.ts';
import { maxLimit } from './query.ts';
import type { Rows, RowsQuery } from './query.ts';

/** How often a query reads on at most, so that a flood of such rows slows a page but never hangs it. */
const mostPages = 20;

export type Admit<Specs extends FieldSpecs> = (record: StoredRecord<FieldsOf<Specs>>) => boolean;

export interface Admitted<Specs extends FieldSpecs> {
  /** At least as many as the query's limit, if there are as many; may be more. */
  readonly records: readonly StoredRecord<FieldsOf<Specs>>[];
  readonly cursor?: string;
  readonly dropped: number;
}

/** The admitted rows of a page, and of the next ones if rows of this one were dropped. */
export async function admitPage<Specs extends FieldSpecs>(
  store: Store,
  query: RowsQuery<Specs>,
  first: Rows<FieldsOf<Specs>>,
  admit: Admit<Specs>,
): Promise<Admitted<Specs>> {
  const records = first.records.filter(admit);
  let dropped = first.records.length - records.length;
  let { cursor } = first;
  for (let page = 1; page < mostPages; page += 1) {
    if (dropped === 0 || cursor === undefined || records.length >= query.limit) break;
    const [next]: readonly [Rows<FieldsOf<Specs>>] = await store.read([{ ...query, cursor }]);
    const admitted = next.records.filter(admit);
    records.push(...admitted);
    dropped += next.records.length - admitted.length;
    cursor = next.cursor;
  }
  return { records, dropped, ...(cursor === undefined ? {} : { cursor }) };
}

/** The admitted rows for each value of an `in`, up to the limit for each. */
export async function admitEach<Specs extends FieldSpecs>(
  store: Store,
  query: RowsQuery<Specs>,
  { records }: Rows<FieldsOf<Specs>>,
  admit: Admit<Specs>,
): Promise<Admitted<Specs>> {
  const admitted = records.filter(admit);
  const dropped = records.length - admitted.length;
  if (dropped === 0) return { records, dropped };
  const { in: values = [], ...rest } = query;
  const column = query.collection.indexes[query.index]?.partition ?? '';
  const each: StoredRecord<FieldsOf<Specs>>[] = [];
  for (const value of new Set(values)) {
    const isOfValue = ({ fields }: (typeof records)[number]): boolean =>
      (fields as Readonly<Record<string, unknown>> | null)?.[column] === value;
    const found = records.filter(isOfValue);
    const kept = admitted.filter(isOfValue);
    const isCrowdedOut = kept.length < found.length && found.length >= query.limit;
    if (!isCrowdedOut) each.push(...kept);
    else {
      const whole = await readAdmitted(store, { ...rest, eq: value, limit: maxLimit }, admit);
      each.push(...whole.slice(0, query.limit));
    }
  }
  return { records: each, dropped };
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
