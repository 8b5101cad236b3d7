/**
 * What is stored of the reader, for them alone: what became of it, the rows themselves, and erasing them.
 * In one file, since all of these go by the same kinds and places.
 */
import * as v from 'valibot';
// What is stored of somebody lies in all collections, whatever the domains are.
// eslint-disable-next-line @typescript-eslint/no-restricted-imports
import { collections } from '../collections.ts';
import { anywhere } from '../kernel/changes.ts';
import type { Collection, Privacy } from '../kernel/collection.ts';
import { communityContainer, isClosed } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import { Invalid } from '../kernel/errors.ts';
import { id, instant, nothing } from '../kernel/input.ts';
import { command, query } from '../kernel/operation.ts';
import type { Host } from '../kernel/ports.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { groupThanks, kudos } from '../kudos/collection.ts';
import { peopleFinder } from '../people/person.ts';
import { marks } from '../wall/marks.ts';
import { countAboutMe } from './about-me.ts';
import type { AboutMe } from './about-me.ts';
import { jobs } from './collection.ts';
import { eraseStep } from './erase.ts';
import type { Erased } from './erase.ts';
import { readImpact } from './impact.ts';
import { beginJob, endJob, readJob } from './job.ts';
import type { Erasure } from './job.ts';
import { erasureKinds, goesWith } from './kinds.ts';
import { countOwnRows, readOwnRows } from './own-rows.ts';
import { mostGroupsOfAPlace, placeKinds } from './place.ts';
import { readPlaces } from './places.ts';

/** What a collection declares, for the page about one's own data. */
export interface StoredKind extends Pick<Privacy, 'readers' | 'keep' | 'erasing'> {
  readonly name: string;
}

const all: readonly Collection[] = Object.values(collections);
/** What says that an erasure is under way goes last, by itself. */
const erasable = all.filter(({ name }) => name !== jobs.name);

export interface StoredCounts {
  readonly own: readonly {
    readonly collection: string;
    readonly number: number;
    readonly isMore: boolean;
  }[];
  /** Rows by others that name the reader. */
  readonly aboutMe: readonly AboutMe[];
}

/** A row of one's own as it is stored. */
export interface StoredRow {
  readonly id: string;
  readonly container: ContainerId;
  readonly created: Instant;
  readonly modified: Instant;
  readonly fields: unknown;
  /** What those are called whom its fields name, by field; empty for who has left. */
  readonly people: Readonly<Record<string, string>>;
}

export interface StoredRows {
  /** Newest first. */
  readonly rows: readonly StoredRow[];
  /** Until when older ones were written; absent where these are all. */
  readonly next?: Instant;
}

const place = v.strictObject({
  kind: v.picklist(placeKinds),
  groups: v.pipe(v.array(id), v.maxLength(mostGroupsOfAPlace)),
});

/** Several closed groups are several places. @throws Invalid */
function acceptPlace<Given extends { readonly groups: readonly string[] }>(given: Given): Given {
  if (given.groups.some(isClosed) && given.groups.length > 1) {
    throw new Invalid(
      { field: 'groups', reason: 'malformed' },
      'A closed group is a place by itself.',
    );
  }
  return given;
}

/** @throws Invalid */
function collectionNamed(name: string): Collection {
  const found = all.find((each) => each.name === name);
  if (found) return found;
  throw new Invalid(
    { field: 'collection', reason: 'malformed' },
    `There is no collection ${name}.`,
  );
}

/** @throws Invalid for a collection of which nothing is erased by itself */
function erasableNamed(name: string): Collection {
  const found = collectionNamed(name);
  if (found.privacy.erasing !== 'stays' && erasable.includes(found)) return found;
  const data = { field: 'collection', reason: 'malformed' } as const;
  throw new Invalid(data, `What lies in ${name} stays: others go by it.`);
}

/** The kind of message whose parts alone go, where one collection of messages is erased. */
const kindOfPart = (part: Collection, whole: string): string | undefined =>
  part.name === whole ? undefined : all.find(({ name }) => name === whole)?.message?.kind;

/** What became of what the reader gave this year. */
const impact = query({
  input: nothing,
  reads: () => [
    [marks, anywhere],
    [kudos, communityContainer],
    [groupThanks, anywhere],
  ],
  run: readImpact,
});

