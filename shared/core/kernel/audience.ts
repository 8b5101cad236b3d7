/** Who will read what is written in a container, as far as the host can tell. */
import type { Instant, PersonId } from './record.ts';

/** Somebody in a closed container, whom its members know. */
export interface NamedReader {
  readonly id: PersonId;
  readonly firstName: string;
}

/** Every reader is known one by one. Only then a number is exact. */
export interface EachReader {
  readonly known: true;
  /** Absent in what versions before this one answered. */
  readonly kind?: 'each';
  /** How many people can read it now, the reader included. */
  readonly count: number;
  /** How many of them are guests of another organisation; absent where none is. */
  readonly guests?: number;
  /**
   * A few first names of the members of a closed container, for a human label; never the reader's own. Empty
   * elsewhere: a list of those who may read a site is a report.
   */
  readonly firstNames: readonly string[];
  /** Whether somebody who joins later can read it too. */
  readonly laterJoiners: boolean;
  /** All members of a closed container but the reader, where there are at most 100. */
  readonly members?: readonly NamedReader[];
  /** As `ReadingGroups.noted`. */
  readonly noted?: Instant;
}

/**
 * Everybody there is: in the company without its guests, in the company with those of its guests who sign in,
 * who has an account with the host, or who has the link.
 */
export type Everyone = 'company' | 'company-and-guests' | 'host' | 'internet';

/** A part of the host by its name. Not to be trusted. */
export interface Place {
  readonly kind: 'site' | 'space';
  readonly name: string;
}

/** Groups of the host may read it, of which the host tells names and perhaps sizes. */
export interface ReadingGroups {
  readonly known: false;
  readonly kind: 'groups';
  /** No more people than this can read it: groups may overlap. Absent where the size of one is not told. */
  readonly atMost?: number;
  /** The groups' names as the host shows them. Not to be trusted. */
  readonly groups: readonly string[];
  /** How many people may read it by themselves, or in a group that tells who they are. */
  readonly people: number;
  /** How many of those people are guests; absent where none is. */
  readonly guests?: number;
  readonly everyone?: Everyone;
  /** Whose readers they are, where the host names it. */
  readonly place?: Place;
  /** Since when the host's groups are known to be these, where they were noted and are not asked each time. */
  readonly noted?: Instant;
}

/** Everybody with access to a place, and the host tells no more. */
export interface ReadersOfPlace {
  readonly known: false;
  readonly kind: 'place';
  readonly place: Place;
}

/** Nothing could be asked, or the reader has no right to know. */
export interface NothingKnown {
  readonly known: false;
  /** Absent in what versions before this one answered. */
  readonly kind?: 'nothing';
  /** What was answered last, and when. */
  readonly last?: { readonly audience: Audience; readonly at: Instant };
}

/** `known` is for pages of versions before this one, which know no other kinds. */
export type Audience = EachReader | ReadingGroups | ReadersOfPlace | NothingKnown;
