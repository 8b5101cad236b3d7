/** The service behind `@forge/sql`: one POST a statement, to `/api/v1/execute` or `/api/v1/execute/ddl`. */
import type { Clock } from '../clock/index.ts';
import { NotImplementedError } from '../errors.ts';
import { json } from '../gateway/index.ts';
import type { Service } from '../gateway/index.ts';
import type { Tally } from '../ledger/index.ts';
import type { Manifest } from '../manifest/index.ts';
import type { Environment } from '../runtime/installation.ts';
import { EngineError, isRows, TimedOut } from './engine.ts';
import type { Result, SqlEngine } from './engine.ts';
import { limits, Usage } from './limits.ts';
import { judge, Refused } from './policy.ts';

/** A statement that an app sent, for tests that count them. */
export interface SentStatement {
  readonly query: string;
  readonly parameters: readonly unknown[];
}

interface Body {
  readonly query: string;
  readonly params?: readonly unknown[];
}

const refuse = (status: number, code: string, message: string, context?: object): Response =>
  json({ code, message, ...(context ? { context } : {}) }, status);

const tooMany = (): Response => refuse(429, 'RATE_LIMIT_EXCEEDED', 'Rate limit exceeded.');

export interface SqlOptions {
  readonly manifest: Manifest;
  readonly clock: Clock;
  readonly engine: SqlEngine;
  readonly environment: Environment;
  readonly onStatement: (statement: SentStatement) => void;
  /** Told of every statement that was let through. */
  readonly tally: Tally;
}

export function createSql(options: SqlOptions): Service {
  const { manifest, clock, engine, environment, onStatement, tally } = options;
  const usage = new Usage(clock, tally);
  const isEnabled = manifest.modules.sql?.some(({ engine: name }) => name === 'mysql') === true;

  async function run(text: string, { query, params = [] }: Body): Promise<Response> {
    if (Buffer.byteLength(text) > limits.requestBytes) {
      return refuse(413, 'INVALID_SQL_QUERY', 'The request is larger than 1 MiB.');
    }
    const { kind } = judge(query);
    if (!usage.admit(kind)) return tooMany();
    if (kind === 'change' && !(await hasRoom(query))) {
      return refuse(400, 'SQL_EXECUTION_ERROR', 'The database has reached its size limit.');
    }
    const began = performance.now();
    try {
      return answer(await engine.execute(query, params, limits.milliseconds[kind]), began);
    } finally {
      usage.took(performance.now() - began);
    }
  }

  /** Deletions make room, so they are never refused. */
  const hasRoom = async (query: string): Promise<boolean> =>
    /^\s*delete\b/i.test(query) || (await sizeNow()) < limits.databaseBytes[environment];

  let size = { at: Number.NEGATIVE_INFINITY, bytes: 0 };
  /** Looked at once a minute: to measure is slower than most statements. */
  async function sizeNow(): Promise<number> {
    if (clock.now() - size.at > 60_000) size = { at: clock.now(), bytes: await engine.size() };
    return size.bytes;
  }

  return async ({ method, path, request }) => {
    if (!['/api/v1/execute', '/api/v1/execute/ddl'].includes(path)) {
      throw new NotImplementedError(`@forge/sql ${method} ${path}`);
    }
    if (!isEnabled) {
      return refuse(403, 'APP_NOT_ENABLED', 'The manifest has no sql module of the engine mysql.');
    }
    const text = typeof request.body === 'string' ? request.body : '';
    const body = JSON.parse(text) as Body;
    onStatement({ query: body.query, parameters: body.params ?? [] });
    try {
      return await run(text, body);
    } catch (error) {
      return failure(error);
    }
  };
}

/** As JSON has it: whole numbers beyond 2^53 and bytes are texts. */
const wire = (_key: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return value.toString();
  const buffer = value as { readonly type?: unknown; readonly data?: unknown } | null;
  if (buffer?.type === 'Buffer' && Array.isArray(buffer.data)) {
    return Buffer.from(buffer.data as number[]).toString('base64');
  }
  return value;
};

function answer(result: Result, began: number): Response {
  const metadata = { dbExecutionTime: performance.now() - began, responseSize: 0 };
  const body = isRows(result)
    ? { rows: result.rows, metadata: { ...metadata, fields: result.fields } }
    : { rows: { fieldCount: 0, serverStatus: 2, ...result }, metadata };
  const text = JSON.stringify(body, wire);
  const bytes = Buffer.byteLength(text);
  // TiDB ends a query that needs more memory than it may, of which the rows of its answer are a part.
  if (bytes > limits.memoryBytes) return failure(outOfMemory());
  if (bytes > limits.responseBytes) {
    return refuse(413, 'SQL_EXECUTION_ERROR', 'The response is larger than 4 MiB.');
  }
  return new Response(text, { headers: { 'content-type': 'application/json' } });
}

const outOfMemory = (): EngineError =>
  new EngineError(
    8175,
    'ER_UNKNOWN',
    'Your query has been cancelled due to exceeding the allowed memory limit for a single SQL query.',
  );

function failure(error: unknown): Response {
  if (error instanceof Refused) return refuse(400, 'INVALID_SQL_QUERY', error.message);
  if (error instanceof TimedOut) return refuse(408, 'QUERY_TIMED_OUT', 'The query timed out.');
  if (!(error instanceof EngineError)) throw error;
  const { errno, code, sqlState, message: sqlMessage } = error;
  const debug = { errno, code, sqlState, sqlMessage };
  return refuse(400, 'SQL_EXECUTION_ERROR', 'Error executing SQL query.', { debug });
}
