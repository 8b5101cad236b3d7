/** Reading more of one message: its whole conversation, its history, who reacted. */
import { readAdmitted } from '../kernel/admit.ts';
import { isWellFormed } from '../kernel/collection.ts';
import { peopleFinder } from '../people/person.ts';
import type { PersonSummary } from '../people/person.ts';
import { groupContainer } from '../kernel/container.ts';
import type { Host, Store } from '../kernel/ports.ts';
import type { Instant } from '../kernel/record.ts';
import { maxLimit, rows } from '../kernel/query.ts';
import type { RowsQuery } from '../kernel/query.ts';
import type { ReactionKind } from '../settings/settings.ts';
import { aboutPosts, isComment, isReaction, ownReactions } from './about-posts.ts';
import { findMessage } from './find-message.ts';
import { comments, revisionKey, revisions, targetName } from './message.ts';
import type { CommentRecord, MessageRef } from './message.ts';
import { reactions } from './reaction.ts';
import { commentView } from './view.ts';
import type { CommentView, ViewContext } from './view.ts';

/** One earlier wording of a message. */
export interface Revision {
  readonly text: string;
  /** When the next wording took its place. */
  readonly replaced: Instant;
}

/** Who reacted to a message. */
export interface Reactor {
  readonly person: PersonSummary;
  readonly kind: ReactionKind;
}

/** All comments of a post, oldest first; read in pages of 100, which are put together. */
export async function readThread(
  { store, identity, directory }: Host,
  { group, post }: { readonly group: string; readonly post: string },
): Promise<readonly CommentView[]> {
  const me = await identity.me();
  const [, , counted, ofReader] = aboutPosts(group, [post], me, 1);
  const [counts, own] = await store.read([counted, ofReader]);
  const mine = await ownReactions(store, ofReader, own);
  const records = await readAll(
    store,
    rows(comments, {
      container: groupContainer(group),
      index: 'byPost',
      eq: post,
      order: 'ascending',
      limit: maxLimit,
    }),
  );
  const admitted = records.filter(isComment);
  const person = await peopleFinder(
    directory,
    admitted.map(({ author }) => author),
  );
  const context: ViewContext = { me, person, counts, mine };
  return admitted.map((record) => commentView(record, context));
}

async function readAll(
  store: Store,
  page: RowsQuery<typeof comments.fields>,
): Promise<CommentRecord[]> {
  const all: CommentRecord[] = [];
  let cursor: string | undefined;
  do {
    const [found] = await store.read([cursor === undefined ? page : { ...page, cursor }]);
    all.push(...found.records);
    cursor = found.cursor;
  } while (cursor !== undefined);
  return all;
}

/** The earlier wordings of a message, oldest first. */
export async function readHistory(
  { store }: Host,
  { group, kind, id }: MessageRef,
): Promise<readonly Revision[]> {
  const ofMessage = rows(revisions, {
    container: groupContainer(group),
    index: 'byTarget',
    eq: targetName({ kind, id }),
    order: 'ascending',
    limit: maxLimit,
  });
  const { author, version } = await findMessage(store, { group, kind, id });
  // An edit keeps the wording before it replaces it: one that stopped between has replaced nothing.
  const unreplaced = revisionKey({ kind, id }, version);
  const records = await readAdmitted(
    store,
    ofMessage,
    (record) =>
      isWellFormed(revisions, record) && record.author === author && record.key !== unreplaced,
  );
  return records.map(({ fields, created }) => ({ text: fields.text, replaced: created }));
}

/** Who reacted, newest first, at most 100. */
export async function readReactors(
  { store, directory }: Host,
  { group, kind, id }: MessageRef,
): Promise<readonly Reactor[]> {
  const ofMessage = rows(reactions, {
    container: groupContainer(group),
    index: 'byTarget',
    eq: targetName({ kind, id }),
    order: 'descending',
    limit: maxLimit,
  });
  const admitted = (await readAdmitted(store, ofMessage, isReaction)).slice(0, maxLimit);
  const person = await peopleFinder(
    directory,
    admitted.map(({ author }) => author),
  );
  return admitted.map(({ author, fields }) => ({
    person: person(author),
    kind: fields.kind as ReactionKind,
  }));
}
