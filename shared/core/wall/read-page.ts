/**
 * Reading a wall: a page of posts with everything about them, in two host round trips. It is in one file, since
 * what a round trip asks has to be seen together.
 */
import * as v from 'valibot';
import { admitEach, admitPage } from '../kernel/admit.ts';
import type { Admitted, AdmittedEach } from '../kernel/admit.ts';
import { isWellFormed } from '../kernel/collection.ts';
import { NotFound } from '../kernel/errors.ts';
import { groups, memberships } from '../groups/collections.ts';
import type { GroupRecord, GroupView } from '../groups/group.ts';
import { withJoined } from '../groups/joined.ts';
import { knownGroup, nameless } from '../groups/known.ts';
import { findGroup, groupById } from '../groups/memberships.ts';
import { aboutGroups, openGroupViews } from '../groups/views.ts';
import { anywhere } from '../kernel/changes.ts';
import { cursor, id, numberOf } from '../kernel/input.ts';
import { query } from '../kernel/operation.ts';
import type { Source } from '../kernel/operation.ts';
import { ownPreferences, preferences, preferencesIn } from '../preferences/preference.ts';
import { lookUp, peopleFinder } from '../people/person.ts';
import {
  communityContainer,
  deskOf,
  groupContainer,
  isClosed,
  personContainer,
} from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { byKeys, isAny, rows } from '../kernel/query.ts';
import type { Answers, Counts, RowsQuery } from '../kernel/query.ts';
import { aboutPosts, isComment, isPost, ownReactions, peopleIn } from './about-posts.ts';
import { posts, readMarks } from './message.ts';
import type { comments } from './message.ts';
import type { PostRecord } from './message.ts';
import { newestActs } from '../stewards/acts.ts';
import { newestMarks, placeOfStewards } from './marks.ts';
import type { Solved } from './answers.ts';
import type * as ClosedWall from './closed-wall.ts';
import { commentView, postView } from './view.ts';
import type { PostView, ViewContext, WallPage } from './view.ts';

const loadClosed = () => import(/* webpackChunkName: 'closed-groups' */ './closed-wall.ts');
const loadDecisions = () =>
  import(/* webpackChunkName: 'wall-acts' */ '../stewards/read-decisions.ts');
const loadAnswers = () => import(/* webpackChunkName: 'wall-answers' */ './answers.ts');
const loadPins = () => import(/* webpackChunkName: 'wall-pins' */ './pins.ts');

/** So many posts a page has at most. */
export const pageSize = 20;
/** Newest comments that come with each post; most threads are no longer than this. */
const previewSize = 4;

/**
 * The rows about some posts, and about their group if it is open: the container of a closed one names its
 * members.
 */
async function readAbout(
  { store, directory }: Host,
  group: string,
  records: readonly PostRecord[],
  me: PersonId,
) {
  const ids = records.map(({ id: post }) => post);
  const queries = aboutPosts(group, ids, me, previewSize);
  // Authors are asked for together with what is about their posts: by then they are known, and most of
  // those who comment are among them. Members are asked for here, and not before, so that a flood of
  // forged ones is read past beside a flood of comments.
  const [[previews, commentCounts, counts, own, ...ofGroup]] = await Promise.all([
    store.read([...queries, ...aboutGroups(isClosed(group) ? [] : [group], me)]),
    lookUp(directory, peopleIn(records), 'names'),
  ]);
  return { me, queries, previews, commentCounts, counts, own, ofGroup };
}

type About = Awaited<ReturnType<typeof readAbout>>;

/** Turns rows into views; asks once more for those who commented. */
async function describe(
  { store, directory }: Host,
  records: readonly PostRecord[],
  about: About &
    Pick<ViewContext, 'blocked' | 'decisions'> & { readonly answers: Solved | undefined },
) {
  const { me, queries, previews, commentCounts, counts, own, blocked, answers, decisions } = about;
  const found = await admitEach(store, queries[0], previews, isComment);
  const mine = await ownReactions(store, queries[3], own);
  const person = await peopleFinder(directory, [
    ...peopleIn([...records, ...found.records, ...(answers?.accepted.values() ?? [])]),
    ...(answers?.acceptedBy.values() ?? []),
    ...(decisions?.people ?? []),
  ]);
  const context: ViewContext = {
    me,
    person,
    counts,
    mine,
    decisions,
    ...(blocked ? { blocked } : {}),
    ...(answers ? { helped: answers.helped } : {}),
  };
  const kept = records.filter((record) => decisions?.keeps(record) !== false);
  const views = kept.map((record) => {
    const accepted = answers?.accepted.get(record.id);
    const view = viewOf(record, found, commentCounts, context);
    if (!accepted || decisions?.isShown('comment', accepted) === false) return view;
    const by = answers?.acceptedBy.get(record.id);
    return {
      ...view,
      accepted: commentView(accepted, context),
      ...(by === undefined ? {} : { acceptedBy: person(by) }),
    };
  });
  return { views, dropped: found.dropped, archived: decisions?.archived(person) };
}

/** @throws NotFound where neither a record nor anybody who joined tells of the group. */
async function describeGroup(
  host: Host,
  group: string,
  record: GroupRecord | undefined,
  about: Answers<ReturnType<typeof aboutGroups>>,
  inside: ClosedWall.Inside | undefined,
): Promise<GroupView> {
  const known = record ? knownGroup(record) : nameless(group);
  if (inside) return inside.view(known);
  const [view] = await openGroupViews(host, [{ id: group, record }], about);
  if (!view) throw new NotFound(`group ${group}`);
  return view;
}

