/** What became of the questions on a page: which answer solved each, and whom it helped too. */
import { deskOf, groupContainer, isClosed } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import type { PersonId, Stamp } from '../kernel/record.ts';
import { byIds, isAll, maxIn, maxLimit, rows } from '../kernel/query.ts';
import type { Rows } from '../kernel/query.ts';
import { byAuthors } from '../stewards/by-authors.ts';
import { inOrder, mostStewards, termsOf } from '../stewards/log.ts';
import { readLog } from '../stewards/read-log.ts';
import { actsOfTerms } from '../stewards/stewards.ts';
import { isComment } from './about-posts.ts';
import { answerTarget, isMark, marks, questionTarget } from './marks.ts';
import type { MarkRecord } from './marks.ts';
import { comments } from './message.ts';
import type { CommentRecord, PostRecord } from './message.ts';

/** What the marks of a page say. */
export interface Solved {
  /** The comment that solved a question, by the question's id. */
  readonly accepted: ReadonlyMap<string, CommentRecord>;
  /** The steward who said so, by the question's id, where that is not its author. */
  readonly acceptedBy: ReadonlyMap<string, PersonId>;
  /** Whom a comment helped too, by the comment's id. */
  readonly helped: ReadonlyMap<string, ReadonlySet<PersonId>>;
}

/** The query for the marks about the comments of some posts. */
export const marksAbout = (group: string, posts: readonly string[]) =>
  rows(marks, {
    container: groupContainer(group),
    index: 'byPost',
    in: posts,
    limitOf: 'all',
    order: 'descending',
    limit: maxLimit,
  });

/** Who says of which comment that it helped them too. */
export function helpedIn(
  records: readonly MarkRecord[],
): ReadonlyMap<string, ReadonlySet<PersonId>> {
  const helped = new Map<string, Set<PersonId>>();
  const prefix = answerTarget('');
  for (const { author, fields } of records.filter(isMark)) {
    const { family, target, value } = fields;
    if (family !== 'helped' || value !== '1' || !target.startsWith(prefix)) continue;
    const comment = target.slice(prefix.length);
    helped.set(comment, (helped.get(comment) ?? new Set()).add(author));
  }
  return helped;
}

/** Whether a mark says which answer solved the question that it is on, or takes that back. */
export const isAcceptance = (record: MarkRecord): boolean =>
  isMark(record) &&
  record.fields.family === 'accept' &&
  record.fields.target === questionTarget(record.fields.post);

/** What was said last holds. */
const isLater = (one: MarkRecord, other: MarkRecord | undefined): boolean =>
  !other || inOrder(one, other) > 0;

/**
 * Which comment solved each question, as its author or a steward said last; others accept nothing, and an empty
 * value takes it back.
 */
export function acceptedIn(
  records: readonly MarkRecord[],
  questions: readonly PostRecord[],
  isStewardAct: (record: MarkRecord) => boolean,
): ReadonlyMap<string, MarkRecord> {
  const authors = new Map(questions.map(({ id, author }) => [id, author]));
  const last = new Map<string, MarkRecord>();
  for (const record of records.filter(isAcceptance)) {
    const { post } = record.fields;
    const author = authors.get(post);
    if (author === undefined) continue;
    if (record.author !== author && !isStewardAct(record)) continue;
    if (isLater(record, last.get(post))) last.set(post, record);
  }
  return new Map([...last].filter(([, { fields }]) => fields.value !== ''));
}

/** An answer that was deleted, is on another post or credits somebody else solved nothing. */
const isAnswer = (comment: CommentRecord, { fields }: MarkRecord): boolean =>
  isComment(comment) &&
  !comment.fields.deleted &&
  comment.fields.post === fields.post &&
  comment.author === fields.to;

/** The marks on some questions. What stewards of a closed group accepted lies at their desk. */
const marksOn = (container: ContainerId, questions: readonly string[]) =>
  rows(marks, {
    container,
    index: 'byTarget',
    in: questions.map(questionTarget),
    limitOf: 'all',
    order: 'descending',
    limit: maxLimit,
  });

