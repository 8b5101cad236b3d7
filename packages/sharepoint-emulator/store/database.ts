import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';

/** What SQLite stores in one cell, as the driver gives it back. */
export type Cell = string | number | null | Uint8Array;
export type Parameter = string | number | null | Uint8Array;
export type Row = Record<string, Cell>;

/** Makes a table by its name, and says whether it did. */
type MakeTable = (table: string) => boolean;

/** A thin layer over the driver: prepared statements are kept, and transactions may nest. */
export class Database {
  readonly #raw: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #known = new Set<string>();
  #makeMissing: MakeTable = () => false;
  #depth = 0;

  constructor(file: string) {
    this.#raw = new DatabaseSync(file);
    if (file !== ':memory:') this.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  }

  all<T = Row>(sql: string, parameters: readonly Parameter[] = []): T[] {
    return this.#prepare(sql).all(...parameters) as T[];
  }

  one<T = Row>(sql: string, parameters: readonly Parameter[] = []): T | undefined {
    return this.all<T>(sql, parameters)[0];
  }

  run(sql: string, parameters: readonly Parameter[] = []): { changes: number; id: number } {
    const result = this.#prepare(sql).run(...parameters);
    return { changes: Number(result.changes), id: Number(result.lastInsertRowid) };
  }

  /** Runs statements that change the schema; kept statements would see the old columns. */
  exec(sql: string): void {
    this.#raw.exec(sql);
    this.#forget();
  }

  /** @param make makes a table that a statement names and that is not there yet. */
  whenMissing(make: MakeTable): void {
    this.#makeMissing = make;
  }

  /** Whether a table is there by now. */
  has(table: string): boolean {
    if (this.#known.has(table)) return true;
    const sql = "SELECT 1 AS found FROM sqlite_master WHERE type = 'table' AND name = ?";
    if (this.all(sql, [table]).length === 0) return false;
    this.#known.add(table);
    return true;
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
      this.#forget();
      throw error;
    }
  }

  close(): void {
    this.#forget();
    this.#raw.close();
  }

  #forget(): void {
    this.#statements.clear();
    this.#known.clear();
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#compile(sql);
      if (this.#statements.size > 500) this.#statements.clear();
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #compile(sql: string): StatementSync {
    try {
      return this.#raw.prepare(sql);
    } catch (error) {
      const [, missing] = /no such table: (\w+)/.exec(String(error)) ?? [];
      if (missing === undefined || !this.#makeMissing(missing)) throw error;
      return this.#raw.prepare(sql);
    }
  }
}

/** Quotes a name; an internal name of a field may hold anything but never ends the quotes. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const bytesOf = (cell: Cell | undefined): Uint8Array =>
  cell instanceof Uint8Array ? cell : new TextEncoder().encode(String(cell ?? ''));
