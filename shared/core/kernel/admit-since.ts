/**
 * Reading all that counts since a moment, past rows that break a rule, within a bound. The answer says whether
 * that was all, so that who reads it can be told.
 */
import type { Admit } from './admit.ts';
import type { FieldsOf, FieldSpecs } from './collection.ts';
import type { ContainerId } from './container.ts';
import { maxNewest } from './newest-query.ts';
import type { Newest, NewestQuery } from './newest-query.ts';
import type { Store } from './ports.ts';
import type { Rows, RowsQuery } from './query.ts';
import type { Instant, StoredRecord } from './record.ts';

/** Requests that one question costs at most, whatever lies there. */
const mostPages = 3;
/** Containers that are asked about apart; closed groups are a question each for a host. */
const mostApart = 6;

export interface AdmittedSince<Specs extends FieldSpecs> {
  readonly records: readonly StoredRecord<FieldsOf<Specs>>[];
  /** There may be more since that moment. */
  readonly isMore: boolean;
  /** How many rows broke a rule. */
  readonly dropped: number;
}

/**
 * The admitted rows of a query in descending order of creation, the newest first.
 * @param first its answer.
 * @param enough admitted rows: then reading ends.
 */
export async function admitSince<Specs extends FieldSpecs>(
  store: Store,
  query: RowsQuery<Specs>,
  first: Rows<FieldsOf<Specs>>,
  admit: Admit<Specs>,
  { since, enough }: { readonly since: Instant; readonly enough: number },
): Promise<AdmittedSince<Specs>> {
  const records: StoredRecord<FieldsOf<Specs>>[] = [];
  let dropped = 0;
  let page = first;
  for (let read = 1; ; read += 1) {
    const inTime = page.records.filter(({ created }) => created >= since);
    const admitted = inTime.filter(admit);
    records.push(...admitted);
    dropped += inTime.length - admitted.length + (page.leftOut ?? 0);
    const isPast = inTime.length < page.records.length;
    // A host that stopped has read on already.
    const isStopped = page.incomplete === true;
    const isEnd = isPast || (page.cursor === undefined && !isStopped);
    if (isEnd || isStopped || read === mostPages || records.length >= enough) {
      return { records, isMore: !isEnd, dropped };
    }
    const further = { ...query, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
    [page] = (await store.read([further])) as readonly [Rows<FieldsOf<Specs>>];
  }
}

/**
 * The admitted rows of several containers. Where rows that break a rule took the room of others, the containers
 * that hold them are asked about apart, so that none crowds out the others.
 * @param first its answer.
 */
export async function admitNewest<Specs extends FieldSpecs>(
  store: Store,
  query: NewestQuery<Specs> & { readonly stamps?: never },
  first: Newest<FieldsOf<Specs>>,
  admit: Admit<Specs>,
): Promise<AdmittedSince<Specs>> {
  const broken = first.records.filter((record) => !admit(record));
  const answers =
    first.complete || broken.length === 0 ? [first] : await askApart(store, query, broken);
  const all = answers.flatMap((answer) => answer.records);
  const records = all.filter(admit);
  return {
    records: records.toSorted(newestFirst).slice(0, query.limit),
    isMore: records.length > query.limit || answers.some(({ complete }) => !complete),
    dropped: all.length - records.length,
  };
}

async function askApart<Specs extends FieldSpecs>(
  store: Store,
  query: NewestQuery<Specs> & { readonly stamps?: never },
  broken: readonly StoredRecord[],
): Promise<readonly Newest<FieldsOf<Specs>>[]> {
  const numbers = new Map<ContainerId, number>();
  for (const { container } of broken) numbers.set(container, (numbers.get(container) ?? 0) + 1);
  const noisy = [...numbers].toSorted(([, one], [, other]) => other - one);
  const apart = new Set(noisy.slice(0, mostApart).map(([container]) => container));
  const others = query.containers.filter((container) => !apart.has(container));
  return store.read([
    ...(others.length === 0 ? [] : [{ ...query, containers: others }]),
    ...[...apart].map((container) => ({ ...query, containers: [container], limit: maxNewest })),
  ]);
}

const newestFirst = (one: StoredRecord, other: StoredRecord): number =>
  other.created - one.created || (one.id < other.id ? 1 : -1);
