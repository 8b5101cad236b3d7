/** Forge SQL as an app meets it, through `@forge/sql`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorCodes, migrationRunner, sql } from '@forge/sql';
import { afterEach, describe, expect, it } from 'vitest';
import { appWithScopes, openOffice } from '../testing/office.ts';
import type { Office } from '../testing/office.ts';
import { embeddedEngine } from './index.ts';
import type { SentStatement } from './index.ts';

const table =
  'CREATE TABLE IF NOT EXISTS notes (id INT PRIMARY KEY AUTO_INCREMENT, text VARCHAR(50))';

async function opened(options: Parameters<typeof openOffice>[0] = {}): Promise<Office> {
  const office = openOffice(options);
  await office.scenario(() => sql.executeDDL(table));
  return office;
}

const insert = (text: string) =>
  sql.prepare('INSERT INTO notes (text) VALUES (?)').bindParams(text).execute();
const all = async () =>
  (await sql.prepare<{ text: string }>('SELECT text FROM notes ORDER BY id').execute()).rows;

it('keeps rows, and says what changed', async () => {
  const { scenario } = await opened();
  const result = await scenario(() => insert('one'));
  expect(result).toMatchObject({ rows: { affectedRows: 1, insertId: 1 } });
  expect(await scenario(all)).toEqual([{ text: 'one' }]);
});

it('runs migrations once, in their order', async () => {
  const { scenario } = openOffice();
  const migrate = () =>
    migrationRunner
      .enqueue('v1', table)
      .enqueue('v2', 'ALTER TABLE notes ADD COLUMN author VARCHAR(20)')
      .enqueue('v3', 'CREATE INDEX by_author ON notes (author)')
      .run();
  expect(await scenario(migrate)).toEqual(['v1', 'v2', 'v3']);
  expect(await scenario(migrate)).toEqual([]);
  expect(await scenario(() => migrationRunner.list())).toHaveLength(3);
});

it('counts the statements of an app', async () => {
  const sent: SentStatement[] = [];
  const { scenario } = await opened({ onStatement: (statement) => void sent.push(statement) });
  await scenario(() => insert('one'));
  expect(sent.slice(1)).toEqual([
    { query: 'INSERT INTO notes (text) VALUES (?)', parameters: ['one'] },
  ]);
});

describe('refuses', () => {
  /** The refusal as the app sees it; only its words leave a function. */
  const codeOf = ({ scenario }: Office, statement: string) =>
    scenario(async () => {
      try {
        await sql.executeRaw(statement);
        return 'done';
      } catch (error) {
        const { code, responseDetails } = error as {
          code: string;
          responseDetails: { status: number };
        };
        return `${code} ${responseDetails.status}`;
      }
    });

  it.each([
    'SELECT 1; SELECT 2',
    'BEGIN',
    'START TRANSACTION',
    'COMMIT',
    'SET @a = 1',
    'USE mysql',
    'LOCK TABLES notes WRITE',
    'CREATE TABLE a (id INT, note INT, FOREIGN KEY (note) REFERENCES notes (id))',
    "SELECT 'it does not end",
    '',
  ])('%s', async (statement) => {
    expect(await codeOf(await opened(), statement)).toBe(`${errorCodes.INVALID_SQL_QUERY} 400`);
  });

  it('an app whose manifest has no database', async () => {
    const office = openOffice({ app: appWithScopes([]) });
    expect(await codeOf(office, 'SELECT 1')).toBe('done');
  });

  it('more than 150 statements a second, and works again in the next one', async () => {
    const office = await opened();
    for (let count = 0; count < 150; count += 1) await codeOf(office, 'SELECT 1');
    expect(await codeOf(office, 'SELECT 1')).toBe('RATE_LIMIT_EXCEEDED 429');
    await office.clock.advance(1000);
    expect(await codeOf(office, 'SELECT 1')).toBe('done');
  });

  it('more than 25 changes of tables a minute', async () => {
    const office = await opened();
    for (let count = 0; count < 24; count += 1) await codeOf(office, table);
    expect(await codeOf(office, table)).toBe('RATE_LIMIT_EXCEEDED 429');
    await office.clock.advance(60_000);
    expect(await codeOf(office, table)).toBe('done');
  });

  it('what is larger than a request or an answer may be', async () => {
    const office = await opened();
    const long = (length: number) => `SELECT '${'x'.repeat(length)}' AS x`;
    expect(await codeOf(office, long(1024 * 1024))).toBe('INVALID_SQL_QUERY 413');
    expect(await codeOf(office, `SELECT REPEAT('x', ${5 * 1024 * 1024}) AS x`)).toBe(
      'SQL_EXECUTION_ERROR 413',
    );
    expect(await codeOf(office, "SELECT ';' AS semicolon;")).toBe('done');
  });

  it('to guess: what the embedded database cannot do ends loudly, with its name', async () => {
    const { scenario } = await opened();
    const odd = scenario(() => sql.executeRaw('SELECT MATCH(text) AGAINST (1) FROM notes'));
    await expect(odd).rejects.toThrow('SQL on the embedded database: MATCH');
    const unknown = scenario(() => sql.executeRaw('SELECT NO_SUCH_FUNCTION(1)'));
    await expect(unknown).rejects.toThrow('Error executing SQL query');
  });
});

describe('fails on request', () => {
  it('with an error, a busy service, and an answer that is lost after the write', async () => {
    const { forge, scenario } = await opened();
    forge.faults.next({ service: 'sql', kind: 'error' });
    await expect(scenario(() => insert('one'))).rejects.toThrow('Internal server error');
    forge.faults.next({ service: 'sql', kind: 'rate-limit' });
    await expect(scenario(() => insert('two'))).rejects.toThrow('Rate limit exceeded');
    forge.faults.next({ service: 'sql', kind: 'lost-answer' });
    await expect(scenario(() => insert('three'))).rejects.toThrow('fetch failed');
    expect(await scenario(all)).toEqual([{ text: 'three' }]);
  });
});

describe('in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forge-sql-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('rows and tables outlive the process', async () => {
    const file = join(folder, 'data.db');
    const before = embeddedEngine({ file });
    const { scenario } = await opened({ sql: before });
    await scenario(() => insert('kept'));
    await before.close();
    const after = embeddedEngine({ file });
    const again = openOffice({ sql: after });
    expect(await again.scenario(all)).toEqual([{ text: 'kept' }]);
    await again.scenario(() => sql.executeDDL('ALTER TABLE notes ADD COLUMN more INT'));
    await after.close();
  });
});
