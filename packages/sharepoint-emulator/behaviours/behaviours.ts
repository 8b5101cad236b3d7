/**
 * What SharePoint answers where its documentation is silent, or where answers differ by version and
 * tenant. A program for SharePoint has to live with each of them; a test asks for one by name.
 *
 * The ids (S-…) are those of the facts in the README, which names the sources.
 */
export interface Behaviours {
  /**
   * S-A2. `SetUserAsOwner` with the id of a group: refused as a user who is not there; answered with
   * 200 without any change, as one project measured; or done, as no tenant is known to. REST sets no
   * group as owner in any case: sp-dev-docs#5031, pnpjs#957, #969 and #1235.
   */
  readonly groupAsOwnerByRest: 'refused' | 'ignored' | 'works';
  /**
   * S-A6. A member takes themselves out of a site group by REST although the group does not let
   * everybody edit its membership: "If @UserId and @UserIdToBeDeleted refer to the same user and the
   * site group permits site group members to edit membership, then the user … is removed", else the
   * current user has insufficient authority ([MS-WSSFO], proc_SecRemoveUserFromSiteGroup).
   */
  readonly leavingByRest: 'refused' | 'works';
  /**
   * S-A3. A column with EnforceUniqueValues in a list with ReadSecurity 2. "When list item permissions
   * is set to 'Read items that were created by the user', setting unique values on a column is not
   * possible and vice-versa" (formsandflows.nl, Item level permissions, 2023).
   */
  readonly uniqueBesideReadSecurity: 'refused' | 'works';
  /**
   * S-A5. The status for a user or group that is not there, or no more; the code and the text
   * ("User cannot be found.") are the same. 500 in recorded answers of 2021 and 2022, 404 in 2024.
   */
  readonly missingPrincipal: 'notFound' | 'serverError';
  /**
   * S-B4. `ensureUser` by somebody who does not manage the site: done, or refused with 403 (pnpjs#1314).
   * Where it is done, it writes the person into the list of the site's users.
   */
  readonly ensureUser: 'works' | 'refused';
  /**
   * S-C1. Whether deleting an item moves `LastItemModifiedDate` of its list as every other change does,
   * or `LastItemDeletedDate` alone.
   */
  readonly modifiedDateOnDelete: 'moves' | 'stays';
  /**
   * S-C2. Sorting a list of more than 5,000 items by an indexed column without a filter:
   * served from the index, or refused as a query beyond the list view threshold.
   */
  readonly sortBeyondThreshold: 'works' | 'throttled';
  /**
   * S-C2. A page token made by hand that carries the value of a column: taken, refused with 400, or
   * passed over, so that the first page comes.
   */
  readonly pageTokenWithColumn: 'works' | 'refused' | 'ignored';
  /**
   * S-C2. Author, Editor, Created and Modified through ValidateUpdateListItem by somebody who may edit
   * the item and does not manage the site. One of PnP's maintainers says owners only; a contributor can
   * set read-only columns (sp-dev-docs#6333).
   */
  readonly stampsByContributor: 'refused' | 'works';
  /** Several titles, joined by `or`, in `$filter` of web/lists. Nothing says that they may not stand there. */
  readonly severalListTitles: 'works' | 'refused';
  /**
   * HasUniqueRoleAssignments for people who may not enumerate permissions: told, or 403. The
   * documentation names no right for it.
   */
  readonly uniqueRightsToMembers: 'told' | 'refused';
  /**
   * Which right lifts ReadSecurity and WriteSecurity of a list: Override List Behaviors (Cancel
   * Checkout), which Design and Full Control have, as a list's advanced settings say; or Manage Lists,
   * which the Edit level of a site's members has as well.
   */
  readonly itemSecurityLiftedBy: 'overrideListBehaviors' | 'manageLists';
  /**
   * S-B1. `getList` of a list to which somebody has no right: nothing is there, or 403. Both have been
   * reported of addresses that somebody may not open (onedrive-api-docs#729, PnP-JS-Core#638).
   */
  readonly listWithoutRight: 'notFound' | 'refused';
  /** Attachments of items that somebody may not read, by the address of the file. */
  readonly attachmentsOfHiddenItems: 'refused' | 'readable';
  /** The Date header, from which clients learn the server's time (RFC 9110, 6.6.1); a proxy may take it. */
  readonly dateHeader: 'sent' | 'missing';
  /**
   * What person columns show of somebody who was removed from the site: the name that they had, as the
   * hidden User Information List keeps it, or nothing.
   */
  readonly removedAuthors: 'named' | 'unnamed';
  /**
   * What GetItems, which is asked in CAML, expands: the texts of the values (pnpjs#478 and #682, on
   * SharePoint Online), nothing at all, or what lookups point to as well. Of the latter it says "The
   * $expand query is not valid for field 'Author'" (pnpjs#818, on SharePoint 2013).
   */
  readonly expandInCaml: 'texts' | 'nothing' | 'lookups';
  /**
   * Seconds between two crawls of the user profiles: what changes in between, the people search finds
   * only after the next one. Microsoft promises no time (Manage crawling and indexing,
   * learn.microsoft.com).
   */
  readonly searchDelay: number;
}

/** What a new tenant does. */
export const USUAL: Behaviours = {
  groupAsOwnerByRest: 'refused',
  leavingByRest: 'refused',
  uniqueBesideReadSecurity: 'refused',
  missingPrincipal: 'notFound',
  ensureUser: 'works',
  modifiedDateOnDelete: 'moves',
  sortBeyondThreshold: 'works',
  pageTokenWithColumn: 'works',
  stampsByContributor: 'refused',
  severalListTitles: 'works',
  uniqueRightsToMembers: 'told',
  itemSecurityLiftedBy: 'overrideListBehaviors',
  listWithoutRight: 'notFound',
  attachmentsOfHiddenItems: 'refused',
  dateHeader: 'sent',
  removedAuthors: 'named',
  expandInCaml: 'texts',
  searchDelay: 0,
};
