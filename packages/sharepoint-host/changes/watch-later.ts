/** Fetches the watcher when somebody has listened for a moment: nothing that a page shows first needs it. */
import type { ListeningHub } from '@kantine/core';
import type { Watched, WatchOptions } from './watch.ts';

/** Until then a page has shown what it was opened for. */
const firstMilliseconds = 2_000;

/** @param hub tells when somebody listens, and passes on what the watcher finds. */
export function watchLater(
  watched: Omit<Watched, 'listening'>,
  hub: ListeningHub,
  options: WatchOptions,
): void {
  let isListening = false;
  let isFetched = false;
  let tell: (isListening: boolean) => void = () => undefined;
  hub.onListening((is) => {
    isListening = is;
    tell(is);
    if (!is || isFetched) return;
    isFetched = true;
    setTimeout(
      () => void start(),
      Math.min(options.everyMilliseconds ?? firstMilliseconds, firstMilliseconds),
    );
  });

  async function start(): Promise<void> {
    try {
      const { watch } = await import(/* webpackChunkName: 'watch' */ './watch.ts');
      const listening = (told: typeof tell): void => {
        tell = told;
        told(isListening);
      };
      watch({ ...watched, listening }, options);
    } catch {
      // As after an upgrade, when a page that was open asks for code that is gone.
      isFetched = false;
    }
  }
}
