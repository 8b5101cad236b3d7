/** Ben's page, which looks for changes and writes down what it asks besides. */
import type { SharePointHost } from '../host.ts';
import type { Organisation } from './organisation.ts';

/** Between two looks, in milliseconds. */
export const every = 25;

export const pause = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A line of a batch that asks something. */
const questions = /^(?:GET|POST) \S+\/_api\/(\S+) HTTP/gm;

/** The list that a question is about, by its name. */
export const listIn = (path: string): string => /Lists%2F(\w+)/.exec(path)?.[1] ?? path;

interface Watched {
  readonly host: SharePointHost;
  /** The paths of what it asked, without the looks. */
  readonly asked: string[];
  /** Until the watcher has found everything. */
  readonly settle: (reading: () => Promise<void> | undefined) => Promise<void>;
}

/** @param delays of its requests and answers, in milliseconds, over and over. */
export function watchedHost(organisation: Organisation, delays: readonly number[] = [0]): Watched {
  const { fetch = globalThis.fetch } = organisation.contextOf('ben');
  const asked: string[] = [];
  let turn = 0;
  const late = () => pause(delays[(turn += 1) % delays.length] ?? 0);
  const host = organisation.hostOf('ben', {
    fetch: async (url, init) => {
      const body = typeof init.body === 'string' ? init.body : '';
      if (!body.includes('web/lists?') && !url.includes('web/lists?')) {
        asked.push(...[...body.matchAll(questions)].map(([, path = '']) => path));
      }
      await late();
      const response = await fetch(url, init);
      await late();
      return response;
    },
    userId: Number(organisation.ids.ben),
    watch: {
      everyMilliseconds: every,
      visibility: { isVisible: () => true, subscribe: () => undefined },
    },
  });
  return {
    host,
    asked,
    async settle(reading) {
      for (let looks = 0; looks < 4; looks += 1) {
        organisation.clock.advance(3_000);
        await pause(every * 13 + 4 * Math.max(...delays));
        await reading();
      }
    },
  };
}
