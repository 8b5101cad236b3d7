/**
 * The points of Confluence's quota that each person has the app use up. All people of all sites share the
 * quota, so that one of them may use up a small part of it. It is kept by the running function: where several
 * serve a site, each counts for itself.
 */
import { Throttled } from '@kantine/core';
import type { PersonId } from '@kantine/core';

const hour = 3_600_000;
/** In an hour, of the 65,000 of the app. A page takes 1, the groups of 20 other spaces 21. */
const mostPoints = 2000;
const mostRemembered = 10_000;
/** At most what Confluence counts for a call, and for each object in its answer. */
const callPoints = 1;
const objectPoints = 2;

/** Who has the app ask: a site may be one of several that a process serves. */
interface Spender {
  readonly cloudId: string;
  readonly person: PersonId;
}

export interface Spending {
  /** Counts a call. @throws Throttled until the full hour, where the person has used up enough */
  demand(spender: Spender): void;
  /** Counts what an answer holds. */
  note(spender: Spender, answer: unknown): void;
}

const objectsIn = (answer: unknown): number => {
  const { results } = (answer ?? {}) as { readonly results?: unknown };
  return Array.isArray(results) ? results.length : 1;
};

export function openSpending(now: () => number): Spending {
  const used = new Map<string, number>();
  let current = 0;
  const placeOf = ({ cloudId, person }: Spender): string => JSON.stringify([cloudId, person]);

  /** Confluence counts anew from each full hour on. */
  function beginHour(): void {
    const begun = Math.floor(now() / hour);
    if (begun !== current || used.size >= mostRemembered) used.clear();
    current = begun;
  }

  function add(spender: Spender, points: number): void {
    used.set(placeOf(spender), (used.get(placeOf(spender)) ?? 0) + points);
  }

  return {
    demand(spender) {
      beginHour();
      if ((used.get(placeOf(spender)) ?? 0) >= mostPoints) {
        throw new Throttled(Math.ceil(((current + 1) * hour - now()) / 1000));
      }
      add(spender, callPoints);
    },
    note: (spender, answer) => add(spender, objectPoints * objectsIn(answer)),
  };
}
