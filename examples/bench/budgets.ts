/**
 * Every budget, as docs/architecture.md has them in one table. What is measured, and what the size check
 * allows, is compared with these; nobody raises one to pass. A KB is 1,000 bytes everywhere.
 */
export const budgets = {
  /** In KB of gzip: what loads first. */
  load: { card: 20, wall: 45, sharePoint: 60, confluence: 75 },
  sharePoint: {
    firstPage: { roundTrips: 2, profileCalls: 0 },
    firstView: { operations: 31, kB: 120, levels: 2 },
    /** Of a wall with pins, topics, hidden posts, accepted answers and mentions, whatever it has grown to. */
    fullWall: { operations: 36, levels: 3 },
    topicPage: { operations: 36, levels: 3 },
    /** In 30 open groups, and beside ten closed ones; on a page with nothing else. */
    forYou: { operations: 60, levels: 3 },
    write: { roundTrips: 2 },
    othersChange: { operations: 3, kB: 30 },
    quietMinute: { requests: 1 },
  },
  storeReads: 2,
  confluence: {
    firstPage: { calls: 1, statements: 4 },
    topicPage: { calls: 1, statements: 6 },
    forYou: { calls: 1, statements: 7 },
    firstView: { invocations: 2, statements: 8, points: 5, realtime: 6 },
    openPage: { points: 0, busyPoints: 1 },
    write: { calls: 1, statements: 4, others: 1 },
    bytes: { post: 350, reaction: 50, anyReaction: 100 },
  },
  /** Times what is compared with takes. */
  firstPosts: { plain: 1.4, fluent: 1 },
  /** Times the main thread that a plain design takes for it, in the same run; and the longest frame, in ms. */
  scrolling: { plain: 1.75, frame: 50 },
  /** Likewise of the main thread. */
  reaction: { plain: 1.7 },
  /** Reads of a page after a write of its own: it shows what the write answered. */
  readsAfterWrite: 0,
} as const;

const { load, sharePoint, storeReads, confluence, scrolling } = budgets;
const { firstView, fullWall, topicPage, forYou, othersChange } = sharePoint;
const { invocations, statements, points, realtime } = confluence.firstView;

/** The entries of `.size-limit.json` with their limits. */
export const sizeLimits = {
  'Confluence page, first load': load.confluence,
  'SharePoint page, first load': load.sharePoint,
} as const;

/** The rows of the table in docs/architecture.md. */
export const budgetRows: readonly (readonly [what: string, budget: string])[] = [
  ['Profile card on a plain page with a channel, gzip', `${load.card} KB`],
  ['Wall on a plain page with the whole community, first load, gzip', `${load.wall} KB`],
  ['Wall with real posts on a SharePoint page, first load, gzip', `${load.sharePoint} KB`],
  ['Wall with real posts on a Confluence page, first load, gzip', `${load.confluence} KB`],
  [
    'SharePoint: first page of a wall after start',
    `${sharePoint.firstPage.roundTrips} round trips, to 1,000,000 posts; profile calls ${sharePoint.firstPage.profileCalls}`,
  ],
  [
    'SharePoint: a first view with real content',
    `${firstView.operations} operations, ${firstView.kB} KB, ${firstView.levels} levels`,
  ],
  [
    'SharePoint: first view of a wall with pins, topics and hidden posts',
    `${fullWall.operations} operations, ${fullWall.levels} levels, to 1,000,000 posts; then ${sharePoint.firstPage.roundTrips} round trips`,
  ],
  [
    'SharePoint: the page of a topic',
    `${topicPage.operations} operations, ${topicPage.levels} levels, to 1,000,000 posts`,
  ],
  [
    'SharePoint: what waits for somebody in 30 open groups, and beside 10 closed ones',
    `${forYou.operations} operations, ${forYou.levels} levels`,
  ],
  [
    'SharePoint: a post, a comment, a reaction, page open',
    `1 to ${sharePoint.write.roundTrips} round trips, no echo`,
  ],
  [
    "SharePoint: another person's change, for each open page",
    `${othersChange.operations} operations, ${othersChange.kB} KB, once`,
  ],
  [
    'SharePoint: a page that stays open, nothing happening',
    `at most ${sharePoint.quietMinute.requests} request a minute`,
  ],
  ["Store reads for a wall's first page", `${storeReads}, at 100 and at 10,000 posts`],
  [
    'Thanks, groups and posts: reads of a page after a write of its own',
    `${budgets.readsAfterWrite}`,
  ],
  [
    'Confluence: first page of a wall',
    `${confluence.firstPage.calls} call, ${confluence.firstPage.statements} statements, to 1,000,000 posts`,
  ],
  [
    'Confluence: the same of a wall with pins, topics and hidden posts',
    `${confluence.firstPage.calls} call, ${confluence.firstPage.statements} statements`,
  ],
  [
    'Confluence: the page of a topic',
    `${confluence.topicPage.calls} call, ${confluence.topicPage.statements} statements, to 1,000,000 posts`,
  ],
  [
    'Confluence: what waits for somebody in 30 open and 10 closed groups',
    `${confluence.forYou.calls} call, ${confluence.forYou.statements} statements`,
  ],
  [
    'Confluence: first view of a page with three macros, 20 enabled spaces',
    `${invocations} invocations, ${statements} statements, ${points} points, ${realtime} realtime operations`,
  ],
  [
    'Confluence: a page that stays open',
    `${confluence.openPage.points} points while nothing happens, else ${confluence.openPage.busyPoints} in 5 minutes`,
  ],
  ['Confluence: a post, a comment, a reaction', `${confluence.write.calls} call`],
  [
    'Confluence, of a post and a reaction in the database',
    `${confluence.bytes.post} and ${confluence.bytes.reaction} bytes; a reaction in any order ${confluence.bytes.anyReaction}`,
  ],
  [
    'First 20 posts, from navigation to a filled screen',
    `${budgets.firstPosts.plain}x a plain design in raw DOM; below Fluent UI + react-virtuoso; at CPU 1x and 4x`,
  ],
  [
    'Scrolling',
    `${scrolling.plain}x the main thread of a plain design in raw DOM, no frame over ${scrolling.frame} ms`,
  ],
  [
    'One reaction at 10,000 posts loaded, tap to painted',
    `${budgets.reaction.plain}x the main thread of a plain design in raw DOM`,
  ],
];
