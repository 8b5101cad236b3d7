/** Reading a wall: a page of posts with everything about them, in two host round trips. */
import { admitEach, admitPage, readAdmitted } from '../admit.ts';
import { isWellFormed } from '../collection.ts';
import { Forbidden, NotFound } from '../errors.ts';
import { groupsById, isGroup } from '../groups/memberships.ts';
import { aboutGroups, groupViews } from '../groups/views.ts';
import { peopleFinder } from '../people/person.ts';
import type { PersonSummary } from '../people/person.ts';
import { groupContainer, personContainer } from '../ports.ts';
import type { Host, Instant, PersonId } from '../ports.ts';
import { byKeys, count, maxLimit, rows } from '../query.ts';
import type { Counts, Rows, RowsQuery } from '../query.ts';
import type { ReactionKind } from '../settings/settings.ts';
import { comments, posts, readMarks, revisionKey, revisions, targetName } from './message.ts';
import type { CommentRecord, MessageRef, PostRecord } from './message.ts';
import { admitReaction, ownerOf, reactions } from './reaction.ts';
import type { ReactionRecord } from './reaction.ts';
import { commentView, postView } from './view.ts';
import type { CommentView, PostView, ViewContext, WallPage } from './view.ts';

const pageSize = 20;
/** Newest comments that come with each post; most threads are no longer than this. */
const previewSize = 4;

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

/** The queries for everything about some posts of a group. */
const aboutPosts = (group: string, ids: readonly string[], me: PersonId, commentLimit: number) => {
  const container = groupContainer(group);
  const owners = ids.map((id) => ownerOf(id, me));
  const of = { container, index: 'byPost', in: ids } as const;
  return [
    rows(comments, { ...of, order: 'descending', limit: commentLimit }),
    count(comments, { ...of, by: 'post', distinctAuthors: false }),
    count(reactions, { ...of, by: 'mark', distinctAuthors: true, keyed: true }),
    rows(reactions, {
      container,
      index: 'byOwner',
      in: owners,
      order: 'descending',
      limit: maxLimit,
    }),
  ] as const;
};

const isReaction = (record: ReactionRecord): boolean =>
  isWellFormed(reactions, record) && admitReaction(record);
const isComment = (record: CommentRecord): boolean => isWellFormed(comments, record);
const isPost = (record: PostRecord): boolean => isWellFormed(posts, record);

/** The reader's own reactions, by target; to their own rows nobody else can add. */
const ownKinds = (records: readonly ReactionRecord[]): ReadonlyMap<string, ReactionKind> =>
  new Map(records.map(({ fields }) => [fields.target, fields.kind as ReactionKind]));

