/** An attempt that breaks off, as when its page is closed. */
import type { SharePoint } from '@kantine/sharepoint-emulator';

export interface BrokenOff {
  /** Writes that were refused, because they came too late. */
  refused(): number;
  heal(): void;
}

const isWrite = /^(?:POST|MERGE|DELETE) (?!.*(?:\$batch|contextinfo)$)/i;

/** Lets some writes through, alone or in a batch, and refuses all that follow. */
export function breakOffAfter({ faults }: SharePoint, writes: number): BrokenOff {
  let seen = 0;
  const match = new (class extends RegExp {
    override test(line: string): boolean {
      return isWrite.test(line) && (seen += 1) > writes;
    }
  })('');
  const ends = [true, false].map((inBatch) => faults.always({ match, inBatch, status: 500 }));
  return {
    refused: () => Math.max(seen - writes, 0),
    heal: () => {
      for (const end of ends) end();
    },
  };
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A line of a batch that changes something. */
const writesInBatch = /^(?:POST|MERGE|DELETE) \S+ HTTP/m;

const doesWrite = (url: string, { method, body }: RequestInit): boolean => {
  if (method === 'GET' || url.endsWith('/contextinfo')) return false;
  return !url.endsWith('/$batch') || (typeof body === 'string' && writesInBatch.test(body));
};

/**
 * A page's fetch that ends with one of the requests that change something: that one is done, and nobody
 * hears of it. Cut off behind a question the site is as it was before.
 */
export function closingAfter(fetch: Fetch, writes: number): { fetch: Fetch; sent(): number } {
  let sent = 0;
  return {
    sent: () => sent,
    async fetch(url, init) {
      if (doesWrite(url, init)) sent += 1;
      if (sent <= writes) return fetch(url, init);
      if (sent === writes + 1 && doesWrite(url, init)) {
        sent += 1;
        await fetch(url, init);
      }
      throw new TypeError('fetch failed');
    },
  };
}
