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
   * everybody edit its membership. Removing needs the right to manage the group: [MS-WSSFO],
   * proc_SecRemoveUserFromSiteGroup.
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
  readonly modifiedDateOnDelete: 'stays' | 'moves';
  /**
   * Seconds between two crawls of the user profiles: what changes in between, the people search finds
   * only after the next one. Microsoft promises no time (Manage crawling and indexing,
   * learn.microsoft.com).
   */
  readonly searchDelay: number;
}

/** What a new tenant does. */
export const USUAL: Behaviours = {
  groupAsOwnerByRest: 'works',
  leavingByRest: 'works',
  uniqueBesideReadSecurity: 'works',
  missingPrincipal: 'notFound',
  ensureUser: 'works',
  modifiedDateOnDelete: 'stays',
  searchDelay: 0,
};