/** The content of a wall comes from its container, and from the groups and memberships of the community. */
export const sourcesOf = (group: string): readonly Source[] => [
  [anywhere, groupContainer(group)],
  [memberships, communityContainer],
  [groups, communityContainer],
  [preferences, anywhere],
  [anywhere, deskOf(groupContainer(group))],
];

export const readWall = query({
  input: v.strictObject({
    group: id,
    cursor: v.optional(cursor),
    /** How many posts are wanted; a page holds no more than 20. */
    limit: v.optional(numberOf(1, pageSize)),
  }),
  reads: ({ group }) => sourcesOf(group),
  run: (host, { group, cursor: after, limit = pageSize }) =>
    readPageOf(
      host,
      group,
      rows(posts, {
        container: groupContainer(group),
        index: 'recent',
        order: 'descending',
        limit,
        ...(after === undefined ? {} : { cursor: after }),
      }),
    ),
});

/** Posts of a page, before anything is known about them. */
export type PostPage = Admitted<typeof posts.fields>;

/**
 * A page of a wall.
 * @param newest which posts it shows.
 * @param more what is shown in the place of these, where they are not all.
 */
export async function readPageOf(
  host: Host,
  group: string,
  newest: RowsQuery<typeof posts.fields>,
  more?: (page: PostPage) => Promise<PostPage>,
): Promise<WallPage> {
  const { store, identity, containers } = host;
  const container = groupContainer(group);
  const me = await identity.me();
  const ofReader = byKeys(readMarks, personContainer(me), me, [group]);
  // Fetched before anything is asked, so that a host can answer it all in one round trip.
  const closed = isClosed(container) ? await loadClosed() : undefined;
  const firstRead = store.read([
    groupById(group),
    newest,
    ofReader,
    ownPreferences(me),
    newestMarks(container, 'accept'),
    newestMarks(placeOfStewards(group), 'pin'),
    newestActs(container),
  ]);
  // Asked at one moment, so that a host can answer it all in one round trip. Whether the reader may
  // see anything is looked at first: then a read that was refused for that is no news.
  firstRead.catch(() => undefined);
  const [rights, audience, inside] = await Promise.all([
    containers.rights([container]),
    containers.audience(container, 'known'),
    closed?.lookInside(host, container),
  ]);
  const right = rights.get(container) ?? 'none';
  if (right === 'none') await (await loadClosed()).refuse(host, group);
  const [found, first, read, own, accepts, pinned, decided] = await firstRead;
  const record = findGroup(found.records, group);
  const admitted = await admitPage(store, newest, first, isPost, undefined, isThere);
  const page = more ? await more(admitted) : admitted;
  const { blocked } = preferencesIn(own.records);
  const questions = page.records.filter(({ fields }) => fields.kind === 'question');
  // Fetched before anything is asked, so that a host can answer it all in one round trip.
  const [answering, pinning, deciding] = await Promise.all([
    questions[0] && loadAnswers(),
    isAny(pinned) && loadPins(),
    isAny(decided) && loadDecisions(),
  ]);
  const known = [...page.records, ...(pinning?.postsOf(pinned, page.records) ?? [])];
  const decisionsRead = deciding?.readDecisions(host, group, known, decided, true);
  const [about, answers, decisions, pins] = await Promise.all([
    readAbout(host, group, page.records, me),
    answering?.readAnswers(host, group, questions, accepts),
    decisionsRead,
    pinning?.readPins(host, group, {
      found: pinned,
      decided,
      decisionsRead,
      known,
      blocked,
    }),
  ]);
  const [view, { views, dropped, archived }] = await Promise.all([
    describeGroup(host, group, record, about.ofGroup, inside),
    describe(host, page.records, { ...about, blocked, answers, decisions }),
  ]);
  const mark = read.records.find((row) => isWellFormed(readMarks, row));
  return {
    me,
    group: archived ? { ...view, archived } : view,
    audience: withJoined(audience, view, me),
    canWrite: right === 'write' && !archived,
    posts: views.filter(isShown),
    ...decisions?.ofWall,
    pins,
    cursor: page.cursor,
    ...(mark ? { readUntil: mark.fields.until } : {}),
    dropped: dropped + page.dropped,
  };
}

const isThere = ({ fields }: PostRecord): boolean => !fields.deleted;

/** A deleted post stays as a trace only where colleagues answered it. */
const isShown = ({ deleted, commentCount }: PostView): boolean => !deleted || commentCount > 0;

/** Beyond this a number of comments is «about»: rows by hand may be among those that are not loaded. */
const mostExact = 100;

function viewOf(
  record: PostRecord,
  { records, totals, crowded }: AdmittedEach<typeof comments.fields>,
  counts: Counts,
  context: ViewContext,
): PostView {
  const { id: post } = record;
  const own = records
    .filter(
      (comment) => comment.fields.post === post && context.decisions?.keeps(comment) !== false,
    )
    .map((comment) => commentView(comment, context))
    .reverse();
  const total = totals.get(post);
  const commentCount = total ?? counts.get(post) ?? 0;
  const isRough = commentCount > mostExact || crowded.has(post) || counts.incomplete === true;
  const isCountRough = total === undefined && isRough;
  return postView(
    record,
    own,
    { commentCount, ...(isCountRough ? { isCountRough } : {}) },
    context,
  );
}
