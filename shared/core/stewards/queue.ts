/** What waits for those who read letters about a group: reports, and appeals. */
import { acceptOptionalText } from '../kernel/accept-text.ts';
import { groupContainer, isClosed, lettersOf, officeContainer } from '../kernel/container.ts';
import { Forbidden, NotFound } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { byIds, maxIn } from '../kernel/query.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { peopleFinder } from '../people/person.ts';
import type { PersonSummary } from '../people/person.ts';
import { limits } from '../settings/settings.ts';
import { findMessage, postOf } from '../wall/find-message.ts';
import { comments, posts, targetName } from '../wall/message.ts';
import type { CommentRecord, MessageRef, PostRecord } from '../wall/message.ts';
import { newestActs } from './acts.ts';
import { writeAct } from './appoint.ts';
import { showMessage } from './hide.ts';
import { appealing, reports, standing, standingKey } from './letters.ts';
import type { LetterRecord, ReportReason } from './letters.ts';
import { chosenOf, newestLetters, standsBy } from './newest-letters.ts';
import { readDecisions } from './read-decisions.ts';
import { placeOfAct, stewardsOf } from './stewards.ts';

/** One letter, with what it is about. */
export interface LetterView {
  readonly by: PersonSummary;
  readonly kind: 'report' | 'appeal';
  readonly why?: ReportReason;
  readonly note: string;
  readonly created: Instant;
  readonly message: MessageRef;
  /** Who wrote the message; absent where the reader may not read it, or it is gone. */
  readonly author?: PersonSummary;
  /** What it says; empty where its author deleted it. */
  readonly text?: string;
  readonly hidden: boolean;
  /** Whether another steward than the reader should answer, since the reader hid it. */
  readonly forAnother?: true;
}

interface LettersReader {
  readonly reads: boolean;
  /**
   * Whose word that nothing is wrong with a message counts for the reader: their own, and in a closed group that
   * of its stewards. Of an open group no host proves who its owners are.
   */
  readonly hears: (person: PersonId) => boolean;
}

async function lettersReader(host: Host, group: string): Promise<LettersReader> {
  const { containers, supports, identity } = host;
  const me = await identity.me();
  const isMe = (person: PersonId): boolean => person === me;
  if (isClosed(group) && supports.closedLetters === 'owners') {
    const right = (await containers.rights([officeContainer])).get(officeContainer);
    return { reads: right === 'write', hears: isMe };
  }
  const { mayWriteDesk: reads, people } = await stewardsOf(host, group);
  if (!isClosed(group)) return { reads, hears: isMe };
  return { reads, hears: (person) => isMe(person) || people.includes(person) };
}

/** Whether the reader reads the letters about a group that others wrote. */
export const readsLetters = async (host: Host, group: string): Promise<boolean> =>
  (await lettersReader(host, group)).reads;

const messageOf = (group: string, { fields }: LetterRecord): MessageRef => {
  const [kind = '', ...id] = fields.target.split(':');
  return { group, kind: kind === 'comment' ? 'comment' : 'post', id: id.join(':') };
};

type Message = PostRecord | CommentRecord;

/** The messages that letters are about; owners of the host may read a letter and not the group. */
async function messagesOf(
  { store, containers }: Host,
  group: string,
  refs: readonly MessageRef[],
): Promise<ReadonlyMap<string, Message>> {
  const container = groupContainer(group);
  const right = (await containers.rights([container])).get(container);
  if (right === undefined || right === 'none') return new Map();
  const idsOf = (wanted: MessageRef['kind']) =>
    [...new Set(refs.filter(({ kind }) => kind === wanted).map(({ id }) => id))].slice(0, maxIn);
  const [onPosts, onComments] = await store.read([
    byIds(posts, container, idsOf('post')),
    byIds(comments, container, idsOf('comment')),
  ]);
  return new Map<string, Message>([
    ...onPosts.records.map((record) => [`post:${record.id}`, record] as const),
    ...onComments.records.map((record) => [`comment:${record.id}`, record] as const),
  ]);
}

/** What was decided about the messages; nothing where they may not be read. */
async function decisionsFor(host: Host, group: string, messages: ReadonlyMap<string, Message>) {
  if (messages.size === 0) return undefined;
  const container = groupContainer(group);
  const ids = [...messages.values()].map((record) =>
    'post' in record.fields ? record.fields.post : record.id,
  );
  const [decided, onPosts] = await host.store.read([
    newestActs(container),
    byIds(posts, container, [...new Set(ids)].slice(0, maxIn)),
  ]);
  return readDecisions(host, group, onPosts.records, decided);
}

