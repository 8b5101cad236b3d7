/** What a tenant gives its clients: in five minutes, before it answers 429, and at all. */
export interface Limits {
  /** Licences of the tenant, from which the number of profile calls follows. 1,000 without it. */
  readonly licences?: number;
  /**
   * S-A4. Calls of the user profile service, which everything in the tenant shares: 3,000 up to 1,000
   * licences, 6,000 up to 5,000 and 15,000 beyond (Avoid getting throttled or blocked in SharePoint
   * Online, learn.microsoft.com). This number stands instead.
   */
  readonly profileCalls?: number;
  /**
   * S-B5. Resource units of everything together; an application has 18,750 in a tenant of up to 1,000
   * licences (the same page). Without it nothing is refused for them, and the ledger counts alone.
   */
  readonly resourceUnits?: number;
  /** S-B6. Lists and libraries of a site collection: 2,000 (SharePoint limits, learn.microsoft.com). */
  readonly listsInSite?: number;
  /** S-B6. Users of a site group: 5,000 (the same page). */
  readonly usersInGroup?: number;
}

export const LISTS_IN_SITE = 2000;
export const USERS_IN_GROUP = 5000;

export function profileCallLimit({ licences = 1000, profileCalls }: Limits): number {
  if (profileCalls !== undefined) return profileCalls;
  if (licences <= 1000) return 3000;
  return licences <= 5000 ? 6000 : 15_000;
}
