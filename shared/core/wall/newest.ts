/** The newest posts of several groups together: what there is to read, in few requests and of bounded size. */
import { groupContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import { rows } from '../kernel/query.ts';
import type { Counts, Rows } from '../kernel/query.ts';
import type { PersonSummary } from '../people/person.ts';
import { peopleFinder } from '../people/person.ts';
import { ownPreferences, preferencesIn } from '../preferences/preference.ts';
import type { PersonId } from '../kernel/record.ts';
import { newestActs } from '../stewards/acts.ts';
import type { ActRecord } from '../stewards/acts.ts';
import { actsByGroup, unhidden } from '../stewards/unhidden.ts';
import { aboutPosts, isPost, peopleIn } from './about-posts.ts';
import { posts, targetName } from './message.ts';
import type { PostRecord } from './message.ts';
import { reactionSummary } from './reaction.ts';
import { mentionsIn } from './view.ts';
import { readable } from '../groups/readable.ts';

/** A busy group leaves room for the quiet ones. */
const eachGroup = 4;
const mostPosts = 20;

/** A post outside of its wall. */
export interface NewestPost {
  readonly group: string;
  readonly id: string;
  readonly author: PersonSummary;
  readonly text: string;
  /** Whom the text mentions; those whom the host does not know have no name. Absent where that is nobody. */
  readonly mentions?: readonly PersonSummary[];
  readonly created: number;
  readonly edited: boolean;
  /** How many comments and reactions there are. */
  readonly comments: number;
  readonly reactions: number;
}

export interface NewestPosts {
  /** Newest first, at most four a group. */
  readonly posts: readonly NewestPost[];
  /** How many rows broke a rule and are not shown. */
  readonly dropped: number;
}

interface Found {
  readonly group: string;
  readonly post: PostRecord;
}

const newestIn = (group: string) =>
  rows(posts, {
    container: groupContainer(group),
    index: 'recent',
    order: 'descending',
    limit: eachGroup,
  });

async function newestOf(host: Host, groups: readonly string[], me: PersonId) {
  const [own, ...both] = await host.store.read([
    ownPreferences(me),
    ...groups.flatMap((group) => [newestIn(group), newestActs(groupContainer(group))]),
  ]);
  const answers = both.filter((_, at) => at % 2 === 0) as readonly Rows<PostRecord['fields']>[];
  const decided = both.filter((_, at) => at % 2 === 1) as readonly Rows<ActRecord['fields']>[];
  const all = answers.flatMap(({ records }, position) =>
    records.map((post): Found => ({ group: groups[position] ?? '', post })),
  );
  const kept = all.filter(({ post }) => isPost(post));
  const { blocked } = preferencesIn(own.records);
  const wanted = kept.filter(({ post }) => !post.fields.deleted && !blocked.has(post.author));
  const messages = wanted.map((each) => ({ ...each, kind: 'post', message: each.post }) as const);
  const open = await unhidden(host, messages, actsByGroup(groups, decided));
  const shown = open
    .toSorted((one, other) => other.post.created - one.post.created)
    .slice(0, mostPosts);
  return { shown, dropped: all.length - kept.length };
}

interface Numbers {
  readonly comments: Counts;
  readonly reactions: Counts;
}

/** How many comments and reactions the posts have, by group. */
async function countsOf(
  { store }: Host,
  found: readonly Found[],
  me: string,
): Promise<ReadonlyMap<string, Numbers>> {
  const groups = [...new Set(found.map(({ group }) => group))];
  const queries = groups.flatMap((group) => {
    const ids = found.filter((each) => each.group === group).map(({ post }) => post.id);
    const [, comments, reactions] = aboutPosts(group, ids, me, 1);
    return [comments, reactions];
  });
  const answers = await store.read(queries);
  const none: Counts = new Map();
  return new Map(
    groups.map((group, at) => [
      group,
      { comments: answers[2 * at] ?? none, reactions: answers[2 * at + 1] ?? none },
    ]),
  );
}

const sumOf = (numbers: Readonly<Record<string, number>>): number =>
  Object.values(numbers).reduce((sum, number) => sum + number, 0);

export async function readNewest(host: Host, wanted: readonly string[]): Promise<NewestPosts> {
  const groups = await readable(host, wanted);
  if (groups.length === 0) return { posts: [], dropped: 0 };
  const me = await host.identity.me();
  const { shown, dropped } = await newestOf(host, groups, me);
  const [person, counts] = await Promise.all([
    peopleFinder(host.directory, peopleIn(shown.map(({ post }) => post))),
    countsOf(host, shown, me),
  ]);
  const views = shown.map(({ group, post }): NewestPost => {
    const { id, author, created, fields } = post;
    const numbers = counts.get(group);
    const target = targetName({ kind: 'post', id });
    const reactions = numbers ? reactionSummary(target, numbers.reactions, new Map()).counts : {};
    return {
      group,
      id,
      author: person(author),
      text: fields.text,
      ...mentionsIn(fields.text, person),
      created,
      edited: fields.edited,
      comments: numbers?.comments.get(id) ?? 0,
      reactions: sumOf(reactions),
    };
  });
  return { posts: views, dropped };
}
