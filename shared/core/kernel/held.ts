/** Records that are held back until a moment: hosts that can keep them back do, and admission drops them elsewhere. */
import type { Collection } from './collection.ts';
import type { Instant, PersonId, StoredRecord } from './record.ts';

/**
 * Whether a record is not yet there for this reader; its author always has it.
 * @param now the host's own time.
 */
export function isHeldFrom(
  { heldUntil }: Pick<Collection, 'heldUntil'>,
  { author, fields }: StoredRecord,
  me: PersonId,
  now: Instant,
): boolean {
  if (heldUntil === undefined || author === me) return false;
  // A row by hand may hold anything; what is no number is for the rules of its form.
  return Number((fields as Readonly<Record<string, unknown>> | null)?.[heldUntil]) > now;
}
