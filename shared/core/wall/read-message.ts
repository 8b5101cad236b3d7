/** Reading more of one message: its whole conversation, its history, who reacted. */
import { admitPage, readAdmitted } from '../kernel/admit.ts';
import { isWellFormed } from '../kernel/collection.ts';
import { peopleFinder } from '../people/person.ts';
import type { PersonSummary } from '../people/person.ts';
import { groupContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import type { Instant } from '../kernel/record.ts';
import { maxLimit, rows } from '../kernel/query.ts';
import type { ReactionKind } from '../settings/settings.ts';
import { ownPreferences, preferencesIn } from '../preferences/preference.ts';
import { helpedIn, marksAbout } from './answers.ts';
import { aboutPosts, isComment, isReaction, ownReactions, peopleIn } from './about-posts.ts';
import { findMessage } from './find-message.ts';
import { comments, targetName } from './message.ts';
import type { MessageRef } from './message.ts';
import { reactions } from './reaction.ts';
import { revisionKey, revisions } from './revisions.ts';
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

/** Comments of a post, oldest first. */
export interface CommentPage {
  readonly comments: readonly CommentView[];
  /** Where earlier comments go on; absent where these are the first. */
  readonly cursor?: string;
  /** How many rows broke a rule and are not shown. */
  readonly dropped: number;
}

/** The newest comments of a post, or those before an earlier page; at most two requests. */
export async function readComments(
  { store, identity, directory }: Host,
  {
    group,
    post,
    cursor,
  }: { readonly group: string; readonly post: string; readonly cursor?: string | undefined },
): Promise<CommentPage> {
  const me = await identity.me();
  const newest = rows(comments, {
    container: groupContainer(group),
    index: 'byPost',
    eq: post,
    order: 'descending',
    limit: maxLimit,
    ...(cursor === undefined ? {} : { cursor }),
  });
  const [, , counted, ofReader] = aboutPosts(group, [post], me, 1);
  const chosen = ownPreferences(me);
  const [counts, own, first, preferred, marked] = await store.read([
    counted,
    ofReader,
    newest,
    chosen,
    marksAbout(group, [post]),
  ]);
  const helped = helpedIn(marked.records);
  const { blocked } = preferencesIn(preferred.records);
  const mine = await ownReactions(store, ofReader, own);
  const page = await admitPage(store, newest, first, isComment);
  const person = await peopleFinder(directory, peopleIn(page.records));
  const context: ViewContext = { me, person, counts, mine, blocked, helped };
  return {
    comments: page.records.map((record) => commentView(record, context)).reverse(),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    dropped: page.dropped,
  };
}

/** The earlier wordings of a message, oldest first. */
export async function readHistory(
  { store }: Host,
  { group, kind, id }: MessageRef,
): Promise<readonly Revision[]> {
  const { author, version } = await findMessage(store, { group, kind, id });
  const ofMessage = rows(revisions, {
    container: groupContainer(group),
    index: 'byTarget',
    eq: targetName({ kind, id }),
    author,
    order: 'ascending',
    limit: maxLimit,
  });
  const [{ records }] = await store.read([ofMessage]);
  // An edit keeps the wording before it replaces it: one that stopped between has replaced nothing.
  const unreplaced = revisionKey({ kind, id }, version);
  return records
    .filter((record) => isWellFormed(revisions, record) && record.key !== unreplaced)
    .map(({ fields, created }) => ({ text: fields.text, replaced: created }));
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
