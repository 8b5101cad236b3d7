/** The first steps of somebody who came into a group: derived from what they wrote, and put away by them alone. */
import { isWellFormed } from '../kernel/collection.ts';
import { groupContainer, isClosed } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import { maxIn, rows } from '../kernel/query.ts';
import type { PersonId } from '../kernel/record.ts';
import { profileOf } from '../card/profile.ts';
import { profiles } from '../card/profiles.ts';
import { doneIn, doneWith, keepDone } from '../preferences/of-group.ts';
import { stewardsOf } from '../stewards/stewards.ts';
import { isComment, isPost } from '../wall/about-posts.ts';
import { newestQuestions } from '../wall/asked.ts';
import { comments, posts } from '../wall/message.ts';
import { isMembership, ownMemberships } from './memberships.ts';

/** So long somebody is new, in milliseconds. */
const newFor = 30 * 24 * 3_600_000;

/** Which of them are done. */
export interface FirstSteps {
  /** They have written a post here. */
  readonly said: boolean;
  /** They have answered a question of somebody else here. */
  readonly answered: boolean;
  /** Their profile says what they may be asked about. */
  readonly profile: boolean;
}

/** The first post that somebody wrote in a group. */
const firstPost = (group: string, author: PersonId) =>
  rows(posts, {
    container: groupContainer(group),
    index: 'recent',
    author,
    order: 'ascending',
    limit: 1,
  });

async function hasAnswered({ store }: Host, group: string, me: PersonId, asked: readonly string[]) {
  if (asked.length === 0) return false;
  const [{ records }] = await store.read([
    rows(comments, {
      container: groupContainer(group),
      index: 'byPost',
      in: asked,
      author: me,
      order: 'descending',
      limit: 1,
    }),
  ]);
  return records.some((record) => isComment(record) && !record.fields.deleted);
}

/**
 * @returns undefined where there is nothing to say: to who is no newcomer, has done all of it, or put it away.
 * A host tells of no member of a closed group since when they are in: there their first post counts.
 * @throws Forbidden to who may not read the group
 */
export async function readFirstSteps(host: Host, group: string): Promise<FirstSteps | undefined> {
  const { store, identity, clock } = host;
  const me = await identity.me();
  const [[away, joined, first, questions, own], stewards] = await Promise.all([
    store.read([
      doneWith('steps', [group], me),
      ownMemberships([group], me),
      firstPost(group, me),
      newestQuestions(group, maxIn),
      profileOf(me),
    ]),
    stewardsOf(host, group),
  ]);
  const membership = joined.records.find(isMembership);
  const post = first.records.find(isPost);
  const since = isClosed(group) ? (post?.created ?? clock.now()) : membership?.created;
  const isNew = since !== undefined && clock.now() - since < newFor;
  if (!isNew || stewards.areMe || doneIn('steps', away.records).has(group)) return undefined;
  const asked = questions.records.filter((record) => isPost(record) && record.author !== me);
  const profile = own.records.find((record) => isWellFormed(profiles, record));
  const steps = {
    said: post !== undefined && !post.fields.deleted,
    answered: await hasAnswered(
      host,
      group,
      me,
      asked.map(({ id }) => id),
    ),
    profile: (profile?.fields.askMeAbout.length ?? 0) > 0,
  };
  return steps.said && steps.answered && steps.profile ? undefined : steps;
}

export const putStepsAway = (host: Host, group: string): Promise<void> =>
  keepDone(host, 'steps', group);
