import type { Moment } from '../calendar.ts';
import type { ReactionKind } from '../types.ts';

export interface Remark {
  by: string;
  text: string;
  replies: Remark[];
  /** Said no earlier than the next working day. */
  nextDay: boolean;
  /** It solved the question, as its asker says; and whom it helped, too. */
  solved?: { helped: readonly string[] };
}

/** What a steward decided about a post, some days after it. */
export interface Ruling {
  kind: 'hide' | 'close';
  by: string;
  reason: string;
  /** What the author wrote to have it looked at again. */
  appeal?: string;
}

export interface Thread {
  at: Moment;
  by: string;
  text: string;
  remarks: Remark[];
  /** What most readers felt; a thread with a mood draws more reactions. */
  mood?: ReactionKind;
  /** The text as first posted, for a post that its author corrected. */
  firstText?: string;
  /** It asks something, and says so. */
  isQuestion?: boolean;
  /** One of the topics of its group. */
  topic?: string;
  /** Stewards keep it above the wall. */
  isPinned?: boolean;
  ruling?: Ruling;
}

export function post(at: Moment, by: string, text: string, ...remarks: Remark[]): Thread {
  return { at, by, text, remarks };
}

export function say(by: string, text: string, ...replies: Remark[]): Remark {
  return { by, text, replies, nextDay: false };
}

export function nextDay(remark: Remark): Remark {
  return { ...remark, nextDay: true };
}

export function felt(mood: ReactionKind, thread: Thread): Thread {
  return { ...thread, mood };
}

export function corrected(firstText: string, thread: Thread): Thread {
  return { ...thread, firstText };
}

/** A post that asks something. */
export function asks(thread: Thread): Thread {
  return { ...thread, isQuestion: true };
}

/** The answer that solved a question. @param helped who says that it helped them, too */
export function solved(remark: Remark, ...helped: string[]): Remark {
  return { ...remark, solved: { helped } };
}

export function ruled(ruling: Ruling, thread: Thread): Thread {
  return { ...thread, ruling };
}

export function about(topic: string, thread: Thread): Thread {
  return { ...thread, topic };
}

export function pinned(thread: Thread): Thread {
  return { ...thread, isPinned: true };
}
