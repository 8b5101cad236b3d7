/** The newest questions of a group, and when somebody else than their asker first answered each. */
import { groupContainer } from '../kernel/container.ts';
import type { Store } from '../kernel/ports.ts';
import { rows } from '../kernel/query.ts';
import type { Instant } from '../kernel/record.ts';
import { isComment, isPost } from './about-posts.ts';
import { comments, posts } from './message.ts';
import type { CommentRecord, PostRecord } from './message.ts';

/** Questions that are looked at: what an `in` of every host holds. */
const mostQuestions = 50;
/**
 * Comments of each that are looked at, oldest first. An asker who wrote the first ones all alone is not
 * followed further: whether others answered later is not known then.
 */
const firstComments = 5;

export interface Asked {
  readonly question: PostRecord;
  /** When somebody else first answered; undefined while nobody has. */
  readonly answered: Instant | undefined;
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
const isQuestion = (record: PostRecord): boolean =>
  isPost(record) && record.fields.kind === 'question' && !record.fields.deleted;

const isAnswerTo = (question: PostRecord, comment: CommentRecord): boolean =>
  isComment(comment) &&
  !comment.fields.deleted &&
  comment.fields.post === question.id &&
  comment.author !== question.author;

/**
 * Questions of which it is known whether somebody answered.
 * @param found their first comments, at most `firstComments` each, in any order.
 */
function askedIn(
  questions: readonly PostRecord[],
  found: readonly CommentRecord[],
): readonly Asked[] {
  return questions.flatMap((question): readonly Asked[] => {
    const own = found.filter(({ fields }) => fields.post === question.id);
    const times = own.filter((comment) => isAnswerTo(question, comment)).map((one) => one.created);
    if (times.length > 0) return [{ question, answered: Math.min(...times) }];
    return own.length < firstComments ? [{ question, answered: undefined }] : [];
  });
}

/** @param found the answer to `newestQuestions`. One round trip where there are questions. */
export async function readAsked(
  store: Store,
  group: string,
  found: readonly PostRecord[],
): Promise<readonly Asked[]> {
  const questions = found.filter(isQuestion);
  if (questions.length === 0) return [];
  const [answer] = await store.read([
    rows(comments, {
      container: groupContainer(group),
      index: 'byPost',
      in: questions.map(({ id }) => id),
      order: 'ascending',
      limit: firstComments,
    }),
  ]);
  return askedIn(questions, answer.records);
}
