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
}

/** What a new tenant does. */
export const USUAL: Behaviours = {
  groupAsOwnerByRest: 'works',
  leavingByRest: 'works',
  uniqueBesideReadSecurity: 'works',
};
