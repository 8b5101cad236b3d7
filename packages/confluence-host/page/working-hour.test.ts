/**
 * A working hour of a company of a thousand people, two hundred pages of whom are open at any time; a third of
 * it, unless SOAK_SECONDS is set. The clock is the emulator's, so that an hour takes as long as its work; nothing here measures time.
 */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Change } from '@kantine/core';
import { openOrganisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { windowOf } from '../testing/window.ts';
import type { Window } from '../testing/window.ts';

const people = Array.from({ length: 1000 }, (_, number) => `712020:colleague-${number}`);
const second = 1000;
const minute = 60 * second;
const step = 200;
const openPages = 200;
/** How much of the hour goes by. */
const share = process.env.SOAK_SECONDS === undefined ? 1 / 3 : 1;
/** How long a page stays open. */
const stay = 10 * minute;
/** Something is written on the wall that all of them show; in an hour. */
const writes = 30;
const thanks = 6;
/** As elements gather changes before they ask. */
const gathering = 250;

/** The same numbers in every run: mulberry32. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface OpenPage {
  readonly window: Window;
  readonly opened: number;
  readonly end: () => void;
  /** When each kind of content was asked for last, and answered. */
  readonly read: Record<'wall' | 'kudos', number>;
}

let organisation: Organisation;
let group: string;
const random = numbers(1);
const failures: unknown[] = [];

beforeAll(async () => {
  organisation = await openOrganisation({ colleagues: people, moreSpaces: 18 });
  const [founder = ''] = people;
  const { community } = await windowOf(organisation, { as: founder, space: 'WORK' });
  group = (await community.groups.create({ name: 'Everybody', purpose: '' })).id;
  // A function that is loaded has its code; here it would come while the hour goes on.
  const end = community.subscribe(() => undefined);
  await community.wall.post({ group, text: 'Good morning', key: 'key-of-the-morning' });
  await Promise.all([community.wall.read({ group }), community.kudos.read({})]);
  end();
  const hour = 60 * minute;
  await organisation.clock.advance(hour - (organisation.clock.now() % hour));
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    now: organisation.clock.now(),
  });
});
afterAll(async () => {
  vi.useRealTimers();
  await organisation.close();
});

/** What a wall and a feed of thanks do: they ask, and ask again when they are told of a change. */
async function openPage(as: string): Promise<OpenPage> {
  const window = await windowOf(organisation, { as, space: 'WORK' }, { random });
  const { community } = window;
  const read: OpenPage['read'] = { wall: 0, kudos: 0 };
  const ask = {
    wall: () => community.wall.read({ group }),
    kudos: () => community.kudos.read({}),
  };
  const timers: Partial<Record<keyof typeof ask, boolean>> = {};
  const refresh = (what: keyof typeof ask): void => {
    const asked = Date.now();
    counted<unknown>(ask[what]()).then(
      () => void (read[what] = asked),
      (error: unknown) => void failures.push(error),
    );
  };
  const soon = (what: keyof typeof ask): void => {
    if (timers[what]) return;
    timers[what] = true;
    setTimeout(() => {
      timers[what] = false;
      refresh(what);
    }, gathering);
  };
  const end = community.subscribe(({ container, collection }: Change) => {
    if (container === '*' || container === `group:${group}`) soon('wall');
    if (container === '*' || collection === 'kudos') soon('kudos');
  });
  refresh('wall');
  refresh('kudos');
  return { window, opened: Date.now(), end, read };
}

/** Calls that have no answer yet. */
let open = 0;

async function counted<Result>(call: Promise<Result>): Promise<Result> {
  open += 1;
  try {
    return await call;
  } finally {
    open -= 1;
  }
}

/** Work takes no time by the clock: on a busy machine, too, what was asked is answered before it goes on. */
async function pass(milliseconds: number): Promise<void> {
  await organisation.clock.advance(milliseconds);
  await vi.advanceTimersByTimeAsync(milliseconds);
  // Some wait for a timer, which the next step brings.
  for (let turn = 0; turn < 40 && (turn === 0 || open > 0); turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

interface Written {
  readonly what: 'wall' | 'kudos';
  readonly at: number;
  readonly seenBy: readonly OpenPage[];
}

it('F-A4, F-A5, F-B5: stays far below every limit, and each page has each change within 15 seconds', async () => {
  const { ledger } = organisation.forge;
  const pages: OpenPage[] = [];
  const written: Written[] = [];
  let late = 0;
  let opened = 0;
  let done = 0;
  const start = Date.now();
  const points = ledger.points.tally.total;
  const invocations = ledger.invocations.tally.total;
  const statements = ledger.statements.total;

  async function write(number: number): Promise<void> {
    const what = number % ((writes + thanks) / thanks) === 0 ? 'kudos' : 'wall';
    const page = pages[Math.floor(random() * pages.length)];
    const at = Date.now();
    const key = `key-of-what-is-written-${number}`;
    const community = page?.window.community;
    await (what === 'wall'
      ? community?.wall.post({ group, text: 'Soup is ready', key })
      : community?.kudos.give({
          recipients: [people[1] === page?.window.person ? (people[2] ?? '') : (people[1] ?? '')],
          value: 'helps-out',
          reason: 'for the good soup',
          as: 'thanks',
          key,
        }));
    written.push({ what, at, seenBy: pages.filter((each) => each !== page) });
  }

  while (Date.now() - start < share * 60 * minute) {
    const now = Date.now();
    while (pages[0] && now - pages[0].opened >= stay) pages.shift()?.end();
    // Pages are opened one after the other, so that two hundred of them are open at any time.
    if (now - start >= opened * (stay / openPages)) {
      pages.push(await openPage(people[(opened * 7) % people.length] ?? ''));
      opened += 1;
    }
    if (now - start >= (done + 1) * ((60 * minute) / (writes + thanks + 1))) {
      done += 1;
      counted(write(done)).catch((error: unknown) => failures.push(error));
    }
    for (const change of written.filter(({ at }) => now - at >= 15 * second)) {
      late += change.seenBy.filter(
        (page) => pages.includes(page) && page.read[change.what] < change.at,
      ).length;
      written.splice(written.indexOf(change), 1);
    }
    await pass(step);
  }
  for (const page of pages) page.end();

  const used = {
    points: ledger.points.tally.total - points,
    statements: ledger.statements.mostWithin(second),
    realtime: ledger.realtime.tally.mostWithin(second),
    invocations: ledger.invocations.tally.total - invocations,
    all: ledger.statements.total - statements,
  };
  console.log(
    `In ${share * 60} minutes: ${opened} pages, ${done} writes, ${used.points} points, ${used.invocations} invocations, ${used.all} statements; in any second at most ${used.statements} statements and ${used.realtime} operations of realtime.`,
  );
  expect(failures).toEqual([]);
  expect(done).toBe((writes + thanks) * share);
  expect(opened).toBeGreaterThanOrEqual(1000 * share);
  expect(late).toBe(0);
  expect(used.points).toBeLessThan(8000 * share);
  expect(used.statements).toBeLessThanOrEqual(100);
  expect(used.realtime).toBeLessThanOrEqual(30);
}, 300_000);
