/**
 * What the numbers of goals should be, counted from what people did. It knows neither rows nor how Kantine counts, and
 * is written apart from that on purpose.
 */
import type { CountedMetric } from '@kantine/core';
import type { ToldPost, ToldReply } from './history.ts';

const hour = 60 * 60_000;

/** The year and the month, as a calendar says them. */
export const calendar = (at: number): string => new Date(at).toISOString().slice(0, 7);

const percent = (part: number, whole: number) =>
  whole === 0 ? undefined : Math.round((part / whole) * 100);

/** What a number should be, and how many people are behind it. */
type Recounted = readonly [value: number | undefined, people: number];

/** When the first colleague said something to a post. */
function greeted(post: ToldPost): ToldReply | undefined {
  let first: ToldReply | undefined;
  for (const reply of post.replies) {
    if (reply.isGone || reply.by === post.by) continue;
    if (!first || reply.at < first.at) first = reply;
  }
  return first;
}

function recountShare(posts: readonly ToldPost[], days: number, now: number): Recounted {
  const involved = new Set<string>();
  let all = 0;
  let good = 0;
  for (const post of posts) {
    const first = greeted(post);
    const wasInTime = first !== undefined && first.at - post.at <= days * 24 * hour;
    if (!wasInTime && now - post.at <= days * 24 * hour) continue;
    all += 1;
    involved.add(post.by);
    if (!wasInTime) continue;
    good += 1;
    involved.add(first.by);
  }
  return [percent(good, all), involved.size];
}

function recountIdeas(posts: readonly ToldPost[], days: number, now: number): Recounted {
  const settled = posts.filter(({ kind, isTakenBack }) => kind === 'idea' && !isTakenBack);
  const known = settled.filter(
    ({ at, decidedAt = Infinity }) =>
      decidedAt <= at + days * 24 * hour || now > at + days * 24 * hour,
  );
  const good = known.filter(({ at, decidedAt = Infinity }) => decidedAt <= at + days * 24 * hour);
  return [percent(good.length, known.length), new Set(known.map(({ by }) => by)).size];
}

function recountHours(posts: readonly ToldPost[]): Recounted {
  const waits = posts.flatMap((post) => {
    const first = greeted(post);
    return first ? [{ hours: (first.at - post.at) / hour, by: [post.by, first.by] }] : [];
  });
  const involved = new Set(waits.flatMap(({ by }) => by));
  // The lowest wait within which at least half of them were answered.
  const enough = waits
    .map(({ hours }) => hours)
    .filter((limit) => waits.filter(({ hours }) => hours <= limit).length * 2 >= waits.length);
  // To a tenth of an hour.
  const median = enough.length === 0 ? undefined : Math.round(Math.min(...enough) * 10) / 10;
  return [median, involved.size];
}

function recountPeople(told: readonly ToldPost[], month: string): Recounted {
  const wrote = new Set<string>();
  for (const post of told) {
    if (post.isGone) continue;
    if (calendar(post.at) === month) wrote.add(post.by);
    for (const reply of post.replies)
      if (!reply.isGone && calendar(reply.at) === month) wrote.add(reply.by);
  }
  return [wrote.size, wrote.size];
}

export function recount(
  told: readonly ToldPost[],
  metric: CountedMetric,
  month: string,
  now: number,
): Recounted {
  const posts = told.filter((post) => !post.isGone && calendar(post.at) === month);
  switch (metric) {
    case 'answeredShare':
      return recountShare(
        posts.filter(({ kind }) => kind === 'question'),
        2,
        now,
      );
    case 'newcomersGreeted':
      return recountShare(
        posts.filter(({ isNewcomers }) => isNewcomers),
        3,
        now,
      );
    case 'ideasDecided':
      return recountIdeas(posts, 10, now);
    case 'medianHoursToFirstReply':
      return recountHours(posts);
    default:
      return recountPeople(told, month);
  }
}
