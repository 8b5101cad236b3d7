/** Questions about reactions, put to their own table. */
import { idIndex, keyIndex } from '@kantine/core';
import type { CountQuery, Query, RowsQuery } from '@kantine/core';
import { sql } from 'kysely';
import { idNumber, idText, kindOf, secondOf } from '../schema/index.ts';
import { and, asText, column, list, nothing, personOf } from './branch.ts';
import type { AnswerRow, Branch, Sql } from './branch.ts';
import type { Position } from './cursor.ts';
import {
  keyIn,
  parseOwner,
  parseTarget,
  reactionFields,
  reactionIn,
  reactionKey,
} from './reaction-row.ts';
import type { ReactionKey } from './reaction-row.ts';
import { inHome, parseAuthorKey } from './record-rows.ts';
import type { Counted, Found, Home, Source, ValueBranch } from './source.ts';

/** The post of each comment that a question names. */
export type PostOfComment = (comment: string) => number | undefined;

/** The comments whose posts have to be known before a question can be put. */
export function commentsIn({ index, eq, in: values }: Query): string[] {
  if (index !== 'byTarget' && index !== keyIndex) return [];
  return (values ?? [eq ?? ''])
    .map((value) => parseTarget(index === keyIndex ? (parseAuthorKey(value)?.key ?? '') : value))
    .flatMap((message) => (message?.kind === 'comment' ? [message.id] : []));
}

const ofPost = (post: number): Sql => sql`${column('post')} = ${sql.lit(post)}`;
const ofComment = (comment: string): Sql => sql`${column('comment')} = ${comment}`;
const by = (author: string): Sql => sql`${column('_author')} = ${personOf(author)}`;

/** The reaction of one person to one message, whenever it was given. */
export const ofRow = ({ post, author, comment }: Omit<ReactionKey, 'given'>): Sql[] => [
  ofPost(post),
  sql`${column('_author')} = ${sql.lit(author)}`,
  ofComment(comment),
];

/** Where the rows of one value stand; nothing if there cannot be any. */
function conditionsOf(index: string, value: string, postOf: PostOfComment): Sql[] | undefined {
  switch (index) {
    case 'byPost': {
      const post = idNumber(value);
      return post === undefined ? undefined : [ofPost(post)];
    }
    case 'byOwner': {
      const owner = parseOwner(value);
      return owner && [ofPost(owner.post), by(owner.author)];
    }
    case 'byTarget':
      return ofTarget(value, postOf);
    case keyIndex: {
      // A reaction's key is the name of its message.
      const key = parseAuthorKey(value);
      const target = key && ofTarget(key.key, postOf);
      return target && [...target, by(key.author)];
    }
    case idIndex: {
      const key = reactionKey(value);
      return key && [...ofRow(key), sql`${column('given')} = ${sql.lit(key.given)}`];
    }
    default:
      throw new RangeError(`Reactions have no index «${index}».`);
  }
}

function ofTarget(target: string, postOf: PostOfComment): Sql[] | undefined {
  const message = parseTarget(target);
  if (!message) return undefined;
  const isPost = message.kind === 'post';
  const post = isPost ? idNumber(message.id) : postOf(message.id);
  return post === undefined ? undefined : [ofPost(post), ofComment(isPost ? '' : message.id)];
}

export function reactionBranch(home: Home, conditions: readonly Sql[], tail: Sql = sql``): Branch {
  return {
    id: column('post'),
    author: column('_author'),
    key: asText(column('comment')),
    changed: column('_changed'),
    fields: [column('kind'), column('given'), column('_author')],
    rest: sql`FROM reactions AS r WHERE ${and([inHome(home), ...conditions])} ${tail}`,
  };
}

const sorting = ['given', 'post', '_author', 'comment'] as const;

function beyond({ order }: RowsQuery, [given = 0, post = 0, author = 0, comment = 0]: Position) {
  const past = order === 'ascending' ? sql`>` : sql`<`;
  const at = [given, post, author].map((number) => sql.lit(number));
  const text = comment === 0 ? '' : idText(comment);
  const [first, second, third] = at as [Sql, Sql, Sql];
  return sql`(r.given ${past} ${first} OR (r.given = ${first}
    AND (r.post ${past} ${second} OR (r.post = ${second}
    AND (r._author ${past} ${third} OR (r._author = ${third} AND r.comment ${past} ${text}))))))`;
}

