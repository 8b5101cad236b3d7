/** Saying which answer solved a question, and that an answer helped oneself too. */
import { removeIfThere } from '../kernel/admit.ts';
import { groupContainer } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import { Forbidden, Invalid, NotFound } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { byIds } from '../kernel/query.ts';
import { stewardsOf } from '../stewards/stewards.ts';
import { isComment, isPost } from './about-posts.ts';
import type { Acceptance, Help } from './commands.ts';
import {
  answerTarget,
  markFields,
  markKey,
  marks,
  placeOfStewards,
  questionTarget,
} from './marks.ts';
import type { MarkFamily } from './marks.ts';
import { comments, posts } from './message.ts';
import type { CommentRecord, PostRecord } from './message.ts';
import { ownMark } from './own-mark.ts';

interface Found {
  readonly question: PostRecord;
  readonly answer: CommentRecord | undefined;
}

/** @throws NotFound where the question or the answer is not there, or was deleted. */
async function find(
  { store }: Host,
  container: ContainerId,
  post: string,
  comment: string | undefined,
): Promise<Found> {
  const [onPosts, onComments] = await store.read([
    byIds(posts, container, [post]),
    byIds(comments, container, comment === undefined ? [] : [comment]),
  ]);
  const question = onPosts.records.find((record) => isPost(record) && !record.fields.deleted);
  if (question?.fields.kind !== 'question') throw new NotFound(`question ${post}`);
  const answer = onComments.records.find(
    (record) => isComment(record) && !record.fields.deleted && record.fields.post === post,
  );
  if (comment !== undefined && !answer) throw new NotFound(`comment ${comment}`);
  return { question, answer };
}

/** One row a person, family and message: changed in place. */
async function put(
  { store, identity }: Host,
  container: ContainerId,
  mark: Parameters<typeof markFields>[0],
): Promise<void> {
  const key = markKey(mark.family, mark.target);
  const fields = markFields(mark);
  const query = ownMark(container, await identity.me(), mark.family, mark.target);
  const [{ records }] = await store.read([query]);
  const { record } = records[0]
    ? { record: records[0] }
    : await store.insert(marks, container, key, fields);
  if (record.fields.mark !== fields.mark || record.fields.to !== fields.to)
    await store.update(marks, record, fields);
}

async function take(
  { store, identity }: Host,
  container: ContainerId,
  family: MarkFamily,
  target: string,
): Promise<void> {
  const query = ownMark(container, await identity.me(), family, target);
  const [{ records }] = await store.read([query]);
  if (records[0]) await removeIfThere(store, marks, records[0]);
}

/** A steward of a closed group decides at its desk; one of an open group as everybody does. @throws Forbidden */
async function placeOfSteward(host: Host, group: string): Promise<ContainerId> {
  const { areMe } = await stewardsOf(host, group);
  if (!areMe) throw new Forbidden('the question of a colleague');
  return placeOfStewards(group);
}

/** @throws NotFound; Forbidden for a question of somebody else, unless the reader is a steward */
export async function acceptAnswer(
  host: Host,
  { group, post, comment }: Acceptance,
): Promise<void> {
  const container = groupContainer(group);
  const { question, answer } = await find(host, container, post, comment);
  const isOwn = question.author === (await host.identity.me());
  const place = isOwn ? container : await placeOfSteward(host, group);
  const [value, to] = answer ? [answer.id, answer.author] : ['', ''];
  await put(host, place, { family: 'accept', target: questionTarget(post), post, value, to });
}

/** @throws NotFound, Invalid for an answer of one's own */
export async function sayHelped(host: Host, { group, post, comment, helped }: Help): Promise<void> {
  const container = groupContainer(group);
  const target = answerTarget(comment);
  if (!helped) return take(host, container, 'helped', target);
  const { answer } = await find(host, container, post, comment);
  const to = answer?.author ?? '';
  if (to === (await host.identity.me())) {
    const message = 'This is your own answer. Choose the answer of a colleague.';
    throw new Invalid({ field: 'comment', reason: 'yourself' }, message);
  }
  await put(host, container, { family: 'helped', target, post, value: '1', to });
}
