import type { Farm } from '../context/farm.ts';
import { bytesOf, type Cell } from '../store/database.ts';

/** A person of the tenant, whether or not a site has met them yet. */
export interface DirectoryUser {
  readonly id: string;
  /** The claims login, `i:0#.f|membership|ada@contoso.test`. */
  readonly login: string;
  readonly upn: string;
  readonly title: string;
  readonly email: string;
  readonly manager: string | null;
  /** User profile properties by their SharePoint names (Department, SPS-JobTitle, …). */
  readonly properties: Readonly<Record<string, string>>;
}

interface StoredUser extends Omit<DirectoryUser, 'properties'> {
  readonly properties: string;
}

const COLUMNS = 'id, login, upn, title, email, manager, properties';
const MEMBERSHIP = 'i:0#.f|membership|';

/** People are named by claims login or by user principal name; SharePoint stores the former. */
export const claimsLogin = (name: string): string =>
  name.includes('|') ? name : `${MEMBERSHIP}${name}`;

export const upnOf = (login: string): string => login.slice(login.lastIndexOf('|') + 1);

/**
 * Guests come from elsewhere: `eve_elsewhere.test#ext#@contoso.test`. They have no user profile, and
 * are not among everyone except external users. (S-B3)
 */
export const isGuest = (login: string): boolean => /#ext#/i.test(login);

/** By claims login, user principal name, mail address or object id. */
export function findInDirectory(farm: Farm, name: string): DirectoryUser | undefined {
  const sql = `SELECT ${COLUMNS} FROM directory WHERE login = ? OR upn = ? OR email = ? COLLATE NOCASE OR id = ?`;
  const row = farm.db.one<StoredUser>(sql, [claimsLogin(name), name, name, name]);
  return row && revive(row);
}

/** Prefix search over the names that the people picker looks at. */
export function searchDirectory(farm: Farm, text: string, limit: number): DirectoryUser[] {
  const like = `${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const sql = `SELECT ${COLUMNS} FROM directory
    WHERE title LIKE ? ESCAPE '\\' OR title LIKE ? ESCAPE '\\' OR email LIKE ? ESCAPE '\\'
       OR upn LIKE ? ESCAPE '\\' OR login = ?
    ORDER BY title LIMIT ?`;
  const rows = farm.db.all<StoredUser>(sql, [like, `% ${like}`, like, like, text, limit]);
  return rows.map(revive);
}

/** By name, as a list of the company would have them. */
export function allOfDirectory(farm: Farm): DirectoryUser[] {
  return farm.db.all<StoredUser>(`SELECT ${COLUMNS} FROM directory ORDER BY title`).map(revive);
}

/** The profile of a person; guests have none. */
export function findProfile(farm: Farm, name: string): DirectoryUser | undefined {
  const person = findInDirectory(farm, name);
  return person && !isGuest(person.login) ? person : undefined;
}

/** The account is gone, and nobody signs in with it any more; sites keep what they know of it. */
export function removeFromDirectory(farm: Farm, login: string): void {
  farm.db.run('DELETE FROM directory WHERE login = ?', [login]);
  farm.db.run('DELETE FROM directory_members WHERE memberLogin = ?', [login]);
  farm.db.run('DELETE FROM sign_ins WHERE login = ? COLLATE NOCASE', [login]);
}

export function directReports(farm: Farm, login: string): DirectoryUser[] {
  const sql = `SELECT ${COLUMNS} FROM directory WHERE manager = ? COLLATE NOCASE ORDER BY title`;
  return farm.db.all<StoredUser>(sql, [login]).map(revive);
}

export function photoOf(
  farm: Farm,
  login: string,
): { bytes: Uint8Array; contentType: string } | undefined {
  const row = farm.db.one<{ photo: Cell; photoType: string | null }>(
    'SELECT photo, photoType FROM directory WHERE login = ?',
    [login],
  );
  if (!row?.photo) return undefined;
  return { bytes: bytesOf(row.photo), contentType: row.photoType ?? 'image/jpeg' };
}

/** Any name is taken: tenants add profile properties of their own. */
export function setProfileProperty(farm: Farm, login: string, name: string, text: string): void {
  const user = findInDirectory(farm, login);
  if (!user) return;
  const properties = JSON.stringify({ ...user.properties, [name]: text });
  farm.db.run('UPDATE directory SET properties = ? WHERE login = ?', [properties, user.login]);
}

function revive(row: StoredUser): DirectoryUser {
  return { ...row, properties: JSON.parse(row.properties) as Record<string, string> };
}
