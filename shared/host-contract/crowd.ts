/** Many people who write in one group at once, over a host that fails now and then; and whether all of it is there. */
import { isKantineError } from '@kantine/core';
import type { Community, PostView } from '@kantine/core';
import { expect } from 'vitest';

/** What the host confirmed, and to whom. */
export interface Written {
  readonly posts: Map<string, string>;
  readonly comments: Map<string, { readonly post: string; readonly text: string }>;
  /** What each person gave each post last. */
  readonly reactions: Map<string, string | undefined>;
}

export interface Crowd {
  /** Where they write. */
  readonly group: string;
  /** What each person's page calls, by who they are. */
  readonly pages: ReadonlyMap<string, Pick<Community, 'wall'>>;
  readonly seconds: number;
  /** Milliseconds that somebody waits before they press the button again. */
  readonly patience: number;
}

/** Threads that are read at once. */
const atOnce = 25;

// Many people are never in step twice, so a seed would repeat nothing.
export const chance = (probability: number): boolean => Math.random() < probability;
export const pick = <T>(choices: readonly T[]): T =>
  choices[Math.floor(Math.random() * choices.length)] as T;

/** Tries until it is confirmed, as a person would press the button again. */
export async function untilConfirmed<T>(patience: number, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const isPassing = ['Offline', 'Throttled'] as const;
      if (!isPassing.some((tag) => isKantineError(error, tag))) throw error;
      await new Promise((resolve) => setTimeout(resolve, patience));
    }
  }
}

/** Everybody posts, comments and reacts until the time is over. */
export async function writeTogether({ group, pages, seconds, patience }: Crowd): Promise<Written> {
  const written: Written = { posts: new Map(), comments: new Map(), reactions: new Map() };
  const until = Date.now() + seconds * 1000;
  const confirmed = <T>(work: () => Promise<T>): Promise<T> => untilConfirmed(patience, work);

  async function act(me: string, page: Pick<Community, 'wall'>, turn: number): Promise<void> {
    const key = `${me}-${turn}-of-this-test`;
    const text = `${me} says ${turn}`;
    const known = [...written.posts.keys()];
    const post = known.length === 0 ? undefined : pick(known);
    if (!post || chance(0.4)) {
      const { id } = await confirmed(() => page.wall.post({ group, text, key }));
      written.posts.set(id, text);
    } else if (chance(0.5)) {
      const { id } = await confirmed(() => page.wall.comment({ group, post, text, key }));
      written.comments.set(id, { post, text });
    } else {
      const kind = pick(['like', 'thanks', undefined] as const);
      const message = { group, kind: 'post', id: post } as const;
      await confirmed(() => page.wall.react({ message, post, kind }));
      written.reactions.set(`${me} ${post}`, kind);
    }
  }

  async function work([me, page]: [string, Pick<Community, 'wall'>]): Promise<void> {
    for (let turn = 1; Date.now() < until; turn += 1) await act(me, page, turn);
  }

  await Promise.all([...pages].map(work));
  return written;
}

/** Every confirmed write is there once, and nothing else is. @param page of somebody who reads the group. */
export async function expectWritten(
  written: Written,
  group: string,
  page: Pick<Community, 'wall'>,
): Promise<void> {
  const posts = await everyPost(group, page);
  expect(posts.map(({ id, text }) => [id, text]).toSorted()).toEqual([...written.posts].toSorted());
  expect(await everyComment(group, page, posts)).toEqual(written.comments);
  const kept = [...written.reactions.values()].filter((kind) => kind !== undefined);
  const counted = posts.flatMap(({ reactions }) => Object.values(reactions.counts));
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(kept.length);
}

async function everyPost(group: string, page: Pick<Community, 'wall'>): Promise<PostView[]> {
  const posts = [];
  let cursor: string | undefined;
  do {
    const wall = await page.wall.read({ group, cursor });
    posts.push(...wall.posts);
    cursor = wall.cursor;
  } while (cursor !== undefined);
  return posts;
}

async function everyComment(
  group: string,
  page: Pick<Community, 'wall'>,
  posts: readonly PostView[],
): Promise<Written['comments']> {
  const found: Written['comments'] = new Map();
  const answered = posts.filter(({ commentCount }) => commentCount > 0);
  for (let first = 0; first < answered.length; first += atOnce) {
    const part = answered.slice(first, first + atOnce);
    const read = async ({ id: post }: PostView): Promise<void> => {
      let cursor: string | undefined;
      do {
        const further = cursor === undefined ? {} : { cursor };
        const read = await page.wall.comments({ group, post, ...further });
        for (const { id, text } of read.comments) found.set(id, { post, text });
        cursor = read.cursor;
      } while (cursor !== undefined);
    };
    await Promise.all(part.map(read));
  }
  return found;
}

/** @returns how much it was, for a report. */
export const amountOf = ({ posts, comments, reactions }: Written): string =>
  `${posts.size} posts, ${comments.size} comments, ${reactions.size} reactions`;
