/** The part of an address that opens the check of a site. */
export const checkHash = '#kantine-check';
