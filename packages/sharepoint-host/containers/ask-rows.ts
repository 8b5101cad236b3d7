/**
 * The rows of a closed container's list of asks. Each says what its author says: that they want to be taken
 * out, that somebody outside asked to be let in, or, of a steward, that a wish was answered.
 */
import type { ContainerId, PersonId } from '@kantine/core';
import { asksKind, columns, listPathById, parsed } from '../schema/index.ts';
import type { Site } from '../setup/index.ts';
import { hold, isRefusal, post } from '../wire/index.ts';
import type { RestRequest, Talk } from '../wire/index.ts';
import type { MadeContainer } from './container-finder.ts';
import { demandOwnRights } from './list-rights.ts';
import { writtenRows } from './written-rows.ts';
import type { WrittenRows } from './written-rows.ts';

interface Item {
  readonly Id: number;
  readonly AuthorId: number;
  readonly [column: string]: unknown;
}

export interface AskRow {
  readonly id: number;
  readonly author: PersonId;
  readonly person: PersonId;
  readonly kind: 'leave' | 'join' | 'done';
  /** Of somebody outside: what they wrote for the stewards, and the row where they wrote it. */
  readonly note: string;
  readonly request: number;
}

const select = ['Id', 'AuthorId', columns.key];
/** More than any page lets somebody write. */
const longestNote = 300;
/** Newest first; who writes more rows hides what is older, and stewards know who that was. */
const mostPages = 20;

/** The list's rows; undefined on a site of an earlier version, which has no list for it until it is updated. */
export function askItems({ lists }: MadeContainer): string | undefined {
  const list = lists.get(asksKind);
  return list && `${listPathById(list.id)}/items`;
}

/** The same, where something is read or written in it. @throws Forbidden while the list is open to the site */
export async function guardedAsks(
  site: Site,
  container: ContainerId,
  made: MadeContainer,
): Promise<string | undefined> {
  const items = askItems(made);
  if (items !== undefined) await demandOwnRights(site, items.replace(/\/items$/, ''), container);
  return items;
}

/** @param items of the list. */
export const askPage = (items: string, before?: number): Talk<WrittenRows> =>
  writtenRows(items.replace(/\/items$/, ''), select, before === undefined ? '' : `ID lt ${before}`);

/** The wishes and answers among some rows, in their order. */
export function asksIn(items: readonly Item[]): readonly AskRow[] {
  return items.flatMap((item): AskRow[] => {
    const author = String(item.AuthorId);
    const said = parsed(item[columns.key]);
    const row = { id: item.Id, author, note: '', request: 0 };
    if (said === 'leave') return [{ ...row, person: author, kind: 'leave' }];
    if (!Array.isArray(said)) return [];
    const [kind, person, note, request] = said as unknown[];
    if (typeof person !== 'string' || !/^\d{1,10}$/.test(person)) return [];
    if (kind === 'done') return [{ ...row, person, kind }];
    if (kind !== 'join' || typeof note !== 'string' || typeof request !== 'number') return [];
    if (note.length > longestNote) return [];
    return [{ ...row, person, kind, note, request }];
  });
}

/** All of a container's, the newest first. */
export async function readAsks({ wire }: Site, items: string): Promise<readonly AskRow[]> {
  const rows: AskRow[] = [];
  let before: number | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const found = await hold(wire, askPage(items, before));
    rows.push(...asksIn(found.rows));
    before = found.next;
    if (before === undefined) break;
  }
  return rows;
}

/** Adds what the reader says of somebody. */
export const sayOf = (items: string, said: 'leave' | readonly unknown[]): RestRequest =>
  post(items, { [columns.key]: JSON.stringify(said) });

/** Removes rows; some may be gone already. */
export async function removeRows(
  { wire }: Site,
  items: string,
  ids: readonly number[],
): Promise<void> {
  const outcomes = await wire.write(
    ids.map((id) => ({ method: 'DELETE', path: `${items}(${id})`, version: '*' })),
  );
  for (const outcome of outcomes) {
    if (!outcome.ok && !isRefusal(outcome.error, 404)) throw outcome.error;
  }
}

/**
 * Who waits for something, by the newest row about each.
 * @param mayEnd whose «done» counts.
 */
export function waitingFor(
  kind: 'leave' | 'join',
  rows: readonly AskRow[],
  mayEnd: (person: PersonId) => boolean,
): ReadonlySet<PersonId> {
  const newest = new Map<PersonId, boolean>();
  for (const row of rows) {
    const counts = row.kind === kind || (row.kind === 'done' && mayEnd(row.author));
    if (counts && !newest.has(row.person)) newest.set(row.person, row.kind === kind);
  }
  return new Set([...newest].filter(([, isWaiting]) => isWaiting).map(([person]) => person));
}
