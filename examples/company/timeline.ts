import { isWorkingTime, MINUTE, nextWorkingMorning, timeOf } from './calendar.ts';
import type { Remark, Thread } from './conversations/write.ts';
import { lastMomentOf } from './people.ts';
import type { Random } from './random.ts';
import type { CompanyComment, CompanyPost, ReactionKind } from './types.ts';

export interface ToldThread {
  post: CompanyPost;
  comments: CompanyComment[];
  mood: ReactionKind | undefined;
}

interface Telling {
  thread: Thread;
  groupId: string;
  number: number;
  now: number;
  random: Random;
}

/** Gives a written thread its ids and its times, remark after remark in reading order. */
export function tellThread({ thread, groupId, number, now, random }: Telling): ToldThread {
  const key = `${groupId}-${String(number).padStart(2, '0')}`;
  const createdAt = timeOf(thread.at, now) + random.between(0, 59) * 1000;
  const post: CompanyPost = {
    id: `p-${key}`,
    groupId,
    authorId: thread.by,
    text: thread.text,
    createdAt,
    ...editOf(thread, createdAt, random),
    ...(thread.isQuestion ? { kind: 'question' } : {}),
    ...(thread.topic === undefined ? {} : { topic: thread.topic }),
    ...(thread.isPinned ? { isPinned: true } : {}),
  };

  const comments: CompanyComment[] = [];
  let answer: { id: string; helped: readonly string[] } | undefined;
  let time = createdAt;
  const tell = (remark: Remark, parentId?: string): void => {
    time = remarkTime(remark, time, random);
    const id = `c-${key}-${String(comments.length + 1).padStart(2, '0')}`;
    const parent = parentId === undefined ? {} : { parentId };
    const { by: authorId, text } = remark;
    comments.push({ id, postId: post.id, ...parent, authorId, text, createdAt: time });
    if (remark.solved) answer = { id, helped: remark.solved.helped };
    // One level of replies: an answer to a reply hangs under the same remark.
    for (const reply of remark.replies) tell(reply, parentId ?? id);
  };
  for (const remark of thread.remarks) tell(remark);

  squeezeBefore(now - 2 * MINUTE, createdAt, comments);
  for (const [index, { authorId }] of comments.entries()) {
    const last = lastMomentOf(authorId, now);
    if (last < now) squeezeBefore(last - MINUTE, createdAt, comments.slice(0, index + 1));
  }
  const outcome = outcomeOf(
    thread,
    answer,
    Math.max(createdAt, ...comments.map((each) => each.createdAt)),
  );
  return { post: { ...post, ...outcome }, comments, mood: thread.mood };
}

/** Minutes after the last word: the asker says what helped, or a steward decides. */
const soon = 2;

function outcomeOf(
  { ruling }: Thread,
  answer: { id: string; helped: readonly string[] } | undefined,
  last: number,
): Pick<CompanyPost, 'solved' | 'ruling'> {
  const at = last + soon * MINUTE;
  return {
    ...(answer ? { solved: { commentId: answer.id, at, helped: answer.helped } } : {}),
    ...(ruling ? { ruling: { ...ruling, at } } : {}),
  };
}

function editOf(thread: Thread, createdAt: number, random: Random): Partial<CompanyPost> {
  if (thread.firstText === undefined) return {};
  const editedAt = createdAt + random.between(4, 25) * MINUTE;
  return { firstText: thread.firstText, editedAt };
}

/** People answer within the hour or after a few, and rarely in the evening. */
function remarkTime(remark: Remark, previous: number, random: Random): number {
  const morning = nextWorkingMorning(previous, random.between(20, 170));
  if (remark.nextDay) return morning + random.between(0, 59) * 1000;
  const pause = random.chance(0.2) ? random.between(70, 240) : random.between(3, 45);
  const time = previous + pause * MINUTE + random.between(0, 59) * 1000;
  const eager = pause < 60 && random.chance(0.25);
  return isWorkingTime(time) || eager ? time : Math.max(time, morning);
}

/** Nobody writes after now or after they left: the remarks then share the time there is. */
function squeezeBefore(limit: number, start: number, comments: CompanyComment[]): void {
  const last = comments.at(-1);
  if (last === undefined || last.createdAt <= limit) return;
  const step = (limit - start) / comments.length;
  for (const [index, comment] of comments.entries()) {
    comment.createdAt = Math.floor(start + step * (index + 1));
  }
}
