/** How often a page looks at the lists. */

/** Between two looks while somebody acts, in milliseconds. */
export const usualMilliseconds = 5_000;
/** Twelve times that while nothing happens: one look a minute, */
export const slowness = 12;
/** and quick ones for half a minute after somebody wrote something, here or elsewhere. */
export const quickLooks = 6;