/** The letters about a group, newest first, at most 60. @throws Forbidden to who reads none but their own */
export async function readLetters(host: Host, group: string): Promise<readonly LetterView[]> {
  const { reads, hears } = await lettersReader(host, group);
  if (!reads) throw new Forbidden(`the letters about group ${group}`);
  const { letters, standings } = await newestLetters(host.store, group);
  const stands = standsBy(standings.filter(({ author }) => hears(author)));
  const found = chosenOf(letters, stands, maxIn);
  const messages = await messagesOf(
    host,
    group,
    found.map((letter) => messageOf(group, letter)),
  );
  const decisions = await decisionsFor(host, group, messages);
  const [person, me] = await Promise.all([
    peopleFinder(host.directory, [
      ...found.map(({ author }) => author),
      ...[...messages.values()].map(({ author }) => author),
      ...(decisions?.people ?? []),
    ]),
    host.identity.me(),
  ]);
  return found.flatMap((letter): LetterView[] => {
    const message = messageOf(group, letter);
    const record = messages.get(letter.fields.target);
    const { hidden } = (record && decisions?.decide(message.kind, record, person)) ?? {};
    const isAppeal = letter.fields.why === appealing;
    const isOver = isAppeal
      ? !hidden || hidden.settled !== undefined
      : hidden !== undefined || stands(letter, record?.author);
    // Nobody appeals for somebody else, or reports what they wrote themselves.
    const isOwn = record?.author === letter.author;
    if (isOver || (record && isOwn !== isAppeal) || (isAppeal && !record)) return [];
    // Who became a steward since is not told who reported them.
    if (!isAppeal && record?.author === me) return [];
    return [
      {
        by: person(letter.author),
        kind: isAppeal ? 'appeal' : 'report',
        ...(isAppeal ? {} : { why: letter.fields.why as ReportReason }),
        note: letter.fields.note,
        created: letter.created,
        message,
        ...(record ? { author: person(record.author), text: record.fields.text } : {}),
        hidden: hidden !== undefined,
        ...(hidden?.by.id === me ? { forAnother: true } : {}),
      },
    ];
  });
}

export interface Settlement extends MessageRef {
  /** Whether it is shown again. */
  readonly shown: boolean;
  readonly reason: string;
  readonly key: string;
}

/** Answers an appeal. @throws Forbidden, NotFound, Invalid */
export async function settleAppeal(
  host: Host,
  { shown, reason: typed, key, ...message }: Settlement,
): Promise<void> {
  if (shown) return showMessage(host, { ...message, reason: typed, key });
  const reason = acceptOptionalText('reason', typed, limits.actReason);
  const { group, kind, id } = message;
  const place = placeOfAct(group, await stewardsOf(host, group));
  const found = await messagesOf(host, group, [message]);
  const record = found.get(`${kind}:${id}`);
  const decisions = await decisionsFor(host, group, found);
  if (!record || !decisions?.isHidden(kind, record)) throw new NotFound(`hidden ${kind}`);
  if (!decisions.maySettle(kind, record)) throw new Forbidden('settle what you hid yourself');
  const post = postOf(message, record);
  await writeAct(host, place, key, {
    family: 'settle',
    post,
    target: `${kind}:${id}`,
    person: record.author,
    reason,
  });
}

export interface Standing extends MessageRef {
  /** Made once for each. */
  readonly key: string;
}

/**
 * Says that nothing is wrong with a message: what was reported of it until now is answered. Its readers learn
 * nothing of it.
 * @throws Forbidden to who reads no letters, and for one's own; NotFound
 */
export async function letStand(host: Host, { key, ...message }: Standing): Promise<void> {
  const { group } = message;
  if (!(await readsLetters(host, group))) throw new Forbidden(`the letters about group ${group}`);
  const record = await findMessage(host.store, message);
  if (record.author === (await host.identity.me()))
    throw new Forbidden('let stand what you wrote yourself');
  const target = targetName(message);
  const place = lettersOf(groupContainer(group));
  const word = { post: postOf(message, record), target, why: standing, note: '' };
  await host.store.insert(reports, place, standingKey(target, key), word);
}
