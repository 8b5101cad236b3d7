import { anywhere } from '@kantine/core';
import type { Change, Changes } from '@kantine/core';

/** Changes as the local intranet announces them; after a broken connection, anything may have changed. */
export function changeSource(me: string): Changes {
  const listeners = new Set<(change: Change) => void>();
  const tell = (change: Change): void => {
    for (const listener of [...listeners]) listener(change);
  };
  const source = new EventSource(`/changes?as=${encodeURIComponent(me)}`);
  let broken = false;
  source.addEventListener('message', ({ data }: MessageEvent<string>) => {
    tell(JSON.parse(data) as Change);
  });
  source.addEventListener('error', () => (broken = true));
  source.addEventListener('open', () => {
    if (broken) tell({ container: anywhere, collection: anywhere });
    broken = false;
  });
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
