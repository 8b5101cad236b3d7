import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Change, GroupView } from '@kantine/core';
import { accountOf, openOrganisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { windowOf } from '../testing/window.ts';
import type { Window } from '../testing/window.ts';
import type { ConfluenceOptions } from './index.ts';

const anna = accountOf('anna');
const ben = accountOf('ben');

describe('the community in a page', () => {
  let organisation: Organisation;
  let hers: Window;
  let group: GroupView;

  const open = (as: string, options?: ConfluenceOptions) =>
    windowOf(organisation, { as, space: 'WORK' }, options);

  beforeEach(async () => {
    organisation = await openOrganisation();
    hers = await open(anna);
    group = await hers.community.groups.create({ name: 'Lunch', purpose: '' });
  });
  afterEach(() => organisation.close());

  const write = (key = 'a key of hers') =>
    hers.community.wall.post({ group: group.id, text: 'Soup is ready', key });

  it('is the one that the elements know', async () => {
    const post = await write();
    const { community } = await open(ben);
    const wall = await community.wall.read({ group: group.id });
    expect(wall.posts).toMatchObject([{ id: post.id, text: 'Soup is ready' }]);
    expect(community.newKey()).toMatch(/^[\w-]{24}$/);
  });

  it('throws the errors of the other side', async () => {
    const { community, settings } = await open(ben);
    const refused = community.wall.post({ group: 'nothing', text: 'x', key: 'key-key-key' });
    await expect(refused).rejects.toMatchObject({ tag: 'Forbidden' });
    await expect(settings.readSite()).rejects.toMatchObject({ tag: 'Forbidden' });
    expect(await settings.readSpace()).toEqual({ enabled: true, mayChange: false });
  });

  it('takes one call of the resolver for a wall, and one of Confluence for the names on it', async () => {
    await write();
    const { community, calls } = await open(ben);
    const wall = await community.wall.read({ group: group.id });
    expect(calls()).toEqual(['invoke', 'fetchProduct']);
    expect(wall.posts).toMatchObject([{ author: { name: 'Anna de Vries', active: true } }]);
  });

  it('is Offline where an answer is lost, and a repeat posts nothing twice', async () => {
    organisation.forge.faults.next({ service: 'invoke', kind: 'lost-answer' });
    await expect(write()).rejects.toMatchObject({ tag: 'Offline' });
    await write();
    const { posts } = await hers.community.wall.read({ group: group.id });
    expect(posts).toHaveLength(1);
  });

  it('is Offline where a call takes too long, and what was typed may be sent again', async () => {
    await organisation.clock.advance(60_000);
    organisation.forge.faults.next({ service: 'confluence', latency: 30_000 });
    const before = organisation.statements.length;
    const slow = write().catch((error: unknown) => error);
    await vi.waitFor(() => expect(organisation.statements.length).toBeGreaterThan(before));
    await organisation.clock.advance(26_000);
    expect(await slow).toMatchObject({ tag: 'Offline' });
    await write();
    const { posts } = await hers.community.wall.read({ group: group.id });
    expect(posts).toHaveLength(1);
  });

  it('is Throttled where a page calls too often', async () => {
    organisation.forge.faults.next({ service: 'invoke', kind: 'rate-limit' });
    await expect(write()).rejects.toMatchObject({
      tag: 'Throttled',
      data: { retryAfterSeconds: 25 },
    });
  });

  describe('hears what others write', () => {
    let heard: Change[];
    beforeEach(() => void (heard = []));
    /** Listens, and shows a wall: a page is told of what it shows. */
    const listen = async (confluence: Window): Promise<() => void> => {
      const end = confluence.community.subscribe((change) => void heard.push(change));
      await confluence.community.wall.read({ group: group.id });
      return end;
    };
    /** Nobody waits to ask again here. */
    const atOnce: ConfluenceOptions = { random: () => 0 };

    it('by realtime', async () => {
      const his = await open(ben, atOnce);
      const end = await listen(his);
      await vi.waitFor(() => expect(his.channels()).toBe(2));
      await write();
      const change = { container: `group:${group.id}`, collection: 'posts' };
      await vi.waitFor(() => expect(heard).toContainEqual(expect.objectContaining(change)));
      expect(heard).toHaveLength(1);
      end();
      expect(his.channels()).toBe(0);
    });

    const origin = 'an-id-of-this-call';
    const writeWithOrigin = ({ community }: Window = hers) => {
      const post = { group: group.id, text: 'Soup is ready', key: 'a key of a post' };
      return community.wall.post(post, { origin });
    };

    it('with the origin of the write in the page alone that wrote, which need not read again', async () => {
      const his = await open(ben, atOnce);
      const ends = [await listen(his), await listen(hers)];
      await vi.waitFor(() => expect(his.channels()).toBe(2));
      await vi.waitFor(() => expect(hers.channels()).toBe(his.channels()));
      await writeWithOrigin();
      const change = { container: `group:${group.id}`, collection: 'posts' };
      await vi.waitFor(() => expect(heard).toEqual([{ ...change, origin }, change]));
      for (const end of ends) end();
    });

    it('also where they write with the origin of an earlier write of the page', async () => {
      hers = await open(anna, atOnce);
      const end = await listen(hers);
      await vi.waitFor(() => expect(hers.channels()).toBe(2));
      await writeWithOrigin();
      const change = { container: `group:${group.id}`, collection: 'posts' };
      expect(heard).toEqual([{ ...change, origin }]);
      await writeWithOrigin(await open(ben, atOnce));
      await vi.waitFor(() => expect(heard).toEqual([{ ...change, origin }, change]));
      end();
    });

    it('of their own at once and with its origin, where realtime fails', async () => {
      organisation.forge.faults.always({ service: 'realtime', kind: 'error' });
      vi.spyOn(console, 'warn').mockReturnValue();
      const end = await listen(hers);
      await writeWithOrigin();
      const change = { container: `group:${group.id}`, collection: 'posts', origin };
      await vi.waitFor(() => expect(heard).toEqual([change]));
      end();
    });

    it('by looking from time to time while somebody sees the page, where realtime fails', async () => {
      organisation.forge.faults.always({ service: 'realtime', kind: 'error' });
      vi.spyOn(console, 'warn').mockReturnValue();
      let isVisible = true;
      const visibility = { isVisible: () => isVisible, subscribe: () => () => undefined };
      const end = await listen(await open(ben, { ...atOnce, visibility, pollMilliseconds: 20 }));
      await vi.waitFor(() => expect(heard).toContainEqual({ container: '*', collection: '*' }));
      isVisible = false;
      heard = [];
      await new Promise((resolve) => setTimeout(resolve, 80));
      expect(heard).toEqual([]);
      end();
    });

    it('after somebody was away for long, whatever it was', async () => {
      let isVisible = true;
      let changed: () => void = () => undefined;
      const visibility = {
        isVisible: () => isVisible,
        subscribe: (told: () => void) => {
          changed = told;
          return () => undefined;
        },
      };
      const now = vi.spyOn(Date, 'now');
      const end = await listen(await open(ben, { visibility }));
      const look = (visible: boolean): void => {
        isVisible = visible;
        changed();
      };
      look(false);
      now.mockReturnValue(Date.now() + 61_000);
      look(true);
      now.mockRestore();
      await vi.waitFor(() => expect(heard).toEqual([{ container: '*', collection: '*' }]));
      end();
    });
  });
});
