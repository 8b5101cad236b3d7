/** What pages cost, on a site with twenty spaces in which Kantine is enabled. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mentionToken } from '@kantine/core';
import type { Change, GroupView } from '@kantine/core';
import { accountOf, openOrganisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { windowOf } from '../testing/window.ts';
import type { PageAround, Window } from '../testing/window.ts';
import type { ConfluenceOptions, Standing } from './index.ts';

const anna = accountOf('anna');
const ben = accountOf('ben');
const minutes = 60_000;
const hour = 60 * minutes;

describe('a page', () => {
  let organisation: Organisation;
  let group: GroupView;

  const open = (as: string, options?: ConfluenceOptions, around?: PageAround): Promise<Window> =>
    windowOf(organisation, { as, space: 'WORK' }, { random: () => 0, ...options }, around);

  const ledger = () => organisation.forge.ledger;
  /** What was used since the last look. */
  function meter(): () => Record<'invocations' | 'statements' | 'points' | 'realtime', number> {
    const now = () => ({
      invocations: ledger().invocations.tally.total,
      statements: ledger().statements.total,
      points: ledger().points.used,
      realtime: ledger().realtime.tally.total,
    });
    const before = now();
    return () => {
      const after = now();
      const used = Object.entries(after).map(([name, value]) => [
        name,
        value - before[name as keyof typeof before],
      ]);
      return Object.fromEntries(used) as ReturnType<typeof now>;
    };
  }

  const listen = (window: Window, heard: Change[] = []): (() => void) =>
    window.community.subscribe((change) => void heard.push(change));

  /** The channels that the frames of a page have subscribed to. */
  const channelsOf = (frames: readonly Window[]): number =>
    frames.reduce((sum, each) => sum + each.channels(), 0);

  /** The budget of architecture.md for a page with three macros. */
  function expectWithinFirstView(used: ReturnType<ReturnType<typeof meter>>): void {
    expect(used.invocations).toBeLessThanOrEqual(2);
    expect(used.statements).toBeLessThanOrEqual(8);
    expect(used.points).toBeLessThanOrEqual(5);
    expect(used.realtime).toBeLessThanOrEqual(6);
  }

  /** Three frames of one page, which have found each other by the time that they ask. */
  async function openFrames(as: string, options?: ConfluenceOptions): Promise<readonly Window[]> {
    const around: PageAround = new Map();
    const frames = await Promise.all([1, 2, 3].map(() => open(as, options, around)));
    for (const frame of frames) listen(frame);
    await new Promise((resolve) => setTimeout(resolve, 10));
    return frames;
  }

  /** A wall, thanks and a card, each in a frame of its own. */
  async function openThree(as: string, options?: ConfluenceOptions): Promise<readonly Window[]> {
    const frames = await openFrames(as, options);
    const [wall, kudos, card] = frames as [Window, Window, Window];
    await Promise.all([
      wall.community.wall.read({ group: group.id }),
      kudos.community.kudos.read({}),
      kudos.community.kudos.budget({}),
      card.community.card.read({ person: anna }),
    ]);
    return frames;
  }

  beforeEach(async () => {
    organisation = await openOrganisation({ moreSpaces: 18 });
    // Points are counted from one full hour to the next; no test crosses one unawares.
    await organisation.clock.advance(hour - (organisation.clock.now() % hour));
    const { community } = await open(anna);
    group = await community.groups.create({ name: 'Lunch', purpose: '' });
    await community.wall.post({ group: group.id, text: 'Soup is ready', key: 'key-of-the-soup' });
  });
  afterEach(() => organisation.close());

  it('with three macros takes 2 invocations, 8 statements, 5 points and 6 realtime operations', async () => {
    const used = meter();
    const frames = await openThree(ben);
    await vi.waitFor(() => expect(channelsOf(frames)).toBe(2));
    expectWithinFirstView(used());
  });

  it('F-A4: with the list of groups as its third macro takes no more', async () => {
    const hers = await open(anna);
    await hers.community.groups.create({ name: 'Chess', purpose: '' });
    const { id: den } = await hers.community.groups.create({
      name: 'Den',
      purpose: '',
      access: 'closed',
    });
    await hers.community.groups.admit({ group: den, person: ben, role: 'member' });
    await hers.community.groups.create({ name: 'Board', purpose: '', access: 'closed' });
    const elsewhere = await windowOf(organisation, { as: anna, space: 'HALL' });
    await elsewhere.community.groups.create({ name: 'Choir', purpose: '' });
    await (await open(ben)).community.groups.join({ group: group.id });
    await organisation.clock.advance(hour);
    const used = meter();
    const frames = await openFrames(ben);
    const [wall, kudos, list] = frames as [Window, Window, Window];
    const [, , , page] = await Promise.all([
      wall.community.wall.read({ group: group.id }),
      kudos.community.kudos.read({}),
      kudos.community.kudos.budget({}),
      list.community.groups.browse({}),
      list.community.groups.requests({}),
      list.community.people.me({}),
    ]);
    await vi.waitFor(() => expect(channelsOf(frames)).toBe(2));
    expectWithinFirstView(used());
    expect(page.own.map(({ name }) => name)).toEqual(['Den', 'Lunch']);
    expect(page.others.map(({ name }) => name)).toEqual(['Board', 'Chess']);
    expect(page.elsewhere).toBe(true);
    // The groups of the 19 other spaces are asked for when somebody wants to see them.
    const usedMore = meter();
    const further = await list.community.groups.browse({ cursor: page.cursor ?? '' });
    expect(further.others.map(({ name }) => name)).toEqual(['Choir']);
    expect(usedMore().points).toBe(1 + 19);
  });

  it('F-A4, F-B5: looks for what waits in one call, 8 statements and a point a space', async () => {
    for (let turn = 0; turn < 9; turn += 1) {
      const hers = await open(anna);
      const { id } = await hers.community.groups.create({ name: `Club ${turn}`, purpose: '' });
      const text = `Come along, ${mentionToken(ben)}`;
      await hers.community.wall.post({ group: id, text, key: `key-of-club-${turn}` });
    }
    await organisation.clock.advance(hour);
    const { community } = await open(ben);
    const used = meter();
    const [{ lines, dropped }] = await Promise.all([
      community.catchUp.forYou({}),
      community.catchUp.news({}),
    ]);
    expect([lines.length, dropped]).toEqual([9, 0]);
    expect(lines[0]?.by.name).not.toBe('');
    const { invocations, statements, points } = used();
    expect(invocations).toBe(1);
    expect(statements).toBeLessThanOrEqual(8);
    expect(points).toBeLessThanOrEqual(2);
  });

  it('F-A4: asks for the spaces of one’s own groups, and for no other space', async () => {
    const hall = { space: 'HALL' } as const;
    const hers = await windowOf(organisation, { as: anna, ...hall });
    const { id: choir } = await hers.community.groups.create({ name: 'Choir', purpose: '' });
    await (
      await windowOf(organisation, { as: ben, ...hall })
    ).community.groups.join({
      group: choir,
    });
    await organisation.clock.advance(hour);
    const { community } = await open(ben);
    const used = meter();
    const { own, others } = await community.groups.browse({});
    expect([own, others].map((groups) => groups.map(({ name }) => name))).toEqual([
      ['Choir'],
      ['Lunch'],
    ]);
    expect(used().points).toBe(2);
  });

  it('F-A4: that stays open costs no point while nothing happens, and one in five minutes while something does', async () => {
    const [wall] = await openThree(ben);
    const used = meter();
    await organisation.clock.advance(4 * minutes);
    for (let count = 0; count < 20; count += 1)
      await wall?.community.wall.read({ group: group.id });
    expect(used().points).toBe(0);
    await organisation.clock.advance(2 * minutes);
    for (let count = 0; count < 20; count += 1)
      await wall?.community.wall.read({ group: group.id });
    expect(used().points).toBe(1);
  });

  it('F-A4: a person who writes is asked about anew each time, others are trusted for five minutes', async () => {
    const { community } = await open(ben);
    await community.wall.read({ group: group.id });
    organisation.permissions.create.splice(0);
    await organisation.clock.advance(1);
    const written = community.wall.post({ group: group.id, text: 'Me too', key: 'key-of-me-too' });
    await expect(written).rejects.toMatchObject({ tag: 'Forbidden' });
    await expect(community.wall.read({ group: group.id })).resolves.toBeDefined();
  });

  it('F-A4: a page in no space asks for the space of what it shows, and each space once', async () => {
    const outside = await windowOf(organisation, { as: ben }, { random: () => 0 });
    const used = meter();
    await outside.community.wall.read({ group: group.id });
    expect(used().points).toBe(1);
    await outside.community.groups.browse({});
    // One for the question, and one for each space in the answer but the one that is known.
    expect(used().points).toBeLessThanOrEqual(1 + 1 + 19);
  });

  it('F-A4: names, pictures and searches come from the page, which costs no point', async () => {
    const { community } = await open(ben);
    await community.wall.read({ group: group.id });
    const used = meter();
    await organisation.clock.advance(1);
    expect(await community.wall.read({ group: group.id })).toMatchObject({
      posts: [{ author: { id: anna, name: 'Anna de Vries' } }],
    });
    expect(await community.people.search({ text: 'anna' })).toMatchObject([{ id: anna }]);
    expect(await community.people.me({})).toMatchObject({ id: ben, active: true });
    expect(used().points).toBe(0);
    await expect(community.card.read({ person: 'nobody' })).rejects.toMatchObject({
      tag: 'NotFound',
    });
  });

  it('F-A4: the readers of a closed group are counted and named by the page', async () => {
    const hers = await open(anna);
    const { id } = await hers.community.groups.create({
      name: 'Den',
      purpose: '',
      access: 'closed',
    });
    await hers.community.groups.admit({ group: id, person: ben, role: 'member' });
    await hers.community.groups.admit({ group: id, person: accountOf('zoe'), role: 'member' });
    const used = meter();
    const wall = await hers.community.wall.read({ group: id });
    expect(wall.audience).toEqual({
      known: true,
      kind: 'each',
      count: 3,
      firstNames: ['Ben', 'Zoë'],
      laterJoiners: true,
      members: [
        { id: ben, firstName: 'Ben' },
        { id: accountOf('zoe'), firstName: 'Zoë' },
      ],
    });
    const members = await hers.community.groups.members({ group: id });
    const names = members.map(({ person }) => person.name);
    expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other)));
    expect(used().points).toBe(0);
  });

  describe('F-A4: whose quota is used up', () => {
    const standings: Standing[] = [];
    beforeEach(async () => {
      standings.length = 0;
      // A full hour ends in ten minutes.
      const left = hour - (organisation.clock.now() % hour);
      await organisation.clock.advance(left + 50 * minutes);
      // The emulator's own clock needs what is left real.
      vi.useFakeTimers({
        toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
        now: organisation.clock.now(),
      });
    });
    afterEach(() => vi.useRealTimers());

    /** The page's own clock and the emulator's go on together. */
    const pass = async (milliseconds: number): Promise<void> => {
      await organisation.clock.advance(milliseconds);
      await vi.advanceTimersByTimeAsync(milliseconds);
    };
    const settle = async <T>(work: Promise<T>): Promise<T> => {
      const state = { isSettled: false };
      const settled = (): void => void (state.isSettled = true);
      work.then(settled, settled);
      while (!state.isSettled) {
        await vi.advanceTimersByTimeAsync(20);
        await new Promise((resolve) => setImmediate(resolve));
      }
      return work;
    };

    it('says so calmly, asks nothing more until it ends, and goes on by itself then', async () => {
      const his = await open(ben);
      his.onStanding((standing) => standings.push(standing));
      const heard: Change[] = [];
      listen(his, heard);
      await settle(his.community.wall.read({ group: group.id }));
      await pass(6 * minutes);
      ledger().points.spend(65_000);
      const before = organisation.confluenceCalls();
      for (let count = 0; count < 5; count += 1) {
        const read = settle(his.community.wall.read({ group: group.id }));
        await expect(read).rejects.toMatchObject({ tag: 'Throttled' });
      }
      // The first of them was refused; the others did not ask.
      expect(organisation.confluenceCalls() - before).toBe(1);
      expect(standings.at(-1)).toMatchObject({ kind: 'waiting' });
      heard.length = 0;
      await pass(5 * minutes);
      expect(standings.at(-1)).toEqual({ kind: 'current' });
      expect(heard).toContainEqual({ container: '*', collection: '*' });
      await settle(his.community.wall.read({ group: group.id }));
    });
  });

  describe('T12: hears', () => {
    it('with tokens that may not publish', async () => {
      const response = await organisation.call({ as: ben, space: 'WORK' }, 'listen');
      const { channels } = (response as { value: { channels: { name: string; token: string }[] } })
        .value;
      expect(channels.length).toBeGreaterThan(3);
      const view = organisation.open({ as: ben, space: 'WORK' });
      for (const { name, token } of channels) {
        const forged = { container: `group:${group.id}`, collection: 'posts' };
        const publish = () => view.publish(name, forged, { isGlobal: true, token });
        expect(publish).toThrow('MISSING_PERMISSION');
      }
    });

    it('of at most one change in two seconds, whatever arrives', async () => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
      const { spread } = await import('./spread.ts');
      const told: number[] = [];
      const gathered = spread({
        now: Date.now,
        random: Math.random,
        active: Date.now,
        tell: () => void told.push(Date.now()),
      });
      for (let at = 0; at < 92; at += 1) {
        gathered.add({ container: 'group:x', collection: 'posts' });
        await vi.advanceTimersByTimeAsync(100);
      }
      await vi.advanceTimersByTimeAsync(20_000);
      vi.useRealTimers();
      const gaps = told.slice(1).map((moment, at) => moment - (told[at] ?? 0));
      expect(told.length).toBeLessThanOrEqual(6);
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2000);
    });
  });

  describe('F-A5: on a busy site', () => {
    it('tries a channel again that realtime refused', async () => {
      vi.spyOn(console, 'warn').mockReturnValue();
      const his = await open(ben);
      const heard: Change[] = [];
      listen(his, heard);
      // The resolver has its tokens; the subscriptions are one too many.
      await organisation.call({ as: ben, space: 'WORK' }, 'listen');
      await organisation.clock.advance(1000);
      const view = organisation.open({ as: anna });
      for (let at = 0; at < 50; at += 1) view.subscribe('x', () => undefined, { isGlobal: true });
      await his.community.wall.read({ group: group.id });
      await vi.waitFor(() => expect(ledger().realtime.refused).toBeGreaterThan(0));
      expect(his.channels()).toBe(0);
      await organisation.clock.advance(1000);
      await vi.waitFor(() => expect(his.channels()).toBe(2), { timeout: 5000 });
    });

    it('three frames of one page are subscribed once, and all of them hear', async () => {
      const frames = await openThree(ben);
      const heard = frames.map(() => [] as Change[]);
      frames.forEach((frame, at) => listen(frame, heard[at]));
      await vi.waitFor(() =>
        expect(frames.map((each) => each.channels()).sort()).toEqual([0, 0, 2]),
      );
      const { community } = await open(anna);
      await community.wall.post({ group: group.id, text: 'Bread', key: 'key-of-the-bread' });
      await vi.waitFor(
        () =>
          expect(heard.every((each) => each.some(({ collection }) => collection === 'posts'))).toBe(
            true,
          ),
        { timeout: 5000 },
      );
    });
  });
});
