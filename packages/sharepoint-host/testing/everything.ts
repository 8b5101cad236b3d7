/** Something of every kind, honestly written, and all that a page shows of it. */
import { mentionToken } from '@kantine/core';
import type { Community, PersonId, PostView } from '@kantine/core';
import type { Organisation } from './organisation.ts';

export interface Everything {
  readonly group: string;
  /** A post by Anna, which she edited, and which Zoë answered. */
  readonly post: PostView;
  /** The topic that it is about, which Anna keeps. */
  readonly topic: string;
}

/** Anna and Zoë write something of every kind. */
export async function writeEverything(
  { anna, zoe }: Readonly<Record<'anna' | 'zoe', Community>>,
  ids: Organisation['ids'],
): Promise<Everything> {
  const key = (name: string): string => `key-of-${name}`;
  const { id: group } = await anna.groups.create({ name: 'Lunch run', purpose: 'To the market' });
  const post = await anna.wall.post({ group, text: 'First wording', key: key('post') });
  const message = { group, kind: 'post', id: post.id } as const;
  await anna.wall.edit({ ...message, text: 'Who comes along?', version: post.version });
  await zoe.wall.comment({ group, post: post.id, text: 'I do', key: key('comment') });
  const mention = `${mentionToken(ids.zoe)} too?`;
  await anna.wall.comment({ group, post: post.id, text: mention, key: key('mention') });
  await zoe.wall.react({ message, post: post.id, kind: 'like' });
  const thanks = { value: 'helps-out', reason: 'for all the bread', as: 'kudos' } as const;
  await zoe.kudos.give({ ...thanks, recipients: [ids.anna], key: key('thanks') });
  await anna.card.update({ about: 'Bakes', askMeAbout: ['Bread'], interests: [] });
  await anna.wall.pin({ group, post: post.id, pinned: true });
  await anna.wall.addTopic({ group, name: 'Market', key: key('topic') });
  const { topics = [] } = await anna.wall.read({ group });
  const topic = topics[0]?.id ?? '';
  await anna.wall.moveToTopic({ group, post: post.id, topic });
  return { group, post, topic };
}

/**
 * All that a page shows of what was written. How many rows were dropped is told, too, and is no secret.
 *
 * @param people whose cards.
 */
export async function shownBy(
  page: Community,
  { group, post, topic }: Everything,
  people: readonly PersonId[],
): Promise<unknown> {
  const message = { group, kind: 'post', id: post.id } as const;
  return {
    wall: { ...(await page.wall.read({ group })), dropped: undefined },
    kudos: { ...(await page.kudos.read({ isWide: true })), dropped: undefined },
    groups: await page.groups.list(),
    members: await page.groups.members({ group }),
    topic: { ...(await page.wall.topic({ group, topic })), dropped: undefined },
    thread: await page.wall.thread({ group, post: post.id }),
    history: await page.wall.history(message),
    forYou: { ...(await page.catchUp.forYou()), dropped: undefined },
    reactors: await page.wall.reactors(message),
    people: await Promise.all(people.map((person) => page.card.read({ person }))),
    budget: await page.kudos.budget(),
  };
}
