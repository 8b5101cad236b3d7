/** Statements for Forge SQL mean the same on the embedded database as on a real one. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../testing/engines.ts';
import { isRows } from './engine.ts';
import type { Header, SqlEngine } from './engine.ts';

describe.each(engines)('on %s', (_name, open) => {
  let engine: SqlEngine;
  beforeEach(async () => {
    engine = await open();
  });
  afterEach(() => engine.close());

  const run = (statement: string, ...parameters: unknown[]) =>
    engine.execute(statement, parameters, 10_000);

  async function rows(statement: string, ...parameters: unknown[]) {
    const result = await run(statement, ...parameters);
    if (!isRows(result)) throw new Error(`No rows: ${statement}`);
    return JSON.parse(JSON.stringify(result.rows)) as Record<string, unknown>[];
  }

  const row = async (statement: string, ...parameters: unknown[]) =>
    (await rows(statement, ...parameters))[0];

  async function change(statement: string, ...parameters: unknown[]) {
    const { affectedRows, insertId } = (await run(statement, ...parameters)) as Header;
    return { affectedRows, insertId };
  }

  /** The value of one expression. */
  const value = async (expression: string, ...parameters: unknown[]) =>
    Object.values((await row(`SELECT ${expression} AS x`, ...parameters)) ?? {})[0];

  const users = `CREATE TABLE IF NOT EXISTS users (
    id INT PRIMARY KEY AUTO_INCREMENT,
    name VARCHAR(20) NOT NULL,
    email VARCHAR(100) DEFAULT NULL,
    kind ENUM('guest', 'member') NOT NULL DEFAULT 'guest',
    score BIGINT UNSIGNED NOT NULL DEFAULT 0,
    data JSON,
    created TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    UNIQUE KEY by_email (email),
    KEY by_name (name(10), score DESC)
  ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='people; of all kinds';`;

  it('F-D1: a foreign key is added by ALTER TABLE, and refuses no row', async () => {
    await run(users);
    await run('CREATE TABLE notes (id INT PRIMARY KEY AUTO_INCREMENT, writer INT)');
    const foreign = 'FOREIGN KEY (writer) REFERENCES users (id) ON DELETE CASCADE';
    await run(`ALTER TABLE notes ADD CONSTRAINT notes_writer ${foreign}`);
    await run(`ALTER TABLE notes ADD ${foreign}`);
    await expect(run(`ALTER TABLE notes ADD CONSTRAINT notes_writer ${foreign}`)).rejects.toThrow();
    expect(await change('INSERT INTO notes (writer) VALUES (7)')).toMatchObject({ insertId: 1 });
    await run('ALTER TABLE notes DROP FOREIGN KEY notes_writer');
    await expect(run('ALTER TABLE notes DROP FOREIGN KEY notes_writer')).rejects.toMatchObject({
      errno: 1091,
    });
  });

  it('F-D1: a sequence gives each number once', async () => {
    await run('CREATE SEQUENCE IF NOT EXISTS tickets START WITH 100 INCREMENT BY 10 NOCACHE');
    await run('CREATE SEQUENCE IF NOT EXISTS tickets');
    await expect(run('CREATE SEQUENCE tickets')).rejects.toMatchObject({ errno: 1050 });
    await run('CREATE TABLE issues (id BIGINT PRIMARY KEY, title VARCHAR(20))');
    await run("INSERT INTO issues (id, title) VALUES (NEXTVAL(tickets), 'one')");
    await run("INSERT INTO issues (id, title) VALUES (NEXT VALUE FOR tickets, 'two')");
    expect(await rows('SELECT id FROM issues ORDER BY id')).toEqual([{ id: 100 }, { id: 110 }]);
    expect(Number(await value('NEXTVAL(tickets)'))).toBe(120);
    expect(Number(await value('SETVAL(tickets, 500)'))).toBe(500);
    expect(Number(await value('NEXTVAL(tickets)'))).toBe(510);
    await run('DROP SEQUENCE tickets');
    await expect(value('NEXTVAL(tickets)')).rejects.toThrow();
  });

  describe('a table', () => {
    it('is made once, and told about', async () => {
      await run(users);
      await run(users);
      expect((await rows('SHOW TABLES')).map((each) => Object.values(each)[0])).toEqual(['users']);
      const columns = await rows('DESCRIBE users');
      expect(columns.map(({ Field, Null, Key }) => [Field, Null, Key])).toEqual([
        ['id', 'NO', 'PRI'],
        ['name', 'NO', 'MUL'],
        ['email', 'YES', 'UNI'],
        ['kind', 'NO', ''],
        ['score', 'NO', ''],
        ['data', 'YES', ''],
        ['created', 'NO', ''],
      ]);
      const found = await rows(
        'SELECT TABLE_NAME AS t, COLUMN_NAME AS c, DATA_TYPE AS d FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = DATABASE() ORDER BY ORDINAL_POSITION LIMIT 2',
      );
      expect(found).toEqual([
        { t: 'users', c: 'id', d: 'int' },
        { t: 'users', c: 'name', d: 'varchar' },
      ]);
      await run('DROP TABLE IF EXISTS users');
      await run('DROP TABLE IF EXISTS users');
      await expect(run('SELECT 1 FROM users')).rejects.toMatchObject({ errno: 1146 });
    });

    it('starts to count where it is told to', async () => {
      await run(
        'CREATE TABLE `t` (`id` int NOT NULL AUTO_INCREMENT, PRIMARY KEY (`id`)) AUTO_INCREMENT=30001',
      );
      expect(await change('INSERT INTO t () VALUES ()')).toMatchObject({ insertId: 30_001 });
    });

    it('is altered, and keeps its rows', async () => {
      await run(users);
      await run("INSERT INTO users (name, email) VALUES ('Ada', 'a@x'), ('Ben', 'b@x')");
      await run('ALTER TABLE users ADD COLUMN age INT NOT NULL AFTER name');
      await run("ALTER TABLE users ADD team VARCHAR(10) DEFAULT 'red', ADD INDEX by_team (team)");
      expect(await rows('SELECT * FROM users WHERE id = 1')).toMatchObject([
        { id: 1, name: 'Ada', age: 0, team: 'red' },
      ]);
      await run('ALTER TABLE users MODIFY COLUMN name VARCHAR(40) NOT NULL');
      await run('ALTER TABLE users CHANGE team squad VARCHAR(10)');
      await run('ALTER TABLE users DROP COLUMN age, DROP INDEX by_email');
      await run('CREATE INDEX by_score ON users (score)');
      await run('DROP INDEX by_score ON users');
      await run("INSERT INTO users (name, email) VALUES ('Cy', 'a@x')");
      expect(await rows('SELECT id, name, squad FROM users ORDER BY id')).toEqual([
        { id: 1, name: 'Ada', squad: 'red' },
        { id: 2, name: 'Ben', squad: 'red' },
        { id: 3, name: 'Cy', squad: null },
      ]);
      await run('RENAME TABLE users TO people');
      await run('TRUNCATE TABLE people');
      expect(await row('SELECT COUNT(*) AS n FROM people')).toEqual({ n: 0 });
    });

    it('refuses what does not fit, by MySQL’s numbers', async () => {
      await run(users);
      await run("INSERT INTO users (name, email) VALUES ('Ada', 'a@x')");
      const refusals: [string, number][] = [
        ["INSERT INTO users (name, email) VALUES ('Eve', 'a@x')", 1062],
        ["INSERT INTO users (id, name) VALUES (1, 'Eve')", 1062],
        ['INSERT INTO users (name) VALUES (NULL)', 1048],
        [`INSERT INTO users (name) VALUES ('${'x'.repeat(21)}')`, 1406],
        ["INSERT INTO users (name, score) VALUES ('Eve', 'many')", 1366],
        ["INSERT INTO users (name, kind) VALUES ('Eve', 'king')", 1265],
        ["INSERT INTO users (name, nothing) VALUES ('Eve', 1)", 1054],
        ['SELECT nothing FROM users', 1054],
        ['SELECT FROM WHERE', 1064],
        [users.replace('IF NOT EXISTS', ''), 1050],
        ['CREATE INDEX by_name ON users (score)', 1061],
        ['ALTER TABLE users ADD COLUMN name INT', 1060],
        ['DROP TABLE nothing', 1051],
      ];
      for (const [statement, errno] of refusals) {
        await expect(run(statement), statement).rejects.toMatchObject({ errno });
      }
      expect(await row('SELECT COUNT(*) AS n FROM users')).toEqual({ n: 1 });
    });
  });

  describe('rows', () => {
    beforeEach(() => run(users));

    it('are numbered, and counted as MySQL counts them', async () => {
      const many =
        "INSERT INTO users (name, email, score) VALUES ('A', 'a', 1), ('B', 'b', 2), (?, ?, ?)";
      expect(await change(many, 'C', 'c', 3)).toEqual({ affectedRows: 3, insertId: 1 });
      expect(await change("UPDATE users SET score = score + 1 WHERE name <> 'A'")).toMatchObject({
        affectedRows: 2,
      });
      expect(await change("INSERT IGNORE INTO users (name, email) VALUES ('X', 'a')")).toEqual({
        affectedRows: 0,
        insertId: 0,
      });
      const upsert =
        "INSERT INTO users (name, email, score) VALUES ('A2', 'a', 5), ('D', 'd', 6) ON DUPLICATE KEY UPDATE name = VALUES(name), score = score + VALUES(score)";
      expect(await change(upsert)).toMatchObject({ affectedRows: 3 });
      expect(await rows('SELECT name, score FROM users ORDER BY email')).toEqual([
        { name: 'A2', score: 6 },
        { name: 'B', score: 3 },
        { name: 'C', score: 4 },
        { name: 'D', score: 6 },
      ]);
      expect(await change('DELETE FROM users ORDER BY score DESC LIMIT 2')).toMatchObject({
        affectedRows: 2,
      });
      expect(await change('DELETE FROM users')).toMatchObject({ affectedRows: 2 });
    });

    it('take what a column has by itself where they say so', async () => {
      await run(
        "INSERT INTO users (id, name, kind, email) VALUES (DEFAULT, 'A', DEFAULT, 'a'), (default, 'B', 'member', default)",
      );
      expect(await rows('SELECT id, name, kind, email FROM users ORDER BY id')).toEqual([
        { id: 1, name: 'A', kind: 'guest', email: 'a' },
        { id: 2, name: 'B', kind: 'member', email: null },
      ]);
    });

    it('are copied, replaced, and set by name', async () => {
      await run("INSERT INTO users SET name = 'A', email = 'a', score = 7");
      await run("REPLACE INTO users (name, email, score) VALUES ('B', 'a', 1)");
      await run(
        "INSERT INTO users (name, email) SELECT CONCAT(name, '!'), CONCAT(email, '2') FROM users WHERE score = 1",
      );
      expect(await rows('SELECT name, email FROM users ORDER BY email')).toEqual([
        { name: 'B', email: 'a' },
        { name: 'B!', email: 'a2' },
      ]);
    });

    it('are asked for by everything that a SELECT has', async () => {
      await run(
        "INSERT INTO users (name, email, score, kind) VALUES ('A', 'a', 1, 'guest'), ('B', 'b', 2, 'member'), ('C', 'c', 2, 'member'), ('D', 'd', 9, 'guest')",
      );
      expect(await rows('SELECT name FROM users ORDER BY id DESC LIMIT 1, 2')).toEqual([
        { name: 'C' },
        { name: 'B' },
      ]);
      expect(await rows('SELECT name FROM users ORDER BY id LIMIT ? OFFSET ?', 1, 3)).toEqual([
        { name: 'D' },
      ]);
      expect(
        await rows(
          'SELECT `kind`, COUNT(*) AS `many`, SUM(score) > 5 AS big FROM `users` u GROUP BY kind HAVING COUNT(*) >= 2 ORDER BY kind',
        ),
      ).toEqual([
        { kind: 'guest', many: 2, big: 1 },
        { kind: 'member', many: 2, big: 0 },
      ]);
      expect(
        await rows(
          'SELECT a.name, b.name AS other FROM users a LEFT JOIN users b ON b.score = a.score AND b.id > a.id WHERE a.id < 3 ORDER BY a.id',
        ),
      ).toEqual([
        { name: 'A', other: null },
        { name: 'B', other: 'C' },
      ]);
      expect(
        await rows(
          'WITH best AS (SELECT id, name, ROW_NUMBER() OVER (PARTITION BY kind ORDER BY score DESC, id) AS place FROM users) SELECT name FROM best WHERE place = 1 ORDER BY id',
        ),
      ).toEqual([{ name: 'B' }, { name: 'D' }]);
      expect(
        await rows('SELECT name FROM users WHERE (score, id) > (2, 2) AND score IN (?, ?)', 2, 9),
      ).toEqual([{ name: 'C' }, { name: 'D' }]);
      expect(
        await rows(
          '(SELECT 1 AS q, name FROM users WHERE id = 1) UNION ALL (SELECT 2 AS q, name FROM users WHERE id = 2) ORDER BY q',
        ),
      ).toEqual([
        { q: 1, name: 'A' },
        { q: 2, name: 'B' },
      ]);
      expect(
        await value("(SELECT GROUP_CONCAT(name ORDER BY name DESC SEPARATOR '; ') FROM users)"),
      ).toBe('D; C; B; A');
      expect(await value('EXISTS(SELECT 1 FROM users WHERE id = 99)')).toBe(0);
    });

    it('keep text exact: case, accents, quotes, emoji; and numbers beyond 2^53', async () => {
      const text = 'Zoë\'s "5%" \\ 🥖\n';
      await run(
        'INSERT INTO users (name, email, score) VALUES (?, ?, ?)',
        text,
        'E',
        '9007199254740993',
      );
      expect(await row('SELECT name, score FROM users WHERE email = ?', 'E')).toEqual({
        name: text,
        score: '9007199254740993',
      });
      expect(await rows("SELECT 1 AS x FROM users WHERE email = 'e'")).toEqual([]);
      expect(await value("'it''s \\'so\\' \\\\ \\n'")).toBe("it's 'so' \\ \n");
      expect(await value('"double"')).toBe('double');
    });

    it('tell dates as the wire has them', async () => {
      await run("INSERT INTO users (name, created) VALUES ('A', '2026-11-25 10:20:30')");
      expect(await row("SELECT created FROM users WHERE name = 'A'")).toEqual({
        created: '2026-11-25T10:20:30.000Z',
      });
      await run("INSERT INTO users (name) VALUES ('B')");
      const { created } = (await row("SELECT created FROM users WHERE name = 'B'")) ?? {};
      expect(Math.abs(Date.parse(String(created)) - Date.now())).toBeLessThan(5000);
      expect(
        await rows('SELECT name FROM users WHERE created > NOW() - INTERVAL 1 DAY ORDER BY id'),
      ).toContainEqual({ name: 'B' });
    });

    it('are touched when they change', async () => {
      await run(
        'CREATE TABLE notes (id BIGINT PRIMARY KEY, text VARCHAR(10), at DATETIME DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP)',
      );
      await run("INSERT INTO notes (id, text, at) VALUES (1, 'a', '2020-01-01 00:00:00')");
      await run("UPDATE notes SET text = 'b' WHERE id = 1");
      expect(await value('(SELECT YEAR(at) > 2020 FROM notes)')).toBe(1);
    });
  });

  it.each([
    ["CONCAT('a', 1, 'b')", 'a1b'],
    ["CONCAT('a', NULL)", null],
    ["CONCAT_WS('-', 'a', NULL, 'b')", 'a-b'],
    ["IFNULL(NULL, 'x')", 'x'],
    ["IF(1 > 2, 'yes', 'no')", 'no'],
    ["COALESCE(NULL, NULL, 'c')", 'c'],
    ["NULLIF('a', 'a')", null],
    ["CASE WHEN 1 = 1 THEN 'one' ELSE 'other' END", 'one'],
    ['GREATEST(3, 9, 4)', 9],
    ['LEAST(3, 9, 4)', 3],
    ["CHAR_LENGTH('Zoë')", 3],
    ["LENGTH('Zoë')", 4],
    ["UPPER('ab')", 'AB'],
    ["SUBSTRING('abcdef', 2, 3)", 'bcd'],
    ["LEFT('abcdef', 2)", 'ab'],
    ["RIGHT('abcdef', 2)", 'ef'],
    ["LOCATE('c', 'abc')", 3],
    ["REPLACE('aXa', 'X', '-')", 'a-a'],
    ["TRIM('  a ')", 'a'],
    ["LPAD('7', 3, '0')", '007'],
    ["SUBSTRING_INDEX('a.b.c', '.', 2)", 'a.b'],
    ["FIND_IN_SET('b', 'a,b')", 2],
    ["'Abc' LIKE 'A%'", 1],
    ["'Abc' LIKE 'a%'", 0],
    ["'a_c' LIKE 'a\\_c'", 1],
    ["'abc' LIKE 'a\\_c'", 0],
    ["'abc' REGEXP '^a.c$'", 1],
    ["'a' = 'A'", 0],
    ['1 <=> NULL', 0],
    ['NULL <=> NULL', 1],
    ['1 && 0', 0],
    ['7 DIV 2', 3],
    ['7 MOD 2', 1],
    ['TRUE + FALSE', 1],
    ['ROUND(2.567, 1) * 10', 26],
    ["CAST('12' AS SIGNED)", 12],
    ['CAST(12 AS CHAR)', '12'],
    ["CONVERT('5', UNSIGNED) + 1", 6],
    ["DATE_FORMAT('2026-11-05 09:07:03', '%Y/%m/%d %H:%i:%s')", '2026/11/05 09:07:03'],
    ["DATE_FORMAT('2026-11-05', '%W %e %M')", 'Thursday 5 November'],
    ["CAST(DATE_ADD('2026-01-31', INTERVAL 1 MONTH) AS CHAR)", '2026-02-28'],
    ["CAST(DATE_SUB('2026-03-01 10:00:00', INTERVAL 90 MINUTE) AS CHAR)", '2026-03-01 08:30:00'],
    ["TIMESTAMPDIFF(DAY, '2026-01-01', '2026-01-31')", 30],
    ["TIMESTAMPDIFF(MONTH, '2026-01-31', '2026-03-01')", 1],
    ["DATEDIFF('2026-02-01 01:00:00', '2026-01-31 23:00:00')", 1],
    ["EXTRACT(YEAR FROM '2026-11-05')", 2026],
    ["MONTH('2026-11-05')", 11],
    ["UNIX_TIMESTAMP('1970-01-02 00:00:00')", 86_400],
    ['JSON_UNQUOTE(JSON_EXTRACT(\'{"a": {"b": "x"}}\', \'$.a.b\'))', 'x'],
    ["JSON_EXTRACT('{\"a\": [1, 2]}', '$.a[1]') + 0", 2],
    ["JSON_CONTAINS('[1, 2, 3]', '2')", 1],
    ["JSON_LENGTH('[1, 2, 3]')", 3],
    ["JSON_VALID('{')", 0],
    ["MD5('a')", '0cc175b9c0f1b6a831c399e269772661'],
    ["HEX('ab')", '6162'],
    ['LENGTH(UUID())', 36],
    ['1 /* a comment; */ + 1 -- and another', 2],
  ])('%s', async (expression, expected) => {
    await run('CREATE TABLE one (id INT PRIMARY KEY)');
    await run('INSERT INTO one (id) VALUES (1)');
    expect(
      Number.isFinite(expected) ? Number(await value(expression)) : await value(expression),
    ).toEqual(expected);
  });
});
