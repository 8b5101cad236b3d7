/**
 * What a wall takes of Confluence, whatever it has grown to: for its first page, and for a write with
 * the page open. And what its rows take of the gibibyte that Forge gives: on a MariaDB, in InnoDB.
 * They are in one file, since all of them count at the same emulated site.
 */
import { setTimeout } from 'node:timers/promises';
import { groupContainer } from '@kantine/core';
import type { Community } from '@kantine/core';
import {
  accountOf,
  bytesARow,
  fillWall,
  openOrganisation,
  windowOf,
} from '@kantine/confluence-host/testing';
import type { Organisation, PageAround, Window } from '@kantine/confluence-host/testing';
import type { WidgetElement } from '../../shared/elements/kit/kantine-element.ts';
import { WallModel } from '../../shared/elements/wall/wall-model.ts';
import { budgets } from './budgets.ts';
import type { Measure } from './measure.ts';

const sizes = [100, 10_000, 1_000_000];

const minute = 60_000;
const hour = 60 * minute;

/** Posts of a wall whose reactions come in any order: so many that the pages of their table are split. */
const anyOrder = 300_000;

/** Milliseconds after which a wall has read again if it wanted to: a page asks at most once in two seconds. */
const settled = 3000;

/** A wall as an open page shows it, without what it looks like. */
interface OpenWall {
  readonly wall: WallModel;
  readonly window: Window;
}

const nothing = (): undefined => undefined;

type Controller = Parameters<WidgetElement['addController']>[0];

/** The little of a browser's document that a wall asks for. */
const visibleDocument = {
  visibilityState: 'visible',
  addEventListener: nothing,
  removeEventListener: nothing,
  createElement: () => ({}),
  // Lit asks for one as it is loaded.
  createTreeWalker: () => ({}),
};

async function openWall(
  organisation: Organisation,
  as: 'anna' | 'ben',
  group: string,
): Promise<OpenWall> {
  Object.assign(globalThis, { document: visibleDocument });
  const page = { as: accountOf(as), space: 'WORK' } as const;
  const window = await windowOf(organisation, page, { site: '', random: () => 0 });
  const controllers: Controller[] = [];
  // The little of a widget that a wall asks for.
  const widget = {
    community: window.community,
    addController: (controller: Controller) => void controllers.push(controller),
    removeController: nothing,
    requestUpdate: nothing,
    updateComplete: Promise.resolve(true),
    addEventListener: nothing,
    renderRoot: { prepend: nothing },
  };
  const wall = new WallModel(widget as unknown as WidgetElement, () => ({ group, limit: 20 }));
  for (const controller of controllers) {
    controller.hostConnected?.();
    controller.hostUpdate?.();
  }
  await setTimeout(settled);
  if (wall.state?.pages[0]?.length !== 20) throw new Error('The wall is not the one filled.');
  if (window.channels() < 1) throw new Error('The page is told of nothing.');
  return { wall, window };
}

/** Calls of the resolver so far. Names are asked of Confluence by the page itself. */
const invocations = (window: Window): number =>
  window.calls().filter((method) => method === 'invoke').length;

/** Calls of the resolver that a write takes until nothing happens any more, for the writer and a reader. */
async function measureWrites(organisation: Organisation, group: string): Promise<Measure[]> {
  const hers = await openWall(organisation, 'anna', group);
  const his = await openWall(organisation, 'ben', group);
  const measures: Measure[] = [];

  async function measure(what: string, write: () => Promise<void>): Promise<void> {
    const [before, beforeHis] = [invocations(hers.window), invocations(his.window)];
    const statements = organisation.statements.length;
    await write();
    const written = organisation.statements.length - statements;
    await setTimeout(settled);
    const own = invocations(hers.window) - before;
    const others = invocations(his.window) - beforeHis;
    const name = `Confluence: for ${what} on an open page`;
    const budget = budgets.confluence.write;
    measures.push(
      { name: `${name}, calls of the resolver`, value: own, unit: 'calls', budget: budget.calls },
      {
        name: `${name}, statements`,
        value: written,
        unit: 'statements',
        budget: budget.statements,
      },
      {
        name: `${name}, calls of a colleague's page`,
        value: others,
        unit: 'calls',
        budget: budget.others,
      },
    );
  }

  const writing = await hers.wall.writing();
  await measure('a post', () =>
    hers.wall.post('Soup is ready', 'key-of-the-post', { mentions: [] }),
  );
  const post = hers.wall.state?.pages[0]?.[0]?.id ?? '';
  await measure('a comment', () =>
    writing.comment(post, undefined, 'Pea?', 'key-of-the-comment', []),
  );
  const target = { kind: 'post', id: post, post } as const;
  await measure('a reaction', () => writing.react(target, undefined, 'like'));
  return measures;
}

async function measureAt(posts: number): Promise<Measure[]> {
  const organisation = await openOrganisation({ engine: 'MariaDB' });
  try {
    const page = { as: accountOf('anna'), space: 'WORK' } as const;
    const window = await windowOf(organisation, page);
    const { community } = window;
    const { id: group } = await community.groups.create({ name: 'Bench', purpose: '' });
    await fillWall(organisation, groupContainer(group), posts);
    const [callsBefore, statementsBefore] = [invocations(window), organisation.statements.length];
    const wall = await community.wall.read({ group });
    if (wall.posts.length !== 20) throw new Error('The wall is not the one filled.');
    const what = `Confluence: for a wall's first page at ${posts} posts`;
    const measures: Measure[] = [
      {
        name: `${what}, calls of the resolver`,
        value: invocations(window) - callsBefore,
        unit: 'calls',
        budget: budgets.confluence.firstPage.calls,
      },
      {
        name: `${what}, statements`,
        value: organisation.statements.length - statementsBefore,
        unit: 'statements',
        budget: budgets.confluence.firstPage.statements,
      },
    ];
    if (posts === Math.min(...sizes)) measures.push(...(await measureWrites(organisation, group)));
    if (posts < Math.max(...sizes)) return measures;
    const { post, reaction } = budgets.confluence.bytes;
    for (const [table, budget] of Object.entries({ posts: post, reactions: reaction })) {
      const value = await bytesARow(organisation, table);
      measures.push({ name: `Confluence: of each row in ${table}`, value, unit: 'bytes', budget });
    }
    return measures;
  } finally {
    await organisation.close();
  }
}

