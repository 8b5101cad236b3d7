/** How each action is tried, and how one sees that it was done: in one file, since one reads it as a table. */
import { createCommunity } from '@kantine/core';
import type { Community, Host, IdeaView, PostView } from '@kantine/core';
import { goalOf, putGoal } from './goals.ts';
import type { Action } from './matrix.ts';
import type { Scene } from './scene.ts';

/** A question with an answer, written for one try. */
export interface Subject {
  readonly post: string;
  readonly version: string;
  readonly answer: string;
}

export interface Trial {
  /** Makes it possible: what is shown again was hidden before. */
  prepare?(scene: Scene, subject: Subject): Promise<unknown>;
  /** @param host of whoever tries it, for what is written as a row. */
  attempt(me: Community, scene: Scene, subject: Subject, host: Host): Promise<unknown>;
  /** Whether it was done, as somebody else sees. Left out where trying it tells. */
  isDone?(scene: Scene, subject: Subject): Promise<boolean>;
}

/** The question is the actor's own where they are its author. */
export async function openSubject(scene: Scene, action: Action): Promise<Subject> {
  const { group, host, watcher, actor } = scene;
  const own = createCommunity(host);
  const asker = actor === 'author' ? own : watcher;
  const { id: post, version } = await asker.wall.post({
    group,
    text: 'Where is the key?',
    kind: 'question',
    key: scene.newKey(),
  });
  const isOwnAnswer = actor === 'author' && action === 'say that it helped';
  const { id: answer } = await (isOwnAnswer ? own : watcher).wall.comment({
    group,
    post,
    text: 'In the drawer.',
    key: scene.newKey(),
  });
  return { post, version, answer };
}

async function postOf({ watcher, group }: Scene, { post }: Subject): Promise<PostView | undefined> {
  const { posts } = await watcher.wall.read({ group });
  return posts.find(({ id }) => id === post);
}

const words = 'Written by the one who tries';
const reason = 'it names a customer';
const message = ({ group }: Scene, { post }: Subject) =>
  ({ group, kind: 'post', id: post }) as const;
const decision = (scene: Scene, subject: Subject) => ({
  ...message(scene, subject),
  reason,
  key: scene.newKey(),
});
const closing = (scene: Scene, { post }: Subject) => ({
  group: scene.group,
  post,
  reason,
  key: scene.newKey(),
});

const isHidden = async (scene: Scene, subject: Subject) =>
  (await postOf(scene, subject))?.hidden !== undefined;
const isClosed = async (scene: Scene, subject: Subject) =>
  (await postOf(scene, subject))?.closed !== undefined;

const isSteward = async ({ watcher, group }: Scene, person: string) =>
  (await watcher.stewards.read({ group })).stewards.some((each) => each.person.id === person);

async function roleOf({ founder, group }: Scene, person: string) {
  const members = await founder.groups.members({ group });
  return members.find((each) => each.person.id === person)?.role;
}

async function topicNamed({ watcher, group }: Scene, name: string) {
  const { topics = [] } = await watcher.wall.read({ group });
  return topics.find((topic) => topic.name === name);
}

/** An idea of whose the question is. */
async function putIdea(scene: Scene, { post }: Subject): Promise<void> {
  const { group, host, watcher, actor, newKey } = scene;
  const author = actor === 'author' ? createCommunity(host) : watcher;
  await author.ideas.putForward({ group, text: `What if ${post}`, unsure: false, key: newKey() });
}

async function ideaOf({ watcher, group }: Scene, { post }: Subject): Promise<IdeaView> {
  const { ideas } = await watcher.ideas.read({ group });
  const idea = ideas.find(({ text }) => text === `What if ${post}`);
  if (!idea) throw new Error('The idea is not there.');
  return idea;
}

/** Thanks for the question, as its author is told of them. */
const thanksFor = (scene: Scene, subject: Subject) => {
  const { actor, host, watcher } = scene;
  const author = actor === 'author' ? createCommunity(host) : watcher;
  return author.thanks.ofMessage(message(scene, subject));
};

