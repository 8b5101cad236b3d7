/** What makes a row an article, and how articles look to their readers. */
import { countWords } from '../kernel/accept-text.ts';
import { isWellFormed } from '../kernel/collection.ts';
import { isHeldFrom } from '../kernel/held.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { isVisible } from '../kernel/visible-text.ts';
import type { FindPerson, PersonSummary } from '../people/person.ts';
import { articles, bodies } from './collections.ts';
import type { ArticleRecord, BodyRecord } from './collections.ts';
import { coverOf } from './cover.ts';
import type { Cover } from './cover.ts';

/** Writer and series in one, so that one question gives the parts of a series, and nobody adds to another's. */
export const partOf = (writer: PersonId, series: string): string =>
  series === '' ? '' : JSON.stringify([writer, series]);

/** Longer than this nothing waits to appear: what is stamped further ahead only wants to stand on top. */
export const longestWait = 90 * 24 * 60 * 60_000;
/** The writer's page knows the host's time to a few seconds, and a write takes its time. */
const tolerance = 5 * 60_000;

const wordsAMinute = 200;

/** How many minutes a text takes, counted from its words. */
export const minutesOf = (text: string): number =>
  Math.max(1, Math.ceil(countWords(text) / wordsAMinute));

/** No text that fits takes longer: a word has a letter and a blank at least. */
const mostMinutes = 100;

/** Drops an article without a title, of another writer, in another's series, or of a moment that is none of its own. */
export function isArticle(record: ArticleRecord): boolean {
  if (!isWellFormed(articles, record)) return false;
  const { author, created, fields } = record;
  const { title, writer, series, part, at, minutes } = fields;
  return (
    isVisible(title) &&
    writer === author &&
    part === partOf(author, series) &&
    at >= created - tolerance &&
    at <= created + longestWait &&
    Number.isInteger(minutes) &&
    minutes >= 1 &&
    minutes <= mostMinutes
  );
}

/** Who reads, and when by the host's own time. */
export interface Reading {
  readonly me: PersonId;
  readonly now: Instant;
}

/** An article that is there for the reader: what is held is so for its author alone, on hosts that give it to all, too. */
export const isShown =
  ({ me, now }: Reading) =>
  (record: ArticleRecord): boolean =>
    isArticle(record) && !isHeldFrom(articles, record, me, now);

export const isBodyShown =
  ({ me, now }: Reading) =>
  (record: BodyRecord): boolean =>
    isWellFormed(bodies, record) &&
    isVisible(record.fields.text) &&
    !isHeldFrom(bodies, record, me, now);

/** An article in a list. */
export interface ArticleHead {
  readonly group: string;
  readonly id: string;
  readonly author: PersonSummary;
  readonly title: string;
  /** May be empty. */
  readonly lead: string;
  readonly cover: Cover;
  /** What its series is called; absent where it is in none. */
  readonly series?: string;
  /** Since when others read it, or will. */
  readonly at: Instant;
  /** Nobody but its author has it yet. */
  readonly held?: true;
  readonly minutes: number;
  /** The reader wrote it. */
  readonly mine: boolean;
  /** Of the reader's own: it waited to appear, so that its conversation may still have to be opened. */
  readonly waited?: true;
}

/** What two rows of one author under one key are: the lower id counts. */
export function withoutDoubles(records: readonly ArticleRecord[]): readonly ArticleRecord[] {
  const first = new Map<string, ArticleRecord>();
  const nameOf = ({ author, key }: ArticleRecord): string => JSON.stringify([author, key]);
  for (const record of records) {
    const other = first.get(nameOf(record));
    if (!other || isEarlier(record, other)) first.set(nameOf(record), record);
  }
  return records.filter((record) => first.get(nameOf(record)) === record);
}

const isEarlier = (one: ArticleRecord, other: ArticleRecord): boolean =>
  one.created < other.created ||
  (one.created === other.created && one.id.length <= other.id.length && one.id < other.id);

export function headOf(
  group: string,
  { id, author, created, fields }: ArticleRecord,
  { me, now }: Reading,
  person: FindPerson,
): ArticleHead {
  const { title, lead, cover, series, at, minutes } = fields;
  const mine = author === me;
  return {
    group,
    id,
    author: person(author),
    title,
    lead,
    cover: coverOf(cover),
    ...(series === '' ? {} : { series }),
    at,
    ...(at > now ? { held: true } : {}),
    minutes,
    mine,
    ...(mine && at > created + tolerance && at <= now ? { waited: true } : {}),
  };
}

/** Names what a change of an article and its text is based on. */
export const versionOf = (article: ArticleRecord, body: BodyRecord): string =>
  `${article.version}.${body.version}`;
