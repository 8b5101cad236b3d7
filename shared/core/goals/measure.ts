/** What is counted of a month: pure functions over what was admitted of a group's activity. */
import { dayLength } from '../kernel/day.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { fewestPeople } from './limits.ts';
import type { CountedMetric } from './limits.ts';
import { monthOf } from './months.ts';
import type { Month } from './months.ts';

/** What somebody wrote, and readers of the group see. */
export interface Written {
  readonly author: PersonId;
  readonly created: Instant;
}

/** A post with what followed. */
export interface Counted extends Written {
  readonly kind: string;
  /** The comments on it. */
  readonly replies: readonly Written[];
  /** The first that its author ever wrote in the group. */
  readonly isFirst?: boolean;
  /** When a steward first said what becomes of an idea. */
  readonly decided?: Instant | undefined;
  /** An idea that its author took back before that. */
  readonly isBack?: boolean;
}

/** What happened in a group. */
export interface Activity {
  /** Posts of the month, and for `contributors` of the two months before. */
  readonly posts: readonly Counted[];
  /** Those who are not colleagues: no number counts them. */
  readonly guests: ReadonlySet<PersonId>;
}

export interface Measuring {
  readonly metric: CountedMetric;
  /** 0 where the metric has none. */
  readonly days: number;
  readonly month: Month;
  readonly now: Instant;
}

/** A number, and who is behind it. */
interface Sample {
  readonly value?: number;
  readonly people: readonly PersonId[];
}

const firstReply = ({ author, replies }: Counted): Written | undefined =>
  replies
    .filter((reply) => reply.author !== author)
    .toSorted((one, other) => one.created - other.created)[0];

const shareOf = (hits: number, all: number): { readonly value?: number } =>
  all === 0 ? {} : { value: Math.round((100 * hits) / all) };

/** Of some posts, of how many something happened in time. Those of which that is still open do not count yet. */
function inTime(
  posts: readonly Counted[],
  { days, now }: Measuring,
  happened: (post: Counted) => Written | undefined,
): Sample {
  const known = posts.flatMap((post) => {
    const first = happened(post);
    const end = post.created + days * dayLength;
    const isHit = first !== undefined && first.created <= end;
    return isHit || end < now ? [{ post, isHit, by: isHit ? [first.author] : [] }] : [];
  });
  return {
    ...shareOf(known.filter(({ isHit }) => isHit).length, known.length),
    people: known.flatMap(({ post, by }) => [post.author, ...by]),
  };
}

function medianHours(posts: readonly Counted[]): Sample {
  const waited = posts.flatMap((post) => {
    const first = firstReply(post);
    if (!first) return [];
    const hours = Math.max(0, first.created - post.created) / (dayLength / 24);
    return [{ hours, people: [post.author, first.author] }];
  });
  const sorted = waited.map(({ hours }) => hours).toSorted((one, other) => one - other);
  const middle = sorted[Math.ceil(sorted.length / 2) - 1];
  return {
    ...(middle === undefined ? {} : { value: Math.round(middle * 10) / 10 }),
    people: waited.flatMap(({ people }) => people),
  };
}

function contributors({ posts, guests }: Activity, month: Month): Sample {
  const said = posts.flatMap((post): Written[] => [post, ...post.replies]);
  const people = said
    .filter(({ author, created }) => monthOf(created) === month && !guests.has(author))
    .map(({ author }) => author);
  return { value: new Set(people).size, people };
}

/** What colleagues wrote to each other. */
const ofColleagues = ({ posts, guests }: Activity): readonly Counted[] =>
  posts
    .filter(({ author }) => !guests.has(author))
    .map((post) => ({
      ...post,
      replies: post.replies.filter(({ author }) => !guests.has(author)),
    }));

function sampleOf(measuring: Measuring, activity: Activity): Sample {
  const { metric, month } = measuring;
  if (metric === 'contributors') return contributors(activity, month);
  const posts = ofColleagues(activity).filter(({ created }) => monthOf(created) === month);
  switch (metric) {
    case 'answeredShare':
      return inTime(
        posts.filter(({ kind }) => kind === 'question'),
        measuring,
        firstReply,
      );
    case 'medianHoursToFirstReply':
      return medianHours(posts);
    case 'newcomersGreeted':
      return inTime(
        posts.filter(({ isFirst }) => isFirst),
        measuring,
        firstReply,
      );
    case 'ideasDecided':
      return inTime(
        posts.filter(({ kind, isBack }) => kind === 'idea' && !isBack),
        measuring,
        // Who decided is said beside the idea; the number is about those who put ideas forward.
        ({ author, decided }) => (decided === undefined ? undefined : { author, created: decided }),
      );
  }
}

/** @returns the number; undefined where fewer than five people are behind it, and where nothing happened. */
export function measure(measuring: Measuring, activity: Activity): number | undefined {
  const { value, people } = sampleOf(measuring, activity);
  return new Set(people).size < fewestPeople ? undefined : value;
}
