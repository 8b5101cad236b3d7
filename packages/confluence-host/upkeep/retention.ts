/**
 * Lets posts go that are older than an administrator wants to keep, with everything about them. What
 * belongs to a post goes first, so that whatever ends this half-way, the post is found again.
 */
import { targetName } from '@kantine/core';
import type { Collection } from '@kantine/core';
import { sql } from 'kysely';
import { firstIdOf, idText, layoutOf, reactionsTable } from '../schema/index.ts';
import type { Database } from '../sql/index.ts';
import { list } from '../store/branch.ts';
import { readRetention } from './site-settings.ts';

/** So few that one statement stays far below Forge's limits of time and of rows. */
const postsAtOnce = 50;
const commentsAtOnce = 500;
const month = 30.44 * 24 * 60 * 60_000;

export interface RetentionOptions {
  readonly database: Database;
  readonly collections: readonly Collection[];
  readonly now: () => number;
}

interface Row {
  readonly id: number | string;
}

/** Collections whose rows are about a post or a message, as one of their indexes says. */
const about = (collections: readonly Collection[], column: string): readonly Collection[] =>
  collections.filter(
    ({ name, indexes }) =>
      name !== reactionsTable.name &&
      Object.values(indexes).some(({ partition }) => partition === column),
  );

/**
 * @param isTimeLeft is asked before each step; the next run goes on where this one ended.
 * @returns how many posts went.
 */
export async function letOldPostsGo(
  { database, collections, now }: RetentionOptions,
  isTimeLeft: () => boolean,
): Promise<number> {
  const { keepMonths } = await readRetention(database);
  if (keepMonths === undefined) return 0;
  const before = firstIdOf(now() - keepMonths * month);
  const containers =
    await sql<Row>`SELECT id FROM containers WHERE group_id > 0 OR access = 'closed'`.execute(
      database,
    );
  let gone = 0;
  for (const container of containers.rows) {
    for (;;) {
      if (!isTimeLeft()) return gone;
      const home = Number(container.id);
      const posts = await sql<Row>`SELECT _id AS id
          FROM posts
          WHERE _container = ${home} AND _id < ${before}
          ORDER BY _id LIMIT ${sql.lit(postsAtOnce)}`.execute(database);
      if (posts.rows.length === 0) break;
      const ids = posts.rows.map(({ id }) => Number(id));
      await remove(home, ids);
      gone += ids.length;
    }
  }
  return gone;

  async function remove(home: number, posts: readonly number[]): Promise<void> {
    const names = posts.map(idText);
    for (;;) {
      const comments = await sql<Row>`SELECT _id AS id
          FROM comments
          WHERE _container = ${home} AND post IN (${list(names)}) LIMIT ${sql.lit(commentsAtOnce)}`.execute(
        database,
      );
      if (comments.rows.length === 0) break;
      const ids = comments.rows.map(({ id }) => Number(id));
      const targets = ids.map((id) => targetName({ kind: 'comment', id: idText(id) }));
      await removeAbout(home, 'target', targets);
      await sql`DELETE FROM comments WHERE _container = ${home} AND _id IN (${list(ids)})`.execute(
        database,
      );
    }
    const targets = names.map((id) => targetName({ kind: 'post', id }));
    await removeAbout(home, 'target', targets);
    await removeAbout(home, 'post', names);
    await sql`DELETE FROM reactions WHERE _container = ${home} AND post IN (${list(posts)})`.execute(
      database,
    );
    await sql`DELETE FROM posts WHERE _container = ${home} AND _id IN (${list(posts)})`.execute(
      database,
    );
  }

  async function removeAbout(
    home: number,
    column: string,
    values: readonly string[],
  ): Promise<void> {
    for (const collection of about(collections, column)) {
      await sql`DELETE FROM ${sql.id(layoutOf(collection).table)}
        WHERE _container = ${home} AND ${sql.id(column)} IN (${list(values)})`.execute(database);
    }
  }
}
