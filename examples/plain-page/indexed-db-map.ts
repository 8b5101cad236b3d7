/** An ordered map in the browser's own database: what the plain page keeps between two visits. */
import type { Entry, OrderedMap, Scan, Transaction } from '@kantine/core/ordered-store';
import { openDB } from 'idb';
import type { DBSchema, IDBPObjectStore } from 'idb';

export interface IndexedDbMap extends OrderedMap {
  close(): Promise<void>;
}

interface Schema extends DBSchema {
  entries: { key: string; value: string };
}
type Entries = IDBPObjectStore<Schema, ['entries'], 'entries', 'readwrite'>;

/** Opens a database, or makes it. Several tabs may have it open at once. */
export async function indexedDbMap(name: string): Promise<IndexedDbMap> {
  const database = await openDB<Schema>(name, 1, {
    upgrade: (fresh) => void fresh.createObjectStore('entries'),
    // A tab that deletes or upgrades the database must not wait for this one for ever.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });

  return {
    async transact(mode, work) {
      // One transaction of the database for all of it: the browser keeps writers apart, in all tabs.
      const running = database.transaction('entries', mode === 'write' ? 'readwrite' : 'readonly');
      // Awaited below; here only so that a failure of the work is not also an unhandled rejection.
      running.done.catch(() => undefined);
      try {
        const result = await work(transactionOver(running.store as Entries));
        await running.done;
        return result;
      } catch (error) {
        await abort(running);
        throw error;
      }
    },
    close: () => Promise.resolve(database.close()),
  };
}

async function abort(running: { abort(): void; done: Promise<void> }): Promise<void> {
  try {
    running.abort();
  } catch {
    // The database has ended it already; then that is why the work failed.
  }
  await running.done.catch(() => undefined);
}

function transactionOver(store: Entries): Transaction {
  return {
    get: (key) => store.get(key),
    scan: (scan) => scanned(store, scan),
    set: async (key, value) => {
      await store.put(value, key);
    },
    delete: (key) => store.delete(key),
  };
}

async function scanned(store: Entries, { from, to, reverse, limit }: Scan): Promise<Entry[]> {
  // IndexedDB throws at a range without room, and reads a limit of none as no limit.
  if (from >= to || limit === 0) return [];
  const range = IDBKeyRange.bound(from, to, false, true);
  if (reverse === true) return backwards(store, range, limit ?? Infinity);
  const [keys, values] = await Promise.all([
    store.getAllKeys(range, limit),
    store.getAll(range, limit),
  ]);
  return keys.map((key, position) => ({ key, value: values[position] as string }));
}

async function backwards(store: Entries, range: IDBKeyRange, limit: number): Promise<Entry[]> {
  const found: Entry[] = [];
  let cursor = await store.openCursor(range, 'prev');
  while (cursor && found.length < limit) {
    found.push({ key: cursor.key, value: cursor.value });
    cursor = found.length < limit ? await cursor.continue() : null;
  }
  return found;
}
