/** What became of what the reader gave this year: outcomes that colleagues chose to leave, and no count of readers. */
import { amongReadable } from '../groups/readable.ts';
import { findMessages } from '../catch-up/messages.ts';
import type { Wanted } from '../catch-up/messages.ts';
import { reachOf } from '../catch-up/reach.ts';
import { groupContainer } from '../kernel/container.ts';
import { admitNewest } from '../kernel/admit-since.ts';
import type { Host } from '../kernel/ports.ts';
import { maxNewest } from '../kernel/newest-query.ts';
import type { PersonId } from '../kernel/record.ts';
import { isGroupThanks, kudosReceived, receivedInGroups } from '../kudos/kudos.ts';
import type { KudosRecord } from '../kudos/kudos.ts';
import { admitReceived } from '../kudos/received-in-groups.ts';
import { beginningOf } from '../mentions/beginning.ts';
import { peopleFinder } from '../people/person.ts';
import type { PersonSummary } from '../people/person.ts';
import type { KudosValue } from '../settings/settings.ts';
import { unhidden } from '../stewards/unhidden.ts';
import { isThere } from '../thanks/marks.ts';
import { isMark } from '../wall/marks.ts';
import type { MarkRecord } from '../wall/marks.ts';
import { marksTo } from '../wall/marks-to.ts';
import { targetName } from '../wall/message.ts';
import type { CommentRecord, PostRecord } from '../wall/message.ts';

/** What somebody wrote that did something for colleagues. */
export interface Outcome {
  /** How its words begin. */
  readonly text: string;
  readonly people: readonly PersonSummary[];
  /** How many colleagues besides. */
  readonly others: number;
}

export interface Impact {
  /** Answers that solved it for whoever asked, or helped others too. */
  readonly solved: readonly Outcome[];
  /** Ideas that colleagues would try. */
  readonly tried: readonly Outcome[];
  /** How many colleagues thanked the reader, for whatever. */
  readonly thanked: number;
  /** The values that they named most, at most two. */
  readonly values: readonly KudosValue[];
  /** There may be more, which was not looked through. */
  readonly isMore: boolean;
}

const mostOutcomes = 3;
const mostNamed = 1;
const beginning = 60;

interface InGroups {
  readonly marks: readonly MarkRecord[];
  readonly thanks: readonly KudosRecord[];
  readonly isMore: boolean;
}

/** What names the reader in some groups: what credits them, and thanks that the group reads. */
async function inGroups(
  { store }: Host,
  me: PersonId,
  groups: readonly string[],
  since: number,
): Promise<InGroups> {
  if (groups.length === 0) return { marks: [], thanks: [], isMore: false };
  const byTo = marksTo(me, groups, since, maxNewest);
  const toMe = receivedInGroups(me, groups, since, maxNewest);
  const [first, firstThanks] = await store.read([byTo, toMe]);
  const [credits, thanks] = await Promise.all([
    admitNewest(store, byTo, first, isMark),
    admitNewest(store, toMe, firstThanks, isGroupThanks),
  ]);
  return {
    marks: credits.records.filter(({ author }) => author !== me),
    thanks: thanks.records,
    isMore: credits.isMore || thanks.isMore,
  };
}

/** The message that a mark credits: an acceptance names the answer by its value. */
const creditedBy = ({ fields }: MarkRecord): string =>
  fields.family === 'accept' ? targetName({ kind: 'comment', id: fields.value }) : fields.target;

interface Credited {
  readonly group: string;
  readonly kind: 'post' | 'comment';
  readonly message: PostRecord | CommentRecord;
  readonly credits: readonly MarkRecord[];
}

