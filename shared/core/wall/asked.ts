/** The newest questions of a group, and when somebody else than their asker first answered each. */
import { groupContainer } from '../kernel/container.ts';
import type { Store } from '../kernel/ports.ts';
import { rows } from '../kernel/query.ts';
import type { Instant } from '../kernel/record.ts';
import type { Decisions } from '../stewards/decisions.ts';
import { isComment, isPost } from './about-posts.ts';
import { comments, posts } from './message.ts';
import type { CommentRecord, PostRecord } from './message.ts';

/** Fetched before anything is asked, so that a host can answer it all in one round trip. */
export const loadDecisions = () =>
  import(/* webpackChunkName: 'wall-acts' */ '../stewards/read-decisions.ts');

/** Questions that are looked at for how most of them fare. */
const mostQuestions = 50;
/**
 * Comments of each that are looked at, oldest first. Where none of so many answers the question, whether a later
 * one does is not known then.
 */
const firstComments = 5;

export interface Asked {
  readonly question: PostRecord;
  /** Its first rows of comments, whatever they are. */
  readonly comments: readonly CommentRecord[];
  /** When somebody else first answered; undefined while nobody has. */
  readonly answered: Instant | undefined;
  /** Comments that answer nothing may hide one that does. */
  readonly isUnclear?: true;
}

/** The query for the newest questions of a group. */
export const newestQuestions = (group: string, limit = mostQuestions) =>
  rows(posts, {
    container: groupContainer(group),
    index: 'byKind',
    eq: 'question',
    order: 'descending',
    limit,
  });

/** Questions that are there. Rows that say something else than their index, and deleted ones, are left out. */
export const isQuestion = (record: PostRecord): boolean =>
  isPost(record) && record.fields.kind === 'question' && !record.fields.deleted;

/** Whether readers see a comment, and it is one: no row by hand, not deleted, hidden or too late. */
export const isSeen = (comment: CommentRecord, decisions: Decisions | undefined): boolean =>
  isComment(comment) &&
  !comment.fields.deleted &&
  !decisions?.isHidden('comment', comment) &&
  !decisions?.lateFor(comment);

/** Whether a comment answers a question: it is somebody else's, and readers see it. */
export const isAnswerTo = (
  question: PostRecord,
  comment: CommentRecord,
  decisions: Decisions | undefined,
): boolean =>
  comment.fields.post === question.id &&
  comment.author !== question.author &&
  isSeen(comment, decisions);

/** @param decisions what stewards decided about the questions, which is asked beside the comments. */
export async function readAsked(
  store: Store,
  group: string,
  questions: readonly PostRecord[],
  decisions: Promise<Decisions> | undefined,
): Promise<readonly Asked[]> {
  if (questions.length === 0) return [];
  const first = rows(comments, {
    container: groupContainer(group),
    index: 'byPost',
    in: questions.map(({ id }) => id),
    order: 'ascending',
    limit: firstComments,
  });
  const [[{ records }], known] = await Promise.all([store.read([first]), decisions]);
  return questions.map((question): Asked => {
    const own = records.filter(({ fields }) => fields.post === question.id);
    const times = own
      .filter((comment) => isAnswerTo(question, comment, known))
      .map(({ created }) => created);
    if (times.length > 0) return { question, comments: own, answered: Math.min(...times) };
    const none = { question, comments: own, answered: undefined };
    return own.length < firstComments ? none : { ...none, isUnclear: true };
  });
}
