/** One look at the lists that a page reads: what was written there that the page does not know of. */
import type { Change } from '@kantine/core';
import { settled } from './journal.ts';
import type { Journal, KeptList, ReadList, RowVersion, Use } from './journal.ts';
import { account, asksForRows, hasMoved, openLedger, unmoved } from './ledger.ts';
import type { Ledger, ListState } from './ledger.ts';

/** A row, and whose it claims to be. */
export interface ListRow extends RowVersion {
  readonly version: string;
  readonly created: number;
  readonly author: string;
  readonly key: string;
  /** The digest of container, author and key. */
  readonly owner: string;
}

/** What the server said, as of one moment. */
export interface Told {
  /** Lists that the reader may not open, or that are not there, are missing. */
  readonly states: ReadonlyMap<string, ListState>;
  /** For each list that was asked for rows; missing where the server would not tell. */
  readonly rows: ReadonlyMap<string, readonly ListRow[]>;
  readonly now: number;
}

/** Tells what was written in lists. */
export interface ListChanges {
  /**
   * Asks for the states of lists, and for the rows that were changed in some of them, in one request.
   * @param since by list, the moment from which on rows are wanted.
   */
  ask(lists: readonly string[], since: ReadonlyMap<string, number>): Promise<Told>;
  /** By how much the server's clock is ahead of the page's, in milliseconds. */
  ahead(): number;
  /** What of that which the page has read a row may be a record of. */
  useOf(row: ListRow, list: ReadList): Promise<Use | undefined>;
}

export interface Looked {
  /** Whether others wrote anything that concerns the page. */
  readonly isNews: boolean;
  /** Whether another look is due soon: a second is not over, or a write of the page is under way. */
  readonly isOpen: boolean;
}

/** The watcher has accounted for own writes, and for rows that were changed before a moment of the server. */
function settle(list: KeptList, before: number): void {
  list.own = { versions: new Map(), added: new Set(), removed: new Map() };
  for (const { id, modified } of list.rows.values()) if (modified < before) list.rows.delete(id);
}

const hasNewDates = (before: ListState, next: ListState): boolean =>
  before.modified !== next.modified || before.deleted !== next.deleted;

/** @returns a look; nothing is asked while the page has read nothing. */
export function openLooker(
  changes: ListChanges,
  journal: Journal,
  announce: (change: Change) => void,
): () => Promise<Looked> {
  const ledgers = new Map<string, Ledger>();

  const ledgerOf = ({ name, firstRead }: ReadList): Ledger =>
    ledgers.get(name) ?? openLedger(firstRead);

  /** The last state of each list, and the moment of the server from which on it has not moved. */
  const states = new Map<string, { readonly state: ListState; readonly since: number }>();

  /**
   * Tells the store which answers are still true. The dates say it, by the rule of a list that is looked at
   * for the first time; a number of rows that changed without them leaves nothing true that was asked before.
   */
  function pass(name: string, state: ListState | undefined, now: number): void {
    const list = journal.list(name);
    if (!list) return;
    list.told = undefined;
    list.shownAsOf = state && Math.min(state.modified, now - settled);
    if (list.isPersonal) settle(list, Infinity);
    if (!state) return;
    const { modified, deleted, count, rights } = state;
    const before = states.get(name);
    const isOdd =
      before !== undefined && !hasNewDates(before.state, state) && before.state.count !== count;
    const moved = Math.max(modified, deleted) + settled;
    const since = Math.max(before?.since ?? moved, moved, ...(isOdd ? [now + settled] : []));
    states.set(name, { state, since });
    // The page's clock may be another one than the server's, and may be set meanwhile.
    list.told = { modified, at: now - changes.ahead(), unmovedSince: since, rights };
  }

  /** Tells of everything that happened in a list. @returns whether others did anything */
  async function judge(list: KeptList, told: Told, state: ListState): Promise<boolean> {
    const { name, uses } = list;
    const look = { state, rows: told.rows.get(name), now: told.now };
    const { ledger, others, isUnexplained } = account(ledgerOf(list), list, look);
    ledgers.set(name, ledger);
    settle(list, ledger.since);
    const found = isUnexplained
      ? uses
      : await Promise.all(others.map((row) => changes.useOf(row as ListRow, list)));
    const concerned = new Set(found.filter((use) => use !== undefined));
    for (const { collection, container } of concerned) {
      announce({ collection: collection.name, container });
    }
    return concerned.size > 0;
  }

  return async () => {
    const lists = journal.lists().filter(({ isPersonal }) => !isPersonal);
    if (lists.length === 0) return { isNews: false, isOpen: true };
    const turns = new Map(lists.map((list) => [list.name, list.turns]));
    const isQuiet = (list: ReadList): boolean =>
      !list.isWriting && list.turns === turns.get(list.name);
    const rowsWanted = (of: readonly ReadList[]): Map<string, number> =>
      new Map(of.map((list) => [list.name, ledgerOf(list).since]));

    const asking = lists.filter((list) => asksForRows(ledgerOf(list), list.own));
    const personal = journal.lists().filter(({ isPersonal }) => isPersonal);
    for (const { name, turns: turn } of personal) turns.set(name, turn);
    const first = await changes.ask(
      [...lists.map(({ name }) => name), ...personal.map(({ name }) => name)],
      rowsWanted(asking),
    );
    for (const list of personal) {
      if (isQuiet(list)) pass(list.name, first.states.get(list.name), first.now);
    }
    const moved: KeptList[] = [];
    let isNews = false;
    for (const list of lists) {
      const state = first.states.get(list.name);
      if (!isQuiet(list)) continue;
      pass(list.name, state, first.now);
      if (!state) continue;
      const ledger = ledgerOf(list);
      if (asking.includes(list)) isNews = (await judge(list, first, state)) || isNews;
      else if (hasMoved(ledger, state)) moved.push(list);
      else ledgers.set(list.name, unmoved(ledger, state, first.now));
    }
    if (moved.length > 0) {
      for (const { name, turns: turn } of moved) turns.set(name, turn);
      const second = await changes.ask(
        moved.map(({ name }) => name),
        rowsWanted(moved),
      );
      for (const list of moved) {
        const state = second.states.get(list.name);
        if (isQuiet(list)) pass(list.name, state, second.now);
        if (state && isQuiet(list)) isNews = (await judge(list, second, state)) || isNews;
      }
    }
    const isOpen = lists.some((list) => !isQuiet(list) || ledgers.get(list.name)?.isOpen === true);
    return { isNews, isOpen };
  };
}
