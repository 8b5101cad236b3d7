/** What runs a statement for Forge SQL: a real MariaDB, or the embedded database. */

/** What a query answers; the rows are objects by column, as they go over the wire. */
export interface Rows {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly fields: readonly Field[];
}

export interface Field {
  readonly name: string;
  readonly table: string;
  /** The type as SHOW COLUMNS tells it, where the engine knows it. */
  readonly columnType?: unknown;
}

/** What a statement that changes something answers. */
export interface Header {
  readonly affectedRows: number;
  readonly insertId: number | string;
  readonly warningStatus: number;
  readonly info: string;
}

export type Result = Rows | Header;

export const isRows = (result: Result): result is Rows => 'rows' in result;

/** MySQL's own refusal of a statement. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: string;
  readonly errno: number;
  readonly sqlState: string;

  constructor(errno: number, code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.errno = errno;
    this.code = code;
    this.sqlState = errno === 1062 || errno === 1048 ? '23000' : '42000';
  }
}

/** The statement took longer than it may. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

export interface SqlEngine {
  /** @throws EngineError, TimedOut */
  execute(statement: string, parameters: readonly unknown[], milliseconds: number): Promise<Result>;
  /** Bytes that tables and indexes take. */
  size(): Promise<number>;
  close(): Promise<void>;
}
