/** What the element of thanks shows, and the pure changes to it. */
import type {
  Audience,
  Given,
  KudosBudget,
  KudosPage,
  PersonSummary,
  ThankYou,
  ValueView,
} from '@kantine/core';
import type { Kept, Withdrawn } from './thank-you.ts';

export interface Loaded {
  readonly me: PersonSummary;
  readonly budget: KudosBudget;
  readonly audience: Audience;
  /** Newest first. */
  readonly thankYous: readonly ThankYou[];
  /** Where older ones begin. */
  readonly cursor?: string | undefined;
  readonly values: readonly ValueView[];
  /** How many rows are left out of what is loaded. */
  readonly dropped: number;
}

/** A thank-you's id is its giver's own, in one place. */
export const nameOf = ({ giver, id, group }: ThankYou): string =>
  JSON.stringify([giver.id, id, group?.id]);

/**
 * What was loaded, and an older page.
 * @param asked where the page begins; it belongs to nothing where the list goes on elsewhere by now.
 */
export function withPage(
  loaded: Loaded,
  asked: string,
  { thankYous, cursor, dropped }: KudosPage,
): Loaded {
  if (loaded.cursor !== asked) return loaded;
  const known = new Set(loaded.thankYous.map(nameOf));
  const older = thankYous.filter((thankYou) => !known.has(nameOf(thankYou)));
  return {
    ...loaded,
    thankYous: [...loaded.thankYous, ...older],
    cursor,
    dropped: loaded.dropped + dropped,
  };
}

/** A fresh first page, and what was loaded beyond it before. */
export function withOlder(fresh: Loaded, before: Loaded | undefined): Loaded {
  const oldest = fresh.thankYous.at(-1);
  if (!before || !oldest || fresh.cursor === undefined) return fresh;
  const known = new Set(fresh.thankYous.map(nameOf));
  const older = before.thankYous.filter(
    (thankYou) => thankYou.created < oldest.created && !known.has(nameOf(thankYou)),
  );
  if (older.length === 0) return fresh;
  return { ...fresh, thankYous: [...fresh.thankYous, ...older], cursor: before.cursor };
}

/** The list after the reader gave thanks. To send them again changes those that are there. */
export function withGiven(loaded: Loaded, { thankYou, budget }: Given): Loaded {
  if (!thankYou) return { ...loaded, budget };
  const others = loaded.thankYous.filter((other) => nameOf(other) !== nameOf(thankYou));
  const thankYous = [thankYou, ...others].sort((one, other) => other.created - one.created);
  return { ...loaded, budget, thankYous };
}

/** The list after the reader took thanks back. */
export const withWithdrawn = (loaded: Loaded, { thankYou, budget }: Withdrawn): Loaded => ({
  ...loaded,
  budget,
  thankYous: loaded.thankYous.filter((other) => nameOf(other) !== nameOf(thankYou)),
});

/** The list after the reader kept a thank-you to themselves, or shows it again. */
export const withKept = (loaded: Loaded, { thankYou, isKept }: Kept): Loaded => ({
  ...loaded,
  thankYous: loaded.thankYous.map((other) =>
    nameOf(other) === nameOf(thankYou) ? { ...other, isKept: isKept || undefined } : other,
  ),
});
