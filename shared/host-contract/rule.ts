/** A rule of the contract, and the small world that each is checked in. */
import { byIds, groupContainer, rows } from '@kantine/core';
import type {
  ContainerId,
  ErrorTag,
  FieldsOf,
  Host,
  Inserted,
  RowsQuery,
  StoredRecord,
  Supports,
} from '@kantine/core';
import { expect } from 'vitest';
import { entries, entry } from './collections.ts';
import type { EntryFields } from './collections.ts';
import type { HostHarness } from './harness.ts';

export interface Rule {
  /** Its number in docs/host-contract.md, such as STAMP-1. */
  readonly id: string;
  readonly title: string;
  /** The optional ability that it is about; a host that does not declare it is excused. */
  readonly needs?: keyof Supports;
  /** Whether it writes thousands of rows, which takes a while beside other tests. */
  readonly isLong?: true;
  check(world: World): Promise<void>;
}

/** Three people, signed in, and a room where all of them may write. */
export interface World {
  readonly harness: HostHarness;
  readonly anna: Host;
  readonly ben: Host;
  readonly zoe: Host;
  readonly room: ContainerId;
}

export async function openWorld(harness: HostHarness): Promise<World> {
  const { people } = harness;
  const anna = await harness.connect(people.anna);
  const ben = await harness.connect(people.ben);
  const zoe = await harness.connect(people.zoe);
  const room = groupContainer('contract');
  await anna.containers.create(room);
  return { harness, anna, ben, zoe, room };
}

export type Entry = StoredRecord<EntryFields>;

/** Writes an entry that is not there yet. */
export async function insert(
  host: Host,
  container: ContainerId,
  key: string,
  fields: Partial<EntryFields> = {},
): Promise<Entry> {
  const { record, inserted } = await insertEntry(host, container, key, fields);
  expect(inserted, `«${key}» is a fresh key`).toBe(true);
  return record;
}

export const insertEntry = (
  host: Host,
  container: ContainerId,
  key: string,
  fields: Partial<EntryFields> = {},
): Promise<Inserted<EntryFields>> => host.store.insert(entries, container, key, entry(fields));

/** Writes several entries one after another; their keys are their labels. */
export async function insertAll(
  host: Host,
  container: ContainerId,
  all: readonly (Partial<EntryFields> & { label: string })[],
): Promise<Entry[]> {
  const records: Entry[] = [];
  for (const fields of all) records.push(await insert(host, container, fields.label, fields));
  return records;
}

type Asked = Partial<Omit<RowsQuery, 'kind' | 'collection' | 'container'>>;

/** A query for entries: unless told otherwise, all in the container, oldest first. */
export const entryQuery = (container: ContainerId, asked: Asked = {}) =>
  rows(entries, { container, index: 'recent', order: 'ascending', limit: 100, ...asked });

export async function readEntries(
  host: Host,
  container: ContainerId,
  asked: Asked = {},
): Promise<readonly Entry[]> {
  const [{ records }] = await host.store.read([entryQuery(container, asked)]);
  return records;
}

export async function readById(host: Host, { container, id }: Entry): Promise<Entry | undefined> {
  const [{ records }] = await host.store.read([byIds(entries, container, [id])]);
  return records[0];
}

export const labels = (records: readonly StoredRecord<FieldsOf<typeof entries.fields>>[]) =>
  records.map(({ fields }) => fields.label);

/** Expects an error of Kantine's own with this tag. */
export async function expectError(work: Promise<unknown>, tag: ErrorTag): Promise<void> {
  await expect(work).rejects.toMatchObject({ tag });
}
