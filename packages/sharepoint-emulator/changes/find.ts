import type { Context } from '../context/context.ts';
import { fieldsOf } from '../fields/field.ts';
import { escapeXml } from '../fields/schema-xml.ts';
import type { ItemCells } from '../items/cells.ts';
import { ticks } from './ticks.ts';
import type { List } from '../lists/list.ts';
import { inMemory } from '../odata/collection.ts';
import type { Collection, Entity, Raw } from '../odata/resource.ts';
import { whereOf } from '../items/query.ts';
import { ChangeType } from './record.ts';

interface Change {
  readonly id: number;
  readonly webId: string;
  readonly listId: string;
  readonly itemId: number;
  readonly kind: number;
  readonly time: string;
}

/** GetChanges of a web or list: what the log holds, for the kinds that the query asks for. */
export function findChanges(
  context: Context,
  query: Readonly<Record<string, unknown>>,
  listId?: string,
): Collection {
  const kinds = [
    ...(query.Add === true ? [ChangeType.add] : []),
    ...(query.Update === true ? [ChangeType.update] : []),
    ...(query.DeleteObject === true ? [ChangeType.delete] : []),
    ...(query.Restore === true ? [ChangeType.restore] : []),
  ];
  const owner = listId === undefined ? 'webId = ?' : 'listId = ?';
  const start = tokenId(query.ChangeTokenStart);
  const limit = Number(query.FetchLimit ?? 1000);
  const sql = `SELECT * FROM changes WHERE ${owner} AND id > ? AND kind IN (${kinds.map(() => '?').join(', ') || '-1'}) ORDER BY id LIMIT ?`;
  const rows = context.farm.db.all<Change>(sql, [listId ?? context.web.id, start, ...kinds, limit]);
  return {
    kind: 'collection',
    typeName: 'SP.Change',
    path: 'Web/GetChanges',
    members: (options) =>
      inMemory(
        rows.map((row) => changeEntity(context, row)),
        options,
      ),
  };
}

/** The last number of a token is the log's own; -1 stands for "from the beginning". */
function tokenId(token: unknown): number {
  const text = (token as { StringValue?: unknown } | null | undefined)?.StringValue;
  return typeof text === 'string' ? Number(text.split(';')[4] ?? -1) : -1;
}

/** SP.ChangeItem. The token of the last one is where the next query may start. */
function changeEntity(context: Context, change: Change): Entity {
  return {
    kind: 'entity',
    typeName: 'SP.ChangeItem',
    path: `SP.ChangeItem${change.id}`,
    properties: () => ({
      ChangeToken: { StringValue: `1;3;${change.listId};${ticks(change.time)};${change.id}` },
      ChangeType: change.kind,
      SiteId: context.web.siteId,
      Time: change.time,
      Editor: '',
      ItemId: change.itemId,
      ListId: change.listId,
      WebId: change.webId,
    }),
  };
}

/** GetListItemChangesSinceToken speaks the XML of the old Lists web service. */
export function listChangesXml(context: Context, list: List): Raw {
  const { db } = context.farm;
  const { sql, parameters } = whereOf(context, list, undefined);
  const items = db.all<ItemCells>(
    `SELECT * FROM ${list.table}${sql} ORDER BY "ID" LIMIT 100`,
    parameters,
  );
  const names = fieldsOf(context.farm, list.id)
    .filter((field) => field.type.shape !== 'computed' && field.internalName !== 'FileRef')
    .map((field) => field.internalName);
  const rows = items.map((item) => {
    const cells = names.map((name) => `ows_${name}="${escapeXml(String(item[name] ?? ''))}"`);
    return `<z:row ${cells.join(' ')} />`;
  });
  const last = db.one<{ id: number | null }>('SELECT max(id) AS id FROM changes WHERE listId = ?', [
    list.id,
  ]);
  const token = `1;3;${list.id};${ticks(list.modified)};${last?.id ?? 0}`;
  const body = `<?xml version="1.0" encoding="utf-8"?><GetListItemChangesSinceTokenResult xmlns:z="#RowsetSchema" xmlns:rs="urn:schemas-microsoft-com:rowset"><listitems MinTimeBetweenSyncs="0" RecommendedTimeBetweenSyncs="180"><Changes LastChangeToken="${token}" /><rs:data ItemCount="${rows.length}">${rows.join('')}</rs:data></listitems></GetListItemChangesSinceTokenResult>`;
  return { kind: 'raw', body, contentType: 'text/xml; charset=utf-8' };
}