/** Thanks that the group reads, for one try. */
const thanksIn = ({ group }: Scene, { post }: Subject, recipient: string) => ({
  recipients: [recipient],
  value: 'helps-out',
  reason: `answered question ${post}`,
  as: 'thanks' as const,
  key: `thanks of ${post}`,
  group,
});
/** Whose message the question is gave such thanks, or got them. */
const authorOf = ({ actor, host, watcher }: Scene): Community =>
  actor === 'author' ? createCommunity(host) : watcher;
async function thanksSeen(page: Community, { post }: Subject) {
  const { thankYous } = await page.kudos.read({ isWide: true });
  return thankYous.find(({ reason: said }) => said === `answered question ${post}`);
}

const archiving = ({ group, newKey }: Scene) => ({ group, reason, key: newKey() });
const isArchived = async ({ watcher, group }: Scene): Promise<boolean> =>
  (await watcher.groups.read({ group })).archived !== undefined;

/** An article for one try, by its title; its author is the actor where they are one. */
const articleFor = ({ newKey, group }: Scene, title: string) => ({
  group,
  key: newKey(),
  title,
  lead: '',
  text: 'Some words.',
  cover: { colour: 'teal', icon: 'idea' } as const,
  series: '',
});
async function articleNamed({ watcher, group }: Scene, title: string) {
  const { articles } = await watcher.blog.read({ group });
  return articles.find((article) => article.title === title);
}
const published = ({ post }: Subject): string => `About question ${post}`;
const changed = ({ post }: Subject): string => `Otherwise about question ${post}`;

const appointment = (scene: Scene, person: string) => ({
  group: scene.group,
  person,
  key: scene.newKey(),
});

