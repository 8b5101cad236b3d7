import type { Collection, ContainerId, PersonId, Rows } from '@kantine/core';
import type { Where } from '../schema/index.ts';
import type { Order } from './ask.ts';
import type { Talk } from '../wire/index.ts';

/** The list that a query is answered from, and what of it could not be read. */
export interface ListReading {
  /** Below `_api/`. */
  readonly list: string;
  readonly me: PersonId;
  /** What the answer says of rows that are not in it. */
  readonly missing: { -readonly [Fact in 'leftOut' | 'incomplete']?: Rows<unknown>[Fact] };
  /** The order of the one question that serves for reading and for counting the same rows. */
  shared?: Order | undefined;
  /** On a page that reads again: the values of which the reader has rows. */
  mine?: ((values: readonly string[]) => Talk<readonly string[]>) | undefined;
  /** Answers about rows of some authors that were too long, by the authors. */
  long?: Map<number, number>;
  /** That most rows of what was crowded are none. */
  isFlooded?: boolean;
}

export const openReading = (list: string, me: PersonId): ListReading => ({ list, me, missing: {} });

/** What one list is asked for. */
export interface Asked {
  readonly collection: Collection;
  /** Whose access a refusal is about. */
  readonly container: ContainerId;
  readonly where: Where;
  /** The indexes without which there is nothing to find. */
  readonly indexes: readonly string[];
  readonly read: (reading: ListReading) => Talk<object>;
  /** The answer where the list, or an index of it, is lacking. */
  readonly none: () => object;
}

/** Asks a list. What of it could not be read is said in the answer. */
export type AskList = (asked: Asked) => Talk<object>;
