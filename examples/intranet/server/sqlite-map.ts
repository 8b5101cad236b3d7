/** An ordered map in one SQLite file: what the local intranet keeps between two starts. */
import { sequence } from '@kantine/core/ordered-store';
import type { Entry, OrderedMap, Scan, Transaction } from '@kantine/core/ordered-store';
import Database from 'libsql';

export interface SqliteMap extends OrderedMap {
  /** Waits for the transactions that were asked for, then closes the file. */
  close(): Promise<void>;
}

/**
 * Opens a file, or makes it. Once a process: a second connection in the same one would wait for a
 * transaction that cannot go on while it waits.
 * @param path of the file, or `:memory:`.
 */
export function sqliteMap(path: string): SqliteMap {
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  // Another process that holds the file is waited for, instead of failing at once.
  database.pragma('busy_timeout = 5000');
  database.exec(
    'CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID',
  );

  const one = database.prepare('SELECT value FROM entries WHERE key = ?');
  const upward = database.prepare(
    'SELECT key, value FROM entries WHERE key >= ? AND key < ? ORDER BY key LIMIT ?',
  );
  const downward = database.prepare(
    'SELECT key, value FROM entries WHERE key >= ? AND key < ? ORDER BY key DESC LIMIT ?',
  );
  const put = database.prepare(
    'INSERT INTO entries (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const drop = database.prepare('DELETE FROM entries WHERE key = ?');

  // `all`, for libsql's `get` adds a column of its own to the row.
  const transaction: Transaction = {
    get: async (key) => (one.all(key) as Entry[])[0]?.value,
    // Any negative limit is none.
    scan: async ({ from, to, reverse, limit = -1 }: Scan) =>
      (reverse === true ? downward : upward).all(from, to, limit) as Entry[],
    set: async (key, value) => void put.run(key, value),
    delete: async (key) => void drop.run(key),
  };

  // There is one connection, so a reader must not look into another's unfinished write.
  const inTurn = sequence();
  return {
    transact: (mode, work) =>
      inTurn(async () => {
        database.exec(mode === 'write' ? 'BEGIN IMMEDIATE' : 'BEGIN');
        try {
          const result = await work(transaction);
          database.exec('COMMIT');
          return result;
        } catch (error) {
          if (database.inTransaction) database.exec('ROLLBACK');
          throw error;
        }
      }),
    close: () => inTurn(async () => void database.close()),
  };
}