export function wallReadOperations(host: Host) {
  const { store, identity, containers, directory } = host;

  /** Turns rows into views; asks once for what is about them and once for who wrote them. */
  async function describe(group: string, records: readonly PostRecord[], commentLimit: number) {
    const me = await identity.me();
    const queries = aboutPosts(
      group,
      records.map(({ id }) => id),
      me,
      commentLimit,
    );
    const [previews, commentCounts, counts, own] = await store.read(queries);
    const { records: admitted, dropped } = await admitEach(store, queries[0], previews, isComment);
    const mine = await ownReactions(queries[3], own);
    const person = await peopleFinder(
      directory,
      [...records, ...admitted].map(({ author }) => author),
    );
    const context: ViewContext = { me, person, counts, mine };
    const views = records.map((record) => viewOf(record, admitted, commentCounts, context));
    return { views, dropped };
  }

  /** The reader's own reactions to some posts and their comments; an admitted owner is the author. */
  async function ownReactions(
    query: RowsQuery<typeof reactions.fields>,
    answer: Rows<ReactionRecord['fields']>,
  ) {
    return ownKinds((await admitEach(store, query, answer, isReaction)).records);
  }

  /** @throws NotFound when the group is gone, Forbidden when it is only closed to the reader. */
  async function refuse(group: string): Promise<never> {
    const [{ records }] = await store.read([groupsById([group])]);
    throw records.some(isGroup) ? new Forbidden(`group ${group}`) : new NotFound(`group ${group}`);
  }

  async function readWall({
    group,
    cursor,
  }: {
    group: string;
    cursor?: string | undefined;
  }): Promise<WallPage> {
    const container = groupContainer(group);
    const me = await identity.me();
    const newest = rows(posts, {
      container,
      index: 'recent',
      order: 'descending',
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const [rights, audience] = await Promise.all([
      containers.rights([container]),
      containers.audience(container),
    ]);
    const right = rights.get(container) ?? 'none';
    if (right === 'none') await refuse(group);
    const marks = byKeys(readMarks, personContainer(me), me, [group]);
    const [found, members, counts, own, first, read] = await store.read([
      groupsById([group]),
      ...aboutGroups([group], me),
      newest,
      marks,
    ]);
    const [view] = await groupViews(host, found.records.filter(isGroup), [members, counts, own]);
    if (!view) throw new NotFound(`group ${group}`);
    const page = await admitPage(store, newest, first, isPost);
    const { views, dropped } = await describe(group, page.records, previewSize);
    const mark = read.records.find((record) => isWellFormed(readMarks, record));
    return {
      group: view,
      audience,
      canWrite: right === 'write',
      posts: views.filter(isShown),
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
      ...(mark ? { readUntil: mark.fields.until } : {}),
      dropped: dropped + page.dropped,
    };
  }

  /** All comments of a post, oldest first; at most 100 a page, and the pages are put together. */
  async function readThread({
    group,
    post,
  }: {
    group: string;
    post: string;
  }): Promise<readonly CommentView[]> {
    const me = await identity.me();
    const [, , counted, ofReader] = aboutPosts(group, [post], me, 1);
    const [counts, own] = await store.read([counted, ofReader]);
    const mine = await ownReactions(ofReader, own);
    const records = await readAll(
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

  async function readAll(query: RowsQuery<typeof comments.fields>): Promise<CommentRecord[]> {
    const all: CommentRecord[] = [];
    let cursor: string | undefined;
    do {
      const [page] = await store.read([cursor === undefined ? query : { ...query, cursor }]);
      all.push(...page.records);
      cursor = page.cursor;
    } while (cursor !== undefined);
    return all;
  }

  /** The earlier wordings of a message, oldest first. */
  async function readHistory({ group, kind, id }: MessageRef): Promise<readonly Revision[]> {
    const container = groupContainer(group);
    const query = rows(revisions, {
      container,
      index: 'byTarget',
      eq: targetName({ kind, id }),
      order: 'ascending',
      limit: maxLimit,
    });
    const { author, version } = await messageOf({ group, kind, id });
    // An edit keeps the wording before it replaces it: one that stopped between has replaced nothing.
    const unreplaced = revisionKey({ kind, id }, version);
    const records = await readAdmitted(
      store,
      query,
      (record) =>
        isWellFormed(revisions, record) && record.author === author && record.key !== unreplaced,
    );
    return records.map(({ fields, created }) => ({ text: fields.text, replaced: created }));
  }

  /** @throws NotFound when the message is not there. */
  async function messageOf({ group, kind, id }: MessageRef): Promise<PostRecord> {
    const container = groupContainer(group);
    const collection = kind === 'post' ? posts : comments;
    const [{ records }] = await store.read([
      rows(collection as typeof posts, {
        container,
        index: 'id',
        in: [id],
        order: 'ascending',
        limit: 1,
      }),
    ]);
    if (!records[0]) throw new NotFound(`${kind} ${id}`);
    return records[0];
  }

  /** Who reacted, newest first, at most 100. */
  async function readReactors({ group, kind, id }: MessageRef): Promise<readonly Reactor[]> {
    const query = rows(reactions, {
      container: groupContainer(group),
      index: 'byTarget',
      eq: targetName({ kind, id }),
      order: 'descending',
      limit: maxLimit,
    });
    const admitted = (await readAdmitted(store, query, isReaction)).slice(0, maxLimit);
    const person = await peopleFinder(
      directory,
      admitted.map(({ author }) => author),
    );
    return admitted.map(({ author, fields }) => ({
      person: person(author),
      kind: fields.kind as ReactionKind,
    }));
  }

  return { readWall, readThread, readHistory, readReactors };
}

/** A deleted post stays as a trace only where colleagues answered it. */
const isShown = ({ deleted, commentCount }: PostView): boolean => !deleted || commentCount > 0;

function viewOf(
  record: PostRecord,
  previews: readonly CommentRecord[],
  commentCounts: Counts,
  context: ViewContext,
): PostView {
  const own = previews
    .filter(({ fields }) => fields.post === record.id)
    .map((comment) => commentView(comment, context))
    .reverse();
  // Fewer than a preview holds are all there are; the count includes rows that are not shown.
  const isWhole = own.length < previewSize;
  return postView(record, own, isWhole ? own.length : (commentCounts.get(record.id) ?? 0), context);
}
