/** What waits for the reader in their groups: who mentioned them, answered them or replied to them. */
import { groupContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import type { Instant } from '../kernel/record.ts';
import { beginningOf, inOneLine } from '../mentions/beginning.ts';
import { everybodyToken } from '../mentions/everybody.ts';
import { mentionedIn, withoutTokens } from '../mentions/token.ts';
import { peopleFinder } from '../people/person.ts';
import type { FindPerson, PersonSummary } from '../people/person.ts';
import type { GroupSummary } from '../groups/group.ts';
import type { MessageRef, PostRecord } from '../wall/message.ts';
import { unhidden } from '../stewards/unhidden.ts';
import { mentionsIn } from '../wall/view.ts';
import type { Why } from './admit.ts';
import { candidatesIn } from './candidates.ts';
import { everybodyRule } from './everybody.ts';
import { judged, keyOf, wantedFor } from './judged.ts';
import type { Found, Rows } from './judged.ts';
import { findMessages } from './messages.ts';
import type { FoundMessages } from './messages.ts';
import { reachOf } from './reach.ts';

/** Most lines that wait at a time; more are told of by `isMore`. */
export const mostLines = 30;
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
  /** How the post begins that the reader follows, in one line; absent where they were named or answered. */
  readonly about?: string;
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
  /** Those that the reader is in, of the groups that were looked at. */
  readonly groups: readonly GroupSummary[];
}

const newestOf = <Row extends { readonly created: Instant }>(rows: readonly Row[]) =>
  rows.toSorted((one, other) => other.created - one.created).slice(0, mostCandidates);

function shownOf(
  { fields }: Found['message'],
  person: FindPerson,
): Pick<ForYouLine, 'text' | 'mentions'> {
  const text = beginningOf(fields.text, beginning);
  return { text, ...mentionsIn(text, person) };
}

/** As much of a followed post as tells it from others. */
const mostOfPost = 60;

/** One line, without half a character, and with nobody's id in it. */
function lineOf({ fields: { text } }: PostRecord): string {
  const line = withoutTokens(text, () => '@…').replaceAll(everybodyToken, '@…');
  return beginningOf(inOneLine(line), mostOfPost);
}

/** Those that nobody hid, nor the post that the reader follows. */
async function seen(
  host: Host,
  lines: readonly Found[],
  acts: FoundMessages['acts'],
): Promise<readonly Found[]> {
  const postOf = (line: Found): readonly Found[] =>
    line.about ? [{ ...line, kind: 'post', message: line.about }] : [];
  const posts = new Map(lines.map((line) => [line, postOf(line)]));
  const shown = new Set(await unhidden(host, [...lines, ...[...posts.values()].flat()], acts));
  return lines.filter(
    (line) => shown.has(line) && posts.get(line)?.every((post) => shown.has(post)) !== false,
  );
}

/**
 * What waits in a part of the reader's groups. Three round trips, and two where nothing waits.
 * @param part from 0 on.
 * @param since everything since then, whether the reader is done with it or not; undefined for what waits.
 */
export async function readForYou(host: Host, part: number, since?: Instant): Promise<ForYou> {
  const me = await host.identity.me();
  const reach = await reachOf(host, me, part);
  const { groups, names, further } = reach;
  const joined = groups.filter((group) => reach.since.has(group));
  const inside = joined.map((id) => ({ id, name: names.get(id) ?? '' }));
  const nothing = { lines: [], isMore: false, dropped: 0, failed: 0, further, groups: inside };
  if (groups.length === 0) return nothing;
  const all = await candidatesIn(host, me, reach, since);
  const some: Rows = {
    mentions: newestOf(all.mentions),
    answers: newestOf(all.answers),
    toEverybody: newestOf(all.toEverybody),
    onFollowed: newestOf(all.onFollowed),
  };
  const { dropped, isMore, failed } = all;
  if (Object.values(some).every(({ length }) => length === 0)) {
    return { ...nothing, dropped, isMore, failed };
  }
  const byContainer = new Map(groups.map((group) => [groupContainer(group), group]));
  const wanted = wantedFor(byContainer, some);
  const nameless = new Set(groups.filter((group) => !names.has(group)));
  const asked = await findMessages(host, me, wanted, nameless);
  const { messages, done, records, acts } = asked;
  const { found, dropped: forged } = judged(byContainer, some, messages, me);
  const waiting = found
    .filter((each) => each.row.created > (since ?? done.get(keyOf(each)) ?? 0))
    .toSorted((one, other) => other.row.created - one.row.created);
  const toEverybody = waiting.filter(({ why }) => why === 'everybody');
  const counts = await everybodyRule(host, toEverybody);
  const open = waiting.filter((each) => each.why !== 'everybody' || counts(each));
  const shown = await seen(host, open.slice(0, mostLines), acts);
  const person = await peopleFinder(host.directory, [
    ...shown.map(({ row }) => row.author),
    ...shown.flatMap(({ message }) => mentionedIn(message.fields.text.slice(0, beginning))),
  ]);
  return {
    lines: shown.map(({ group, kind, message, row, why, about }) => ({
      group: { id: group, name: records.get(group)?.fields.name ?? names.get(group) ?? '' },
      message: { group, kind, id: message.id },
      post: 'post' in message.fields ? message.fields.post : message.id,
      why,
      by: person(row.author),
      created: row.created,
      ...(about ? { about: lineOf(about) } : {}),
      ...shownOf(message, person),
    })),
    isMore:
      isMore ||
      open.length > mostLines ||
      all.mentions.length > some.mentions.length ||
      all.answers.length > some.answers.length ||
      all.onFollowed.length > some.onFollowed.length,
    dropped: dropped + forged + waiting.length - open.length,
    failed,
    further,
    groups: inside.map(({ id, name }) => ({ id, name: records.get(id)?.fields.name ?? name })),
  };
}