function pageBranch(
  query: RowsQuery,
  home: Home,
  conditions: readonly Sql[],
  after: Position | undefined,
): Branch {
  const direction = query.order === 'ascending' ? sql`ASC` : sql`DESC`;
  const sorted = sql.join(sorting.map((name) => sql`${column(name)} ${direction}`));
  const { from = 0, to } = query.range ?? {};
  const bounds = [
    ...(from > 0 ? [sql`r.given >= ${sql.lit(secondOf(from + 999))}`] : []),
    ...(to === undefined ? [] : [sql`r.given <= ${sql.lit(secondOf(to))}`]),
  ];
  return reactionBranch(
    home,
    [...conditions, ...bounds, ...(after ? [beyond(query, after)] : [])],
    sql`ORDER BY ${sorted} LIMIT ${sql.lit(query.limit + 1)}`,
  );
}

/** A reader's own reactions to the messages of a page: a few rows, read in one range for each post. */
function ownerBranches(home: Home, values: readonly string[]): ValueBranch[] {
  const postsOf = new Map<string, number[]>();
  for (const value of values) {
    const owner = parseOwner(value);
    if (owner) postsOf.set(owner.author, [...(postsOf.get(owner.author) ?? []), owner.post]);
  }
  return [...postsOf].map(([author, posts], position) => ({
    value: position,
    branch: reactionBranch(home, [sql`${column('post')} IN (${list(posts)})`, by(author)]),
  }));
}

export function reactionSource(postOf: PostOfComment): Source {
  function rows(query: RowsQuery, home: Home, after: Position | undefined): ValueBranch[] {
    const { index, eq, in: values } = query;
    if (index === 'byOwner' && values) return ownerBranches(home, values);
    return [...new Set(values ?? [eq ?? ''])].flatMap((each, value) => {
      const conditions = conditionsOf(index, each, postOf);
      return conditions ? [{ value, branch: pageBranch(query, home, conditions, after) }] : [];
    });
  }

  function counts({ index, eq, in: values, by: field, distinctAuthors }: CountQuery, home: Home) {
    if (distinctAuthors && field !== 'mark' && field !== 'target') {
      throw new RangeError(`Authors of reactions are not told apart by «${field}».`);
    }
    // One range for all posts of a page; other questions about reactions have few values.
    if (index === 'byPost') {
      const posts = (values ?? [eq ?? '']).map(idNumber).filter((id) => id !== undefined);
      if (posts.length === 0) return [];
      return [countBranch(home, [sql`${column('post')} IN (${list(posts)})`])];
    }
    return [...new Set(values ?? [eq ?? ''])].flatMap((value) => {
      const conditions = conditionsOf(index, value, postOf);
      return conditions ? [countBranch(home, conditions)] : [];
    });
  }

  return { depth: () => sorting.length, rows, counts, found, counted };
}

/** Nobody reacts twice to a message, so its rows are its authors. */
const countBranch = (home: Home, conditions: readonly Sql[]): Branch => ({
  id: sql`COUNT(*)`,
  author: nothing,
  key: asText(column('comment')),
  changed: nothing,
  fields: [column('kind'), column('post')],
  rest: sql`FROM reactions AS r WHERE ${and([inHome(home), ...conditions])} GROUP BY r.post, r.comment, r.kind`,
});

function counted({ by: field }: CountQuery, row: AnswerRow): Counted {
  const post = idText(Number(row.c1));
  const fields = reactionFields(post, row.record_key ?? '', kindOf(Number(row.c0)), '');
  return { value: fields[field as keyof typeof fields], number: Number(row.id) };
}

function found({ index, in: values = [] }: RowsQuery, home: Home, row: AnswerRow): Found {
  const record = reactionIn(home, row);
  const { given, post, author, comment } = keyIn(row);
  const position = [given, post, author, idNumber(comment) ?? 0];
  const { owner } = record.fields as { owner: string };
  const value = index === 'byOwner' ? Math.max(values.indexOf(owner), 0) : Number(row.b);
  return { record, value, position };
}
