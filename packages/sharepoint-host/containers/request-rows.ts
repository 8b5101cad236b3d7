/** The list where people ask the owners of a site; each reads their own rows, owners all. */
import type { ContainerId } from '@kantine/core';
import { columns, listPath, requestList } from '../schema/index.ts';
import type { Site } from '../setup/index.ts';
import { hold, isRefusal } from '../wire/index.ts';
import { demandOwnRights } from './list-rights.ts';
import { writtenRows } from './written-rows.ts';
import type { WrittenRows } from './written-rows.ts';

export interface RequestRow {
  readonly Id: number;
  readonly AuthorId: number;
  readonly [column: string]: unknown;
}

const select = ['Id', 'AuthorId', columns.key, columns.fields];
/**
 * Newest first; a person who writes more rows than these hold hides older ones, and owners may delete
 * them.
 */
const mostPages = 20;
/** Nobody waits for more than that at once; what one person asks for beyond it hides nobody else's. */
const mostOfOne = 10;

const requestsPath = ({ environment }: Site): string =>
  listPath(environment.webUrl, requestList.name);
export const requestItems = (site: Site): string => `${requestsPath(site)}/items`;

/**
 * Nobody writes the name of a group, or a wish to be let in, where the whole site might read it.
 * @throws Forbidden while the list is open to the site
 */
export const demandGuardedRequests = (site: Site, container: ContainerId): Promise<void> =>
  demandOwnRights(site, requestsPath(site), container);

async function readRows(site: Site, filter: string): Promise<WrittenRows> {
  try {
    return await hold(site.wire, writtenRows(requestsPath(site), select, filter));
  } catch (error) {
    // A site that was set up by an earlier version has no such list yet.
    if (isRefusal(error, 404)) return { rows: [], next: undefined };
    throw error;
  }
}

/** The rows of one person, the newest first. Who has no number of a user wrote none. */
export const requestsOf = async (site: Site, person: string): Promise<readonly RequestRow[]> =>
  /^\d{1,10}$/.test(person) ? (await readRows(site, `AuthorId eq ${person}`)).rows : [];

/**
 * What is asked for, newest first, past whatever is none of it.
 * @param read undefined for a row that is none of it; two of one author and name are one.
 */
export async function readRequests<T>(
  site: Site,
  most: number,
  read: (row: RequestRow) => { readonly name: string; readonly value: T } | undefined,
): Promise<readonly T[]> {
  const found = new Map<string, T>();
  const counts = new Map<number, number>();
  let before: number | undefined;
  for (let page = 0; page < mostPages && found.size < most; page += 1) {
    const filter = before === undefined ? '' : `ID lt ${before}`;
    const { rows, next } = await readRows(site, filter);
    for (const row of rows) {
      const asked = read(row);
      if (!asked) continue;
      const count = counts.get(row.AuthorId) ?? 0;
      const name = JSON.stringify([row.AuthorId, asked.name]);
      if (found.has(name) || count >= mostOfOne) continue;
      counts.set(row.AuthorId, count + 1);
      found.set(name, asked.value);
    }
    before = next;
    if (before === undefined) break;
  }
  return [...found.values()];
}
