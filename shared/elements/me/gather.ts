/** What is stored of the reader, asked place by place: how much of each kind, and the rows themselves. */
import { isKantineError } from '@kantine/core';
import type { Community, OwnPlace, OwnPlaces, StoredKind, StoredRow } from '@kantine/core';
import { atLeisure } from './at-leisure.ts';

export interface Number {
  readonly number: number;
  /** Whether there are more. */
  readonly isMore: boolean;
}

export interface Stored {
  readonly kinds: readonly StoredKind[];
  readonly places: OwnPlaces;
  /** How many rows there are of each kind; absent for none. */
  readonly own: ReadonlyMap<string, Number>;
  /** How many rows of colleagues name the reader. */
  readonly aboutMe: ReadonlyMap<string, Number>;
}

/** Later than anything. */
const latest = Number.MAX_SAFE_INTEGER;

type Counted = { readonly collection: string } & Number;

function add(numbers: Map<string, Number>, { collection, number, isMore }: Counted): void {
  const before = numbers.get(collection) ?? { number: 0, isMore: false };
  numbers.set(collection, { number: before.number + number, isMore: before.isMore || isMore });
}

/** A group that was left since is none of the reader's places any more. */
async function unlessForbidden<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await atLeisure(ask);
  } catch (error) {
    if (isKantineError(error, 'Forbidden')) return undefined;
    throw error;
  }
}

export async function readStored({ me }: Community): Promise<Stored> {
  const [kinds, places] = await atLeisure(() => Promise.all([me.kinds(), me.places()]));
  const counts = await Promise.all(
    places.places.map((place) => unlessForbidden(() => me.stored({ place, until: latest }))),
  );
  const [own, aboutMe] = [new Map<string, Number>(), new Map<string, Number>()];
  for (const found of counts) {
    for (const each of found?.own ?? []) add(own, each);
    for (const each of found?.aboutMe ?? []) add(aboutMe, each);
  }
  return { kinds, places, own, aboutMe };
}

/** The rows of one kind in one place, all of them. */
async function* rowsIn({ me }: Community, collection: string, place: OwnPlace) {
  const seen = new Set<string>();
  let until: number | undefined = latest;
  while (until !== undefined) {
    const asked: Parameters<typeof me.rows>[0] = { collection, place, until };
    const step: Awaited<ReturnType<typeof me.rows>> | undefined = await unlessForbidden(() =>
      me.rows(asked),
    );
    const rows: readonly StoredRow[] = step?.rows.filter(({ id }) => !seen.has(id)) ?? [];
    for (const { id } of rows) seen.add(id);
    yield rows;
    until = step?.next;
  }
}

/** All rows of one kind, newest first. */
export async function rowsOf(
  community: Community,
  { places }: OwnPlaces,
  collection: string,
): Promise<readonly StoredRow[]> {
  const all: StoredRow[] = [];
  for (const place of places)
    for await (const rows of rowsIn(community, collection, place)) all.push(...rows);
  return all.sort((one, other) => other.created - one.created);
}
