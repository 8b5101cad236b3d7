/** What a page of SharePoint sends and gets: what it is charged for, what it waits for. */

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

interface Traffic {
  /** Each question of a batch is one; SharePoint's limits count them so. */
  readonly operations: number;
  /** Kilobytes of the answers, before they are compressed for the way. */
  readonly kB: number;
  /** How many requests wait for each other, one after the other. */
  readonly levels: number;
  /** Questions to the profiles, which answer slowly. */
  readonly profileCalls: number;
}

export interface Counter {
  readonly fetch: Fetch;
  /** What was counted since the last look. */
  take(): Traffic;
}

/** The lines of a batch that say what is asked. */
const questions = /^(?:GET|POST|MERGE|DELETE) \S+ HTTP/gm;

/** @param counts whether a request counts; all do unless told otherwise. */
export function countTraffic(
  fetch: Fetch,
  counts: (url: string, init: RequestInit) => boolean = () => true,
): Counter {
  let operations = 0;
  let bytes = 0;
  let profileCalls = 0;
  /** The deepest request that was sent, and the deepest that was answered. */
  let deepest = 0;
  let answered = 0;
  return {
    async fetch(url, init) {
      if (!counts(url, init)) return fetch(url, init);
      const asked = typeof init.body === 'string' ? (init.body.match(questions) ?? []) : [];
      operations += Math.max(asked.length, 1);
      profileCalls += [url, ...asked].filter((each) => each.includes('PeopleManager')).length;
      const level = answered + 1;
      deepest = Math.max(deepest, level);
      const response = await fetch(url, init);
      bytes += (await response.clone().arrayBuffer()).byteLength;
      answered = Math.max(answered, level);
      return response;
    },
    take() {
      const traffic = { operations, kB: bytes / 1_000, levels: deepest, profileCalls };
      [operations, bytes, profileCalls, deepest, answered] = [0, 0, 0, 0, 0];
      return traffic;
    },
  };
}