/** What the collections declare. */
const kinds = query({
  input: nothing,
  reads: () => [],
  run: (): Promise<readonly StoredKind[]> =>
    Promise.resolve(
      all.map(({ name, privacy: { readers, keep, erasing } }) => ({
        name,
        readers,
        keep,
        erasing,
      })),
    ),
});

/** Where the reader may have written. */
const places = query({ input: nothing, reads: () => [], run: readPlaces });

/** How many rows of the reader's lie in a place, at least. */
const stored = query({
  input: v.strictObject({ place, until: instant }),
  reads: () => [],
  run: async (host, { place: asked, until }): Promise<StoredCounts> => {
    const where = acceptPlace(asked);
    const [own, aboutMe] = await Promise.all([
      countOwnRows(host, all, where, until),
      countAboutMe(host, all, where),
    ]);
    return { own, aboutMe };
  },
});

/** Whom the fields of a row name. */
function namedIn({ subject }: Collection, fields: unknown): ReadonlyMap<string, PersonId> {
  const values = fields as Readonly<Record<string, unknown>> | null;
  return new Map(
    subject.flatMap((field) => {
      const who = values?.[field];
      return typeof who === 'string' && who !== '' ? [[field, who] as const] : [];
    }),
  );
}

/** The reader's own rows of one collection in a place. */
const rows = query({
  input: v.strictObject({ collection: id, place, until: instant }),
  reads: () => [],
  run: async (host, { collection, place: asked, until }): Promise<StoredRows> => {
    const of = collectionNamed(collection);
    const found = await readOwnRows(host, of, acceptPlace(asked), until);
    const named = found.rows.map(({ fields }) => namedIn(of, fields));
    const person = await peopleFinder(
      host.directory,
      named.flatMap((each) => [...each.values()]),
    );
    return {
      rows: found.rows.map(({ id: row, container, created, modified, fields }, at) => ({
        id: row,
        container,
        created,
        modified,
        fields,
        people: Object.fromEntries(
          [...(named[at] ?? [])].map(([field, who]) => [field, person(who).name] as const),
        ),
      })),
      ...(found.next === undefined ? {} : { next: found.next }),
    };
  },
});

/** What is being erased, if anything is. */
const erasing = query({
  input: nothing,
  reads: () => [[jobs, anywhere]],
  run: async (host): Promise<Erasure | null> => (await readJob(host)) ?? null,
});

/** From now on what the reader wrote until this moment is being erased; a page takes the steps. */
const beginErasing = command({
  input: v.strictObject({
    kind: v.picklist([...erasureKinds, 'one']),
    /** Which one, of the kind `one`. */
    collection: v.optional(id),
  }),
  run: async (host, { kind, collection }): Promise<Erasure> => {
    if (kind !== 'one') return beginJob(host, { kind });
    const { name } = erasableNamed(collection ?? '');
    return beginJob(host, { kind, collection: name });
  },
});

/** Erases one page of one collection in a place. What was begun says what, and until when. */
const erase = command({
  input: v.strictObject({ collection: id, place, until: instant }),
  run: async (host, { collection, place: asked, until }) =>
    eraseBegun(host, {
      collection: collectionNamed(collection),
      place: acceptPlace(asked),
      until,
    }),
});

interface Step {
  readonly collection: Collection;
  readonly place: v.InferOutput<typeof place>;
  readonly until: Instant;
}

/** Nothing is erased that nobody began to erase. */
async function eraseBegun(
  host: Host,
  { collection, place: where, until }: Step,
): Promise<Erased & { readonly next?: Instant }> {
  const job = await readJob(host);
  if (!job || !erasable.includes(collection) || !goesWith(collection, job)) {
    return { gone: 0, emptied: 0 };
  }
  const ofKind = job.collection === undefined ? undefined : kindOfPart(collection, job.collection);
  return eraseStep(host, collection, where, { until: Math.min(until, job.upTo), ofKind });
}

/** All of it is erased, or the rest stays. */
const endErasing = command({ input: nothing, run: endJob });

export const operations = {
  impact,
  kinds,
  places,
  stored,
  rows,
  erasing,
  beginErasing,
  erase,
  endErasing,
};
