/** Fetches the watcher when somebody has listened for a moment: nothing that a page shows first needs it. */
import type { ListeningHub } from '@kantine/core';
import { usualMilliseconds } from './pace.ts';
import type { Watched, WatchOptions } from './watch.ts';

/** @param hub tells when somebody listens, and passes on what the watcher finds. */
export function watchLater(
  watched: Omit<Watched, 'listening'>,
  hub: ListeningHub,
  options: WatchOptions,
): void {
  const { visibility, everyMilliseconds: moment = usualMilliseconds } = options;
  let isListening = false;
  let isFetched = false;
  let tell: (isListening: boolean) => void = () => undefined;

  async function start(): Promise<void> {
    if (isFetched || !isListening || !visibility.isVisible()) return;
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

  visibility.subscribe(() => void start());
  hub.onListening((is) => {
    isListening = is;
    tell(is);
    setTimeout(() => void start(), moment);
  });
}
