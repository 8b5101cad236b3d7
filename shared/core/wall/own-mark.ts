/** The one mark of a person, family and message. */
import { removeIfThere } from '../kernel/admit.ts';
import type { ContainerId } from '../kernel/container.ts';
import type { Store } from '../kernel/ports.ts';
import { byKeys } from '../kernel/query.ts';
import type { PersonId } from '../kernel/record.ts';
import { markFields, markKey, marks } from './marks.ts';
import type { MarkFamily, MarkRecord } from './marks.ts';

/** The query for it. */
export const ownMark = (place: ContainerId, me: PersonId, family: MarkFamily, target: string) =>
  byKeys(marks, place, me, [markKey(family, target)]);

/** Writes it anew where it is there: marks that are read by when they were made count as of now. */
export async function renewMark(
  store: Store,
  place: ContainerId,
  own: MarkRecord | undefined,
  mark: Parameters<typeof markFields>[0],
): Promise<void> {
  if (own) await removeIfThere(store, marks, own);
  await store.insert(marks, place, markKey(mark.family, mark.target), markFields(mark));
}
