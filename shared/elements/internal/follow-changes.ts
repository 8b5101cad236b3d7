import type { Change, Community } from '@kantine/core';

/** Several changes often come at once; one refresh answers them all. In milliseconds. */
const delay = 250;

export interface Following {
  /** Refreshes in a moment, as if something had changed. */
  soon(): void;
  end(): void;
}

/**
 * Refreshes after changes that matter, and only while somebody can see the page: what happens
 * meanwhile is caught up with when the page is seen again.
 */
export function followChanges(
  community: Community,
  matters: (change: Change) => boolean,
  refresh: () => void,
): Following {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let missed = false;

  const run = (): void => {
    timer = undefined;
    missed = document.visibilityState === 'hidden';
    if (!missed) refresh();
  };
  // Not put off by the next change: where changes never pause, a refresh would never come.
  const soon = (): void => void (timer ??= setTimeout(run, delay));
  const seen = (): void => {
    if (missed) run();
  };

  document.addEventListener('visibilitychange', seen);
  const unsubscribe = community.subscribe((change) => {
    if (matters(change)) soon();
  });
  return {
    soon,
    end: () => {
      unsubscribe();
      document.removeEventListener('visibilitychange', seen);
      clearTimeout(timer);
    },
  };
}
