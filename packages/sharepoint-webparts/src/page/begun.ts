/** Whether an owner is still on the way from a set-up to a first post: looked up on every page. */

export const beginKey = (site: string): string => `kantine.first-steps ${site}`;

export function isBegun(site: string): boolean {
  try {
    return localStorage.getItem(beginKey(site)) !== null;
  } catch {
    return false;
  }
}
