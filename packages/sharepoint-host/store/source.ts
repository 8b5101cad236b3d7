import type { PersonId, Rows } from '@kantine/core';

/** The list that a query is answered from, and what of it could not be read. */
export interface Source {
  /** Below `_api/`. */
  readonly list: string;
  readonly me: PersonId;
  /** Rows that are too long to be read. */
  leftOut: number;
  /** Reading stopped before the end. */
  incomplete: boolean;
}

export const openSource = (list: string, me: PersonId): Source => ({
  list,
  me,
  leftOut: 0,
  incomplete: false,
});

/** What an answer says of rows that are not in it. */
export const whatIsMissing = ({
  leftOut,
  incomplete,
}: Source): Pick<Rows<unknown>, 'leftOut' | 'incomplete'> => ({
  ...(leftOut > 0 ? { leftOut } : {}),
  ...(incomplete ? { incomplete } : {}),
});
