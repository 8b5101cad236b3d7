/** Records as a host holds them. */
import type { ContainerId } from './container.ts';
import type { PersonId } from './person-id.ts';

export type { PersonId } from './person-id.ts';
/** Milliseconds since 1970-01-01 UTC. */
export type Instant = number;

/** What the host itself writes on every record; a payload can never set it. */
export interface Stamp {
  readonly id: string;
  readonly container: ContainerId;
  readonly author: PersonId;
  readonly created: Instant;
  readonly modified: Instant;
  /** Changes with every update; an update or removal names the version it saw. */
  readonly version: string;
}

/** A record as the host holds it: its stamp, its unique key and its declared fields. */
export interface StoredRecord<Fields = unknown> extends Stamp {
  /**
   * Unique among its author's records in the collection and container; makes an insert safe to
   * repeat. Nobody can take a key away from somebody else.
   */
  readonly key: string;
  readonly fields: Fields;
}

/** The answer to an insert: the record that now holds the key, and whether this call made it. */
export interface Inserted<Fields> {
  readonly record: StoredRecord<Fields>;
  readonly inserted: boolean;
}
