import type { Entry, OrderedMap, Scan, Transaction } from './ordered-map.ts';
import { sequence } from './sequence.ts';

/** @returns the position of the first key that is not smaller. */
function lowerBound(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** An ordered map in memory: a sorted array of keys beside a Map of values. */
export function memoryMap(): OrderedMap {
  const keys: string[] = [];
  const values = new Map<string, string>();
  const inTurn = sequence();

  function put(key: string, value: string): void {
    if (!values.has(key)) keys.splice(lowerBound(keys, key), 0, key);
    values.set(key, value);
  }

  function drop(key: string): void {
    if (values.delete(key)) keys.splice(lowerBound(keys, key), 1);
  }

  function scan({ from, to, reverse, limit = Infinity }: Scan): Entry[] {
    const start = lowerBound(keys, from);
    const end = lowerBound(keys, to);
    const found =
      reverse === true
        ? keys.slice(Math.max(start, end - limit), end).reverse()
        : keys.slice(start, Math.min(end, start + limit));
    return found.map((key) => ({ key, value: values.get(key) as string }));
  }

  return {
    transact: (_mode, work) =>
      inTurn(async () => {
        // What to do, in reverse order, if the work throws.
        const undo: (() => void)[] = [];
        const remember = (key: string): void => {
          const before = values.get(key);
          undo.push(() => (before === undefined ? drop(key) : put(key, before)));
        };
        const transaction: Transaction = {
          get: (key) => Promise.resolve(values.get(key)),
          scan: (range) => Promise.resolve(scan(range)),
          set: (key, value) => {
            remember(key);
            put(key, value);
            return Promise.resolve();
          },
          delete: (key) => {
            remember(key);
            drop(key);
            return Promise.resolve();
          },
        };
        try {
          return await work(transaction);
        } catch (error) {
          for (const step of undo.reverse()) step();
          throw error;
        }
      }),
  };
}
