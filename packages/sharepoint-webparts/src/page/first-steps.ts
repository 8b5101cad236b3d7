/** What a browser remembers of an owner's way through the set-up of a site; nobody else needs it. */
import type { SitePage } from './site-page.ts';

const seenKey = (site: string): string => `kantine.left-behind ${site}`;

/** A browser may refuse to keep anything: then an owner is shown once more what they know. */
function keeping<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** An owner has just set the site up: the first steps stay until they are done. */
export const beginFirstSteps = ({ begunKey }: SitePage): void =>
  keeping(() => localStorage.setItem(begunKey, ''));

export const endFirstSteps = ({ begunKey }: SitePage): void =>
  keeping(() => localStorage.removeItem(begunKey));

/** An owner has read which closed groups stay behind. */
export const noteSeen = (site: string, containers: readonly string[]): void =>
  keeping(() => localStorage.setItem(seenKey(site), containers.toSorted().join(' ')));

export const wasSeen = (site: string, containers: readonly string[]): boolean =>
  keeping(() => localStorage.getItem(seenKey(site)) === containers.toSorted().join(' ')) === true;
