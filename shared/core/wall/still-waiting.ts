/** Which of some questions still wait for an answer. */
import { groupContainer } from '../kernel/container.ts';
import type { Host, Store } from '../kernel/ports.ts';
import { isAny, maxLimit, rows } from '../kernel/query.ts';
import type { Rows } from '../kernel/query.ts';
import type { ActRecord } from '../stewards/acts.ts';
import { isAcceptance } from './answers.ts';
import { isAnswerTo, isSeen, loadDecisions, readAsked } from './asked.ts';
import type { Asked } from './asked.ts';
import { marks, questionTarget } from './marks.ts';
import { comments } from './message.ts';
import type { CommentRecord, PostRecord } from './message.ts';

/** Questions of which more comments are looked at, where the first ones answer nothing. */
const mostUnclear = 10;

export interface StillWaiting {
  /** In the order of the questions. */
  readonly waiting: readonly PostRecord[];
  /** Whether there are some of which it is not known. */
  readonly isMore: boolean;
}

/** The comments that solved questions as their own askers say: an asker may find the answer alone. */
async function acceptedByAskers(
  store: Store,
  group: string,
  questions: readonly PostRecord[],
): Promise<ReadonlyMap<string, string>> {
  const [{ records }] = await store.read([
    rows(marks, {
      container: groupContainer(group),
      index: 'byTarget',
      in: questions.map(({ id }) => questionTarget(id)),
      limitOf: 'all',
      order: 'descending',
      limit: maxLimit,
    }),
  ]);
  const askers = new Map(questions.map(({ id, author }) => [id, author]));
  return new Map(
    records
      .filter((record) => isAcceptance(record) && askers.get(record.fields.post) === record.author)
      .map(({ fields }) => [fields.post, fields.value]),
  );
}

/** The newest comments of questions whose first ones answer nothing, by the question's id. */
async function laterComments(
  store: Store,
  group: string,
  unclear: readonly Asked[],
): Promise<ReadonlyMap<string, readonly CommentRecord[]>> {
  if (unclear.length === 0) return new Map();
  const answers = await store.read(
    unclear.map(({ question }) =>
      rows(comments, {
        container: groupContainer(group),
        index: 'byPost',
        eq: question.id,
        order: 'descending',
        limit: maxLimit,
      }),
    ),
  );
  return new Map(unclear.map(({ question }, at) => [question.id, answers[at]?.records ?? []]));
}

/**
 * One round trip; another one where all that is known of a question's comments is that the first ones answer
 * nothing.
 * @param decided the answer to `newestActs`.
 */
export async function stillWaiting(
  host: Host,
  group: string,
  questions: readonly PostRecord[],
  decided: Rows<ActRecord['fields']>,
): Promise<StillWaiting> {
  const { store } = host;
  const deciding = isAny(decided) ? await loadDecisions() : undefined;
  const decisionsRead = deciding?.readDecisions(host, group, questions, decided);
  const [asked, accepted, decisions] = await Promise.all([
    readAsked(store, group, questions, decisionsRead),
    acceptedByAskers(store, group, questions),
    decisionsRead,
  ]);
  if (decisions?.isArchived) return { waiting: [], isMore: false };
  const isOpen = ({ question, answered }: Asked): boolean =>
    answered === undefined &&
    !decisions?.isHidden('post', question) &&
    !decisions?.lateFor(question) &&
    !decisions?.isClosed(question);
  const settles = (question: PostRecord, comment: CommentRecord): boolean =>
    isAnswerTo(question, comment, decisions) ||
    (accepted.get(question.id) === comment.id && isSeen(comment, decisions));
  const open = asked.filter(
    (each) => isOpen(each) && !each.comments.some((comment) => settles(each.question, comment)),
  );
  const unclear = open.filter((each) => each.isUnclear);
  const later = await laterComments(store, group, unclear.slice(0, mostUnclear));
  const isKnown = ({ isUnclear, question }: Asked): boolean => !isUnclear || later.has(question.id);
  return {
    waiting: open
      .filter(isKnown)
      .map(({ question }) => question)
      .filter((question) => !later.get(question.id)?.some((one) => settles(question, one))),
    isMore: !open.every(isKnown),
  };
}
