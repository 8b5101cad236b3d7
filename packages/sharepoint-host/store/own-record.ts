/** Whether a record may be changed, and what a refusal of the change says. */
import { Conflict, Forbidden, NotFound } from '@kantine/core';
import type { Collection, StoredRecord } from '@kantine/core';
import { asForbidden, get, hold, isRefusal, together } from '../wire/index.ts';
import type { Operation, Outcome, Talk } from '../wire/index.ts';
import type { StoreParts, Where } from './parts.ts';
import { prove } from './prove.ts';
import { isItemId, recordColumns } from './row.ts';
import type { Row } from './row.ts';

interface Own {
  readonly where: Where;
  /** The item's, below `_api/`. */
  readonly path: string;
}

export const askRow = (path: string): Operation =>
  get(`${path}?$select=${recordColumns.join(',')}`);

async function* rowAt(path: string): Talk<Outcome> {
  const [outcome] = yield [askRow(path)];
  return outcome as Outcome;
}

/**
 * Whether a record may be changed as far as this page can tell. One that it has read itself needs no
 * question: the server compares its version, and lets nobody change the rows of others.
 * @throws Forbidden, NotFound, Conflict
 */
export async function ownRecord(
  parts: StoreParts,
  collection: Collection,
  record: StoredRecord,
): Promise<Own> {
  const { wire, identity, seen } = parts;
  const { container, id, version, author } = record;
  const me = await identity.me();
  const where = parts.listOf(collection, container, me);
  const path = `${where.path}/items(${isItemId(id) ? id : 0})`;
  const others = () => new Forbidden(`change ${collection.name} of others`);
  if (author !== me) throw others();
  if (seen.has(record)) {
    await hold(wire, parts.demandThere([container]));
    return { where, path };
  }
  const asked = together<unknown>([parts.demandThere([container]), rowAt(path)]);
  const outcome = (await hold(wire, asked))[1] as Outcome;
  if (!outcome.ok) throw await meaningOf(parts, outcome.error, collection, record, where);
  const proving = prove(where.path, [outcome.value as Row], { collection, container });
  const [found] = await hold(wire, proving);
  if (!found) throw new NotFound(`${collection.name} ${id}`);
  if (found.author !== me) throw others();
  if (found.version !== version) throw new Conflict(`${collection.name} ${id}`);
  return { where, path };
}

/** What SharePoint's refusal says about the record. */
export async function meaningOf(
  { wire }: StoreParts,
  error: unknown,
  collection: Collection,
  { container, id }: StoredRecord,
  { path }: Where,
): Promise<unknown> {
  const what = `${collection.name} ${id}`;
  if (isRefusal(error, 412)) return new Conflict(what, { cause: error });
  if (!isRefusal(error, 404)) return asForbidden(error, container);
  // A list that the writer may not open any more answers as if the item were gone.
  const [list] = await wire.batch([get(`${path}?$select=Id`)]);
  return list?.ok === true ? new NotFound(what, { cause: error }) : asForbidden(error, container);
}
