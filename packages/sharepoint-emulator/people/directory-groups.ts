import type { Farm } from '../context/farm.ts';

/** A group of the tenant's directory (Microsoft Entra ID), whether or not a site knows it. */
export interface DirectoryGroup {
  /** `c:0t.c|tenant|<id>` of a security group, `c:0o.c|federateddirectoryclaimprovider|<id>` of a team's. */
  readonly login: string;
  readonly id: string;
  readonly title: string;
  readonly email: string;
}

/** By claims login, object id, name or mail address. */
export function findDirectoryGroup(farm: Farm, name: string): DirectoryGroup | undefined {
  const sql = `SELECT login, id, title, email FROM directory_groups
    WHERE login = ? OR id = ? OR title = ? OR (email = ? AND email <> '')`;
  return farm.db.one<DirectoryGroup>(sql, [name, name, name, name]);
}

/** Groups whose name begins so, as the people picker looks for them. */
export function searchDirectoryGroups(farm: Farm, text: string, limit: number): DirectoryGroup[] {
  const like = `${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const sql = `SELECT login, id, title, email FROM directory_groups
    WHERE title LIKE ? ESCAPE '\\' ORDER BY title LIMIT ?`;
  return farm.db.all<DirectoryGroup>(sql, [like, limit]);
}

export function addDirectoryGroup(
  farm: Farm,
  group: DirectoryGroup,
  members: readonly string[],
): void {
  const { login, id, title, email } = group;
  farm.db.run(
    'INSERT OR IGNORE INTO directory_groups (login, id, title, email) VALUES (?, ?, ?, ?)',
    [login, id, title, email],
  );
  for (const member of members) {
    farm.db.run('INSERT OR IGNORE INTO directory_members (groupLogin, memberLogin) VALUES (?, ?)', [
      login,
      member,
    ]);
  }
}

/** The directory's groups that a person is in and that a site knows, by their ids there. */
export function directoryGroupsIn(farm: Farm, siteId: string, login: string): number[] {
  const sql = `SELECT p.id FROM directory_members m
    JOIN principals p ON p.siteId = ? AND p.login = m.groupLogin WHERE m.memberLogin = ?`;
  return farm.db.all<{ id: number }>(sql, [siteId, login]).map((row) => row.id);
}
