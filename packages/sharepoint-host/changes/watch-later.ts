/** Fetches the watcher when somebody has listened for a moment: nothing that a page shows first needs it. */
import type { ListeningHub } from '@kantine/core';
import { slowness, usualMilliseconds } from './pace.ts';
import type { Watched, WatchOptions } from './watch.ts';

const fetchWatcher = () => import(/* webpackChunkName: 'watch' */ './watch.ts');

/**
 * @param hub tells when somebody listens, and passes on what the watcher finds.
 * @param fetch brings the watcher's code.
 */
export function watchLater(
  watched: Omit<Watched, 'listening'>,
  hub: ListeningHub,
  options: WatchOptions,
  fetch = fetchWatcher,
): void {
  const { visibility, everyMilliseconds: moment = usualMilliseconds } = options;
  let isListening = false;
  let isFetched = false;
  let wait = moment;
  let tell: (isListening: boolean) => void = () => undefined;

  async function start(): Promise<void> {
    if (isFetched || !isListening || !visibility.isVisible()) return;
    isFetched = true;
    try {
      const { watch } = await fetch();
      const listening = (told: typeof tell): void => {
        tell = told;
        told(isListening);
      };
      watch({ ...watched, listening }, options);
    } catch {
      // The connection broke off, or the code is gone after an upgrade: again, ever more seldom.
      isFetched = false;
      wait = Math.min(wait * 2, moment * slowness);
      setTimeout(() => void start(), wait);
    }
  }

  visibility.subscribe(() => void start());
  hub.onListening((is) => {
    isListening = is;
    tell(is);
    setTimeout(() => void start(), moment);
  });
}
