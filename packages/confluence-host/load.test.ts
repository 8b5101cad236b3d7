/**
 * Twenty people at once, served by four functions that know nothing of each other, over a database that
 * allows 150 statements a second, refuses one in twenty of these and loses one answer in fifty: no write
 * is lost, none is doubled.
 * SOAK_SECONDS=180 makes it as long as a meeting.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromErrorMessage, isKantineError, operationsOver } from '@kantine/core';
import type { Operations } from '@kantine/core';
import { openKantine } from './kantine.ts';
import { functions } from './testing/app/src/scenarios.ts';
import { openOrganisation } from './testing/organisation.ts';
import type { Organisation } from './testing/organisation.ts';

const seconds = Number(process.env.SOAK_SECONDS ?? 5);
const refused = 0.05;
const lost = 0.02;

// Twenty people are never in step twice, so a seed would repeat nothing.
const chance = (probability: number): boolean => Math.random() < probability;
const pick = <T>(choices: readonly T[]): T =>
  choices[Math.floor(Math.random() * choices.length)] as T;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const people = Array.from({ length: 20 }, (_, number) => `712020:colleague-${number}`);
const [founder = ''] = people;

interface Written {
  readonly posts: Map<string, string>;
  readonly comments: Map<string, { readonly post: string; readonly text: string }>;
  /** What each person gave each post last. */
  readonly reactions: Map<string, string | undefined>;
}

describe('twenty people at once', () => {
  let organisation: Organisation;
  let group: string;
  let time: ReturnType<typeof setInterval>;
  const seen = { statements: 0, refused: 0, lost: 0 };

  /** A page of somebody, each of whose calls one of the functions answers. */
  const pageOf = (as: string): Operations =>
    operationsOver(async (operation, input) => {
      const response = await organisation.call({ as, space: 'WORK' }, operation, input);
      if ('error' in response) throw fromErrorMessage(response.error);
      return response.value ?? undefined;
    });

  beforeAll(async () => {
    organisation = await openOrganisation({ colleagues: people, engine: 'MariaDB' });
    const wait = async (): Promise<void> => {
      await pause(5);
    };
    const doors = Array.from({ length: 4 }, () => openKantine({ wait }).resolve);
    functions.kantine = (request) => pick(doors)(request);
    time = setInterval(() => void organisation.clock.advance(20), 20);
    const named = { name: 'Everybody', purpose: '' };
    group = (await pageOf(founder).createGroup(named)).id;
  }, 60_000);
  afterAll(async () => {
    clearInterval(time);
    await organisation.close();
  });

  function strike(): 'refused' | 'lost' | undefined {
    seen.statements += 1;
    const struck = chance(refused) ? 'refused' : chance(lost) ? 'lost' : undefined;
    if (struck) seen[struck] += 1;
    return struck;
  }

  /** Tries until it is confirmed, as a person would press the button again. */
  async function untilConfirmed<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        const isPassing = ['Offline', 'Throttled'] as const;
        if (!isPassing.some((tag) => isKantineError(error, tag))) throw error;
        await pause(50);
      }
    }
  }

  async function work(me: string, written: Written, until: number): Promise<void> {
    const page = pageOf(me);
    for (let turn = 1; Date.now() < until; turn += 1) {
      const key = `${me}-${turn}-of-this-test`;
      const text = `${me} says ${turn}`;
      const known = [...written.posts.keys()];
      const post = known.length === 0 ? undefined : pick(known);
      if (!post || chance(0.4)) {
        const { id } = await untilConfirmed(() => page.post({ group, text, key }));
        written.posts.set(id, text);
      } else if (chance(0.5)) {
        const { id } = await untilConfirmed(() => page.comment({ group, post, text, key }));
        written.comments.set(id, { post, text });
      } else {
        const kind = pick(['like', 'thanks', undefined] as const);
        const message = { group, kind: 'post', id: post } as const;
        await untilConfirmed(() => page.react({ message, post, kind }));
        written.reactions.set(`${me} ${post}`, kind);
      }
    }
  }

  async function everyPost() {
    const posts = [];
    let cursor: string | undefined;
    do {
      const wall = await untilConfirmed(() => pageOf(founder).readWall({ group, cursor }));
      posts.push(...wall.posts);
      cursor = wall.cursor;
    } while (cursor !== undefined);
    return posts;
  }

  it(
    'lose no write and double none, in spite of refusals and lost answers',
    async () => {
      const written: Written = { posts: new Map(), comments: new Map(), reactions: new Map() };
      organisation.network.disturb(strike);
      const until = Date.now() + seconds * 1000;
      await Promise.all(people.map((me) => work(me, written, until)));
      organisation.network.disturb(() => undefined);

      const posts = await everyPost();
      expect(posts.map(({ id, text }) => [id, text]).toSorted()).toEqual(
        [...written.posts].toSorted(),
      );
      const found = new Map<string, { post: string; text: string }>();
      for (const { id: post, commentCount } of posts) {
        if (commentCount === 0) continue;
        const thread = await untilConfirmed(() => pageOf(founder).readThread({ group, post }));
        for (const { id, text } of thread) {
          found.set(id, { post, text });
        }
      }
      expect(found).toEqual(written.comments);
      const kept = [...written.reactions.values()].filter((kind) => kind !== undefined);
      const counted = posts.flatMap(({ reactions }) => Object.values(reactions.counts));
      expect(counted.reduce((sum, count) => sum + count, 0)).toBe(kept.length);
      expect(seen.refused).toBeGreaterThan(0);
      expect(seen.lost).toBeGreaterThan(0);
      console.log(
        `${written.posts.size} posts, ${written.comments.size} comments, ${written.reactions.size} reactions in ${seen.statements} statements, of which ${seen.refused} were refused and ${seen.lost} lost their answer.`,
      );
    },
    seconds * 1000 + 120_000,
  );
});
