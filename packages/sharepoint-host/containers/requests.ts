/**
 * Requests for closed containers, which only owners of a site can make. Each is a row of its asker: its
 * author and nothing else says whose it is, and in a list where people see their own rows nobody's row
 * is in another's way.
 */
import { Forbidden, isClosed, NotFound } from '@kantine/core';
import type { ContainerId, ContainerRequest, Containers, PersonId } from '@kantine/core';
import { columns, digestOf, parsed } from '../schema/index.ts';
import { randomName } from '../setup/random-name.ts';
import type { Site } from '../setup/index.ts';
import { asForbidden, duplicateCode, hasCode, isOwner, merge, post } from '../wire/index.ts';
import { removeRows } from './ask-rows.ts';
import { demandGuardedRequests, readRequests, requestItems, requestsOf } from './request-rows.ts';
import type { RequestRow } from './request-rows.ts';

type Requests = Pick<Containers, 'requests' | 'approve' | 'endRequest'>;

interface Asked {
  readonly note: string;
  readonly approved: boolean;
}

const longestNote = 1_000;
/** So many requests an owner is shown at once; the others follow when these are ended. */
const mostShown = 100;

/** @returns undefined for a row that is no request. */
function requestIn(row: RequestRow, mayApprove: boolean): ContainerRequest | undefined {
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
  const items = requestItems(site);
  await demandGuardedRequests(site, container);
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
async function ownRows(
  site: Site,
  container: ContainerId,
  by: PersonId,
): Promise<readonly RequestRow[]> {
  const rows = await requestsOf(site, by);
  return rows.filter((row) => requestIn(row, false)?.container === container);
}

const readAll = (site: Site, mayApprove: boolean): Promise<readonly ContainerRequest[]> =>
  readRequests(site, mostShown, (row) => {
    const request = requestIn(row, mayApprove);
    return request && { name: request.container, value: request };
  });

export function containerRequests(site: Site): Requests {
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
      await makeClosed(site, container, by);
      const asked: Asked = { note: request.note, approved: true };
      await wire.perform(
        rows.map(({ Id }) =>
          merge(`${requestItems(site)}(${Id})`, { [columns.fields]: JSON.stringify(asked) }),
        ),
      );
    },

    async endRequest(container, by) {
      try {
        const rows = await ownRows(site, container, by);
        await removeRows(
          site,
          requestItems(site),
          rows.map(({ Id }) => Id),
        );
      } catch (error) {
        throw asForbidden(error, container);
      }
    },
  };
}
