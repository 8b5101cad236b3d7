/**
 * Notes of what stewards said of a goal: a row that is taken away by hand is missed by them. Who takes a row of theirs
 * away may take their own note as well; those of others stay.
 */
import type { PersonId } from '../kernel/record.ts';
import type { CheckInRecord } from './collections.ts';

/** What a note names: a row, and whose it is. */
export interface Noted {
  readonly id: string;
  readonly by: PersonId;
}

export const noteText = ({ id, author }: Pick<CheckInRecord, 'id' | 'author'>): string =>
  JSON.stringify([id, author]);

/** @returns undefined for a text that is none. */
export function notedIn(text: string): Noted | undefined {
  try {
    const [id, by] = JSON.parse(text) as readonly unknown[];
    return typeof id === 'string' && typeof by === 'string' && by !== '' ? { id, by } : undefined;
  } catch {
    return undefined;
  }
}

export const isNote = ({ fields }: CheckInRecord): boolean => fields.kind === 'noted';

/** What was said of a goal, and no note of this person's names yet. */
export function unnoted(rows: readonly CheckInRecord[], by: PersonId): readonly CheckInRecord[] {
  const noted = new Set(
    rows
      .filter((row) => isNote(row) && row.author === by)
      .map(({ fields }) => notedIn(fields.text)?.id),
  );
  // What is said in between changes no number.
  return rows.filter((row) => !isNote(row) && row.fields.kind !== 'checkIn' && !noted.has(row.id));
}
