/** The list where people ask the owners of a site; each reads their own rows, owners all. */
import { columns, listPath, requestList } from '../schema/index.ts';
import type { Site } from '../setup/index.ts';
import { answerIfThere, get } from '../wire/index.ts';
import type { RestRequest } from '../wire/index.ts';

export interface RequestRow {
  readonly Id: number;
  readonly AuthorId: number;
  readonly [column: string]: unknown;
}

const select = ['Id', 'AuthorId', columns.key, columns.fields].join(',');
const pageSize = 500;
/**
 * Newest first; a person who writes more rows than these hold hides older ones, and owners may delete
 * them.
 */
const mostPages = 20;
/** Nobody waits for more than that at once; what one person asks for beyond it hides nobody else's. */
const mostOfOne = 10;

export const requestItems = ({ environment }: Site): string =>
  `${listPath(environment.webUrl, requestList.name)}/items`;

const askRequests = (items: string, filter: string): RestRequest =>
  get(
    `${items}?$select=${select}&$orderby=ID desc&$top=${pageSize}` +
      (filter === '' ? '' : `&$filter=${encodeURIComponent(filter)}`),
  );

/** The rows of one person, the newest first. */
export async function requestsOf(site: Site, person: string): Promise<readonly RequestRow[]> {
  const ask = askRequests(requestItems(site), `AuthorId eq ${person}`);
  const [outcome] = await site.wire.batch([ask]);
  // A site that was set up by an earlier version has no such list yet.
  return answerIfThere<readonly RequestRow[]>(outcome) ?? [];
}

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
    const [outcome] = await site.wire.batch([askRequests(requestItems(site), filter)]);
    const rows = answerIfThere<readonly RequestRow[]>(outcome) ?? [];
    for (const row of rows) {
      const asked = read(row);
      if (!asked) continue;
      const count = counts.get(row.AuthorId) ?? 0;
      const name = JSON.stringify([row.AuthorId, asked.name]);
      if (found.has(name) || count >= mostOfOne) continue;
      counts.set(row.AuthorId, count + 1);
      found.set(name, asked.value);
    }
    if (rows.length < pageSize) break;
    before = rows.at(-1)?.Id;
  }
  return [...found.values()];
}
