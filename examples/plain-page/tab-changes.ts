import { changeHub } from '@kantine/core/ordered-store';
import type { ChangeHub } from '@kantine/core/ordered-store';
import type { Change } from '@kantine/core';

/** Changes made in this tab and in every other tab of the page. */
export function tabChanges(name: string): ChangeHub {
  const here = changeHub();
  const elsewhere = new BroadcastChannel(name);
  elsewhere.addEventListener('message', ({ data }: MessageEvent<Change>) => here.announce(data));
  return {
    announce(change) {
      here.announce(change);
      elsewhere.postMessage(change);
    },
    subscribe: (listener) => here.subscribe(listener),
  };
}
