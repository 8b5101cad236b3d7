import type { Farm } from '../context/farm.ts';
import { findInDirectory, type DirectoryUser } from './directory.ts';
import { findDirectoryGroup } from './directory-groups.ts';

export const PrincipalType = { User: 1, SecurityGroup: 4, SharePointGroup: 8 } as const;

/** A row of a site collection's user information: people and groups share one range of ids. */
export interface Principal {
  readonly siteId: string;
  readonly id: number;
  readonly kind: number;
  readonly login: string;
  readonly title: string;
  readonly email: string;
  readonly isAdmin: boolean;
  readonly properties: Readonly<Record<string, unknown>>;
}

export type SiteUser = Principal;

interface StoredPrincipal extends Omit<Principal, 'isAdmin' | 'properties'> {
  readonly isAdmin: number;
  readonly properties: string;
}

/** The claim of "Everyone except external users", which sites share with all of the company. */
export const EVERYONE_LOGIN = 'c:0-.f|rolemanager|spo-grid-all-users/emulated-tenant';

const EVERYONE = /^(everyone|c:0-\.f\|rolemanager\|spo-grid-all-users.*|c:0\(\.s\|true)$/i;

const revive = (row: StoredPrincipal): Principal => ({
  ...row,
  isAdmin: row.isAdmin === 1,
  properties: JSON.parse(row.properties) as Record<string, unknown>,
});

export function findPrincipal(farm: Farm, siteId: string, id: number): Principal | undefined {
  const sql = 'SELECT * FROM principals WHERE siteId = ? AND id = ?';
  const row = farm.db.one<StoredPrincipal>(sql, [siteId, id]);
  return row && revive(row);
}

export function findPrincipalByLogin(
  farm: Farm,
  siteId: string,
  login: string,
): Principal | undefined {
  const sql = 'SELECT * FROM principals WHERE siteId = ? AND login = ?';
  const row = farm.db.one<StoredPrincipal>(sql, [siteId, login]);
  return row && revive(row);
}

/** In the order of their ids, as the site met them. */
export function listPrincipals(farm: Farm, siteId: string, kinds: readonly number[]): Principal[] {
  const marks = kinds.map(() => '?').join(', ');
  const sql = `SELECT * FROM principals WHERE siteId = ? AND kind IN (${marks}) ORDER BY id`;
  return farm.db.all<StoredPrincipal>(sql, [siteId, ...kinds]).map(revive);
}

export function membersOf(farm: Farm, siteId: string, groupId: number): Principal[] {
  const sql = `SELECT p.* FROM group_members m JOIN principals p ON p.siteId = m.siteId AND p.id = m.memberId
    WHERE m.siteId = ? AND m.groupId = ? ORDER BY p.id`;
  return farm.db.all<StoredPrincipal>(sql, [siteId, groupId]).map(revive);
}

export function groupsOf(farm: Farm, siteId: string, memberId: number): Principal[] {
  const sql = `SELECT p.* FROM group_members m JOIN principals p ON p.siteId = m.siteId AND p.id = m.groupId
    WHERE m.siteId = ? AND m.memberId = ? ORDER BY p.id`;
  return farm.db.all<StoredPrincipal>(sql, [siteId, memberId]).map(revive);
}

export function addPrincipal(
  farm: Farm,
  principal: Omit<Principal, 'id' | 'isAdmin' | 'properties'> & Partial<Principal>,
): Principal {
  const id = principal.id ?? nextId(farm, principal.siteId);
  const full: Principal = { isAdmin: false, properties: {}, ...principal, id };
  farm.db.run(
    'INSERT INTO principals (siteId, id, kind, login, title, email, isAdmin, properties) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [
      full.siteId,
      id,
      full.kind,
      full.login,
      full.title,
      full.email,
      full.isAdmin ? 1 : 0,
      JSON.stringify(full.properties),
    ],
  );
  return full;
}

export function savePrincipal(farm: Farm, principal: Principal): void {
  farm.db.run(
    'UPDATE principals SET login = ?, title = ?, email = ?, isAdmin = ?, properties = ? WHERE siteId = ? AND id = ?',
    [
      principal.login,
      principal.title,
      principal.email,
      principal.isAdmin ? 1 : 0,
      JSON.stringify(principal.properties),
      principal.siteId,
      principal.id,
    ],
  );
}

/** Items keep the id of somebody who is gone; whether they show a name, behaviours tell. */
export function removePrincipal(farm: Farm, siteId: string, id: number): void {
  farm.db.run(
    'INSERT INTO removed_principals SELECT siteId, id, login, title, email FROM principals WHERE siteId = ? AND id = ?',
    [siteId, id],
  );
  farm.db.run('DELETE FROM group_members WHERE siteId = ? AND (groupId = ? OR memberId = ?)', [
    siteId,
    id,
    id,
  ]);
  farm.db.run('DELETE FROM principals WHERE siteId = ? AND id = ?', [siteId, id]);
}

/** Somebody who was removed from the site, where person columns still name them. */
export function findRemoved(farm: Farm, siteId: string, id: number): Principal | undefined {
  if (farm.behaviours.removedAuthors !== 'named') return undefined;
  const sql = 'SELECT * FROM removed_principals WHERE siteId = ? AND id = ?';
  const row = farm.db.one<Pick<Principal, 'login' | 'title' | 'email'>>(sql, [siteId, id]);
  return row && { ...row, siteId, id, kind: PrincipalType.User, isAdmin: false, properties: {} };
}

/** Finds a person in the site, or brings them in from the directory, as EnsureUser does. */
export function ensurePerson(farm: Farm, siteId: string, name: string): Principal | undefined {
  if (EVERYONE.test(name)) {
    return findPrincipal(farm, siteId, everyoneIn(farm, siteId));
  }
  const person = findInDirectory(farm, name);
  if (!person) return ensureGroup(farm, siteId, name) ?? findPrincipalByLogin(farm, siteId, name);
  return findPrincipalByLogin(farm, siteId, person.login) ?? bringIn(farm, siteId, person);
}

/** Groups of the directory come into a site like people. */
function ensureGroup(farm: Farm, siteId: string, name: string): Principal | undefined {
  const group = findDirectoryGroup(farm, name);
  if (!group) return undefined;
  const { login, title, email } = group;
  const kind = PrincipalType.SecurityGroup;
  return (
    findPrincipalByLogin(farm, siteId, login) ??
    addPrincipal(farm, { siteId, kind, login, title, email })
  );
}

function bringIn(farm: Farm, siteId: string, person: DirectoryUser): Principal {
  const { login, title, email } = person;
  return addPrincipal(farm, { siteId, kind: PrincipalType.User, login, title, email });
}

/** SharePoint hands out ids from one counter a site collection and never twice. */
function nextId(farm: Farm, siteId: string): number {
  const key = `principals ${siteId}`;
  const row = farm.db.one<{ value: string }>('SELECT value FROM settings WHERE key = ?', [key]);
  const id = Number(row?.value ?? 5) + 1;
  farm.db.run('INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)', [key, String(id)]);
  return id;
}

/** Everyone except external users stands in each site under an id of its own. */
export function everyoneIn(farm: Farm, siteId: string): number {
  const sql = 'SELECT id FROM principals WHERE siteId = ? AND login = ?';
  return farm.db.one<{ id: number }>(sql, [siteId, EVERYONE_LOGIN])?.id ?? -1;
}