/** Who of an open group counts as a steward, and who ever was one. */
interface Deciding {
  readonly ever: readonly PersonId[];
  isStewardAct(record: Stamp): boolean;
}

/**
 * Whether an acceptance is by a steward; of an open group they are read where somebody else's word needs it, or
 * may be among what was not read.
 */
async function stewardActs(
  host: Host,
  group: string,
  questions: readonly PostRecord[],
  found: Rows<MarkRecord['fields']>,
): Promise<Deciding> {
  const container = groupContainer(group);
  const authors = new Map(questions.map(({ id, author }) => [id, author]));
  const isByOther = (record: MarkRecord): boolean =>
    isAcceptance(record) && ![undefined, record.author].includes(authors.get(record.fields.post));
  if (isClosed(group)) {
    return { ever: [], isStewardAct: ({ container: place }) => place === deskOf(group) };
  }
  if (isAll(found) && !found.records.some(isByOther))
    return { ever: [], isStewardAct: () => false };
  const terms = termsOf(await readLog(host, group));
  return { ever: terms.ever, isStewardAct: actsOfTerms(container, terms) };
}

/**
 * @param found the newest acceptances of the group. Anybody may write such rows: where these are not all, those on
 * the questions are asked for, and where these are too many, by the names of those whose word counts.
 */
export async function readAnswers(
  host: Host,
  group: string,
  questions: readonly PostRecord[],
  found: Rows<MarkRecord['fields']>,
): Promise<Solved> {
  const { store } = host;
  const container = groupContainer(group);
  const posts = questions.map(({ id }) => id);
  const isOfPage = (record: MarkRecord): boolean =>
    isAcceptance(record) && posts.includes(record.fields.post);
  const ids = found.records.filter(isOfPage).map(({ fields }) => fields.value);
  const onQuestions = [
    ...(isClosed(group) ? [marksOn(deskOf(group), posts)] : []),
    ...(isAll(found) ? [] : [marksOn(container, posts)]),
  ];
  const [[about, named, ...answered], { ever, isStewardAct }] = await Promise.all([
    store.read([
      marksAbout(group, posts),
      byIds(comments, container, [...new Set(ids)].slice(0, maxIn)),
      ...onQuestions,
    ]),
    stewardActs(host, group, questions, found),
  ]);
  const writers = [...questions.map(({ author }) => author), ...ever.slice(-mostStewards)];
  const further = await Promise.all(
    onQuestions.map((query, at) =>
      byAuthors(
        store,
        query,
        answered[at] ?? { records: [] },
        query.container === container ? writers : [],
      ),
    ),
  );
  const accepts = acceptedIn([...found.records, ...further.flat()], questions, isStewardAct);
  const answers = await withMissing(host, container, named.records, accepts);
  const accepted = new Map<string, CommentRecord>();
  const acceptedBy = new Map<string, PersonId>();
  for (const [post, mark] of accepts) {
    const comment = answers.find(({ id }) => id === mark.fields.value);
    if (!comment || !isAnswer(comment, mark)) continue;
    accepted.set(post, comment);
    const isAskers = questions.some(({ id, author }) => id === post && author === mark.author);
    if (!isAskers) acceptedBy.set(post, mark.author);
  }
  return { accepted, acceptedBy, helped: helpedIn(about.records) };
}

/** The comments that were found, and those that other marks name. */
async function withMissing(
  { store }: Host,
  container: ContainerId,
  found: readonly CommentRecord[],
  accepts: ReadonlyMap<string, MarkRecord>,
): Promise<readonly CommentRecord[]> {
  const known = new Set(found.map(({ id }) => id));
  const named = [...accepts.values()].map(({ fields }) => fields.value);
  const missing = named.filter((id) => !known.has(id));
  if (missing.length === 0) return found;
  const [{ records }] = await store.read([byIds(comments, container, missing)]);
  return [...found, ...records];
}
