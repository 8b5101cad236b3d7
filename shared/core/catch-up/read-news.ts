/** Reading what was decided and what is worth a look, in the groups that somebody is in. */
import { subscribedBy, subscriptionsIn } from '../blog/subscribing.ts';
import { profileOf } from '../card/profile.ts';
import type { ProfileRecord } from '../card/profile.ts';
import { profiles } from '../card/profiles.ts';
import { isWellFormed } from '../kernel/collection.ts';
import { isClosed } from '../kernel/container.ts';
import { dayStart } from '../kernel/day.ts';
import type { Host } from '../kernel/ports.ts';
import type { Instant } from '../kernel/record.ts';
import { mentionedIn } from '../mentions/token.ts';
import { peopleFinder } from '../people/person.ts';
import { placeOfStewards } from '../wall/marks.ts';
import { findPosts } from './news-found.ts';
import { decidedLines, worthLines } from './news-lines.ts';
import { readNewsRows } from './news-rows.ts';
import type { NewsRows } from './news-rows.ts';
import { wantedIn } from './news-wanted.ts';
import type { News } from './news.ts';
import { reachOf, waitsFor } from './reach.ts';
import { ownSeen, seenIn } from './seen.ts';

/** Topics that the reader is glad to be asked about, or interested in. */
const topicsIn = (records: readonly ProfileRecord[]): readonly string[] =>
  records
    .filter((row) => isWellFormed(profiles, row))
    .flatMap(({ fields }) => [...fields.askMeAbout, ...fields.interests]);

/**
 * Until when one is done with what was looked at: the newest of it, and the day at least. The host's time itself
 * would tell two answers apart that say the same.
 */
function untilOf(rows: NewsRows, now: Instant): Instant {
  const all = [...rows.fates, ...rows.accepted, ...rows.articles];
  const moments = [
    ...all.flatMap(({ created, modified }) => [created, modified]),
    ...rows.articles.map(({ fields }) => fields.at),
  ];
  return Math.max(dayStart(now), ...moments.filter((moment) => moment <= now));
}

export interface NewsAsked {
  /** Of closed groups, six of them at most; of open ones unless told. */
  readonly closed?: boolean | undefined;
  /** Since when, whether the reader is done with it or not. */
  readonly since?: Instant | undefined;
}

/**
 * Two round trips after the one that tells which groups there are, and one more where stewards acted in them.
 * Nothing older than 14 days is news.
 */
export async function readNews(host: Host, { closed = false, since }: NewsAsked): Promise<News> {
  const me = await host.identity.me();
  // What hangs on no group is asked with the question for the groups.
  const [reach, [own, marks, subscribed]] = await Promise.all([
    reachOf(host, me, 0),
    host.store.read([profileOf(me), ownSeen(me), subscribedBy(me)]),
  ]);
  const groups = reach.groups.filter(
    (group) => reach.since.has(group) && isClosed(group) === closed,
  );
  const [rows, now] = await Promise.all([
    readNewsRows(host, groups, host.clock.now() - waitsFor),
    host.clock.server(),
  ]);
  const seen = seenIn(marks.records);
  const reader = {
    me,
    now,
    groups,
    from: Math.max(since ?? seen ?? 0, now - waitsFor),
    blocked: reach.blocked,
    subscriptions: subscriptionsIn(subscribed.records),
    topics: topicsIn(own.records),
  };
  const wanted = wantedIn(rows, reader, placeOfStewards);
  const found = { ...(await findPosts(host, wanted)), rows, wanted };
  const [decided, worth] = [decidedLines(found, reader), worthLines(found, reader)];
  const person = await peopleFinder(
    host.directory,
    [...decided, ...worth].flatMap(({ people, text }) => [...people, ...mentionedIn(text)]),
  );
  const nameOf = (group: string): string => reach.names.get(group) ?? '';
  return {
    decided: decided.map(({ view, group }) => view(person, nameOf(group))),
    worth: worth.map(({ view, group }) => view(person, nameOf(group))),
    isMore: rows.isMore,
    dropped: rows.dropped,
    failed: rows.failed,
    ...(seen === undefined ? {} : { seen }),
    ...(seen !== undefined && seen < now - waitsFor ? { wasAway: true } : {}),
    until: untilOf(rows, now),
  };
}
