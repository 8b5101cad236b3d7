/** Requests for closed containers, which only owners of a site can make. */
import { Forbidden, isClosed, NotFound } from '@kantine/core';
import type { ContainerId, ContainerRequest, Containers, Identity, PersonId } from '@kantine/core';
import { columns, digestOf, listPath, parsed, requestList } from '../schema/index.ts';

import type { Site } from '../setup/index.ts';
import {
  answerIfThere,
  asForbidden,
  duplicateCode,
  get,
  hasCode,
  isOwner,
  isRefusal,
  merge,
  post,
} from '../wire/index.ts';

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

const select = ['Id', 'AuthorId', columns.slot, columns.key, columns.fields].join(',');

const itemsOf = ({ environment }: Site): string =>
  `${listPath(environment.webUrl, requestList.name)}/items`;

/** Each person has a place of their own for each container, so that nobody keeps another from asking. */
const slotOf = (container: ContainerId, by: PersonId) => digestOf('request', container, by);

/** Asks the owners of the site. To ask again changes nothing. */
export async function askFor(
  site: Site,
  container: ContainerId,
  by: PersonId,
  note: string,
): Promise<'requested'> {
  const row = {
    [columns.slot]: await slotOf(container, by),
    [columns.key]: JSON.stringify(container),
    [columns.fields]: JSON.stringify({ note, approved: false } satisfies Asked),
  };
  try {
    if (!(await find(site, container, by))) await site.wire.send(post(itemsOf(site), row));
  } catch (error) {
    // On a site that waits for its update the column is still unique.
    if (!hasCode(error, duplicateCode)) throw error;
  }
  return 'requested';
}

async function find(site: Site, container: ContainerId, by: PersonId): Promise<Row | undefined> {
  const filter = `AuthorId eq ${by} and ${columns.slot} eq '${await slotOf(container, by)}'`;
  const rows = await site.wire.send<readonly Row[]>(
    get(
      `${itemsOf(site)}?$select=${select}&$filter=${encodeURIComponent(filter)}&$orderby=ID&$top=1`,
    ),
  );
  return rows[0];
}

/** @returns undefined for a row that this author cannot have written through Kantine. */
async function requestIn(row: Row, mayApprove: boolean): Promise<ContainerRequest | undefined> {
  const container = parsed(row[columns.key]);
  const { note, approved } = (parsed(row[columns.fields]) ?? {}) as Partial<Asked>;
  const by = String(row.AuthorId);
  if (typeof container !== 'string' || !isClosed(container) || typeof note !== 'string') {
    return undefined;
  }
  if (row[columns.slot] !== (await slotOf(container, by))) return undefined;
  return { container, by, note, approved: approved === true, mayApprove };
}

export function containerRequests(site: Site, identity: Identity): Requests {
  const { wire } = site;

  return {
    async requests() {
      const [found, owner] = await Promise.all([
        wire.batch([get(`${itemsOf(site)}?$select=${select}&$orderby=ID&$top=500`)]),
        isOwner(wire),
      ]);
      const [outcome] = found;
      // A site that was set up by an earlier version has no such list yet.
      const rows = answerIfThere<readonly Row[]>(outcome) ?? [];
      const requests = await Promise.all(rows.map((row) => requestIn(row, owner)));
      return requests.filter((request) => request !== undefined);
    },

    async approve(container, by) {
      if (!(await isOwner(wire))) throw new Forbidden(container);
      const row = await find(site, container, by);
      const request = row && (await requestIn(row, true));
      if (!request) throw new NotFound(`request for ${container}`);
      const { makeClosed } = await import(
        /* webpackChunkName: 'site-setup' */ '../setup/closed.ts'
      );
      await makeClosed(site, container, { founder: by, me: await identity.me() });
      const asked: Asked = { note: request.note, approved: true };
      await wire.send(
        merge(`${itemsOf(site)}(${row.Id})`, { [columns.fields]: JSON.stringify(asked) }),
      );
    },

    async endRequest(container, by) {
      const row = await find(site, container, by);
      if (!row) return;
      try {
        await wire.send({ method: 'DELETE', path: `${itemsOf(site)}(${row.Id})`, version: '*' });
      } catch (error) {
        if (!isRefusal(error, 404)) throw asForbidden(error, container);
      }
    },
  };
}
