/** Reporting a message, and asking to look again at one's own that is hidden. */
import { acceptOptionalText } from '../kernel/accept-text.ts';
import { groupContainer, isClosed, lettersOf } from '../kernel/container.ts';
import { Forbidden, NotFound } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { accessOf } from '../groups/group.ts';
import { byIds, byKeys } from '../kernel/query.ts';
import { limits } from '../settings/settings.ts';
import { findMessage, postOf } from '../wall/find-message.ts';
import { posts, targetName } from '../wall/message.ts';
import type { MessageRef } from '../wall/message.ts';
import { newestActs } from './acts.ts';
import { appealing, letterKey, reports } from './letters.ts';
import type { ReportReason } from './letters.ts';
import { readDecisions } from './read-decisions.ts';
import { stewardsOf } from './stewards.ts';

/**
 * Who reads what somebody reports: owners of a site, administrators of a space, stewards. Of a secret group
 * owners learn nothing unless they are in it.
 */
export type LetterReaders = 'owners' | 'owners-in-it' | 'administrators' | 'stewards';

/** @returns undefined where nobody else than stewards would read a report about one of them. */
export async function readersOfReport(
  host: Host,
  { group, person }: { readonly group: string; readonly person: string },
): Promise<LetterReaders | undefined> {
  const { closedLetters, parts } = host.supports;
  if (!isClosed(group)) return parts ? 'administrators' : 'owners';
  if (closedLetters === 'owners') return accessOf(group) === 'secret' ? 'owners-in-it' : 'owners';
  const { people } = await stewardsOf(host, group);
  return people.includes(person) ? undefined : 'stewards';
}

export interface NewReport extends MessageRef {
  readonly why: ReportReason;
  readonly note: string;
}

/** One a person and message: another one takes the place of the first. */
async function send(host: Host, message: MessageRef, why: string, note: string): Promise<void> {
  const { store, identity } = host;
  const place = lettersOf(groupContainer(message.group));
  const target = targetName(message);
  const key = letterKey(why, target);
  const found = await findMessage(store, message);
  const letter = { post: postOf(message, found), target, why, note };
  const { record, inserted } = await store.insert(reports, place, key, letter);
  const isOther = record.fields.why !== why || record.fields.note !== note;
  if (!inserted && isOther && record.author === (await identity.me())) {
    await store.update(reports, record, letter);
  }
}

/** @throws NotFound; Forbidden for one's own, and where only stewards would read of a steward; Invalid `too-long` */
export async function reportMessage(
  host: Host,
  { why, note: typed, ...message }: NewReport,
): Promise<void> {
  const note = acceptOptionalText('note', typed, limits.letterNote);
  const { author, fields } = await findMessage(host.store, message);
  if (fields.deleted) throw new NotFound(`${message.kind} ${message.id}`);
  if (author === (await host.identity.me())) throw new Forbidden('report what you wrote yourself');
  const readers = await readersOfReport(host, { group: message.group, person: author });
  if (!readers) throw new Forbidden('report a steward to stewards');
  await send(host, message, why, note);
}

export interface NewAppeal extends MessageRef {
  readonly note: string;
}

/** @throws NotFound where it is not hidden; Forbidden for what others wrote; Invalid `too-long` */
export async function appealMessage(
  host: Host,
  { note: typed, ...message }: NewAppeal,
): Promise<void> {
  const note = acceptOptionalText('note', typed, limits.letterNote);
  const { store, identity } = host;
  const record = await findMessage(store, message);
  if (record.author !== (await identity.me())) throw new Forbidden('appeal for a colleague');
  const container = groupContainer(message.group);
  const [decided, onPosts] = await store.read([
    newestActs(container),
    byIds(posts, container, [postOf(message, record)]),
  ]);
  const decisions = await readDecisions(host, message.group, onPosts.records, decided);
  if (!decisions.isHidden(message.kind, record)) throw new NotFound(`hidden ${message.kind}`);
  // The first one holds: an appeal is made once.
  if (await hasAppealed(host, message)) return;
  await send(host, message, appealing, note);
}

/** Whether the reader has asked to look again at a message. */
export async function hasAppealed(
  { store, identity }: Host,
  message: MessageRef,
): Promise<boolean> {
  const me = await identity.me();
  const place = lettersOf(groupContainer(message.group));
  const key = letterKey(appealing, targetName(message));
  const [{ records }] = await store.read([byKeys(reports, place, me, [key])]);
  return records.length > 0;
}
