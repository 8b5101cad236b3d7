/**
 * Kysely over Forge SQL: a request is one statement, there are no transactions and no session, so
 * there is nothing to connect to.
 */
import { sql as forge } from '@forge/sql';
import type { UpdateQueryResponse } from '@forge/sql';
import { repeating } from '@kantine/core';
import type { Wait } from '@kantine/core';
import { Kysely, MysqlAdapter, MysqlIntrospector, MysqlQueryCompiler } from 'kysely';
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely';
import { isSchemaOlder, translate } from './failure.ts';

/** Tables are derived from collections at run time, so their columns are not known by type. */
type Tables = Record<string, Record<string, unknown>>;
export type Database = Kysely<Tables>;

export type OnStatement = (statement: string, parameters: readonly unknown[]) => void;

export interface DatabaseOptions {
  readonly wait: Wait;
  /** Called with each statement before it is sent. */
  readonly onStatement?: OnStatement | undefined;
  /** Makes what an earlier version did not. @returns whether the statement can be sent again. */
  readonly complete?: (() => Promise<boolean>) | undefined;
}

/** A longer wait is told to the reader. */
export const longestWaitSeconds = 2;

const isQuestion = (statement: string): boolean => /^\s*(select|with)\b/i.test(statement);
const isDefinition = (statement: string): boolean => /^\s*(create|alter|drop)\b/i.test(statement);

/** @throws Offline, Throttled, Duplicate */
async function execute(
  statement: string,
  parameters: readonly unknown[],
): Promise<readonly unknown[] | UpdateQueryResponse> {
  try {
    const answer = isDefinition(statement)
      ? await forge.executeDDL<unknown>(statement)
      : await forge
          .prepare<unknown>(statement)
          .bindParams(...parameters)
          .execute();
    return answer.rows;
  } catch (error) {
    throw translate(error, isQuestion(statement));
  }
}

const connection = ({
  wait,
  onStatement,
  complete = () => Promise.resolve(false),
}: DatabaseOptions): DatabaseConnection => ({
  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const send = () =>
      repeating({ wait, longestWaitSeconds }, isQuestion(sql), () => {
        onStatement?.(sql, parameters);
        return execute(sql, parameters);
      });
    const rows = await send().catch(async (error: unknown) => {
      if (isSchemaOlder(error) && (await complete())) return send();
      throw error;
    });
    if (Array.isArray(rows)) return { rows: rows as Row[] };
    const { affectedRows } = rows as UpdateQueryResponse;
    return { rows: [], numAffectedRows: BigInt(affectedRows) };
  },
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new RangeError('Forge SQL answers as a whole.');
  },
});

function driver(options: DatabaseOptions): Driver {
  const nothing = (): Promise<void> => Promise.resolve();
  const refuse = (): Promise<never> =>
    Promise.reject(new RangeError('Forge SQL has no transactions.'));
  return {
    init: nothing,
    acquireConnection: () => Promise.resolve(connection(options)),
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: nothing,
    destroy: nothing,
  };
}

export function openDatabase(options: DatabaseOptions): Database {
  const dialect: Dialect = {
    createAdapter: () => new MysqlAdapter(),
    createDriver: () => driver(options),
    createIntrospector: (database) => new MysqlIntrospector(database),
    createQueryCompiler: () => new MysqlQueryCompiler(),
  };
  return new Kysely<Tables>({ dialect });
}
