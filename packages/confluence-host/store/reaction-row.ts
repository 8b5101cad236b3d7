/** A reaction as its row says it, and what follows from that. */
import { choiceMark, choiceOwner, targetName } from '@kantine/core';
import type { StoredRecord } from '@kantine/core';
import { codeOf, idNumber, idText, instantOf, kindOf } from '../schema/index.ts';
import type { AnswerRow } from './branch.ts';
import type { Home } from './source.ts';

/** Which row: the message, and whose reaction. */
export interface ReactionKey {
  readonly post: number;
  /** The comment's id, empty on the post itself. */
  readonly comment: string;
  readonly author: number;
  /** In seconds; tells a reaction from one that was taken back and given again. */
  readonly given: number;
}

export const reactionId = ({ post, comment, author, given }: ReactionKey): string =>
  [idText(post), comment, author.toString(36), given.toString(36)].join('.');

export function reactionKey(id: string): ReactionKey | undefined {
  const [post = '', comment = '', author = '', given = '', ...more] = id.split('.');
  const number = idNumber(post);
  if (number === undefined || more.length > 0) return undefined;
  if (comment !== '' && idNumber(comment) === undefined) return undefined;
  const key = {
    post: number,
    comment,
    author: idNumber(author) ?? 0,
    given: Number.parseInt(given, 36),
  };
  return reactionId(key) === id ? key : undefined;
}

const targetOf = (post: string, comment: string): string =>
  comment === ''
    ? targetName({ kind: 'post', id: post })
    : targetName({ kind: 'comment', id: comment });

/** A message by its name, as `targetName` of core writes it. */
export function parseTarget(target: string): { kind: 'post' | 'comment'; id: string } | undefined {
  const match = /^(post|comment):([0-9a-z]+)$/.exec(target);
  const id = match?.[2] ?? '';
  if (idNumber(id) === undefined) return undefined;
  return { kind: match?.[1] === 'post' ? 'post' : 'comment', id };
}

/** Reads what a reaction's `owner` says: a post, and whose reaction. */
export function parseOwner(owner: string): { post: number; author: string } | undefined {
  try {
    const [post, author] = JSON.parse(owner) as readonly [unknown, unknown];
    const number = typeof post === 'string' ? idNumber(post) : undefined;
    if (number === undefined || typeof author !== 'string') return undefined;
    return { post: number, author };
  } catch {
    return undefined;
  }
}

/** The fields as core declares them. */
export function reactionFields(post: string, comment: string, kind: string, author: string) {
  const target = targetOf(post, comment);
  return {
    post,
    target,
    kind,
    mark: choiceMark(target, kind),
    owner: choiceOwner(post, author),
  };
}

/** Whether a reaction says nothing that its row could not hold. */
export function isReactionRow(key: string, fields: unknown, author: string): boolean {
  const { post, target, kind } = fields as Readonly<Record<string, unknown>>;
  if (typeof post !== 'string' || typeof target !== 'string' || typeof kind !== 'string') {
    return false;
  }
  const message = parseTarget(target);
  if (!message || codeOf(kind) < 0 || key !== target) return false;
  const whole = reactionFields(post, message.kind === 'post' ? '' : message.id, kind, author);
  return Object.entries(whole).every(
    ([name, value]) => (fields as Readonly<Record<string, unknown>>)[name] === value,
  );
}

/** @param row the columns of `reactionBranch`. */
export function reactionIn({ container }: Home, row: AnswerRow): StoredRecord {
  const key = keyIn(row);
  const author = row.account ?? '';
  const post = idText(key.post);
  const fields = reactionFields(post, key.comment, kindOf(Number(row.c0)), author);
  const created = instantOf(key.given);
  const changed = Number(row.changed);
  return {
    id: reactionId(key),
    container,
    author,
    key: fields.target,
    created,
    modified: created + changed * 1000,
    version: String(changed),
    fields,
  };
}

export const keyIn = (row: AnswerRow): ReactionKey => ({
  post: Number(row.id),
  comment: row.record_key ?? '',
  author: Number(row.c2),
  given: Number(row.c1),
});
