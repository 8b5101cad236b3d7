/** Questions of a group that nobody has answered for two working days. */
import { admitPage } from '../kernel/admit.ts';
import { isWellFormed } from '../kernel/collection.ts';
import { groupContainer } from '../kernel/container.ts';
import { dayLength } from '../kernel/day.ts';
import type { Host } from '../kernel/ports.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { maxIn, maxLimit } from '../kernel/query.ts';
import { isVisible } from '../kernel/visible-text.ts';
import { profileOf } from '../card/profile.ts';
import { profiles } from '../card/profiles.ts';
import { beginningOf, inOneLine } from '../mentions/beginning.ts';
import { mentionedIn } from '../mentions/token.ts';
import { contentWords, topicsAmong } from '../people/content-words.ts';
import { peopleFinder } from '../people/person.ts';
import type { FindPerson, PersonSummary } from '../people/person.ts';
import { ownPreferences, preferencesIn } from '../preferences/preference.ts';
import { newestActs } from '../stewards/acts.ts';
import { isQuestion, newestQuestions } from './asked.ts';
import type { PostRecord } from './message.ts';
import { stillWaiting } from './still-waiting.ts';
import { mentionsIn } from './view.ts';
import { workingDays } from './working-days.ts';

/** A question waits from so many working days on. */
const waitsFrom = 2;
/** The newest questions that are old enough; comments of the first ones of them are looked at. */
const mostQuestions = maxLimit;
/** Nobody reads past more of them. */
const mostShown = 30;
/** How much of a question is shown, in UTF-16 units. */
const lineLength = 200;

export interface WaitingQuestion {
  /** The post's id. */
  readonly post: string;
  readonly asker: PersonSummary;
  readonly asked: Instant;
  /** How many whole working days it has waited. */
  readonly workingDays: number;
  /** The beginning of its first line. */
  readonly text: string;
  /** Whom that mentions; those whom the host does not know have no name. Absent where that is nobody. */
  readonly mentions?: readonly PersonSummary[];
  /** What the reader is glad to be asked about and it seems to be about; absent for nothing. */
  readonly fits?: string;
}

export interface Unanswered {
  /** Those that fit what the reader is glad to be asked about first, then the newest. */
  readonly questions: readonly WaitingQuestion[];
  /** Whether older ones may wait that were not looked at. */
  readonly isMore: boolean;
  /** How many rows broke a rule and are not shown. */
  readonly dropped: number;
}

const firstLine = (text: string): string => {
  const line = text.split('\n').find(isVisible) ?? '';
  return beginningOf(inOneLine(line), lineLength);
};

function viewOf(
  { id, author, created, fields }: PostRecord,
  now: Instant,
  topics: readonly string[],
  person: FindPerson,
): WaitingQuestion {
  const text = firstLine(fields.text);
  const [fits] = topicsAmong(contentWords(fields.text), topics);
  return {
    post: id,
    asker: person(author),
    asked: created,
    workingDays: Math.floor(workingDays(created, now)),
    text,
    ...mentionsIn(text, person),
    ...(fits === undefined ? {} : { fits }),
  };
}

/** What is asked first: the questions, what was decided, and who reads. */
async function readQuestions({ store, clock }: Host, group: string, me: PersonId) {
  const now = await clock.server();
  const query = {
    ...newestQuestions(group, mostQuestions),
    // Two working days are two days at least: younger questions take no places.
    range: { to: now - waitsFrom * dayLength },
  };
  const [first, decided, own, preferences] = await store.read([
    query,
    newestActs(groupContainer(group)),
    profileOf(me),
    ownPreferences(me),
  ]);
  const { records, dropped, cursor } = await admitPage(store, query, first, isQuestion);
  const { blocked } = preferencesIn(preferences.records);
  const old = records.filter(
    ({ author, created }) =>
      author !== me && !blocked.has(author) && workingDays(created, now) >= waitsFrom,
  );
  const profile = own.records.find((record) => isWellFormed(profiles, record));
  return {
    now,
    decided,
    dropped,
    questions: old.slice(0, maxIn),
    topics: profile?.fields.askMeAbout ?? [],
    isMore: cursor !== undefined || first.incomplete === true || old.length > maxIn,
  };
}

/**
 * Two round trips, whatever lies there; a third where all that is known of a question's comments is that the
 * first ones answer nothing. @throws Forbidden where the reader may not read the group.
 */
export async function readUnanswered(host: Host, group: string): Promise<Unanswered> {
  const { identity, directory } = host;
  const me = await identity.me();
  const found = await readQuestions(host, group, me);
  const { now, decided, dropped, questions, topics, isMore } = found;
  if (questions.length === 0) return { questions: [], isMore, dropped };
  const [{ waiting, isMore: isUnsure }, person] = await Promise.all([
    stillWaiting(host, group, questions, decided),
    peopleFinder(directory, [
      ...questions.map(({ author }) => author),
      ...questions.flatMap(({ fields }) => mentionedIn(firstLine(fields.text))).slice(0, maxIn),
    ]),
  ]);
  const views = waiting
    .map((question) => viewOf(question, now, topics, person))
    .toSorted((one, other) => Number(one.fits === undefined) - Number(other.fits === undefined));
  return {
    questions: views.slice(0, mostShown),
    isMore: isMore || isUnsure || views.length > mostShown,
    dropped,
  };
}
