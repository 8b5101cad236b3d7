/** What the reader was thanked for lately: kudos, and thanks for what they wrote in their groups. */
import { messageNamed } from '../catch-up/admit.ts';
import { findMessages } from '../catch-up/messages.ts';
import type { FoundMessages, Wanted } from '../catch-up/messages.ts';
import { reachOf } from '../catch-up/reach.ts';
import type { GroupSummary } from '../groups/group.ts';
import { groupContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import type { KudosRecord } from '../kudos/kudos.ts';
import { foldThankYous } from '../kudos/thank-you.ts';
import type { AboutThankYous, ThankYou } from '../kudos/thank-you.ts';
import { beginningOf } from '../mentions/beginning.ts';
import { peopleFinder } from '../people/person.ts';
import type { FindPerson, PersonSummary } from '../people/person.ts';
import { unhidden } from '../stewards/unhidden.ts';
import type { MarkRecord } from '../wall/marks.ts';
import { targetName } from '../wall/message.ts';
import type { CommentRecord, MessageRef, PostRecord } from '../wall/message.ts';
import { ownMark } from '../wall/own-mark.ts';
import { isThere, keepsThanksFor, thanksFor } from './marks.ts';
import { readKept } from './kept.ts';
import { receivedRows } from './received-rows.ts';

/** So many lines at most. */
const mostLines = 20;
/** As much of a message as tells it from others. */
const beginning = 200;

/** Something that the reader was thanked for. */
export interface ReceivedThanks {
  /** Who thanked, the last one first. */
  readonly by: readonly PersonSummary[];
  /** When somebody did last. */
  readonly created: Instant;
  /** Whether the reader keeps it to themselves. */
  readonly isKept: boolean;
  /** The message that it is for, with its beginning. Absent for kudos. */
  readonly message?: MessageRef & { readonly post: string; readonly text: string };
  /** The group of the message, or the one that reads the thanks; absent for everybody's. */
  readonly group?: GroupSummary;
  /** Absent for a message. */
  readonly thankYou?: Pick<ThankYou, 'id' | 'value' | 'reason' | 'isKudos'>;
}

export interface Received {
  /** Newest first. */
  readonly thanks: readonly ReceivedThanks[];
  /** Whether what is kept is held back by the host, or on pages alone. */
  readonly holdsBack: boolean;
  /** There may be more, which were not looked through. */
  readonly isMore: boolean;
}

interface Thanked {
  readonly group: string;
  readonly kind: MessageRef['kind'];
  readonly message: PostRecord | CommentRecord;
  readonly thanks: readonly MarkRecord[];
}

/** Of a group whose name alone is wanted. */
const noMessages = {
  posts: new Set<string>(),
  comments: new Set<string>(),
  targets: new Set<string>(),
};

/** The messages that marks name, by group. */
function wantedFor(found: readonly MarkRecord[], groups: readonly string[]) {
  const byContainer = new Map(groups.map((group) => [groupContainer(group), group]));
  const wanted = new Map<string, { posts: Set<string>; comments: Set<string> } & Wanted>();
  for (const mark of found) {
    const group = byContainer.get(mark.container) ?? '';
    const ids = wanted.get(group) ?? {
      posts: new Set<string>(),
      comments: new Set<string>(),
      targets: new Set<string>(),
    };
    const target = messageNamed(mark);
    if (target) ids[target.kind === 'post' ? 'posts' : 'comments'].add(target.id);
    wanted.set(group, ids);
  }
  return wanted;
}

/** Messages of the reader's that are there, with the thanks for each. */
function thankedIn(
  { messages }: FoundMessages,
  found: readonly MarkRecord[],
  groups: readonly string[],
  me: PersonId,
): readonly Thanked[] {
  return groups.flatMap((group) => {
    const there = messages.get(groupContainer(group));
    const own = (kind: MessageRef['kind'], some: Iterable<PostRecord | CommentRecord>): Thanked[] =>
      [...some].flatMap((message) => {
        if (message.author !== me || !isThere(message)) return [];
        const target = targetName({ kind, id: message.id });
        const isFor = thanksFor({ target, author: me });
        const thanks = found.filter((mark) => mark.container === message.container && isFor(mark));
        return thanks.length === 0 ? [] : [{ group, kind, message, thanks }];
      });
    return [
      ...own('post', there?.posts.values() ?? []),
      ...own('comment', there?.comments.values() ?? []),
    ];
  });
}

const lastFirst = (one: { readonly created: Instant }, other: { readonly created: Instant }) =>
  other.created - one.created;

/** @throws Offline, Throttled */
export async function readReceived(host: Host): Promise<Received> {
  const { store, identity, directory, supports } = host;
  const me = await identity.me();
  const reach = await reachOf(host, me, 0);
  const found = await receivedRows(host, me, reach);
  const isNew = ({ author, created }: MarkRecord | KudosRecord): boolean =>
    created > found.seen && author !== me && !reach.blocked.has(author);
  const some = found.marks.filter(isNew);
  const received = found.kudos.filter(isNew);
  const thanking = groupsAround(received, reach.groups);
  const wanted = wantedFor(some, reach.groups);
  for (const group of thanking) if (!wanted.has(group)) wanted.set(group, noMessages);
  const nameless = new Set([...wanted.keys()].filter((group) => !reach.names.has(group)));
  const [asked, kept] = await Promise.all([
    wanted.size === 0 ? undefined : findMessages(host, me, wanted, nameless),
    readKept(store, received),
  ]);
  const thanked = asked ? thankedIn(asked, some, reach.groups, me) : [];
  const shown = asked ? await unhidden(host, thanked, asked.acts) : [];
  const keeping = await keptAmong(host, me, shown);
  const person = await peopleFinder(directory, [
    ...[...some, ...received].map(({ author }) => author),
    ...received.map(({ fields }) => fields.recipient),
  ]);
  const named = (id: string): GroupSummary => ({
    id,
    name: asked?.records.get(id)?.fields.name ?? reach.names.get(id) ?? '',
  });
  const lines = [
    ...shown.map((each): ReceivedThanks => {
      const { group, kind, message } = each;
      const thanks = each.thanks.toSorted(lastFirst);
      return {
        by: [...new Set(thanks.map(({ author }) => author))].map(person),
        created: thanks[0]?.created ?? 0,
        isKept: keeping.has(each),
        group: named(group),
        message: {
          group,
          kind,
          id: message.id,
          post: 'post' in message.fields ? message.fields.post : message.id,
          text: beginningOf(message.fields.text, beginning),
        },
      };
    }),
    ...kudosLines(received, { kept, groups: thanking.map(named) }, me, person),
  ];
  return {
    thanks: lines.toSorted(lastFirst).slice(0, mostLines),
    holdsBack: supports.holdsBack,
    isMore: found.isMore,
  };
}

/** Those of some messages of which the reader keeps the thanks to themselves. */
async function keptAmong(
  { store }: Host,
  me: PersonId,
  shown: readonly Thanked[],
): Promise<ReadonlySet<Thanked>> {
  if (shown.length === 0) return new Set();
  const targetOf = ({ kind, message: { id } }: Thanked): string => targetName({ kind, id });
  const answers = await store.read(
    shown.map((each) => ownMark(groupContainer(each.group), me, 'kept', targetOf(each))),
  );
  const isKept = (each: Thanked, at: number): boolean =>
    answers[at]?.records.some(keepsThanksFor({ target: targetOf(each), author: me })) === true;
  return new Set(shown.filter(isKept));
}

const kudosLines = (
  received: readonly KudosRecord[],
  about: AboutThankYous,
  me: PersonId,
  person: FindPerson,
): readonly ReceivedThanks[] =>
  foldThankYous(received, me, person, about).map(
    ({ id, giver, value, reason, created, isKudos, isKept, group }) => ({
      by: [giver],
      created,
      isKept: isKept === true,
      ...(group ? { group } : {}),
      thankYou: { id, value, reason, isKudos },
    }),
  );

/** The groups that read some thanks. */
const groupsAround = (
  received: readonly KudosRecord[],
  groups: readonly string[],
): readonly string[] => {
  const containers = new Set(received.map(({ container }) => container));
  return groups.filter((group) => containers.has(groupContainer(group)));
};
