/** A group's life at random, and what is told of it: what people did and when, as they themselves would say. */
import { createCommunity } from '@kantine/core';
import type { Community, Host } from '@kantine/core';

/** Where a group lives: a host with at least six people. */
export interface GoalWorld {
  readonly people: readonly [string, ...string[]];
  connect(person: string): Host;
  /** Moves the host's clock on. */
  advance(milliseconds: number): void;
  close(): Promise<void>;
}

export interface ToldReply {
  readonly id: string;
  readonly by: string;
  readonly at: number;
  readonly version: string;
  isGone: boolean;
}

export interface ToldPost {
  readonly id: string;
  readonly by: string;
  readonly at: number;
  readonly version: string;
  readonly kind: 'post' | 'question' | 'idea';
  readonly isNewcomers: boolean;
  readonly replies: ToldReply[];
  /** It was deleted, or a steward hid it. */
  isGone: boolean;
  decidedAt?: number;
  /** Before anything was decided about it. */
  isTakenBack?: boolean;
  /** Its author took it back, then or later: nothing is decided about it any more. */
  isOver?: boolean;
}

const hour = 60 * 60_000;
const reason = 'it names a customer by name';

/** Numbers from 0 up to a bound, always the same ones for a seed (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

interface Life {
  readonly group: string;
  readonly told: ToldPost[];
  readonly pageOf: (person: string) => Community;
  /** Who founded the group, and is its one steward. */
  readonly steward: string;
  readonly roll: (below: number) => number;
}

async function write({ group, told, pageOf, roll }: Life, by: string): Promise<void> {
  const page = pageOf(by);
  const kind = (['post', 'question', 'idea', 'idea'] as const)[roll(4)] ?? 'post';
  const words = { group, text: 'What if', key: page.newKey() };
  const { id, version, created } =
    kind === 'idea'
      ? await page.ideas.putForward({ ...words, unsure: false })
      : await page.wall.post({ ...words, ...(kind === 'question' ? { kind } : {}) });
  const isNewcomers = !told.some((other) => other.by === by);
  told.push({ id, version, by, at: created, kind, isNewcomers, replies: [], isGone: false });
}

async function reply({ group, pageOf }: Life, by: string, post: ToldPost): Promise<void> {
  const page = pageOf(by);
  const words = { group, post: post.id, text: 'Yes', key: page.newKey() };
  const { id, version, created } = await page.wall.comment(words);
  post.replies.push({ id, version, by, at: created, isGone: false });
}

async function takeAway({ group, pageOf, steward, roll }: Life, post: ToldPost): Promise<void> {
  const message = { group, kind: 'post', id: post.id } as const;
  if (roll(2) === 0) {
    await pageOf(post.by).wall.remove({ ...message, version: post.version, reason: '' });
  } else {
    if (post.by === steward) return;
    const page = pageOf(steward);
    await page.stewards.hide({ ...message, reason, key: page.newKey() });
  }
  post.isGone = true;
}

async function takeReplyAway({ group, pageOf, roll }: Life, post: ToldPost): Promise<void> {
  const said = post.replies[roll(Math.max(1, post.replies.length))];
  if (!said || said.isGone) return;
  const { id, version } = said;
  await pageOf(said.by).wall.remove({ group, kind: 'comment', id, version, reason: '' });
  said.isGone = true;
}

async function decide({ group, pageOf, steward }: Life, post: ToldPost): Promise<void> {
  if (post.kind !== 'idea' || post.by === steward || post.isOver) return;
  const page = pageOf(steward);
  const input = { group, post: post.id, state: 'talked', reason, key: page.newKey() } as const;
  const { steps } = await page.ideas.decide(input);
  post.decidedAt ??= steps.at(-1)?.at ?? 0;
}

async function takeBack({ group, pageOf }: Life, post: ToldPost): Promise<void> {
  if (post.kind !== 'idea' || post.isOver) return;
  const page = pageOf(post.by);
  await page.ideas.withdraw({ group, post: post.id, reason: '', key: page.newKey() });
  post.isOver = true;
  if (post.decidedAt === undefined) post.isTakenBack = true;
}

async function step(life: Life, people: readonly string[]): Promise<void> {
  const { told, roll } = life;
  const by = people[roll(people.length)] ?? '';
  const what = roll(14);
  const post = told[roll(Math.max(1, told.length))];
  if (what < 5) return write(life, by);
  if (!post || post.isGone) return;
  if (what < 10) return reply(life, by, post);
  if (what === 10) return takeAway(life, post);
  if (what === 11) return takeReplyAway(life, post);
  return what === 12 ? takeBack(life, post) : decide(life, post);
}

/** Lets a new group live for some weeks, and be quiet for some hours. @param steps how often something happens */
export async function liveThrough(
  { people, connect, advance }: GoalWorld,
  seed: number,
  steps: number,
): Promise<{ readonly group: string; readonly told: readonly ToldPost[] }> {
  const roll = dice(seed);
  const pages = new Map(people.map((person) => [person, createCommunity(connect(person))]));
  const [steward] = people;
  const pageOf = (person: string): Community => {
    const page = pages.get(person);
    if (!page) throw new RangeError(`Nobody is ${person}.`);
    return page;
  };
  const draft = { name: `A group that lives ${seed}`, purpose: '' };
  const { id: group } = await pageOf(steward).groups.create(draft);
  const life: Life = { group, told: [], pageOf, steward, roll };
  for (let turn = 0; turn < steps; turn += 1) {
    advance((1 + roll(30)) * hour);
    await step(life, people);
  }
  // Some questions and ideas are still open when it is counted, and others are not.
  advance((1 + roll(20 * 24)) * hour);
  return { group, told: life.told };
}
