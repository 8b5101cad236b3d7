/** A network that fails on request: what a page's fetch goes through in the tests. */
import type { Fault, FaultTarget } from '@kantine/host-contract';

export interface Network {
  fetch(url: string, init: RequestInit): Promise<Response>;
  inject(fault: Fault): void;
  heal(): void;
  /** Requests that were sent so far. */
  count(): number;
}

const directory =
  /PeopleManager|getUserById|ensureUser|siteUsers|ClientPeoplePicker|search\/postquery/i;

/** The lines of a batch that say what is asked. */
const operations = /^(?:GET|POST|MERGE|DELETE) \S+ HTTP/gm;

/** A line of a batch that changes an item. */
const changesItems = /^(?:(?:MERGE|DELETE) \S+|POST \S+\/items) HTTP/m;

/** What a request is for; the digest and the sign-in belong to no port. */
function targetOf(url: string, init: RequestInit): FaultTarget | undefined {
  const body = typeof init.body === 'string' ? init.body : '';
  if (/contextinfo|currentUser/i.test(url)) return undefined;
  if (directory.test(url)) return 'directory';
  if (url.endsWith('/$batch')) {
    // Questions about people may share a request with questions about records.
    const lines = body.match(operations) ?? [];
    if (lines.every((line) => directory.test(line))) return 'directory';
    return changesItems.test(body) ? 'write' : 'read';
  }
  return init.method === 'GET' ? 'read' : 'write';
}

export function openNetwork(): Network {
  let pending: Fault[] = [];
  let count = 0;
  const lost = (): TypeError => new TypeError('fetch failed');
  return {
    inject: (fault) => void pending.push(fault),
    heal: () => void (pending = []),
    count: () => count,
    async fetch(url, init) {
      const target = targetOf(url, init);
      const fault = pending.find(({ on }) => on === target);
      if (fault && fault.kind !== 'offline') pending = pending.filter((each) => each !== fault);
      if (fault?.kind === 'offline' || fault?.kind === 'fail-once') throw lost();
      if (fault?.kind === 'throttled') {
        const headers = { 'Retry-After': `${fault.retryAfterSeconds}` };
        return new Response('Too many requests.', { status: 429, headers });
      }
      count += 1;
      const response = await fetch(url, init);
      if (fault?.kind === 'answer-lost') throw lost();
      return response;
    },
  };
}
