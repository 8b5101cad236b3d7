/**
 * Confluence's quota of an hour: once it is used up, every call is refused until the full hour, and
 * asking would only be refused again. What it is:
 * https://developer.atlassian.com/cloud/confluence/rate-limiting/
 */

/** Until when nothing is asked, by site. In milliseconds since 1970. */
export type Quota = Map<string, number>;

const hour = 3_600_000;

/**
 * @returns until when nothing should be asked, where an answer says that the quota is used up; nothing
 * where Confluence is only busy for a moment.
 */
export function quotaEnd(headers: Pick<Headers, 'get'>, now: number): number | undefined {
  // Documented as `confluence-quota-…`, seen as `conf-global-based` too; bursts are over in a moment.
  const reason = headers.get('ratelimit-reason') ?? '';
  if (!/quota|global|tenant/.test(reason) || reason.includes('burst')) return undefined;
  const seconds = Number(headers.get('retry-after') ?? '');
  const fullHour = (Math.floor(now / hour) + 1) * hour;
  return seconds > 0 ? now + seconds * 1000 : fullHour;
}
