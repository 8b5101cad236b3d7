/** What a login tells of somebody. */

/**
 * Guests of the directory have `#ext#` in their logins; those who were let in by mail alone go by
 * `urn:spo:guest`: https://learn.microsoft.com/sharepoint/what-s-new-in-sharing-in-targeted-release
 */
export const isGuest = (login: string): boolean => /#ext#|urn:spo:guest/i.test(login);
