import type { Moment } from '../calendar.ts';
import type { ReactionKind } from '../types.ts';

export interface Remark {
  by: string;
  text: string;
  replies: Remark[];
  /** Said no earlier than the next working day. */
  nextDay: boolean;
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