export const trials: Readonly<Record<Action, Trial>> = {
  read: { attempt: (me, { group }) => me.wall.read({ group }) },
  post: {
    attempt: (me, { group, newKey }) => me.wall.post({ group, text: words, key: newKey() }),
    isDone: async ({ watcher, group }) =>
      (await watcher.wall.read({ group })).posts.some(({ text }) => text === words),
  },
  comment: {
    attempt: (me, { group, newKey }, { post }) =>
      me.wall.comment({ group, post, text: words, key: newKey() }),
    isDone: async (scene, subject) =>
      (await postOf(scene, subject))?.comments.some(({ text }) => text === words) ?? false,
  },
  react: {
    attempt: (me, scene, subject) =>
      me.wall.react({ message: message(scene, subject), post: subject.post, kind: 'love' }),
    isDone: async (scene, subject) =>
      (await postOf(scene, subject))?.reactions.counts.love !== undefined,
  },
  'accept an answer': {
    attempt: (me, { group }, { post, answer }) => me.wall.accept({ group, post, comment: answer }),
    isDone: async (scene, subject) => (await postOf(scene, subject))?.accepted !== undefined,
  },
  'say that it helped': {
    attempt: (me, { group }, { post, answer }) =>
      me.wall.helped({ group, post, comment: answer, helped: true }),
    isDone: async (scene, subject) =>
      (await postOf(scene, subject))?.comments.some(({ helped }) => helped !== undefined) ?? false,
  },
  'thank for a message': {
    attempt: (me, scene, subject) => me.thanks.thank({ ...message(scene, subject), thanked: true }),
    isDone: async (scene, subject) => (await thanksFor(scene, subject)).number !== 0,
  },
  'keep thanks to oneself': {
    attempt: (me, scene, subject) => me.thanks.keep({ ...message(scene, subject), kept: true }),
    isDone: async (scene, subject) => (await thanksFor(scene, subject)).isKept === true,
  },
  'thank somebody in the group': {
    attempt: (me, scene, subject) => me.kudos.give(thanksIn(scene, subject, scene.watcherId)),
    isDone: async (scene, subject) => (await thanksSeen(scene.watcher, subject)) !== undefined,
  },
  'take such thanks back': {
    prepare: (scene, subject) =>
      authorOf(scene).kudos.give(thanksIn(scene, subject, scene.founderId)),
    attempt: (me, scene, subject) =>
      me.kudos.withdraw({ id: `thanks of ${subject.post}`, group: scene.group }),
    isDone: async (scene, subject) => (await thanksSeen(scene.watcher, subject)) === undefined,
  },
  'keep such thanks to oneself': {
    prepare: async (scene, subject) => {
      const { id } = await authorOf(scene).people.me();
      return scene.founder.kudos.give(thanksIn(scene, subject, id));
    },
    attempt: (me, { group, founderId }, { post }) =>
      me.thanks.keepKudos({ giver: founderId, id: `thanks of ${post}`, kept: true, group }),
    isDone: async (scene, subject) => (await thanksSeen(authorOf(scene), subject))?.isKept === true,
  },
  edit: {
    attempt: (me, scene, subject) =>
      me.wall.edit({ ...message(scene, subject), text: words, version: subject.version }),
    isDone: async (scene, subject) => (await postOf(scene, subject))?.text === words,
  },
  delete: {
    attempt: (me, scene, subject) =>
      me.wall.remove({ ...message(scene, subject), version: subject.version, reason: '' }),
    isDone: async (scene, subject) => (await postOf(scene, subject))?.deleted ?? true,
  },
  'publish an article': {
    attempt: (me, scene, subject) => me.blog.publish(articleFor(scene, published(subject))),
    isDone: async (scene, subject) => (await articleNamed(scene, published(subject))) !== undefined,
  },
  'change an article': {
    prepare: (scene, subject) => {
      const { actor, host, watcher } = scene;
      const writer = actor === 'author' ? createCommunity(host) : watcher;
      return writer.blog.publish(articleFor(scene, published(subject)));
    },
    attempt: async (me, scene, subject) => {
      const { id = '' } = (await articleNamed(scene, published(subject))) ?? {};
      const { version } = await scene.watcher.blog.one({ group: scene.group, id });
      const { group, title, lead, text, cover, series } = articleFor(scene, changed(subject));
      await me.blog.change({ id, version, group, title, lead, text, cover, series });
    },
    isDone: async (scene, subject) => (await articleNamed(scene, changed(subject))) !== undefined,
  },
  hide: {
    attempt: (me, scene, subject) => me.stewards.hide(decision(scene, subject)),
    isDone: isHidden,
  },
  show: {
    prepare: (scene, subject) => scene.founder.stewards.hide(decision(scene, subject)),
    attempt: (me, scene, subject) => me.stewards.show(decision(scene, subject)),
    isDone: async (scene, subject) => !(await isHidden(scene, subject)),
  },
  close: {
    attempt: (me, scene, subject) => me.stewards.close(closing(scene, subject)),
    isDone: isClosed,
  },
  reopen: {
    prepare: (scene, subject) => scene.founder.stewards.close(closing(scene, subject)),
    attempt: (me, scene, subject) => me.stewards.reopen(closing(scene, subject)),
    isDone: async (scene, subject) => !(await isClosed(scene, subject)),
  },
  pin: {
    attempt: (me, { group }, { post }) => me.wall.pin({ group, post, pinned: true }),
    isDone: async ({ watcher, group }, { post }) => {
      const { pins = [] } = await watcher.wall.read({ group });
      return pins.some((pin) => pin.post === post);
    },
  },
  'add a topic': {
    attempt: (me, { group, newKey }) => me.wall.addTopic({ group, name: 'Tools', key: newKey() }),
    isDone: async (scene) => (await topicNamed(scene, 'Tools')) !== undefined,
  },
  'say what a post is about': {
    prepare: async (scene) => {
      const { founder, group, newKey } = scene;
      if (await topicNamed(scene, 'Lunch')) return;
      await founder.wall.addTopic({ group, name: 'Lunch', key: newKey() });
    },
    attempt: async (me, scene, { post }) => {
      const topic = (await topicNamed(scene, 'Lunch'))?.id ?? '';
      await me.wall.moveToTopic({ group: scene.group, post, topic });
    },
    isDone: async (scene, subject) => (await postOf(scene, subject))?.topic !== undefined,
  },
  'decide about an idea': {
    prepare: putIdea,
    attempt: async (me, scene, subject) => {
      const { id: post } = await ideaOf(scene, subject);
      const { group, newKey } = scene;
      const why = 'we all want to have it';
      await me.ideas.decide({ group, post, state: 'adopted', reason: why, key: newKey() });
    },
    isDone: async (scene, subject) => (await ideaOf(scene, subject)).fate.state === 'adopted',
  },
  'take an idea back': {
    prepare: putIdea,
    attempt: async (me, scene, subject) => {
      const { id: post } = await ideaOf(scene, subject);
      const { group, newKey } = scene;
      await me.ideas.withdraw({ group, post, reason: '', key: newKey() });
    },
    isDone: async (scene, subject) => (await ideaOf(scene, subject)).fate.state === 'withdrawn',
  },
  'set a goal': {
    attempt: (_me, scene, subject, host) => putGoal(host, scene, subject.post),
    isDone: async (scene, subject) => (await goalOf(scene, subject.post)) !== undefined,
  },
  'say how a goal goes': {
    prepare: (scene, subject) => putGoal(scene.world.anna, scene, subject.post),
    attempt: async (me, scene, subject) => {
      const goal = (await goalOf(scene, subject.post))?.id ?? '';
      const { group, newKey } = scene;
      await me.goals.checkIn({ group, goal, text: words, key: newKey() });
    },
    isDone: async (scene, subject) =>
      ((await goalOf(scene, subject.post))?.checkIns.length ?? 0) > 0,
  },
  'say how a goal ended': {
    prepare: (scene, subject) => putGoal(scene.world.anna, scene, subject.post),
    attempt: async (me, scene, subject) => {
      const goal = (await goalOf(scene, subject.post))?.id ?? '';
      const { group, newKey } = scene;
      await me.goals.end({ group, goal, reached: true, learned: words, key: newKey() });
    },
    isDone: async (scene, subject) => (await goalOf(scene, subject.post))?.state === 'reached',
  },
  report: {
    attempt: (me, scene, subject) =>
      me.stewards.report({ ...message(scene, subject), why: 'other', note: words }),
    isDone: async (scene, subject) => {
      const { kind, world, founder, group } = scene;
      const isOwners = kind === 'open' || world.anna.supports.closedLetters === 'owners';
      const reader = isOwners ? createCommunity(world.harness.owner) : founder;
      const letters = await reader.stewards.waiting({ group });
      return letters.some((letter) => letter.message.id === subject.post && letter.note === words);
    },
  },
  'read reports': { attempt: (me, { group }) => me.stewards.waiting({ group }) },
  'say that nothing is wrong': {
    attempt: (me, scene, subject) =>
      me.stewards.letStand({ ...message(scene, subject), key: scene.newKey() }),
  },
  'let somebody in': {
    attempt: (me, { group, world }) =>
      me.groups.admit({ group, person: world.harness.people.zoe, role: 'steward' }),
    isDone: async (scene) => (await roleOf(scene, scene.world.harness.people.zoe)) === 'steward',
  },
  'take somebody out': {
    attempt: (me, { group, watcherId }) => me.groups.expel({ group, person: watcherId }),
    isDone: async (scene) => (await roleOf(scene, scene.watcherId)) === undefined,
  },
  appoint: {
    attempt: (me, scene) => me.stewards.appoint(appointment(scene, scene.watcherId)),
    isDone: (scene) => isSteward(scene, scene.watcherId),
  },
  dismiss: {
    prepare: (scene) => scene.founder.stewards.appoint(appointment(scene, scene.watcherId)),
    attempt: (me, scene) => me.stewards.dismiss(appointment(scene, scene.watcherId)),
    isDone: async (scene) => !(await isSteward(scene, scene.watcherId)),
  },
  rename: {
    attempt: (me, { group }) => me.groups.rename({ group, name: 'Another name of theirs' }),
    isDone: async ({ watcher, group }) =>
      (await watcher.groups.read({ group })).name === 'Another name of theirs',
  },
  archive: {
    attempt: (me, scene) => me.stewards.archive(archiving(scene)),
    isDone: isArchived,
  },
  'open it again': {
    prepare: async (scene) => {
      if (!(await isArchived(scene))) await scene.founder.stewards.archive(archiving(scene));
    },
    attempt: (me, scene) => me.stewards.unarchive(archiving(scene)),
    isDone: async (scene) => !(await isArchived(scene)),
  },
};
