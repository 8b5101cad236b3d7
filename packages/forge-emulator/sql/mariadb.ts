/** Runs statements on a MariaDB, which speaks the dialect of Forge SQL. */
import { createPool } from 'mysql2/promise';
import type { FieldPacket, PoolOptions, ResultSetHeader } from 'mysql2/promise';
import { EngineError, TimedOut } from './engine.ts';
import type { Field, Result, SqlEngine } from './engine.ts';

interface Failure {
  readonly errno?: number;
  readonly code?: string;
  readonly sqlMessage?: string;
}

const isHeader = (result: unknown): result is ResultSetHeader =>
  typeof result === 'object' && result !== null && 'affectedRows' in result;

const fieldOf = ({ name, table, columnType }: FieldPacket): Field => ({
  name,
  table,
  columnType,
});

/**
 * TiDB compares texts byte by byte unless told otherwise, and so does this connection.
 * @param connection an empty database of this app's own.
 */
export function mariaDbEngine(connection: PoolOptions): SqlEngine {
  const pool = createPool({ charset: 'UTF8MB4_BIN', supportBigNumbers: true, ...connection });
  // Whether Forge's TiDB holds rows to foreign keys is not documented, so that nobody may count on it.
  pool.on('connection', (opened) => void opened.query('SET foreign_key_checks = 0'));

  async function execute(
    statement: string,
    parameters: readonly unknown[],
    milliseconds: number,
  ): Promise<Result> {
    try {
      const [result, fields] = await pool.query({
        sql: statement,
        values: [...parameters],
        timeout: milliseconds,
      });
      if (isHeader(result)) {
        const { affectedRows, insertId, warningStatus, info } = result;
        return { affectedRows, insertId, warningStatus, info };
      }
      const rows = result as Readonly<Record<string, unknown>>[];
      return { rows, fields: fields.map(fieldOf) };
    } catch (error) {
      const { errno = 0, code = 'ER_UNKNOWN_ERROR', sqlMessage } = error as Failure;
      if (code === 'PROTOCOL_SEQUENCE_TIMEOUT') throw new TimedOut(statement, { cause: error });
      const message = sqlMessage ?? (error instanceof Error ? error.message : String(error));
      throw new EngineError(errno, code, message, { cause: error });
    }
  }

  return {
    execute,
    async size() {
      const [rows] = await pool.query(
        'SELECT COALESCE(SUM(data_length + index_length), 0) AS bytes FROM information_schema.tables WHERE table_schema = DATABASE()',
      );
      return Number((rows as { bytes: number | string }[])[0]?.bytes ?? 0);
    },
    close: () => pool.end(),
  };
}
