import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Farm } from '../context/farm.ts';
import { expiredDigest, invalidDigest } from '../errors.ts';

/** "By default, a request digest token is valid for 30 minutes." */
export const DIGEST_SECONDS = 1800;

/** `0x<hash>,23 Nov 2026 09:00:00 -0000`: good for one person in one site collection. */
export function issueDigest(farm: Farm, siteId: string, login: string): string {
  const time = digestTime(farm.now());
  return `0x${sign(farm, siteId, login, time)},${time}`;
}

/**
 * Compares in constant time, then looks at the age. Both fail with 403, with codes of their own.
 */
export function checkDigest(
  farm: Farm,
  siteId: string,
  login: string,
  digest: string | null,
): void {
  const [hash, time] = splitOnce(digest ?? '');
  const expected = `0x${sign(farm, siteId, login, time)}`;
  if (hash.length !== expected.length) throw invalidDigest();
  if (!timingSafeEqual(Buffer.from(hash), Buffer.from(expected))) throw invalidDigest();
  const age = farm.now().getTime() - Date.parse(time);
  if (age > DIGEST_SECONDS * 1000) throw expiredDigest();
}

const splitOnce = (text: string): [string, string] => {
  const comma = text.indexOf(',');
  return comma < 0 ? [text, ''] : [text.slice(0, comma), text.slice(comma + 1)];
};

/**
 * Bound to site collection and person: a digest from elsewhere is "invalid and might be
 * corrupted".
 */
const sign = (farm: Farm, siteId: string, login: string, time: string): string =>
  createHmac('sha512', farm.secret)
    .update(`${siteId}\n${login.toLowerCase()}\n${time}`)
    .digest('hex')
    .toUpperCase();

/** RFC 1123 without the weekday, as .NET writes it here. */
function digestTime(date: Date): string {
  const [, day = '', month = '', year = '', time = ''] = date.toUTCString().split(' ');
  return `${day} ${month} ${year} ${time} -0000`;
}
