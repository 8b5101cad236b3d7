/** What waits for the reader in their groups: who mentioned them, answered them or replied to them. */
import { groupContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import type { Instant } from '../kernel/record.ts';
import { beginningOf } from '../mentions/beginning.ts';
import { mentionedIn } from '../mentions/token.ts';
import { peopleFinder } from '../people/person.ts';
import type { FindPerson, PersonSummary } from '../people/person.ts';
import type { GroupSummary } from '../groups/group.ts';
import type { CommentRecord, MessageRef, PostRecord } from '../wall/message.ts';
import { targetName } from '../wall/message.ts';
import { unhidden } from '../stewards/unhidden.ts';
import { mentionsIn } from '../wall/view.ts';
import { judgeMention, mentionTarget, whyAnswered } from './admit.ts';
import type { Messages, Why } from './admit.ts';
import { candidatesIn } from './candidates.ts';
import type { Candidates } from './candidates.ts';
import { findMessages } from './messages.ts';
import type { FoundMessages, Wanted } from './messages.ts';
import { reachOf } from './reach.ts';
import { doneKey } from './done-key.ts';

/** Most lines that wait at a time; more are told of by `isMore`. */
const mostLines = 30;
/** Most rows of a kind of which messages are looked at. */
const mostCandidates = 180;
/** As much of a message as tells it from others, in UTF-16 units: names are shorter than what stands for them. */
const beginning = 400;

/** One message that waits for the reader. */
export interface ForYouLine {
  readonly group: GroupSummary;
  readonly message: MessageRef;
  /** The post itself, or the post that the comment is on. */
  readonly post: string;
  readonly why: Why;
  readonly by: PersonSummary;
  /** When it began to wait. */
  readonly created: Instant;
  /** The beginning of the message. */
  readonly text: string;
  /** Whom that mentions; those whom the host does not know have no name. Absent where that is nobody. */
  readonly mentions?: readonly PersonSummary[];
}

export interface ForYou {
  /** Newest first. */
  readonly lines: readonly ForYouLine[];
  /** Whether more may wait. */
  readonly isMore: boolean;
  /** How many rows broke a rule and are not shown. */
  readonly dropped: number;
  /** How many groups could not be looked at. */
  readonly failed: number;
  /** How many groups of the reader's were not looked at yet: they are in the next part. */
  readonly further: number;
}

/** A row that names the reader, with what it says of a message. */
interface Found {
  readonly group: string;
  readonly row: { readonly author: string; readonly created: Instant };
  readonly message: PostRecord | CommentRecord;
  readonly kind: MessageRef['kind'];
  readonly why: Why;
}

const newestOf = <Row extends { readonly created: Instant }>(rows: readonly Row[]) =>
  rows.toSorted((one, other) => other.created - one.created).slice(0, mostCandidates);

/** The messages that have to be looked at, by group. */
function wantedFor(
  groups: ReadonlyMap<string, string>,
  { mentions, answers }: Pick<Candidates, 'mentions' | 'answers'>,
): ReadonlyMap<string, Wanted> {
  const wanted = new Map<string, Record<keyof Wanted, Set<string>>>();
  const of = (container: string) => {
    const group = groups.get(container) ?? '';
    const known = wanted.get(group) ?? {
      posts: new Set<string>(),
      comments: new Set<string>(),
      targets: new Set<string>(),
    };
    wanted.set(group, known);
    return known;
  };
  for (const mention of mentions) {
    const target = mentionTarget(mention);
    if (!target) continue;
    of(mention.container)[target.kind === 'post' ? 'posts' : 'comments'].add(target.id);
    of(mention.container).targets.add(mention.fields.target);
  }
  for (const { container, id, fields } of answers) {
    of(container).posts.add(fields.post);
    if (fields.parent !== '') of(container).comments.add(fields.parent);
    of(container).targets.add(targetName({ kind: 'comment', id }));
  }
  return wanted;
}

/** The rows that count, a line for each message, and how many were forged. */
function judged(
  groups: ReadonlyMap<string, string>,
  { mentions, answers }: Pick<Candidates, 'mentions' | 'answers'>,
  messages: FoundMessages['messages'],
  me: string,
): { readonly found: readonly Found[]; readonly dropped: number } {
  const none: Messages = { posts: new Map(), comments: new Map() };
  const byTarget = new Map<string, Found>();
  let dropped = 0;
  const add = (found: Found): void => {
    const { group, kind, message } = found;
    byTarget.set(doneKey(group, targetName({ kind, id: message.id })), found);
  };
  for (const row of mentions) {
    const there = messages.get(row.container) ?? none;
    const verdict = judgeMention(row, there);
    if (verdict === 'forged') dropped += 1;
    const target = mentionTarget(row);
    const message = target && there[target.kind === 'post' ? 'posts' : 'comments'].get(target.id);
    if (verdict !== 'counts' || !target || !message) continue;
    const group = groups.get(row.container) ?? '';
    add({ group, row, message, kind: target.kind, why: 'mentioned' });
  }
  // An answer that mentions its reader too is one line, and says that it is an answer.
  for (const message of answers) {
    const why = whyAnswered(message, messages.get(message.container) ?? none, me);
    const group = groups.get(message.container) ?? '';
    if (why) add({ group, row: message, message, kind: 'comment', why });
  }
  return { found: [...byTarget.values()], dropped };
}

function shownOf(
  { fields }: Found['message'],
  person: FindPerson,
): Pick<ForYouLine, 'text' | 'mentions'> {
  const text = beginningOf(fields.text, beginning);
  return { text, ...mentionsIn(text, person) };
}

/**
 * What waits in a part of the reader's groups. Three round trips, and two where nothing waits.
 * @param part from 0 on.
 */
export async function readForYou(host: Host, part: number): Promise<ForYou> {
  const me = await host.identity.me();
  const { groups, names, further, blocked } = await reachOf(host, me, part);
  const nothing = { lines: [], isMore: false, dropped: 0, failed: 0, further };
  if (groups.length === 0) return nothing;
  const all = await candidatesIn(host, groups, me, blocked);
  const some = { mentions: newestOf(all.mentions), answers: newestOf(all.answers) };
  const { dropped, isMore, failed } = all;
  if (some.mentions.length + some.answers.length === 0) {
    return { ...nothing, dropped, isMore, failed };
  }
  const byContainer = new Map(groups.map((group) => [groupContainer(group), group]));
  const wanted = wantedFor(byContainer, some);
  const nameless = new Set(groups.filter((group) => !names.has(group)));
  const asked = await findMessages(host, me, wanted, nameless);
  const { messages, done, records, acts } = asked;
  const { found, dropped: forged } = judged(byContainer, some, messages, me);
  const open = found
    .filter(({ group, kind, message, row }) => {
      const until = done.get(doneKey(group, targetName({ kind, id: message.id })));
      return row.created > (until ?? 0);
    })
    .toSorted((one, other) => other.row.created - one.row.created);
  const shown = await unhidden(host, open.slice(0, mostLines), acts);
  const person = await peopleFinder(host.directory, [
    ...shown.map(({ row }) => row.author),
    ...shown.flatMap(({ message }) => mentionedIn(message.fields.text.slice(0, beginning))),
  ]);
  return {
    lines: shown.map(({ group, kind, message, row, why }) => ({
      group: { id: group, name: records.get(group)?.fields.name ?? names.get(group) ?? '' },
      message: { group, kind, id: message.id },
      post: 'post' in message.fields ? message.fields.post : message.id,
      why,
      by: person(row.author),
      created: row.created,
      ...shownOf(message, person),
    })),
    isMore:
      isMore ||
      open.length > mostLines ||
      all.mentions.length > some.mentions.length ||
      all.answers.length > some.answers.length,
    dropped: dropped + forged,
    failed,
    further,
  };
}