async function creditedAmong(
  host: Host,
  me: PersonId,
  found: readonly MarkRecord[],
  groups: readonly string[],
): Promise<readonly Credited[]> {
  const byContainer = new Map(groups.map((group) => [groupContainer(group), group]));
  const wanted = new Map<string, Wanted & { posts: Set<string>; comments: Set<string> }>();
  for (const mark of found) {
    const group = byContainer.get(mark.container) ?? '';
    const ids = wanted.get(group) ?? { posts: new Set(), comments: new Set(), targets: new Set() };
    const [, kind, id = ''] = /^(post|comment):(.+)$/s.exec(creditedBy(mark)) ?? [];
    if (kind !== undefined) ids[kind === 'post' ? 'posts' : 'comments'].add(id);
    wanted.set(group, ids);
  }
  if (wanted.size === 0) return [];
  const asked = await findMessages(host, me, wanted, new Set());
  const all = groups.flatMap((group) => {
    const there = asked.messages.get(groupContainer(group));
    const credited = (
      kind: 'post' | 'comment',
      some: Iterable<PostRecord | CommentRecord> = [],
    ): readonly Credited[] =>
      [...some]
        .filter((message) => message.author === me && isThere(message))
        .map((message) => ({
          group,
          kind,
          message,
          credits: found.filter(
            (mark) =>
              mark.container === message.container &&
              creditedBy(mark) === targetName({ kind, id: message.id }),
          ),
        }));
    return [
      ...credited('post', there?.posts.values()),
      ...credited('comment', there?.comments.values()),
    ];
  });
  return unhidden(host, all, asked.acts);
}

/** @throws Offline, Throttled */
export async function readImpact(host: Host): Promise<Impact> {
  const { store, identity, clock, directory } = host;
  const me = await identity.me();
  const since = Date.UTC(new Date(clock.now()).getUTCFullYear(), 0);
  const { groups } = await reachOf(host, me, 0);
  // Of groups that the reader may not read any more nothing is told.
  const [{ marks: found, thanks, isMore }, everybodys] = await Promise.all([
    amongReadable(host, groups, (some) => inGroups(host, me, some, since)),
    store
      .read([kudosReceived(me)])
      .then(([received]) => admitReceived(store, me, received, { since })),
  ]);
  const credited = await creditedAmong(host, me, found, groups);
  const kudos = [...everybodys.records, ...thanks];
  const people = (each: Credited, families: readonly string[]): readonly PersonId[] => [
    ...new Set(
      each.credits
        .filter(({ fields }) => families.includes(fields.family))
        .map(({ author }) => author),
    ),
  ];
  const outcomesOf = (kind: Credited['kind'], families: readonly string[]) =>
    credited
      .filter((each) => each.kind === kind)
      .map((each) => ({ each, by: people(each, families) }))
      .filter(({ by }) => by.length > 0)
      .toSorted((one, other) => other.by.length - one.by.length)
      .slice(0, mostOutcomes);
  const solved = outcomesOf('comment', ['accept', 'helped']);
  const tried = outcomesOf('post', ['tried']);
  const thankers = new Set([
    ...kudos.map(({ author }) => author),
    ...credited.flatMap((each) => people(each, ['thanked'])),
  ]);
  const person = await peopleFinder(
    directory,
    [...solved, ...tried].flatMap(({ by }) => by),
  );
  const outcome = ({ each, by }: (typeof solved)[number]): Outcome => ({
    text: beginningOf(each.message.fields.text, beginning),
    people: by.slice(0, mostNamed).map(person),
    others: Math.max(by.length - mostNamed, 0),
  });
  return {
    solved: solved.map(outcome),
    tried: tried.map(outcome),
    thanked: thankers.size,
    values: valuesIn(kudos.map(({ fields }) => fields.value as KudosValue)),
    isMore: isMore || everybodys.isMore,
  };
}

/** What several colleagues named, most of them first. */
function valuesIn(named: readonly KudosValue[]): readonly KudosValue[] {
  const numbers = new Map<KudosValue, number>();
  for (const value of named) numbers.set(value, (numbers.get(value) ?? 0) + 1);
  return [...numbers]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, 2)
    .map(([value]) => value);
}
