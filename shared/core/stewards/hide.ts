/** What stewards do about messages: hiding and showing them, closing and opening conversations. */
import { announcedBy, articleName } from '../blog/conversation.ts';
import { acceptOptionalText, acceptText, countWords } from '../kernel/accept-text.ts';
import { groupContainer, ownerOf } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import { Forbidden, Invalid, NotFound } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { limits } from '../settings/settings.ts';
import { findMessage, postOf } from '../wall/find-message.ts';
import { targetName } from '../wall/message.ts';
import type { CommentRecord, MessageRef, PostRecord } from '../wall/message.ts';
import { writeAct } from './appoint.ts';
import type { NewAct } from './acts.ts';
import { confirmStewards } from './confirm.ts';
import { placeOfAct, stewardsOf } from './stewards.ts';
import type { Stewards } from './stewards.ts';

/** What is decided about a message, and why. */
export interface NewDecision extends MessageRef {
  readonly reason: string;
  /** Made once for each. */
  readonly key: string;
}

/** @throws Invalid `too-few-words`, `too-long`, `empty` */
export function acceptReason(typed: string): string {
  const reason = acceptText('reason', typed, limits.actReason);
  const words = countWords(reason);
  if (words < limits.actReasonWords) {
    throw new Invalid(
      { field: 'reason', reason: 'too-few-words', actual: words, limit: limits.actReasonWords },
      `The reason has ${words} words. Say in at least ${limits.actReasonWords} why.`,
    );
  }
  return reason;
}

/** The key of the hint that a desk holds acts about messages: one a person and group. */
const seeKey = 'see';

/**
 * Readers look at a desk where something lies in the group's own container: what is written at the desk leaves
 * a hint there, and before it.
 */
export async function hintAt(host: Host, place: ContainerId): Promise<void> {
  const group = ownerOf(place);
  if (group !== undefined) await writeAct(host, group, seeKey, { family: 'see' });
}

/** Writes an act about a message. */
async function writeAbout(
  host: Host,
  place: ContainerId,
  message: MessageRef,
  { key, ...act }: NewAct & { readonly key: string; readonly post: string },
): Promise<void> {
  await hintAt(host, place);
  await writeAct(host, place, key, { ...act, target: targetName(message) });
}

interface Found {
  readonly record: PostRecord | CommentRecord;
  readonly post: string;
  readonly isOwn: boolean;
  readonly stewards: Stewards;
}

/** @throws NotFound for a message that is not there, or was deleted; Forbidden to who may not read it */
async function find(host: Host, message: MessageRef): Promise<Found> {
  const [record, stewards, me] = await Promise.all([
    findMessage(host.store, message),
    stewardsOf(host, message.group),
    host.identity.me(),
  ]);
  if (record.fields.deleted) throw new NotFound(`${message.kind} ${message.id}`);
  return { record, post: postOf(message, record), isOwn: record.author === me, stewards };
}

/**
 * Nobody hides or shows what they wrote themselves. Of a post that announces an article the article is decided
 * about as well, and first: its author may take the post away.
 */
async function decide(
  host: Host,
  family: 'hide' | 'show',
  { reason, key, ...message }: NewDecision,
): Promise<void> {
  const { record, post, isOwn, stewards } = await find(host, message);
  const place = placeOfAct(message.group, stewards);
  if (isOwn) throw new Forbidden('hide or show what you wrote yourself');
  const articles =
    message.kind === 'post' ? await announcedBy(host.store, record.container, record) : [];
  for (const id of articles) {
    const target = articleName(id);
    await hintAt(host, place);
    await writeAct(host, place, `${key} ${target}`, { family, post: target, target, reason });
  }
  await writeAbout(host, place, message, { family, key, post, reason });
  await confirmStewards(host, place, stewards);
}

/** @throws Forbidden, NotFound, Invalid */
export const hideMessage = (host: Host, input: NewDecision): Promise<void> =>
  decide(host, 'hide', { ...input, reason: acceptReason(input.reason) });

/** @throws Forbidden, NotFound, Invalid */
export const showMessage = (host: Host, input: NewDecision): Promise<void> =>
  decide(host, 'show', {
    ...input,
    reason: acceptOptionalText('reason', input.reason, limits.actReason),
  });

export interface NewClosing {
  readonly group: string;
  readonly post: string;
  readonly reason: string;
  readonly key: string;
}

/** A post's author closes and opens its conversation as stewards do. */
async function turn(
  host: Host,
  family: 'close' | 'reopen',
  { group, post, reason, key }: NewClosing,
): Promise<void> {
  const message = { group, kind: 'post', id: post } as const;
  const { isOwn, stewards } = await find(host, message);
  const mayAct = stewards.areMe || stewards.mayWriteDesk;
  const place = isOwn && !mayAct ? groupContainer(group) : placeOfAct(group, stewards);
  await writeAbout(host, place, message, { family, key, post, reason });
}

/** @throws Forbidden, NotFound, Invalid */
export const closeConversation = (host: Host, input: NewClosing): Promise<void> =>
  turn(host, 'close', { ...input, reason: acceptReason(input.reason) });

/** @throws Forbidden, NotFound, Invalid */
export const reopenConversation = (host: Host, input: NewClosing): Promise<void> =>
  turn(host, 'reopen', {
    ...input,
    reason: acceptOptionalText('reason', input.reason, limits.actReason),
  });
