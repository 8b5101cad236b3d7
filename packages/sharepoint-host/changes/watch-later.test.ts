import { describe, expect, it, vi } from 'vitest';
import { listeningHub } from '@kantine/core';
import type { Watched } from './watch.ts';
import { watchLater } from './watch-later.ts';

const seen = { isVisible: () => true, subscribe: () => undefined };

describe('the code that looks for what others wrote', () => {
  it('is fetched again where the connection was gone when it was wanted', async () => {
    const hub = listeningHub(queueMicrotask);
    let fetches = 0;
    let heard: boolean | undefined;
    const code = {
      watch: ({ listening }: Watched): void => listening((isListening) => (heard = isListening)),
    };
    const fetch = () => {
      fetches += 1;
      return fetches < 3 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(code);
    };
    const watched = {} as Omit<Watched, 'listening'>;
    watchLater(watched, hub, { visibility: seen, everyMilliseconds: 5 }, fetch);
    hub.subscribe(() => undefined);
    await vi.waitFor(() => expect(heard).toBe(true));
    expect(fetches).toBe(3);
  });
});
