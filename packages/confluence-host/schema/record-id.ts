/**
 * Ids that tell when they were made: milliseconds, then a number that keeps those of one moment in
 * their order. So the order of ids is the order of creation, and a row needs no time of its own.
 */
const epoch = Date.UTC(2024, 0, 1);
/** 41 bits of milliseconds reach to 2093; together they stay below 2^53, which JSON keeps exact. */
const perMillisecond = 4096;

export interface IdMaker {
  next(): number;
}

/** Two functions that run at the same moment rarely start at the same number; if they do, one tries again. */
const anywhereLow = (): number => Math.floor((Math.random() * perMillisecond) / 2);

export function idMaker(now: () => number): IdMaker {
  let last = 0;
  return {
    next() {
      const candidate = (now() - epoch) * perMillisecond + anywhereLow();
      last = candidate > last ? candidate : last + 1;
      return last;
    },
  };
}

export const createdOf = (id: number): number => epoch + Math.floor(id / perMillisecond);

/** The first id of a moment. */
export const firstIdOf = (instant: number): number => (instant - epoch) * perMillisecond;

export const idText = (id: number): string => id.toString(36);

/** @returns the number of an id, or nothing for a text that is no id. */
export function idNumber(text: string): number | undefined {
  if (!/^[1-9a-z][0-9a-z]{0,10}$/.test(text)) return undefined;
  const number = Number.parseInt(text, 36);
  return Number.isSafeInteger(number) ? number : undefined;
}
