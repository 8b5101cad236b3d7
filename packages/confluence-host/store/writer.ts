/** The writes of a table, be it one of records or a compact one of choices. */
import type { Inserted, PersonId, StoredRecord } from '@kantine/core';
import type { ContainerRow } from './table-selects.ts';

export interface NewRow {
  readonly container: ContainerRow;
  readonly author: number;
  readonly account: PersonId;
  readonly key: string;
  readonly fields: unknown;
}

interface ChangedRow {
  readonly container: ContainerRow;
  readonly author: number;
  /** The record before the update. */
  readonly record: StoredRecord;
  /** The columns to change. */
  readonly fields: unknown;
  /** Its next version, in seconds since it was made. */
  readonly changed: number;
}

interface RemovedRow extends Pick<StoredRecord, 'id' | 'version'> {
  readonly container: ContainerRow;
  readonly author: number;
}

export interface Writer {
  /** The greatest age in seconds that a version can hold; beyond it, versions only count on. */
  readonly oldest: number;
  /** @returns the record that holds the key, or nothing when no free number was found. */
  insert(row: NewRow): Promise<Inserted<unknown> | undefined>;
  find(container: ContainerRow, id: string): Promise<StoredRecord | undefined>;
  /** @returns the fields afterwards, or nothing when the row is no longer as it was. */
  update(row: ChangedRow): Promise<unknown>;
  /** @returns whether the row was there as said, and the author's. */
  remove(row: RemovedRow): Promise<boolean>;
}
