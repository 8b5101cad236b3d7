import type { Farm } from '../context/farm.ts';
import { accessDenied } from '../errors.ts';
import type { ItemCells } from '../items/cells.ts';
import type { List } from '../lists/list.ts';
import { directoryGroupsIn } from '../people/directory-groups.ts';
import { everyoneIn, type SiteUser } from '../people/principals.ts';
import { isGuest } from '../people/directory.ts';
import type { Parameter } from '../store/database.ts';
import { findWebById, type Web } from '../webs/web.ts';
import { FULL_MASK, has, maskOf, type PermissionName } from './permissions.ts';

/** What one person may do in one site collection. Lives as long as a request. */
export class Access {
  readonly #farm: Farm;
  readonly #user: SiteUser;
  readonly #masks = new Map<string, bigint>();
  #principals: readonly number[] | undefined;

  constructor(farm: Farm, user: SiteUser) {
    this.#farm = farm;
    this.#user = user;
  }

  web(web: Web): bigint {
    return this.#mask(webScope(this.#farm, web));
  }

  list(list: List): bigint {
    return this.#mask(listScope(this.#farm, list));
  }

  /** An item carries its own scope once its inheritance is broken, else that of its list. */
  item(list: List, item: ItemCells): bigint {
    const scope = item['!scope'];
    const mask = typeof scope === 'string' ? this.#mask(scope) : this.list(list);
    return mask & ~this.#deniedByItemSecurity(list, item);
  }

  demandOnWeb(web: Web, permission: PermissionName): void {
    if (!has(this.web(web), permission)) throw accessDenied();
  }

  demandOnList(list: List, permission: PermissionName): void {
    if (!has(this.list(list), permission)) throw accessDenied();
  }

  /**
   * A list shows to who may view its items, and to who was given a single item of it: SharePoint
   * then grants Limited Access above.
   */
  seesList(list: List): boolean {
    const mask = this.list(list);
    return has(mask, 'ViewListItems') || (mask !== 0n && this.#ownsScopeIn(list));
  }

  /** A condition on the items table that holds for the rows this person may read. */
  readableItems(list: List): { sql: string; parameters: Parameter[] } | undefined {
    if (this.#user.isAdmin) return undefined;
    const conditions: string[] = [];
    const parameters: Parameter[] = [];
    const inherited = has(this.list(list), 'ViewListItems');
    if (!inherited || list.hasUniqueItems(this.#farm)) {
      const granted = `"!scope" IN (${this.#grantedScopes()})`;
      conditions.push(inherited ? `("!scope" IS NULL OR ${granted})` : granted);
      parameters.push(...this.principals());
    }
    if (list.readSecurity === 2 && !this.liftsItemSecurity(list)) {
      conditions.push('"Author" = ?');
      parameters.push(this.#user.id);
    }
    return conditions.length > 0 ? { sql: conditions.join(' AND '), parameters } : undefined;
  }

  /** The ids that stand for this person: the own one, Everyone's, those of groups of the directory, and
   * those of the site groups that any of these is in. */
  principals(): readonly number[] {
    if (!this.#principals) {
      const { siteId, id, login } = this.#user;
      const everyone = isGuest(login) ? [] : [everyoneIn(this.#farm, siteId)];
      const own = [id, ...everyone, ...directoryGroupsIn(this.#farm, siteId, login)];
      const marks = own.map(() => '?').join(', ');
      const groups = this.#farm.db.all<{ groupId: number }>(
        `SELECT DISTINCT groupId FROM group_members WHERE siteId = ? AND memberId IN (${marks})`,
        [siteId, ...own],
      );
      this.#principals = [...own, ...groups.map((row) => row.groupId)];
    }
    return this.#principals;
  }

  #mask(scopeId: string): bigint {
    if (this.#user.isAdmin) return FULL_MASK;
    let mask = this.#masks.get(scopeId);
    if (mask === undefined) {
      mask = this.#readMask(scopeId);
      this.#masks.set(scopeId, mask);
    }
    return mask;
  }

  #readMask(scopeId: string): bigint {
    const marks = this.principals()
      .map(() => '?')
      .join(', ');
    const roles = this.#farm.db.all<{ low: number; high: number }>(
      `SELECT d.low, d.high FROM role_assignments a
       JOIN role_definitions d ON d.siteId = ? AND d.id = a.roleId
       WHERE a.scopeId = ? AND a.principalId IN (${marks})`,
      [this.#user.siteId, scopeId, ...this.principals()],
    );
    return roles.reduce((mask, role) => mask | maskOf(role.low, role.high), 0n);
  }

  #grantedScopes(): string {
    const marks = this.principals()
      .map(() => '?')
      .join(', ');
    return `SELECT a.scopeId FROM role_assignments a
      JOIN role_definitions d ON d.siteId = '${this.#user.siteId}' AND d.id = a.roleId
      WHERE a.principalId IN (${marks}) AND (d.low & 1) = 1`;
  }

  #ownsScopeIn(list: List): boolean {
    if (!list.hasUniqueItems(this.#farm)) return false;
    const sql = `SELECT 1 AS found FROM ${list.table} WHERE "!scope" IN (${this.#grantedScopes()}) LIMIT 1`;
    return this.#farm.db.all(sql, [...this.principals()]).length > 0;
  }

  /**
   * "Read access" and "Create and edit access" of a list's advanced settings: 2 leaves people their
   * own items, 4 none at all. Cancel Checkout (Override List Behaviors) lifts both.
   */
  #deniedByItemSecurity(list: List, item: ItemCells): bigint {
    if (this.#user.isAdmin || this.liftsItemSecurity(list)) return 0n;
    const own = item.Author === this.#user.id;
    let denied = 0n;
    if (list.readSecurity === 2 && !own) denied |= FULL_MASK;
    if (list.writeSecurity === 4 || (list.writeSecurity === 2 && !own)) denied |= 0b1100n;
    return denied;
  }

  liftsItemSecurity(list: List): boolean {
    if (this.#user.isAdmin) return true;
    const lifting = this.#farm.behaviours.itemSecurityLiftedBy;
    return has(this.list(list), lifting === 'manageLists' ? 'ManageLists' : 'CancelCheckout');
  }
}

/**
 * The scope that is in force for a web: its own, or that of the nearest web above that has one.
 */
export function webScope(farm: Farm, web: Web): string {
  if (web.scopeId) return web.scopeId;
  const parent = web.parentId ? findWebById(farm, web.parentId) : undefined;
  return parent ? webScope(farm, parent) : web.id;
}

/** The scope that is in force for a list. */
export function listScope(farm: Farm, list: List): string {
  if (list.scopeId) return list.scopeId;
  const web = findWebById(farm, list.webId);
  return web ? webScope(farm, web) : list.webId;
}
