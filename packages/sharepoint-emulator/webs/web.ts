import { asText } from '../odata/text.ts';
import { newGuid, timestamp, type Farm } from '../context/farm.ts';

export interface Web {
  readonly id: string;
  readonly siteId: string;
  readonly parentId: string | null;
  /** Server-relative: `/sites/intranet`, or `/` for the root of the tenant. */
  readonly url: string;
  /** Its own permission scope, or null while it inherits from the web above. */
  readonly scopeId: string | null;
  readonly created: string;
  readonly modified: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

interface StoredWeb extends Omit<Web, 'properties'> {
  readonly properties: string;
}

const revive = (row: StoredWeb): Web => ({
  ...row,
  properties: JSON.parse(row.properties) as Record<string, unknown>,
});

export function findWebById(farm: Farm, id: string): Web | undefined {
  const row = farm.db.one<StoredWeb>('SELECT * FROM webs WHERE id = ?', [id]);
  return row && revive(row);
}

export function findWebByUrl(farm: Farm, url: string): Web | undefined {
  const row = farm.db.one<StoredWeb>('SELECT * FROM webs WHERE url = ?', [url || '/']);
  return row && revive(row);
}

/** The web that a path lies in: the longest web URL that begins the path. */
export function findWebOf(farm: Farm, path: string): Web | undefined {
  let candidate = path.replace(/\/+$/, '');
  for (;;) {
    const web = findWebByUrl(farm, candidate);
    if (web || !candidate) return web;
    candidate = candidate.slice(0, candidate.lastIndexOf('/'));
  }
}

export function websBelow(farm: Farm, parentId: string): Web[] {
  return farm.db
    .all<StoredWeb>('SELECT * FROM webs WHERE parentId = ? ORDER BY url', [parentId])
    .map(revive);
}

export function rootWebOf(farm: Farm, siteId: string): Web {
  const sql = 'SELECT * FROM webs WHERE siteId = ? AND parentId IS NULL';
  const row = farm.db.one<StoredWeb>(sql, [siteId]);
  if (!row) throw new Error(`Site ${siteId} has no root web.`);
  return revive(row);
}

/** All webs of a site collection, at any depth. */
export function allWebsOfSite(farm: Farm, siteId: string): Web[] {
  return farm.db.all<StoredWeb>('SELECT * FROM webs WHERE siteId = ?', [siteId]).map(revive);
}

/** A web with permissions of its own is its own scope from the start. */
export function insertWeb(
  farm: Farm,
  web: Pick<Web, 'siteId' | 'parentId' | 'url' | 'properties'> & { unique: boolean },
): Web {
  const id = newGuid();
  const now = timestamp(farm.now());
  farm.db.run(
    'INSERT INTO webs (id, siteId, parentId, url, scopeId, created, modified, properties) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [
      id,
      web.siteId,
      web.parentId,
      web.url,
      web.unique ? id : null,
      now,
      now,
      JSON.stringify(web.properties),
    ],
  );
  return { ...web, id, scopeId: web.unique ? id : null, created: now, modified: now };
}

export function saveWebProperties(farm: Farm, web: Web, changes: object): void {
  const properties = JSON.stringify({ ...web.properties, ...changes });
  const sql = 'UPDATE webs SET properties = ?, modified = ? WHERE id = ?';
  farm.db.run(sql, [properties, timestamp(farm.now()), web.id]);
}

export function setWebScope(farm: Farm, web: Web, scopeId: string | null): void {
  farm.db.run('UPDATE webs SET scopeId = ? WHERE id = ?', [scopeId, web.id]);
}

export const textOf = (web: Web, name: string): string => asText(web.properties[name]);

/** A URL without its leading slash counts from the server or from the web, whichever it names. */
export function serverRelative(web: Web, url: string): string {
  const path = `/${url.replace(/^https?:\/\/[^/]+/i, '').replace(/^\/+|\/+$/g, '')}`;
  const base = web.url === '/' ? '' : web.url;
  const lower = path.toLowerCase();
  const isBelow = lower === base.toLowerCase() || lower.startsWith(`${base.toLowerCase()}/`);
  return isBelow ? path : base + path;
}
