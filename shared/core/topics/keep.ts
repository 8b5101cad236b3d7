/** Keeping the topics of a group, and saying what a post is about. */
import { acceptText } from '../kernel/accept-text.ts';
import { groupContainer } from '../kernel/container.ts';
import { Forbidden, Invalid, NotFound } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { byIds } from '../kernel/query.ts';
import { limits } from '../settings/settings.ts';
import type { NewAct } from '../stewards/acts.ts';
import { writeAct } from '../stewards/appoint.ts';
import { confirmStewards } from '../stewards/confirm.ts';
import { hintAt } from '../stewards/hide.ts';
import { stewardsOf } from '../stewards/stewards.ts';
import type { Stewards } from '../stewards/stewards.ts';
import { isPost } from '../wall/about-posts.ts';
import { placeOfStewards } from '../wall/marks.ts';
import { posts, targetName } from '../wall/message.ts';
import { ownMark, renewMark } from '../wall/own-mark.ts';
import type { Moving, NewTopic, TopicRenaming, TopicRef } from './commands.ts';
import { readTopicRows, topicsOf } from './read-topics.ts';
import { isTaken, nameOf } from './topics.ts';
import type { TopicView } from './topics.ts';

interface Kept {
  readonly stewards: Stewards;
  readonly topics: readonly TopicView[];
}

async function find(host: Host, group: string): Promise<Kept> {
  const [stewards, found] = await Promise.all([
    stewardsOf(host, group),
    readTopicRows(host.store, group, []),
  ]);
  return { stewards, topics: await topicsOf(host.store, group, stewards, found) };
}

/** @throws Forbidden to who is no steward of the group */
async function asSteward(host: Host, group: string): Promise<Kept> {
  const kept = await find(host, group);
  if (!kept.stewards.areMe) throw new Forbidden(`the topics of group ${group}`);
  return kept;
}

/** @throws Invalid `empty`, `too-long`, `name-taken` */
function acceptName(typed: string, topics: readonly TopicView[], except?: string): string {
  const name = acceptText('name', nameOf(typed), limits.topic);
  if (!isTaken(topics, name, except)) return name;
  throw new Invalid(
    { field: 'name', reason: 'name-taken', actual: name },
    `There is a topic «${name}» already. Choose another name.`,
  );
}

async function write(
  host: Host,
  group: string,
  stewards: Stewards,
  { key, ...act }: NewAct & { readonly key: string },
): Promise<void> {
  const place = placeOfStewards(group);
  await hintAt(host, place);
  await writeAct(host, place, key, act);
  await confirmStewards(host, place, stewards);
}

/** @throws Forbidden, Invalid `empty`, `too-long`, `too-many`, `name-taken` */
export async function addTopic(host: Host, { group, name: typed, key }: NewTopic): Promise<void> {
  const { stewards, topics } = await asSteward(host, group);
  if (topics.length >= limits.topics) {
    throw new Invalid(
      { field: 'name', reason: 'too-many', limit: limits.topics },
      `A group has at most ${limits.topics} topics. Take one away first.`,
    );
  }
  const reason = acceptName(typed, topics);
  await write(host, group, stewards, { family: 'topic', reason, key });
}

/** @throws Forbidden, NotFound, Invalid `empty`, `too-long`, `name-taken` */
export async function renameTopic(
  host: Host,
  { group, topic, name: typed, key }: TopicRenaming,
): Promise<void> {
  const { stewards, topics } = await asSteward(host, group);
  if (!topics.some(({ id }) => id === topic)) throw new NotFound(`topic ${topic}`);
  const reason = acceptName(typed, topics, topic);
  await write(host, group, stewards, { family: 'topic', target: topic, reason, key });
}

/** @throws Forbidden */
export async function dropTopic(host: Host, { group, topic, key }: TopicRef): Promise<void> {
  const { stewards, topics } = await asSteward(host, group);
  if (!topics.some(({ id }) => id === topic)) return;
  await write(host, group, stewards, { family: 'untopic', target: topic, key });
}

/**
 * A row that is there already is made anew: a topic's page asks for the newest ones.
 * @throws Forbidden to who neither is a steward nor wrote the post, NotFound
 */
export async function moveToTopic(host: Host, { group, post, topic = '' }: Moving): Promise<void> {
  const { store, identity } = host;
  const target = targetName({ kind: 'post', id: post });
  const container = groupContainer(group);
  const [me, { stewards, topics }, [found]] = await Promise.all([
    identity.me(),
    find(host, group),
    store.read([byIds(posts, container, [post])]),
  ]);
  const record = found.records.find((each) => isPost(each) && !each.fields.deleted);
  if (!record) throw new NotFound(`post ${post}`);
  if (!stewards.areMe && record.author !== me)
    throw new Forbidden('the topic of a colleague’s post');
  if (topic !== '' && !topics.some(({ id }) => id === topic)) throw new NotFound(`topic ${topic}`);
  const place = stewards.areMe ? placeOfStewards(group) : container;
  const [{ records }] = await store.read([ownMark(place, me, 'topic', target)]);
  const mark = { family: 'topic', target, post, value: topic, to: '' } as const;
  await renewMark(store, place, records[0], mark);
}
