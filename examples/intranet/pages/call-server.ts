import { Offline, Throttled } from '@kantine/core';
import type { Channel, Response } from '@kantine/core';

/** Sends operations to the local intranet, as one person. */
export function callServer(me: string): Channel['send'] {
  return async (request) => {
    const response = await fetch('/call', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'intranet-person': me },
      body: JSON.stringify(request),
    }).catch((cause: unknown) => {
      throw new Offline({ cause });
    });
    if (response.status === 429) {
      throw new Throttled(Number(response.headers.get('retry-after') ?? '5'));
    }
    // Whether a write happened is not known; the same key makes a repeat safe.
    if (!response.ok)
      throw new Offline({ cause: new Error(`The server answered ${response.status}.`) });
    return (await response.json()) as Response;
  };
}
