/** A page that reads again asks only for what may have changed, and shows what a page shows that asks for all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCommunity, groupContainer } from '@kantine/core';
import type { Community, WallPage } from '@kantine/core';
import { eachInAnOrganisation } from '../testing/each.ts';
import type { Organisation } from '../testing/organisation.ts';
import { restrictor } from '../testing/restrict.ts';
import { every, listIn, pause, watchedHost } from '../testing/watched.ts';

let organisation: Organisation;
let anna: Community;
let zoe: Community;

eachInAnOrganisation((opened) => {
  organisation = opened;
  anna = createCommunity(organisation.hostOf('anna'));
  zoe = createCommunity(organisation.hostOf('zoe'));
});

/**
 * Ben's page with a wall, which reads again whenever it is told of something.
 * @param delays of its requests and answers, in milliseconds, over and over.
 */
function openPage(group: string, delays: readonly number[] = [0]) {
  const { host, asked, settle } = watchedHost(organisation, delays);
  const community = createCommunity(host);
  let shown: WallPage | undefined;
  let news = 0;
  let reading: Promise<void> | undefined;
  const read = async (): Promise<void> => {
    let read: number;
    do {
      read = news;
      shown = await community.wall.read({ group });
    } while (read !== news);
  };
  const refresh = (): Promise<void> => (reading ??= read().finally(() => (reading = undefined)));
  const end = community.subscribe(() => {
    news += 1;
    void refresh();
  });
  return {
    community,
    refresh,
    end,
    shown: () => shown,
    asked,
    /** Until the watcher has found everything, and what it found is read. */
    settle: () => settle(() => reading),
  };
}

type Page = ReturnType<typeof openPage>;

async function wallOfThree(): Promise<{ group: string; posts: string[] }> {
  const { id: group } = await anna.groups.create({ name: `Lunch ${Math.random()}`, purpose: '' });
  const posts: string[] = [];
  for (const text of ['Soup?', 'Bread?', 'Stew?']) {
    const post = await anna.wall.post({ group, text, key: anna.newKey() });
    posts.push(post.id);
    await zoe.wall.comment({ group, post: post.id, text: 'Yes', key: zoe.newKey() });
    const message = { group, kind: 'post', id: post.id } as const;
    await zoe.wall.react({ message, post: post.id, kind: 'like' });
  }
  organisation.clock.advance(60_000);
  return { group, posts };
}

describe('a page that reads again', () => {
  it('asks for a new post, and for what is about it', async () => {
    const { group } = await wallOfThree();
    const page = openPage(group);
    await page.refresh();
    await page.settle();
    page.asked.length = 0;
    await zoe.wall.post({ group, text: 'Pie!', key: zoe.newKey() });
    await page.settle();
    expect(page.shown()?.posts[0]?.text).toBe('Pie!');
    expect(page.asked.map(listIn)).toEqual(['KantinePosts', 'KantineComments', 'KantineReactions']);
    page.end();
  });

  it('is refused what the reader may not read any more', async () => {
    const { group } = await wallOfThree();
    const page = openPage(group);
    await page.refresh();
    await page.settle();
    await restrictor(organisation)(groupContainer(group), organisation.ids.ben, 'none');
    await page.settle();
    page.asked.length = 0;
    await expect(page.community.wall.read({ group })).rejects.toMatchObject({ tag: 'Forbidden' });
    expect(page.asked.join()).toContain('EffectiveBasePermissions');
    page.end();
  });
});

type Actor = 'anna' | 'zoe' | 'page' | 'other window';

type Deed =
  | { readonly do: 'wait'; readonly milliseconds: number; readonly pass: number }
  | { readonly do: 'read' }
  | {
      readonly do: 'post' | 'comment' | 'react' | 'unreact' | 'delete';
      readonly by: Actor;
      readonly which: number;
    };

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    do: fc.constant('wait' as const),
    milliseconds: fc.constantFrom(0, 10, 60),
    /** Of the server's time. */
    pass: fc.constantFrom(0, 300, 1_000, 4_000),
  }),
  fc.constant({ do: 'read' as const }),
  fc.record({
    do: fc.constantFrom('post', 'comment', 'react', 'unreact', 'delete'),
    by: fc.constantFrom<Actor>('anna', 'zoe', 'page', 'other window'),
    which: fc.nat(5),
  }),
);

async function act(deed: Deed, page: Page, group: string, window: Community): Promise<void> {
  if (deed.do === 'wait') {
    organisation.clock.advance(deed.pass);
    await pause(deed.milliseconds);
    return;
  }
  if (deed.do === 'read') return page.refresh();
  const who = { anna, zoe, page: page.community, 'other window': window }[deed.by];
  const key = who.newKey();
  if (deed.do === 'post') {
    await who.wall.post({ group, text: 'More', key });
    return;
  }
  const { posts } = await anna.wall.read({ group });
  const post = posts[deed.which % posts.length];
  if (!post) return;
  const message = { group, kind: 'post', id: post.id } as const;
  if (deed.do === 'comment') {
    await who.wall.comment({ group, post: post.id, text: 'Me too', key });
  } else if (deed.do === 'delete') {
    const own = posts.find(({ author }) => author.id === organisation.ids.zoe);
    if (own) await zoe.wall.remove({ ...message, id: own.id, version: own.version, reason: '' });
  } else {
    const kind = deed.do === 'react' ? { kind: 'love' as const } : {};
    await who.wall.react({ message, post: post.id, ...kind });
  }
}

describe('in any order of what people do', { timeout: 120_000 }, () => {
  it('a page that reads again shows in the end what a new page shows', async () => {
    const histories = fc.tuple(
      fc.array(deeds, { minLength: 3, maxLength: 12 }),
      fc.array(fc.constantFrom(0, 0, 5, 40), { minLength: 1, maxLength: 7 }),
    );
    await fc.assert(
      fc.asyncProperty(histories, async ([history, delays]) => {
        const { group } = await wallOfThree();
        const page = openPage(group, delays);
        const window = createCommunity(organisation.hostOf('ben'));
        await page.refresh();
        await pause(every * 2);
        for (const deed of history) await act(deed, page, group, window);
        await page.settle();
        page.end();
        const now = createCommunity(organisation.hostOf('ben'));
        expect(page.shown()).toEqual(await now.wall.read({ group }));
        // Nobody starts many groups a day.
        organisation.clock.advance(3 * 60 * 60_000);
      }),
      { numRuns: 15 },
    );
  });
});
