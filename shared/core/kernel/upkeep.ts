/**
 * Owners' power over the rows of others. It is a port of its own, which no `Host` has, so that no operation and no
 * widget reaches it: each host makes it by a function of its own, and asks its platform who calls. The rules
 * (PURGE, BLANK, SCAN, UPKEEP) are in docs/host-contract.md.
 */
import { fits } from './collection.ts';
import type { Collection, FieldsOf, FieldSpecs } from './collection.ts';
import type { ContainerId } from './container.ts';
import type { StoredRecord } from './record.ts';

/** Rows that a scan looks at in one step, and ids that a purge takes. */
export const mostAtOnce = 1000;

export interface Upkeep {
  /**
   * Removes rows, whoever wrote them. What is about them stays: who purges goes through it as well. Ids of what
   * is not there are passed over, so that it is safe to repeat.
   * @param ids at most 1,000.
   * @throws Forbidden to who is no owner of the host, Offline, Throttled
   */
  purge(collection: Collection, container: ContainerId, ids: readonly string[]): Promise<void>;
  /**
   * Sets some fields of a row, whoever wrote it, and leaves its id, author, key and time of creation. Safe to
   * repeat: where the fields are so already, nothing happens.
   * @throws Forbidden to who is no owner of the host, NotFound, Conflict where its author goes on changing it,
   *   Offline, Throttled; RangeError for a field that the collection lacks, for a value that does not fit, and for
   *   a choice, which has no words
   */
  blank<Specs extends FieldSpecs>(
    collection: Collection<Specs>,
    container: ContainerId,
    id: string,
    fields: Partial<FieldsOf<Specs>>,
  ): Promise<void>;
  /**
   * The rows of a container in the order of their ids, those that break a rule and do not count included.
   * @param after where an earlier step ended; from the beginning without it.
   * @throws Forbidden to who is no owner of the host, Offline, Throttled; RangeError for an `after` of no step
   */
  scan<Specs extends FieldSpecs>(
    collection: Collection<Specs>,
    container: ContainerId,
    after?: string,
  ): Promise<ScanStep<FieldsOf<Specs>>>;
}

export interface ScanStep<Fields> {
  /** At most 1,000, and none where a host looked at rows of other containers alone. */
  readonly records: readonly StoredRecord<Fields>[];
  /** Where the next step begins, whenever that is; absent at the end. */
  readonly after?: string;
  /** How many rows are too long to be read; absent for none. */
  readonly leftOut?: number;
}

/** @throws RangeError for more ids than a purge takes. */
export function assertPurgeable(ids: readonly string[]): void {
  if (ids.length > mostAtOnce) throw new RangeError(`${ids.length} ids; ${mostAtOnce} at once.`);
}

/** @throws RangeError for a field that the collection lacks, a value that does not fit, and for a choice. */
export function assertBlankable(
  { name, fields: specs, choice }: Collection,
  fields: Readonly<Record<string, unknown>>,
): void {
  if (choice) throw new RangeError(`${name}: a choice has no words.`);
  for (const [field, value] of Object.entries(fields)) {
    const spec = Object.hasOwn(specs, field) ? specs[field] : undefined;
    if (!spec || !fits(value, spec)) throw new RangeError(`${name}: «${field}» cannot be that.`);
  }
}

/** Whether a row has some fields already. */
export const isBlanked = (
  { fields }: StoredRecord,
  wanted: Readonly<Record<string, unknown>>,
): boolean =>
  Object.entries(wanted).every(
    ([name, value]) =>
      JSON.stringify((fields as Readonly<Record<string, unknown>>)[name]) === JSON.stringify(value),
  );
