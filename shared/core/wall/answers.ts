/** What became of the questions on a page: which answer solved each, and whom it helped too. */
import { groupContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { byIds, maxLimit, rows } from '../kernel/query.ts';
import { isComment } from './about-posts.ts';
import { answerTarget, isMark, marks, questionTarget } from './marks.ts';
import type { MarkRecord } from './marks.ts';
import { comments } from './message.ts';
import type { CommentRecord, PostRecord } from './message.ts';

/** What the marks of a page say. */
export interface Solved {
  /** The comment that solved a question, by the question's id. */
  readonly accepted: ReadonlyMap<string, CommentRecord>;
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

/** Which comment each question's author accepted; others accept nothing, and an empty value takes it back. */
export function acceptedIn(
  records: readonly MarkRecord[],
  questions: readonly PostRecord[],
): ReadonlyMap<string, MarkRecord> {
  const authors = new Map(questions.map(({ id, author }) => [id, author]));
  const admitted = records.filter(
    (record) =>
      isMark(record) &&
      record.fields.family === 'accept' &&
      record.fields.target === questionTarget(record.fields.post) &&
      authors.get(record.fields.post) === record.author &&
      record.fields.value !== '',
  );
  return new Map(admitted.map((record) => [record.fields.post, record]));
}

/** An answer that was deleted, is on another post or credits somebody else solved nothing. */
const isAnswer = (comment: CommentRecord, { fields }: MarkRecord): boolean =>
  isComment(comment) &&
  !comment.fields.deleted &&
  comment.fields.post === fields.post &&
  comment.author === fields.to;

/** @param found the newest acceptances of the group. */
export async function readAnswers(
  { store }: Host,
  group: string,
  questions: readonly PostRecord[],
  found: readonly MarkRecord[],
): Promise<Solved> {
  const accepts = acceptedIn(found, questions);
  const ids = [...accepts.values()].map(({ fields }) => fields.value);
  const [about, solved] = await store.read([
    marksAbout(
      group,
      questions.map(({ id }) => id),
    ),
    byIds(comments, groupContainer(group), ids),
  ]);
  const accepted = new Map<string, CommentRecord>();
  for (const [post, mark] of accepts) {
    const comment = solved.records.find(({ id }) => id === mark.fields.value);
    if (comment && isAnswer(comment, mark)) accepted.set(post, comment);
  }
  return { accepted, helped: helpedIn(about.records) };
}
