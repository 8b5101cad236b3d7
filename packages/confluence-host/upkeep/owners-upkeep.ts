/**
 * Owners' power over the rows of others: that of administrators of Confluence, over the rows of all containers,
 * those included that they may not read. No page reaches it; an operation of the host uses it for what an
 * administrator may do there.
 */
import { Forbidden, NotFound } from '@kantine/core';
import type { Collection, ContainerId, FieldsOf, FieldSpecs, StoredRecord } from '@kantine/core';
import { assertBlankable, assertPurgeable } from '@kantine/core/upkeep';
import type { ScanStep, Upkeep } from '@kantine/core/upkeep';
import { sql } from 'kysely';
import { announce } from '../changes/announce.ts';
import type { ConfluenceHost } from '../host.ts';
import type { Instance } from '../instance.ts';
import type { Database } from '../sql/index.ts';
import type { ContainerRow } from '../store/table-selects.ts';
import { choicesOfOthers } from './choices-of-others.ts';
import { blankRecord, recordsOfOthers } from './records-of-others.ts';
import type { RowsOfOthers } from './records-of-others.ts';

/** A container that rows lie in, and the space that it was made in. */
interface Home extends ContainerRow {
  readonly space: string;
}

async function homeOf(database: Database, name: ContainerId): Promise<Home | undefined> {
  const { rows } = await sql<{
    id: number | string;
    space: string;
  }>`SELECT id, CAST(space AS CHAR) AS space FROM containers WHERE name = ${name}`.execute(
    database,
  );
  return rows[0] && { name, id: Number(rows[0].id), space: rows[0].space };
}

/** @returns the port for who calls; Confluence is asked, once in a call, whether they administer it. */
export function sqlUpkeep(
  instance: Pick<Instance, 'choices' | 'database' | 'ids' | 'now' | 'tokens'>,
  { asker, gate }: Pick<ConfluenceHost, 'asker' | 'gate'>,
): Upkeep {
  const { choices, database } = instance;

  async function demandOwner(): Promise<void> {
    if (!(await gate.isOwner())) throw new Forbidden('the rows of others');
  }

  function rowsOf(collection: Collection): RowsOfOthers {
    const layout = choices.get(collection.name);
    return layout ? choicesOfOthers(database, layout) : recordsOfOthers(database, collection);
  }

  /** Pages are told where the container is, which an owner need not be able to read. */
  async function tell({ name, space }: Home, { name: collection }: Collection): Promise<void> {
    const there = { accessTo: () => Promise.resolve([{ space }]) };
    await announce(instance, { asker, gate: there, written: [{ container: name, collection }] });
  }

  async function purge(
    collection: Collection,
    container: ContainerId,
    ids: readonly string[],
  ): Promise<void> {
    await demandOwner();
    assertPurgeable(ids);
    const home = await homeOf(database, container);
    if (home && (await rowsOf(collection).purge(home, ids))) await tell(home, collection);
  }

  async function blank<Specs extends FieldSpecs>(
    collection: Collection<Specs>,
    container: ContainerId,
    id: string,
    fields: Partial<FieldsOf<Specs>>,
  ): Promise<void> {
    await demandOwner();
    assertBlankable(collection, fields);
    const home = await homeOf(database, container);
    if (!home) throw new NotFound(`${collection.name} ${id}`);
    if (await blankRecord(instance, collection, { home, id, fields })) await tell(home, collection);
  }

  async function scan<Specs extends FieldSpecs>(
    collection: Collection<Specs>,
    container: ContainerId,
    after?: string,
  ): Promise<ScanStep<FieldsOf<Specs>>> {
    await demandOwner();
    const home = await homeOf(database, container);
    const { records, isLast } = home
      ? await rowsOf(collection).step(home, after)
      : { records: [], isLast: true };
    const end = isLast ? undefined : records.at(-1)?.id;
    return {
      records: records as readonly StoredRecord<FieldsOf<Specs>>[],
      ...(end === undefined ? {} : { after: end }),
    };
  }

  return { purge, blank, scan };
}
