/**
 * An owner's row about a closed container: which site groups and lists are its own, by the numbers and
 * GUIDs that SharePoint gave them. Names may be chosen by others; nothing is found by one.
 */
import { isClosed } from '@kantine/core';
import type { ContainerId, PersonId } from '@kantine/core';
import { closedRowsList, columns, listPath, parsed } from '../schema/index.ts';
import { get } from '../wire/index.ts';
import type { Environment, RestRequest } from '../wire/index.ts';

/** A list of a closed container. */
export interface ClosedListName {
  /** The last part of its address: random, so that nobody makes it beforehand and it tells nothing. */
  readonly name: string;
  /** Its GUID; absent until it is proven that nobody but its maker touched it. */
  readonly id?: string;
}

export interface ClosedRow {
  readonly container: ContainerId;
  /** `made` once everything in it was proven and given to its members. */
  readonly state: 'making' | 'made';
  /** Who asked for it; empty where it was taken over from an earlier version. */
  readonly founder: PersonId;
  /** The site group of all who are in it. */
  readonly members?: number;
  /** The site group of those who choose who is in it; it owns both. */
  readonly stewards?: number;
  /** By kind. */
  readonly lists: Readonly<Record<string, ClosedListName>>;
}

export interface KeptRow {
  readonly id: number;
  readonly version: string;
  readonly row: ClosedRow;
}

interface Item {
  readonly Id: number;
  readonly 'odata.etag': string;
  readonly [column: string]: unknown;
}

export const rowsPath = ({ webUrl }: Pick<Environment, 'webUrl'>): string =>
  `${listPath(webUrl, closedRowsList.name)}/items`;

const select = ['Id', columns.key, columns.fields].join(',');

export const rowPath = (environment: Pick<Environment, 'webUrl'>, id: number): string =>
  `${rowsPath(environment)}(${id})`;

export const askForClosedRow = (
  environment: Pick<Environment, 'webUrl'>,
  id: number,
): RestRequest => get(`${rowPath(environment, id)}?$select=${select}`);

/** A site holds 2,000 lists, so there are a few hundred rows at most. */
export const askForClosedRows = (environment: Pick<Environment, 'webUrl'>): RestRequest =>
  get(`${rowsPath(environment)}?$select=${select}&$orderby=ID&$top=5000`);

export function bodyOf({ container, ...row }: ClosedRow): Record<string, string> {
  return { [columns.key]: JSON.stringify(container), [columns.fields]: JSON.stringify(row) };
}

export function keptRowIn(item: Item): KeptRow | undefined {
  const container = parsed(item[columns.key]);
  const row = parsed(item[columns.fields]) as Omit<ClosedRow, 'container'> | null | undefined;
  if (typeof container !== 'string' || !isClosed(container)) return undefined;
  if (typeof row !== 'object' || row === null) return undefined;
  return { id: item.Id, version: item['odata.etag'], row: { ...row, container } };
}

/** The rows by their containers. Of two rows about one the first counts, wherever two owners made both. */
export function closedRowsIn(answered: unknown): ReadonlyMap<ContainerId, KeptRow> {
  const rows = new Map<ContainerId, KeptRow>();
  for (const item of answered as readonly Item[]) {
    const kept = keptRowIn(item);
    if (kept && !rows.has(kept.row.container)) rows.set(kept.row.container, kept);
  }
  return rows;
}
