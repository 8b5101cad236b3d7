/** The ideas that wait for a word of the reader, who is a steward: for whoever reminds them. */
import { admitPage } from '../kernel/admit.ts';
import { groupContainer } from '../kernel/container.ts';
import { dayLength } from '../kernel/day.ts';
import { isKantineError } from '../kernel/errors.ts';
import { maxNewest, newestStamps } from '../kernel/newest-query.ts';
import type { Host } from '../kernel/ports.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { maxIn } from '../kernel/query.ts';
import { beginningOf, inOneLine } from '../mentions/beginning.ts';
import { peopleFinder } from '../people/person.ts';
import type { PersonSummary } from '../people/person.ts';
import { newestActs } from '../stewards/acts.ts';
import { stewardsOf } from '../stewards/stewards.ts';
import { peopleIn } from '../wall/about-posts.ts';
import { loadDecisions } from '../wall/asked.ts';
import { posts } from '../wall/message.ts';
import type { PostRecord } from '../wall/message.ts';
import { mentionsIn } from '../wall/view.ts';
import { fateOf, isWaiting, waitedDays } from './fate.ts';
import type { Fate } from './fate.ts';
import { ideaKind, isIdea, isIdeaRow, newestIdeas } from './idea.ts';
import { readFates } from './read-fates.ts';

/** Ten working days are twelve days at least: younger ideas take no places. */
const daysAtLeast = 12;
/** How much of an idea is shown, in UTF-16 units. */
const lineLength = 200;

/** An idea that nobody who answers for its group has said anything about. */
export interface WaitingIdea {
  readonly group: string;
  /** The post's id. */
  readonly post: string;
  readonly author: PersonSummary;
  /** Since when: since it was put forward, or since it came back. */
  readonly since: Instant;
  /** How many whole working days it has waited. */
  readonly workingDays: number;
  /** It was not now, and its date has come. */
  readonly isBack?: true;
  /** How its words begin. */
  readonly text: string;
  /** Whom that mentions; those whom the host does not know have no name. Absent where that is nobody. */
  readonly mentions?: readonly PersonSummary[];
}

export interface WaitingIdeas {
  /** Those that wait longest first. */
  readonly ideas: readonly WaitingIdea[];
  /** Whether older ones may wait that were not looked at. */
  readonly isMore: boolean;
  /** How many rows broke a rule and are not shown. */
  readonly dropped: number;
}

interface Found {
  readonly group: string;
  readonly idea: PostRecord;
  readonly fate: Fate;
}

interface OfGroup {
  readonly found: readonly Found[];
  readonly isMore: boolean;
  readonly dropped: number;
}

const nothing: OfGroup = { found: [], isMore: false, dropped: 0 };

async function waitingIn(host: Host, group: string, me: PersonId, now: Instant): Promise<OfGroup> {
  const query = { ...newestIdeas(group, maxIn), range: { to: now - daysAtLeast * dayLength } };
  const asked = stewardsOf(host, group);
  const [{ areMe, isStewardAct }, [first, decided]] = await Promise.all([
    asked,
    host.store.read([query, newestActs(groupContainer(group))]),
  ]);
  if (!areMe) return nothing;
  const page = await admitPage(host.store, query, first, isIdeaRow, undefined, isIdea);
  const others = page.records.filter((record) => isIdea(record) && record.author !== me);
  const ideas = others.slice(0, maxIn);
  if (ideas.length === 0) return { ...nothing, dropped: page.dropped };
  const deciding = decided.records[0] && (await loadDecisions());
  const [records, decisions] = await Promise.all([
    readFates(host, group, ideas, asked),
    deciding?.readDecisions(host, group, ideas, decided),
  ]);
  if (decisions?.isArchived) return nothing;
  const found = ideas
    .filter((idea) => !decisions?.isHidden('post', idea) && !decisions?.lateFor(idea))
    .map((idea) => ({ group, idea, fate: fateOf(idea, records, { group, now, isStewardAct }) }))
    .filter(({ fate }) => isWaiting(fate, now));
  return { found, isMore: page.cursor !== undefined, dropped: page.dropped };
}

/** Groups that the reader may not read, or no more, are left out without a notice. */
const ofReadable = (error: unknown): OfGroup => {
  if (isKantineError(error, 'Forbidden') || isKantineError(error, 'NotFound')) return nothing;
  throw error;
};

/**
 * The groups in which ideas were put forward at all: one question for all of them, so that who is in thirty
 * groups without an idea pays for nothing else.
 */
async function withIdeas(host: Host, groups: readonly string[]) {
  if (groups.length === 0) return { groups, isMore: false };
  const query = newestStamps(posts, {
    containers: groups.map(groupContainer),
    of: { index: 'byKind', eq: ideaKind },
    since: 0,
    limit: maxNewest,
  });
  try {
    const [{ records, complete }] = await host.store.read([query]);
    const named = new Set(records.map(({ container }) => container));
    return {
      groups: groups.filter((group) => named.has(groupContainer(group))),
      isMore: !complete,
    };
  } catch (error) {
    ofReadable(error);
    // One of them is not for the reader: each is asked for by itself.
    return { groups, isMore: false };
  }
}

/**
 * Three round trips for all groups together, where the host answers what is asked at one moment in one; one where
 * they have no ideas.
 */
export async function readWaiting(host: Host, groups: readonly string[]): Promise<WaitingIdeas> {
  const me = await host.identity.me();
  const now = await host.clock.server();
  const some = await withIdeas(host, [...new Set(groups)]);
  const each = await Promise.all(
    some.groups.map((group) => waitingIn(host, group, me, now).catch(ofReadable)),
  );
  const found = each
    .flatMap((one) => one.found)
    .toSorted((one, other) => one.fate.since - other.fate.since);
  const person = await peopleFinder(host.directory, peopleIn(found.map(({ idea }) => idea)));
  const ideas = found.map(({ group, idea, fate }): WaitingIdea => {
    const text = beginningOf(inOneLine(idea.fields.text.split('\n')[0] ?? ''), lineLength);
    return {
      group,
      post: idea.id,
      author: person(idea.author),
      since: fate.since,
      workingDays: waitedDays(fate, now),
      ...(fate.isBack ? { isBack: true } : {}),
      text,
      ...mentionsIn(text, person),
    };
  });
  return {
    ideas,
    isMore: some.isMore || each.some(({ isMore }) => isMore),
    dropped: each.reduce((sum, { dropped }) => sum + dropped, 0),
  };
}
