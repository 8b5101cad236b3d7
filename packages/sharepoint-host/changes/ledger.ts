/**
 * What the watcher knows of one list, and what it can account for. SharePoint tells a list's dates in whole
 * seconds, so two changes in one second look like one; the rows that were changed tell them apart.
 */
import type { BasePermissions } from '../wire/index.ts';
import { settled } from './journal.ts';
import type { OwnWrites, RowVersion } from './journal.ts';

/** Moments are the server's, in milliseconds. */
export interface ListState {
  readonly modified: number;
  readonly deleted: number;
  readonly count: number;
  readonly rights?: BasePermissions | undefined;
}

export interface Ledger {
  /** What the list was at the last look; absent before the first. */
  readonly state?: ListState;
  /** Rows that were changed from this moment on may be unknown. */
  readonly since: number;
  /** Rows that the last looks have shown, by their ids: the state counts them. */
  readonly shown: ReadonlyMap<string, RowVersion>;
  /** Whether the second of the last change was not over: it may hold another one. */
  readonly isOpen: boolean;
}

/** What the page knows by itself. */
export interface PageKnows {
  readonly own: OwnWrites;
  readonly rows: ReadonlyMap<string, RowVersion>;
}

/** For a list that is looked at for the first time. @param read when the page read it first, at the server */
export const openLedger = (read: number): Ledger => ({
  since: read - settled,
  shown: new Map(),
  isOpen: false,
});

/** Whether a look has to ask for the changed rows, whatever the list's dates say. */
export const asksForRows = ({ state, isOpen }: Ledger, own: OwnWrites): boolean =>
  state !== undefined && (isOpen || own.versions.size > 0 || own.removed.size > 0);

/** Whether anything was written since the last look, by anybody. */
export function hasMoved({ state, since }: Ledger, next: ListState): boolean {
  if (!state) return next.modified >= since || next.deleted >= since;
  return (
    state.modified !== next.modified || state.deleted !== next.deleted || state.count !== next.count
  );
}

interface Look {
  readonly state: ListState;
  /** The rows that were changed since the ledger's moment; absent where the server would not tell. */
  readonly rows: readonly RowVersion[] | undefined;
  /** When the server answered. */
  readonly now: number;
}

interface Accounted {
  readonly ledger: Ledger;
  /** Rows that others wrote, and the page has not read. */
  readonly others: readonly RowVersion[];
  /** Something was written that no row tells of: a removal, or more than the server would tell. */
  readonly isUnexplained: boolean;
}

/** Accounts for everything that a look has shown. */
export function account(before: Ledger, page: PageKnows, { state, rows, now }: Look): Accounted {
  const ledger: Ledger = {
    ...at(state, now),
    shown: new Map((rows ?? []).map((row) => [row.id, row])),
  };
  if (!rows) return { ledger, others: [], isUnexplained: true };
  const isKnown = ({ id, version }: RowVersion): boolean =>
    [before.shown.get(id)?.version, page.rows.get(id)?.version, page.own.versions.get(id)].includes(
      version,
    );
  return {
    ledger,
    others: rows.filter((row) => !isKnown(row)),
    isUnexplained: isOneGone(before, page, rows) || !addsUp(before, page.own, rows, state),
  };
}

/** Whether a row that the page or the watcher saw, or the page wrote, is not where it has to be. */
function isOneGone(
  { shown, since }: Ledger,
  { own, rows: read }: PageKnows,
  rows: readonly RowVersion[],
): boolean {
  const there = new Set(rows.map(({ id }) => id));
  const seen = [...shown.values(), ...read.values()].filter(({ modified }) => modified >= since);
  const expected = [...seen.map(({ id }) => id), ...own.versions.keys()];
  return expected.some((id) => !there.has(id) && !own.removed.has(id));
}

/** Whether the number of rows is what it was, with those that came and without those that the page removed. */
function addsUp(
  { state: before, shown, since }: Ledger,
  { added, removed }: OwnWrites,
  rows: readonly RowVersion[],
  { count, deleted }: ListState,
): boolean {
  if (!before) return deleted < since;
  // The number of rows before counts neither those that came since nor those that came and went.
  const isCounted = (id: string, created = 0): boolean => created < since || shown.has(id);
  const came = rows.filter(({ id, created }) => !isCounted(id, created) && !added.has(id));
  const went = [...removed].filter(([id, created]) => isCounted(id, created));
  return count === before.count + came.length + added.size - went.length;
}

/** After a look in which a list had not moved. */
export const unmoved = ({ shown }: Ledger, state: ListState, now: number): Ledger => ({
  ...at(state, now),
  shown,
});

const at = (state: ListState, now: number): Omit<Ledger, 'shown'> => ({
  state,
  since: now - settled,
  isOpen: now - state.modified < settled,
});
