/** What of their own somebody can erase: all of a kind, or what lies in one collection. */
import type { Privacy } from '../kernel/collection.ts';

export const erasureKinds = ['words', 'given', 'self', 'everything'] as const;
export type ErasureKind = (typeof erasureKinds)[number];

/** What is being erased. */
export interface ErasureOf {
  readonly kind: ErasureKind | 'one';
  /** The collection, of the kind `one`. */
  readonly collection?: string;
}

/** What is a part of the records of a collection, and goes with them: what a message once said, whom it names. */
const partsOf: Readonly<Record<string, readonly string[]>> = {
  posts: ['revisions', 'mentions'],
  comments: ['revisions', 'mentions'],
  articles: ['bodies'],
  bodies: ['articles'],
  profiles: ['tags'],
};

interface Erasable {
  readonly name: string;
  readonly privacy: Pick<Privacy, 'erasing'>;
}

/** Whether records of a collection go with what is erased. */
export function goesWith({ name, privacy }: Erasable, { kind, collection }: ErasureOf): boolean {
  if (privacy.erasing === 'stays') return false;
  if (kind !== 'one') return kind === 'everything' || privacy.erasing === kind;
  if (collection === undefined) return false;
  return name === collection || partsOf[collection]?.includes(name) === true;
}
