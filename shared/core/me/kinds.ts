/** What of their own somebody can erase. */
import type { Privacy } from '../kernel/collection.ts';

export const erasureKinds = ['words', 'given', 'self', 'everything'] as const;
export type ErasureKind = (typeof erasureKinds)[number];

/** Whether the records of a collection go with a kind. */
export const goesWith = (
  { privacy }: { readonly privacy: Pick<Privacy, 'erasing'> },
  kind: ErasureKind,
): boolean => privacy.erasing !== 'stays' && (kind === 'everything' || privacy.erasing === kind);
