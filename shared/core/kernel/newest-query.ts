/** The question about many containers at once: what is new in them. */
import type { Collection, FieldSpecs } from './collection.ts';
import type { ContainerId } from './container.ts';
import type { Instant, PersonId, StoredRecord } from './record.ts';

/** Most containers that one question is about. */
export const maxContainers = 60;
/** Most rows that it returns. */
export const maxNewest = 300;

/** One value of an index whose order is `created`. */
interface IndexValue {
  readonly index: string;
  readonly eq: string;
}

/** Rows of several containers together, newest first, in few requests whatever else lies there. */
export interface NewestQuery<Specs extends FieldSpecs = FieldSpecs> {
  readonly kind: 'newest';
  readonly collection: Collection<Specs>;
  /** 1 to 60 of them. */
  readonly containers: readonly ContainerId[];
  /** Only rows with this value; all rows without it. */
  readonly of?: IndexValue;
  /** Only rows by the reader, who is named; not together with a value. */
  readonly author?: PersonId;
  /** Rows that were created earlier are left out. */
  readonly since: Instant;
  /** With an author: rows that were created later are left out. */
  readonly until?: Instant;
  /** At most 300, for all containers together. */
  readonly limit: number;
  /** Leaves out what the rows say: `fields` is undefined then. */
  readonly stamps?: true;
}

export interface Newest<Fields> {
  /** Newest first; rows of one instant, the later id first. */
  readonly records: readonly StoredRecord<Fields>[];
  /** Whether nothing is missing. Otherwise there may be more since that instant, older than these or among them. */
  readonly complete: boolean;
}

type NewestOptions = Omit<NewestQuery, 'kind' | 'collection' | 'stamps'>;

/** Asks for the newest rows of several containers. */
export const newest = <Specs extends FieldSpecs>(
  collection: Collection<Specs>,
  options: NewestOptions,
): NewestQuery<Specs> & { readonly stamps?: never } => ({ kind: 'newest', collection, ...options });

/** Asks who wrote the newest rows of several containers, and when; not what they say. */
export const newestStamps = <Specs extends FieldSpecs>(
  collection: Collection<Specs>,
  options: NewestOptions,
): NewestQuery<Specs> & { readonly stamps: true } => ({
  kind: 'newest',
  collection,
  ...options,
  stamps: true,
});

/** What makes such a question one that no host could answer, if anything does. */
export function faultOfNewest(query: NewestQuery): string | undefined {
  const { collection, containers, of, author, until, limit } = query;
  if (containers.length < 1 || containers.length > maxContainers) {
    return `it is about 1 to ${maxContainers} containers`;
  }
  if (!Number.isInteger(limit) || limit < 1 || limit > maxNewest) {
    return `the limit is 1 to ${maxNewest}`;
  }
  if (of && author !== undefined) return 'it is about a value or an author, not both';
  if (until !== undefined && author === undefined) return 'an end belongs to an author';
  if (!of) return undefined;
  const declared = collection.indexes[of.index];
  if (declared?.partition === undefined) return `there is no index «${of.index}» with a partition`;
  return declared.order === 'created' ? undefined : `«${of.index}» is not in order of creation`;
}
