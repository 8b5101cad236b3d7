/**
 * Requests for closed containers, which only owners of a site can make. Each is a row of its asker: its
 * author and nothing else says whose it is, and in a list where people see their own rows nobody's row
 * is in another's way.
 */
import { Forbidden, isClosed, NotFound } from '@kantine/core';
import type { ContainerId, ContainerRequest, Containers, Identity, PersonId } from '@kantine/core';
import { columns, digestOf, listPath, parsed, requestList } from '../schema/index.ts';
import { randomName } from '../setup/random-name.ts';
import type { Site } from '../setup/index.ts';
import {
  answerIfThere,
  answerOf,
  asForbidden,
  duplicateCode,
  get,
  hasCode,
  isOwner,
  isRefusal,
  merge,
  post,
} from '../wire/index.ts';
import type { Operation } from '../wire/index.ts';

type Requests = Pick<Containers, 'requests' | 'approve' | 'endRequest'>;

interface Row {
  readonly Id: number;
  readonly AuthorId: number;
  readonly [column: string]: unknown;
}

interface Asked {
  readonly note: string;
  readonly approved: boolean;
}

const select = ['Id', 'AuthorId', columns.key, columns.fields].join(',');

const itemsOf = ({ environment }: Site): string =>
  `${listPath(environment.webUrl, requestList.name)}/items`;

const longestNote = 1_000;
const pageSize = 500;
/** Newest first; whoever writes more rows than these hold hides what is older, and owners may delete them. */
const mostPages = 20;
/** Nobody waits for more groups than that at once; what one person asks for beyond it hides nobody else's. */
const mostOfOne = 10;
/** So many requests an owner is shown at once; the others follow when these are ended. */
const mostShown = 100;

const askPage = (items: string, filter: string): Operation =>
  get(
    `${items}?$select=${select}&$orderby=ID desc&$top=${pageSize}` +
      (filter === '' ? '' : `&$filter=${encodeURIComponent(filter)}`),
  );

/** @returns undefined for a row that is no request. */
function requestIn(row: Row, mayApprove: boolean): ContainerRequest | undefined {
  const container = parsed(row[columns.key]);
  const { note, approved } = (parsed(row[columns.fields]) ?? {}) as Partial<Asked>;
  if (typeof container !== 'string' || !isClosed(container)) return undefined;
  if (typeof note !== 'string' || note.length > longestNote) return undefined;
  return { container, by: String(row.AuthorId), note, approved: approved === true, mayApprove };
}

/** Asks the owners of the site. To ask again changes nothing. */
export async function askFor(
  site: Site,
  container: ContainerId,
  by: PersonId,
  note: string,
): Promise<'requested'> {
  const items = itemsOf(site);
  if ((await ownRows(site, container, by)).length > 0) return 'requested';
  const row = {
    [columns.key]: JSON.stringify(container),
    [columns.fields]: JSON.stringify({ note, approved: false } satisfies Asked),
  };
  const write = (slot: string) => site.wire.send(post(items, { ...row, [columns.slot]: slot }));
  try {
    // An earlier version's page finds a request by this.
    await write(await digestOf('request', container, by));
  } catch (error) {
    // Until the site is updated the column takes each value once, and somebody took this one.
    if (!hasCode(error, duplicateCode)) throw error;
    await write(randomName());
  }
  return 'requested';
}

/** The rows by which this person asks for a container, the newest first. */
async function ownRows(site: Site, container: ContainerId, by: PersonId): Promise<readonly Row[]> {
  const rows = await site.wire.send<readonly Row[]>(askPage(itemsOf(site), `AuthorId eq ${by}`));
  return rows.filter((row) => requestIn(row, false)?.container === container);
}

/** Newest first, past whatever is no request. Some are told twice where somebody wrote them twice. */
async function readAll(site: Site, mayApprove: boolean): Promise<readonly ContainerRequest[]> {
  const found = new Map<string, ContainerRequest>();
  const counts = new Map<PersonId, number>();
  let before: number | undefined;
  for (let page = 0; page < mostPages && found.size < mostShown; page += 1) {
    const filter = before === undefined ? '' : `ID lt ${before}`;
    const [outcome] = await site.wire.batch([askPage(itemsOf(site), filter)]);
    // A site that was set up by an earlier version has no such list yet.
    const rows = answerIfThere<readonly Row[]>(outcome) ?? [];
    for (const row of rows) {
      const request = requestIn(row, mayApprove);
      if (!request) continue;
      const { container, by } = request;
      const name = JSON.stringify([container, by]);
      const count = counts.get(by) ?? 0;
      if (found.has(name) || count >= mostOfOne) continue;
      counts.set(by, count + 1);
      found.set(name, request);
    }
    if (rows.length < pageSize) break;
    before = rows.at(-1)?.Id;
  }
  return [...found.values()];
}

export function containerRequests(site: Site, identity: Identity): Requests {
  const { wire } = site;

  return {
    requests: async () => readAll(site, await isOwner(wire)),

    async approve(container, by) {
      if (!(await isOwner(wire))) throw new Forbidden(container);
      const rows = await ownRows(site, container, by);
      const request = rows[0] && requestIn(rows[0], true);
      if (!request) throw new NotFound(`request for ${container}`);
      const { makeClosed } = await import(
        /* webpackChunkName: 'site-setup' */ '../setup/closed.ts'
      );
      await makeClosed(site, container, { founder: by, me: await identity.me() });
      const asked: Asked = { note: request.note, approved: true };
      await wire.perform(
        rows.map(({ Id }) =>
          merge(`${itemsOf(site)}(${Id})`, { [columns.fields]: JSON.stringify(asked) }),
        ),
      );
    },

    async endRequest(container, by) {
      try {
        const rows = await ownRows(site, container, by);
        const outcomes = await wire.write(
          rows.map(({ Id }) => ({
            method: 'DELETE',
            path: `${itemsOf(site)}(${Id})`,
            version: '*',
          })),
        );
        for (const outcome of outcomes) {
          if (!outcome.ok && !isRefusal(outcome.error, 404)) answerOf(outcome);
        }
      } catch (error) {
        throw asForbidden(error, container);
      }
    },
  };
}
