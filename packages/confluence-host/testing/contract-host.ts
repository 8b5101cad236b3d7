/** A person's ports, of which each call is a call of the app's function. */
import { randomKey } from '@kantine/core';
import type { Change, Host, PersonId } from '@kantine/core';
import { supports } from '../host.ts';
import { listen } from '../changes/listen.ts';
import type { MarkedChange } from '../changes/marked.ts';
import type { ConfluenceHost } from '../host.ts';
import type { Organisation } from './organisation.ts';

/** Groups are made on a page in the workshop, and read everywhere. */
const inWorkshop = new Set(['create', 'createClosed']);

type Functions = Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;

/**
 * @param listening subscriptions on their way: nobody writes before they are there.
 * @param on the space that the page is in; without one it is in none.
 */
export function contractHost(
  organisation: Organisation,
  as: PersonId,
  listening: Set<Promise<unknown>>,
  on?: 'WORK' | 'HALL',
): Host {
  const { clock } = organisation;
  /** The origins of this page's writes, by the marks under which they are told. */
  const own = new Map<string | undefined, string | undefined>();
  const calls = new Set<Promise<unknown>>();
  let delivered = Promise.resolve();

  const wrote = (changes: readonly MarkedChange[]): void => {
    for (const { mark, origin } of changes) own.set(mark, origin);
  };

  /** Only the answer of a write tells whose a change is. */
  function deliver({ container, collection, mark }: MarkedChange, told: (change: Change) => void) {
    delivered = delivered.then(async () => {
      await Promise.allSettled(calls);
      const origin = own.get(mark);
      told(origin === undefined ? { container, collection } : { container, collection, origin });
    });
  }

  const call = async <Result>(
    work: (host: ConfluenceHost) => Promise<Result>,
    space = on,
  ): Promise<Result> => {
    await Promise.allSettled(listening);
    const answer = organisation.within(space === undefined ? { as } : { as, space }, work, wrote);
    calls.add(answer);
    return answer.finally(() => calls.delete(answer));
  };

  const port = <Name extends 'identity' | 'directory' | 'containers' | 'store'>(
    name: Name,
  ): Host[Name] =>
    new Proxy({} as Host[Name], {
      get:
        (_target, method: string) =>
        (...args: readonly unknown[]) =>
          call(
            (host) => (host[name] as unknown as Functions)[method]?.(...args) as Promise<unknown>,
            inWorkshop.has(method) ? (on ?? 'WORK') : on,
          ),
    });

  async function subscribe(listener: (change: Change) => void): Promise<() => void> {
    const view = organisation.open({ as });
    const { channels } = await organisation.within({ as }, (host) =>
      listen(organisation.instance, host),
    );
    const ends = channels.map(({ name, token }) =>
      view.subscribe(name, (change) => deliver(change as MarkedChange, listener), {
        token,
        isGlobal: true,
      }),
    );
    return () => ends.forEach((end) => end());
  }

  return {
    site: '',
    supports,
    identity: port('identity'),
    directory: port('directory'),
    containers: port('containers'),
    store: port('store'),
    changes: {
      subscribe(listener) {
        let isOver = false;
        const started = subscribe((change) => {
          if (!isOver) listener(change);
        });
        listening.add(started);
        started.catch(() => undefined).finally(() => listening.delete(started));
        return () => {
          isOver = true;
          void started.then((end) => end()).catch(() => undefined);
        };
      },
    },
    clock: { now: () => clock.now(), server: () => call((host) => host.clock.server()) },
    ids: { next: () => randomKey((bytes) => crypto.getRandomValues(bytes)) },
  };
}
