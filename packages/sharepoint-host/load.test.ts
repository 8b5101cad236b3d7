/**
 * Twenty clients at once, over a server that is busy for one request in twenty and a network that loses
 * one answer in fifty: no write is lost, none is doubled. SOAK_SECONDS=180 makes it as long as a meeting.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCommunity, isKantineError } from '@kantine/core';
import type { Community } from '@kantine/core';
import { startSharePoint } from '@kantine/sharepoint-emulator';
import type { SharePoint } from '@kantine/sharepoint-emulator';
import { sharePointHost } from './host.ts';

const seconds = Number(process.env.SOAK_SECONDS ?? 8);
const clients = 20;
const throttled = 0.05;
const dropped = 0.02;
/** Threads that are read in one batch. */
const atOnce = 25;
const site = '/sites/intranet';

// Twenty clients are never in step twice, so a seed would repeat nothing.
const chance = (probability: number): boolean => Math.random() < probability;
const pick = <T>(choices: readonly T[]): T =>
  choices[Math.floor(Math.random() * choices.length)] as T;

const logins = Array.from({ length: clients }, (_, number) => `person${number}@contoso.test`);
const owner = 'owner@contoso.test';

describe('twenty clients at once', () => {
  let sharePoint: SharePoint;
  let group: string;
  let isFaulty = false;
  let offset = 0;
  const now = (): number => Date.now() + offset;
  const seen = { requests: 0, throttled: 0, dropped: 0 };

  /** A browser: it signs in with a cookie, so that every write takes a form digest. */
  function browser(login: string) {
    const { cookie } = sharePoint.signIn(login);
    return async (url: string, init: RequestInit): Promise<Response> => {
      seen.requests += 1;
      if (isFaulty && chance(throttled)) {
        seen.throttled += 1;
        return new Response('Busy.', { status: 429, headers: { 'Retry-After': '0' } });
      }
      const headers = { ...(init.headers as Record<string, string>), Cookie: cookie };
      const response = await fetch(url, { ...init, headers });
      if (isFaulty && chance(dropped)) {
        seen.dropped += 1;
        throw new TypeError('The answer was lost.');
      }
      return response;
    };
  }

  const hostOf = (login: string) =>
    sharePointHost({ webUrl: `${sharePoint.url}${site}`, now, fetch: browser(login) });

  beforeAll(async () => {
    const people = [owner, ...logins].map((loginName) => ({ loginName, title: loginName }));
    sharePoint = await startSharePoint({
      tenant: {
        users: people,
        sites: [
          { url: site, title: 'Intranet', admins: [owner], owners: [owner], members: logins },
        ],
      },
      clock: () => new Date(now()),
    });
    const host = hostOf(owner);
    await host.provision();
    group = (await createCommunity(host).createGroup({ name: 'Everybody', purpose: '' })).id;
  });
  afterAll(() => sharePoint.close());

  /** Tries until the host confirms, as a person would press the button again. */
  async function untilConfirmed<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        const isPassing = ['Offline', 'Throttled'] as const;
        if (!isPassing.some((tag) => isKantineError(error, tag))) throw error;
      }
    }
  }

  interface Written {
    readonly posts: Map<string, string>;
    readonly comments: Map<string, { readonly post: string; readonly text: string }>;
    /** What each person gave each post last. */
    readonly reactions: Map<string, string | undefined>;
  }

  async function work(me: string, page: Community, written: Written, until: number): Promise<void> {
    let turn = 0;
    while (Date.now() < until) {
      turn += 1;
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

  async function everyPost(page: Community) {
    const posts = [];
    let cursor: string | undefined;
    do {
      const wall = await page.readWall({ group, cursor });
      posts.push(...wall.posts);
      cursor = wall.cursor;
    } while (cursor !== undefined);
    return posts;
  }

  it(
    'lose no write and double none, in spite of throttling, lost answers and expired digests',
    async () => {
      const written: Written = { posts: new Map(), comments: new Map(), reactions: new Map() };
      isFaulty = true;
      const until = Date.now() + seconds * 1000;
      // Twice, every digest that a page holds runs out unnoticed.
      const expiry = setInterval(() => (offset += 31 * 60_000), (seconds * 1000) / 3);
      await Promise.all(
        logins.map((login) => work(login, createCommunity(hostOf(login)), written, until)),
      );
      clearInterval(expiry);
      isFaulty = false;

      const page = createCommunity(hostOf(owner));
      const posts = await everyPost(page);
      expect(posts.map(({ id, text }) => [id, text]).toSorted()).toEqual(
        [...written.posts].toSorted(),
      );
      const answered = posts.filter(({ commentCount }) => commentCount > 0);
      const found = new Map<string, { post: string; text: string }>();
      for (let first = 0; first < answered.length; first += atOnce) {
        const part = answered.slice(first, first + atOnce);
        const threads = await Promise.all(
          part.map(({ id: post }) => page.readThread({ group, post })),
        );
        for (const [position, thread] of threads.entries()) {
          for (const { id, text } of thread)
            found.set(id, { post: part[position]?.id ?? '', text });
        }
      }
      expect(found).toEqual(written.comments);
      const kept = [...written.reactions].filter(([, kind]) => kind !== undefined);
      const counted = posts.flatMap(({ reactions }) => Object.values(reactions.counts));
      expect(counted.reduce((sum, count) => sum + count, 0)).toBe(kept.length);
      expect(seen.throttled).toBeGreaterThan(0);
      expect(seen.dropped).toBeGreaterThan(0);
      console.log(
        `${written.posts.size} posts, ${written.comments.size} comments, ${written.reactions.size} reactions in ${seen.requests} requests, of which ${seen.throttled} were throttled and ${seen.dropped} lost their answer.`,
      );
    },
    seconds * 4000 + 60_000,
  );
});
