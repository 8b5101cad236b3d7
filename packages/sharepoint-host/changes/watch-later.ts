/** Fetches the watcher when somebody has listened and looked for a moment: what a page shows first needs none. */
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
  const delay = Math.min(options.everyMilliseconds ?? firstMilliseconds, firstMilliseconds);
  let isListening = false;
  let isFetched = false;
  let tell: (isListening: boolean) => void = () => undefined;
  hub.onListening((is) => {
    isListening = is;
    tell(is);
    later();
  });
  options.visibility.subscribe(() => void start());

  function later(): void {
    if (isListening && !isFetched) setTimeout(() => void start(), delay);
  }

  async function start(): Promise<void> {
    if (!isListening || isFetched || !options.visibility.isVisible()) return;
    isFetched = true;
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
