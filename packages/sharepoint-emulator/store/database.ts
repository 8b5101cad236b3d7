import Libsql from 'libsql';

/** What SQLite stores in one cell, as the driver gives it back. */
export type Cell = string | number | null | ArrayBuffer;
export type Parameter = string | number | null | Uint8Array;
export type Row = Record<string, Cell>;

/**
 * A thin layer over the driver: parameters always go in an array (the driver refuses a lone null),
 * prepared statements are kept, and transactions may nest.
 */
export class Database {
  readonly #raw: Libsql.Database;
  readonly #statements = new Map<string, Libsql.Statement>();
  #depth = 0;

  constructor(file: string) {
    this.#raw = new Libsql(file);
    if (file !== ':memory:') this.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  }

  all<T = Row>(sql: string, parameters: readonly Parameter[] = []): T[] {
    return this.#prepare(sql).all([...parameters]) as T[];
  }

  one<T = Row>(sql: string, parameters: readonly Parameter[] = []): T | undefined {
    return this.all<T>(sql, parameters)[0];
  }

  run(sql: string, parameters: readonly Parameter[] = []): { changes: number; id: number } {
    const result = this.#prepare(sql).run([...parameters]);
    return { changes: result.changes, id: Number(result.lastInsertRowid) };
  }

  /** Runs statements that change the schema; kept statements would see the old columns. */
  exec(sql: string): void {
    this.#raw.exec(sql);
    this.#statements.clear();
  }

  /** All or nothing; an inner transaction joins the outer one through a savepoint. */
  transaction<T>(work: () => T): T {
    const name = `level${this.#depth}`;
    this.#raw.exec(this.#depth === 0 ? 'BEGIN' : `SAVEPOINT ${name}`);
    this.#depth += 1;
    try {
      const result = work();
      this.#depth -= 1;
      this.#raw.exec(this.#depth === 0 ? 'COMMIT' : `RELEASE ${name}`);
      return result;
    } catch (error) {
      this.#depth -= 1;
      this.#raw.exec(this.#depth === 0 ? 'ROLLBACK' : `ROLLBACK TO ${name}; RELEASE ${name}`);
      this.#statements.clear();
      throw error;
    }
  }

  close(): void {
    this.#statements.clear();
    this.#raw.close();
  }

  #prepare(sql: string): Libsql.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#raw.prepare(sql);
      if (this.#statements.size > 500) this.#statements.clear();
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/** Quotes a name; an internal name of a field may hold anything but never ends the quotes. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The driver gives binary cells as ArrayBuffer. */
export const bytesOf = (cell: Cell | undefined): Uint8Array =>
  cell instanceof ArrayBuffer ? new Uint8Array(cell) : new TextEncoder().encode(String(cell ?? ''));
