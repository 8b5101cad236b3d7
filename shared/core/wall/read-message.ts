/** Reading more of one message: its whole conversation, its history, who reacted. */
import { admitPage, readAdmitted } from '../kernel/admit.ts';
import { isWellFormed } from '../kernel/collection.ts';
import { peopleFinder } from '../people/person.ts';
import type { PersonSummary } from '../people/person.ts';
import { groupContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import type { Instant } from '../kernel/record.ts';
import { byIds, isAny, maxLimit, rows } from '../kernel/query.ts';
import type { Rows } from '../kernel/query.ts';
import type { ReactionKind } from '../settings/settings.ts';
import { ownPreferences, preferencesIn } from '../preferences/preference.ts';
import { newestActs } from '../stewards/acts.ts';
import type { ActRecord } from '../stewards/acts.ts';
import type { Decisions } from '../stewards/decisions.ts';
import { helpedIn, marksAbout } from './answers.ts';
import { aboutPosts, isComment, isReaction, ownReactions, peopleIn } from './about-posts.ts';
import { findMessage } from './find-message.ts';
import { comments, posts, targetName } from './message.ts';
import type { CommentRecord, MessageRef, PostRecord } from './message.ts';
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

/** What was decided about some posts and their comments, if somebody acted in the group. */
async function decisionsOn(
  host: Host,
  group: string,
  records: readonly PostRecord[],
  decided: Rows<ActRecord['fields']>,
): Promise<Decisions | undefined> {
  if (!isAny(decided)) return undefined;
  const { readDecisions } = await import(
    /* webpackChunkName: 'wall-acts' */ '../stewards/read-decisions.ts'
  );
  return readDecisions(host, group, records, decided);
}

/** The newest comments of a post, or those before an earlier page; at most two requests. */
export async function readComments(
  host: Host,
  {
    group,
    post,
    cursor,
  }: { readonly group: string; readonly post: string; readonly cursor?: string | undefined },
): Promise<CommentPage> {
  const { store, identity, directory } = host;
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
  const container = groupContainer(group);
  const [counts, own, first, preferred, marked, decided, onPosts] = await store.read([
    counted,
    ofReader,
    newest,
    ownPreferences(me),
    marksAbout(group, [post]),
    newestActs(container),
    byIds(posts, container, [post]),
  ]);
  const decisions = await decisionsOn(host, group, onPosts.records, decided);
  const helped = helpedIn(marked.records);
  const { blocked } = preferencesIn(preferred.records);
  const mine = await ownReactions(store, ofReader, own);
  const page = await admitPage(store, newest, first, isComment);
  const person = await peopleFinder(directory, [
    ...peopleIn(page.records),
    ...(decisions?.people ?? []),
  ]);
  const context: ViewContext = { me, person, counts, mine, blocked, helped, decisions };
  const kept = page.records.filter((record) => decisions?.keeps(record) !== false);
  return {
    comments: kept.map((record) => commentView(record, context)).reverse(),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    dropped: page.dropped,
  };
}

/** Whether the reader may read a message's words; those of a hidden one are for its author and stewards. */
async function isShown(
  host: Host,
  group: string,
  kind: MessageRef['kind'],
  message: PostRecord | CommentRecord,
): Promise<boolean> {
  const container = groupContainer(group);
  const post = 'post' in message.fields ? message.fields.post : message.id;
  const [decided, onPosts] = await host.store.read([
    newestActs(container),
    byIds(posts, container, [post]),
  ]);
  const decisions = await decisionsOn(host, group, onPosts.records, decided);
  return decisions?.isShown(kind, message) !== false;
}

/** The earlier wordings of a message, oldest first. */
export async function readHistory(
  host: Host,
  { group, kind, id }: MessageRef,
): Promise<readonly Revision[]> {
  const { store } = host;
  const message = await findMessage(store, { group, kind, id });
  const { author, version } = message;
  // A deletion that broke off leaves wordings behind, until it is repeated.
  if (message.fields.deleted || !(await isShown(host, group, kind, message))) return [];
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
