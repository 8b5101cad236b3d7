/** The reader's own rows of one collection in one place. */
import type { Collection, FieldSpec } from '../kernel/collection.ts';
import { inTurn } from '../kernel/in-turn.ts';
import type { Host } from '../kernel/ports.ts';
import { maxNewest, newest, newestStamps } from '../kernel/newest-query.ts';
import type { Newest } from '../kernel/newest-query.ts';
import type { Instant, StoredRecord } from '../kernel/record.ts';
import { containersIn } from './place.ts';
import type { Place } from './place.ts';

/** Hosts answer a few million bytes at most; a UTF-16 unit takes three of them. */
const mostBytes = 2_500_000;
const bytesOfStamp = 600;

const unitsOf = (spec: FieldSpec): number =>
  spec.type === 'text' ? spec.max : spec.type === 'list' ? spec.max * 206 : 32;

/** How many rows fit into an answer, be they as long as they may. */
function rowsAtOnce({ fields }: Collection): number {
  const units = Object.values(fields).reduce((sum, spec) => sum + unitsOf(spec), 0);
  return Math.min(Math.max(Math.floor(mostBytes / (bytesOfStamp + 3 * units)), 1), maxNewest);
}

export interface OwnRows {
  /** Newest first. */
  readonly rows: readonly StoredRecord[];
  /** Until when older ones were written; absent where these are all. */
  readonly next?: Instant;
}

/** @throws Forbidden where the reader may not read one of the groups */
export async function readOwnRows(
  { store, identity }: Host,
  collection: Collection,
  place: Place,
  until: Instant,
): Promise<OwnRows> {
  const me = await identity.me();
  const limit = rowsAtOnce(collection);
  const queries = containersIn(collection, place, me).map((containers) =>
    newest(collection, { containers, author: me, since: 0, until, limit }),
  );
  if (queries.length === 0) return { rows: [] };
  const answers: readonly Newest<unknown>[] = await store.read(queries);
  const all = answers
    .flatMap(({ records }) => records)
    .sort((one, other) => other.created - one.created);
  const cuts = answers.filter(({ complete }) => !complete).map(({ records }) => records.at(-1));
  if (cuts.length === 0) return { rows: all };
  // What is older than where an answer ended may lack its neighbours.
  const end = Math.max(...cuts.map((last) => last?.created ?? until));
  // Rows of one moment come again, unless nothing else would.
  const next = end < until ? end : end - 1;
  return { rows: all.filter(({ created }) => created >= end), next };
}

/** How many rows there are at least, for each collection that a place may hold. */
export async function countOwnRows(
  { store, identity }: Host,
  collections: readonly Collection[],
  place: Place,
  until: Instant,
): Promise<
  readonly { readonly collection: string; readonly number: number; readonly isMore: boolean }[]
> {
  const me = await identity.me();
  const asked = collections.map((collection) =>
    containersIn(collection, place, me).map((containers) =>
      newestStamps(collection, { containers, author: me, since: 0, until, limit: maxNewest }),
    ),
  );
  const queries = asked.flat();
  const next = inTurn(queries.length === 0 ? [] : await store.read(queries));
  return collections.flatMap(({ name }, position) => {
    const own = next(asked[position] ?? []);
    const number = own.reduce((sum, { records }) => sum + records.length, 0);
    const isMore = own.some(({ complete }) => !complete);
    return number === 0 && !isMore ? [] : [{ collection: name, number, isMore }];
  });
}
