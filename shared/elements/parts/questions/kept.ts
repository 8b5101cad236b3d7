/** Answers that are kept for a while: what they tell moves slowly. */
import type { Community } from '@kantine/core';

/** In milliseconds. */
const keptFor = 10 * 60_000;

interface Kept<Answer> {
  readonly at: number;
  readonly answer: Promise<Answer>;
}

/**
 * Asks once in ten minutes for each community and name. What failed is not kept.
 * @returns the way to ask.
 */
export function keeping<Answer>(
  ask: (community: Community, name: string) => Promise<Answer>,
): (community: Community, name: string) => Promise<Answer> {
  const kept = new WeakMap<Community, Map<string, Kept<Answer>>>();
  return (community, name) => {
    const own = kept.get(community) ?? new Map<string, Kept<Answer>>();
    kept.set(community, own);
    const known = own.get(name);
    if (known && Date.now() - known.at < keptFor) return known.answer;
    const answer = ask(community, name);
    own.set(name, { at: Date.now(), answer });
    answer.catch(() => own.delete(name));
    return answer;
  };
}