/**
 * What a reaction takes in the database where people react in any order, as they do. InnoDB lets its file grow by
 * 4 MB: among few rows that would be most of what is measured.
 */
async function measureAnyOrder(): Promise<Measure> {
  const organisation = await openOrganisation({ engine: 'MariaDB' });
  try {
    const { community } = await windowOf(organisation, { as: accountOf('anna'), space: 'WORK' });
    const { id: group } = await community.groups.create({ name: 'Bench', purpose: '' });
    await fillWall(organisation, groupContainer(group), anyOrder, 'any');
    return {
      name: 'Confluence: of each row in reactions that came in any order',
      value: await bytesARow(organisation, 'reactions'),
      unit: 'bytes',
      budget: budgets.confluence.bytes.anyReaction,
    };
  } finally {
    await organisation.close();
  }
}

/** The points of a page that stays open: while nothing happens, and while it reads again and again. */
async function measureOpenPage(): Promise<Measure[]> {
  const organisation = await openOrganisation();
  try {
    // Points are counted from one full hour to the next: the measure crosses none.
    await organisation.clock.advance(hour - (organisation.clock.now() % hour));
    const founder = await windowOf(organisation, { as: accountOf('anna'), space: 'WORK' });
    const { id: group } = await founder.community.groups.create({ name: 'Bench', purpose: '' });
    const reader = await windowOf(organisation, { as: accountOf('ben'), space: 'WORK' });
    reader.community.subscribe(() => undefined);
    const read = () => reader.community.wall.read({ group });
    await read();
    await setTimeout(settled);
    const { points } = organisation.forge.ledger;
    const before = points.used;
    await organisation.clock.advance(20 * minute);
    await setTimeout(settled);
    const quiet = points.used - before;
    // What was known of the reader's rights is older than five minutes: they are asked once.
    await read();
    const begun = points.used;
    for (let at = 0; at < 5; at += 1) {
      await organisation.clock.advance(minute);
      await read();
    }
    const name = 'Confluence: points of an open page';
    const { openPage } = budgets.confluence;
    return [
      {
        name: `${name} in 20 minutes in which nothing happens`,
        value: quiet,
        unit: 'points',
        budget: openPage.points,
      },
      {
        name: `${name} in 5 minutes in which it reads each minute`,
        value: points.used - begun,
        unit: 'points',
        budget: openPage.busyPoints,
      },
    ];
  } finally {
    await organisation.close();
  }
}

/** The third macros of a page: what each asks for at first, and what a page with it is called. */
const thirdMacros = {
  card: {
    page: 'a page with three macros',
    ask: ({ card }: Community) => card.read({ person: accountOf('anna') }),
  },
  groups: {
    page: 'a page with the list of groups as its third macro',
    ask: ({ groups }: Community) => Promise.all([groups.browse({}), groups.requests({})]),
  },
} as const;

/** The first view of a page with a wall, thanks and a third macro, on a site with so many enabled spaces. */
async function measurePage(spaces: number, third: keyof typeof thirdMacros): Promise<Measure[]> {
  const macro = thirdMacros[third];
  const organisation = await openOrganisation({ moreSpaces: spaces - 2 });
  try {
    const page = { as: accountOf('anna'), space: 'WORK' } as const;
    const { community } = await windowOf(organisation, page);
    const { id: group } = await community.groups.create({ name: 'Bench', purpose: '' });
    await community.wall.post({ group, text: 'Soup is ready', key: 'key-of-the-soup' });
    const { invocations, statements, points, realtime } = organisation.forge.ledger;
    const used = () => ({
      invocations: invocations.tally.total,
      statements: statements.total,
      points: points.used,
      realtime: realtime.tally.total,
    });
    const before = used();
    const around: PageAround = new Map();
    const reader = { as: accountOf('ben'), space: 'WORK' } as const;
    const frames = await Promise.all(
      [1, 2, 3].map(() => windowOf(organisation, reader, {}, around)),
    );
    for (const frame of frames) frame.community.subscribe(() => undefined);
    await setTimeout(20);
    const [wall, kudos, other] = frames.map((frame) => frame.community);
    await Promise.all([
      wall?.wall.read({ group }),
      kudos?.kudos.read({}),
      kudos?.kudos.budget({}),
      other && macro.ask(other),
    ]);
    await setTimeout(settled);
    const units = [
      ['invocations', 'calls'],
      ['statements', 'statements'],
      ['points', 'points'],
      ['realtime', 'operations'],
    ] as const;
    const after = used();
    return units.map(([what, unit]) => ({
      name: `Confluence: for ${macro.page} at ${spaces} enabled spaces, ${what}`,
      value: after[what] - before[what],
      unit,
      budget: budgets.confluence.firstView[what],
    }));
  } finally {
    await organisation.close();
  }
}

export async function measureConfluence(): Promise<Measure[]> {
  const measures: Measure[] = [
    ...(await measurePage(2, 'card')),
    ...(await measurePage(20, 'card')),
    ...(await measurePage(20, 'groups')),
    ...(await measureOpenPage()),
    await measureAnyOrder(),
  ];
  for (const size of sizes) measures.push(...(await measureAt(size)));
  return measures;
}
