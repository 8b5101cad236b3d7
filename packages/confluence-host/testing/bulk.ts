/** Fills a wall with many posts, as if people had written them over the years; on MariaDB, which can count. */
import type { ContainerId } from '@kantine/core';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { firstIdOf, secondOf } from '../schema/index.ts';
import type { Organisation } from './organisation.ts';

const start = Date.UTC(2024, 6, 1);
/** A million posts in two years. */
const between = 60_000;
const people = 5000;
/** So many that a statement takes a second or two. */
const atOnce = 50_000;

/** Forge's own limits are not measured here. */
const mostMilliseconds = 120_000;

type Filled = Pick<Organisation, 'instance' | 'sql'>;

/** Runs a statement past Forge. @returns its rows, if it has any. */
async function run<Row>(
  { instance, sql: engine }: Filled,
  statement: RawBuilder<Row>,
): Promise<readonly Row[]> {
  const { sql: text, parameters } = statement.compile(instance.database);
  const result = await engine.execute(text, parameters, mostMilliseconds);
  return 'rows' in result ? (result.rows as readonly Row[]) : [];
}

/**
 * One comment on every second post, four reactions to each post and one to each comment.
 * @param order in which reactions come: in that of their key, which takes the least room, or in any.
 * @param topic what every tenth post is about; nothing unless told.
 */
export async function fillWall(
  organisation: Filled,
  container: ContainerId,
  posts: number,
  order: 'by key' | 'any' = 'by key',
  topic = '',
): Promise<void> {
  const ordered = order === 'any' ? sql`RAND(7)` : sql`post, author, comment`;
  const fill = (statement: RawBuilder<unknown>) => run(organisation, statement);
  await fill(
    sql`INSERT IGNORE INTO people (id, account) SELECT 100000 + seq, CONCAT('712020:person-', seq) FROM seq_1_to_5000`,
  );
  await fill(
    sql`INSERT IGNORE INTO containers (id, name, access, space, maker, group_id) SELECT 100000 + seq, CONCAT('person:712020:person-', seq), 'open', '', 100000 + seq, 0 FROM seq_1_to_5000`,
  );
  const found = await run(
    organisation,
    sql<{
      id: number;
    }>`SELECT id FROM containers WHERE name = ${container}`,
  );
  const home = sql.lit(Number(found[0]?.id));
  const id = sql`(${sql.lit(firstIdOf(start))} + n * ${sql.lit(between * 4096)})`;
  const author = sql`(100001 + (n * 7919 + k * 977) % ${sql.lit(people)})`;
  const given = sql`(${sql.lit(secondOf(start))} + n * ${sql.lit(between / 1000)} + k * 45)`;
  const name = sql`LOWER(CONV(${id}, 10, 36))`;
  const comment = sql`LOWER(CONV(${id} + 4096000, 10, 36))`;
  const text = sql`SUBSTRING(REPEAT('The soup of the day is pea, and there is bread. ', 6), 1, 20 + n * 31 % 230)`;
  const key = sql`SUBSTRING(SHA2(CONCAT(n, 'x', k), 256), 1, 24)`;
  for (let first = 1; first <= posts; first += atOnce) {
    const last = Math.min(first + atOnce - 1, posts);
    const numbers = (k: number) =>
      sql`(SELECT seq AS n, ${sql.lit(k)} AS k FROM ${sql.table(`seq_${first}_to_${last}`)}) AS numbers`;
    await fill(
      sql`INSERT INTO posts (_container, _id, _author, _key, _changed, text, edited, deleted, reason, kind, topic) SELECT ${home}, ${id}, ${author}, ${key}, 0, ${text}, 0, 0, '', 'post', IF(n % 10 = 0, ${topic}, '') FROM ${numbers(0)} ORDER BY n`,
    );
    await fill(
      sql`INSERT INTO comments (_container, _id, _author, _key, _changed, post, parent, text, edited, deleted, reason) SELECT ${home}, ${id} + 4096000, ${author}, ${key}, 0, ${name}, '', ${text}, 0, 0, '' FROM ${numbers(1)} WHERE n % 2 = 0 ORDER BY n`,
    );
    const reactions = [0, 1, 2, 3].map(
      (k) =>
        sql`SELECT ${id} AS post, ${author} AS author, '' AS comment, (n + k) % 6 AS kind, ${given} AS given FROM ${numbers(k)}`,
    );
    const toComments = sql`SELECT ${id} AS post, ${author} AS author, ${comment} AS comment, n % 6 AS kind, ${given} AS given FROM ${numbers(4)} WHERE n % 2 = 0`;
    await fill(
      sql`INSERT INTO reactions (_container, post, _author, comment, kind, given, _changed) SELECT ${home}, post, author, comment, kind, given, 0 FROM (${sql.join([...reactions, toComments], sql` UNION ALL `)}) AS given ORDER BY ${ordered}`,
    );
  }
}

/**
 * The bytes that InnoDB takes for a row with all its indexes: the size of the table's file by its rows, without what
 * the file has ready for rows to come. It grows by 4 MB, which is four bytes a row of a million.
 */
export async function bytesARow(organisation: Filled, table: string): Promise<number> {
  const counted = await run(
    organisation,
    sql<{ n: number }>`SELECT COUNT(*) AS n FROM ${sql.id(table)}`,
  );
  const measured = await run(
    organisation,
    sql<{
      bytes: number;
    }>`SELECT spaces.file_size - tables.data_free AS bytes FROM information_schema.innodb_sys_tablespaces AS spaces JOIN information_schema.tables AS tables ON tables.table_schema = DATABASE() AND tables.table_name = ${table} WHERE spaces.name = CONCAT(DATABASE(), '/', ${table})`,
  );
  return Number(measured[0]?.bytes) / Number(counted[0]?.n);
}
