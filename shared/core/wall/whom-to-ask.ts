/**
 * Whom somebody may ask who is writing a question. A page finds that out by itself, so that no draft goes
 * anywhere.
 */
import { dayLength, dayStart } from '../kernel/day.ts';
import type { Instant } from '../kernel/record.ts';
import { contentWords, topicsAmong } from '../people/content-words.ts';
import type { PersonSummary } from '../people/person.ts';

/** Nobody is offered more of them at a time. */
const mostOffered = 3;

/** A member of a group who is glad to be asked about something. */
export interface Glad {
  readonly person: PersonSummary;
  readonly askMeAbout: readonly string[];
}

/** Some who are glad to be asked about a topic. */
export interface WhomToAsk {
  /** As one of them wrote it. */
  readonly topic: string;
  readonly people: readonly PersonSummary[];
}

/** Those who can answer: neither guests nor people who left. */
const isOffered = ({ person: { active, guest, name } }: Glad): boolean =>
  active && guest !== true && name !== '';

/** By first name; another one begins each day, so that nobody stands first for ever. */
function inTurn(glad: readonly Glad[], now: Instant): readonly Glad[] {
  const sorted = glad.toSorted(
    (one, other) =>
      one.person.name.localeCompare(other.person.name) ||
      (one.person.id < other.person.id ? -1 : 1),
  );
  const first = (dayStart(now) / dayLength) % Math.max(1, sorted.length);
  return [...sorted.slice(first), ...sorted.slice(0, first)];
}

const keyOf = (topic: string): string => contentWords(topic).join(' ');

/**
 * At most three colleagues, by what a draft seems to be about. Nobody is ranked.
 * @param now by which day it is somebody's turn.
 */
export function whomToAsk(text: string, glad: readonly Glad[], now: Instant): readonly WhomToAsk[] {
  const words = contentWords(text);
  const fitting = glad.filter(isOffered).flatMap(({ person, askMeAbout }): readonly Glad[] => {
    const topics = topicsAmong(words, askMeAbout);
    return topics.length === 0 ? [] : [{ person, askMeAbout: topics }];
  });
  const byTopic = new Map<string, { topic: string; people: PersonSummary[] }>();
  for (const { person, askMeAbout } of inTurn(fitting, now).slice(0, mostOffered)) {
    const known = askMeAbout.find((topic) => byTopic.has(keyOf(topic)));
    const topic = known ?? askMeAbout[0] ?? '';
    const entry = byTopic.get(keyOf(topic)) ?? { topic, people: [] };
    entry.people.push(person);
    byTopic.set(keyOf(topic), entry);
  }
  return [...byTopic.values()];
}

/** At most three colleagues who are glad to be asked about anything, where questions often wait. */
export const gladToday = (glad: readonly Glad[], now: Instant): readonly Glad[] =>
  inTurn(glad.filter(isOffered), now).slice(0, mostOffered);
