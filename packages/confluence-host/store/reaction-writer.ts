/** Writes to the table of reactions. */
import { NotFound } from '@kantine/core';
import { sql } from 'kysely';
import { codeOf, idNumber, instantOf, secondOf } from '../schema/index.ts';
import { Duplicate } from '../sql/index.ts';
import type { Database } from '../sql/index.ts';
import { readOne } from './branch.ts';
import type { Sql } from './branch.ts';
import {
  isReactionRow,
  parseTarget,
  reactionFields,
  reactionId,
  reactionIn,
  reactionKey,
} from './reaction-row.ts';
import type { ReactionKey } from './reaction-row.ts';
import { ofRow, reactionBranch } from './reaction-source.ts';
import type { Home } from './source.ts';
import type { Writer } from './writer.ts';

interface Fields {
  readonly post: string;
  readonly target: string;
  readonly kind: string;
}

/** One row as somebody saw it, and as nobody changed it since. */
const exactly = (home: Home, key: ReactionKey, version: string): Sql =>
  sql`_container = ${home.id} AND post = ${key.post} AND _author = ${key.author}
    AND comment = ${key.comment} AND given = ${key.given} AND _changed = ${Number(version)}`;

/** The message that a reaction is on, if it is there: nothing is inserted otherwise. */
function messageRow({ id }: Home, post: string, comment: string): Sql {
  return comment === ''
    ? sql`FROM posts AS m WHERE m._container = ${sql.lit(id)} AND m._id = ${sql.lit(idNumber(post) ?? 0)}`
    : sql`FROM comments AS m
      WHERE m._container = ${sql.lit(id)} AND m._id = ${sql.lit(idNumber(comment) ?? 0)} AND m.post = ${post}`;
}

export function reactionWriter(database: Database, now: () => number): Writer {
  async function find(home: Home, key: Omit<ReactionKey, 'given'>) {
    const row = await readOne(database, reactionBranch(home, ofRow(key)));
    return row && reactionIn(home, row);
  }

  return {
    oldest: 16_000_000,
    async insert({ home, author, account, key, fields }) {
      if (!isReactionRow(key, fields, account)) throw new TypeError('No reaction says this.');
      const { post, target, kind } = fields as Fields;
      const message = parseTarget(target);
      const comment = message?.kind === 'comment' ? message.id : '';
      const given = secondOf(now());
      const row = { post: idNumber(post) ?? 0, comment, author, given };
      const values = [home.id, row.post, author, comment, codeOf(kind), given, 0];
      const insert = sql`INSERT INTO reactions (_container, post, _author, comment, kind, given, _changed)
        SELECT ${sql.join(values)} ${messageRow(home, post, comment)}`;
      try {
        const { numAffectedRows } = await insert.execute(database);
        if (numAffectedRows === 0n)
          throw new NotFound(`${message?.kind ?? 'post'} ${message?.id ?? post}`);
      } catch (error) {
        if (!(error instanceof Duplicate)) throw error;
        const record = await find(home, row);
        return record && { record, inserted: false };
      }
      const created = instantOf(given);
      const stamps = { author: account, created, modified: created, version: '0', key };
      const record = {
        id: reactionId(row),
        container: home.container,
        ...stamps,
        fields: reactionFields(post, comment, kind, account),
      };
      return { record, inserted: true };
    },
    async find(home, id) {
      const key = reactionKey(id);
      const record = key && (await find(home, key));
      return record?.id === id ? record : undefined;
    },
    async update({ home, author, record, fields, changed }) {
      const next = { ...(record.fields as Fields), ...(fields as Partial<Fields>) };
      const key = reactionKey(record.id);
      if (!key || !isReactionRow(record.key, next, record.author)) {
        throw new TypeError('No reaction says this.');
      }
      const { numAffectedRows } = await sql`UPDATE reactions
        SET kind = ${codeOf(next.kind)}, _changed = ${changed}
        WHERE ${exactly(home, { ...key, author }, record.version)}`.execute(database);
      return numAffectedRows === 0n ? undefined : next;
    },
    async remove({ home, author, id, version }) {
      const key = reactionKey(id);
      if (!key || !/^\d{1,10}$/.test(version)) return false;
      const { numAffectedRows } = await sql`DELETE FROM reactions
        WHERE ${exactly(home, { ...key, author }, version)}`.execute(database);
      return numAffectedRows !== 0n;
    },
  };
}
