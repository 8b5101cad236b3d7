import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  communityContainer,
  groupContainer,
  lettersOf,
  personContainer,
  rows,
} from '@kantine/core';
import type { Change, ContainerId } from '@kantine/core';
import { contractCollections, mark } from '@kantine/host-contract';
import type { SharePointHost } from '../host.ts';
import { eachInAnOrganisation } from '../testing/each.ts';
import type { Organisation } from '../testing/organisation.ts';

const { marks, memos, notes } = contractCollections;
const collection = marks.name;
const room = groupContainer('room');
const soup = { topic: '', text: 'Soup', to: '' };
const elsewhere = groupContainer('elsewhere');
const every = 20;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('what others write', () => {
  let organisation: Organisation;
  let anna: SharePointHost;
  let ben: SharePointHost;
  let isVisible: boolean;
  let visibilityListeners: (() => void)[];
  const toldVisibility = (): void => visibilityListeners.forEach((told) => told());
  let heard: Change[];

  eachInAnOrganisation(async (opened) => {
    organisation = opened;
    anna = organisation.hostOf('anna');
    for (const container of [room, elsewhere]) await anna.containers.create(container);
    isVisible = true;
    visibilityListeners = [];
    heard = [];
    const visibility = {
      isVisible: () => isVisible,
      subscribe: (told: () => void) => void visibilityListeners.push(told),
    };
    ben = organisation.hostOf('ben', { watch: { visibility, everyMilliseconds: every } });
    // The rows from before the page have settled, and so have the writes from before somebody listens.
    organisation.clock.advance(60_000);
    await read(ben, communityContainer, room);
    organisation.clock.advance(60_000);
  });

  const read = async (host: SharePointHost, ...containers: ContainerId[]): Promise<void> => {
    const query = { index: 'byShelf', eq: '', order: 'ascending', limit: 9 } as const;
    await host.store.read(containers.map((container) => rows(marks, { container, ...query })));
  };
  const listen = async (): Promise<() => void> => {
    const before = organisation.network.count();
    const stop = ben.changes.subscribe((change) => void heard.push(change));
    if (isVisible) {
      await vi.waitFor(() => expect(organisation.network.count()).toBeGreaterThan(before));
      await pause(60);
    }
    return stop;
  };
  const write = (container: ContainerId, key = 'a', host = anna) =>
    host.store.insert(marks, container, key, mark({ shelf: '', mood: '' }));
  const told = (container: ContainerId) =>
    vi.waitFor(() => expect(heard).toContainEqual({ container, collection }));

  it('is told by its container, in a list that groups share too', async () => {
    const stop = await listen();
    await write(communityContainer);
    await told(communityContainer);
    await write(room);
    await told(room);
    expect(heard).toHaveLength(2);
    stop();
  });

  it('R9: is told of a list that collections share by the collection that the page reads', async () => {
    const recent = { container: room, index: 'recent', order: 'ascending', limit: 9 } as const;
    await ben.store.read([rows(notes, recent)]);
    organisation.clock.advance(60_000);
    const stop = await listen();
    await anna.store.insert(memos, room, 'a', soup);
    await anna.store.insert(notes, elsewhere, 'a', soup);
    await anna.store.insert(notes, room, 'a', soup);
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    await pause(100);
    expect(heard).toEqual([{ container: room, collection: notes.name }]);
    stop();
  });

  it('R9: is not looked for where each reads their own rows alone', async () => {
    const recent = { index: 'recent', order: 'ascending', limit: 9 } as const;
    const own = personContainer(organisation.ids.ben);
    await ben.store.read(
      [own, lettersOf(room)].map((container) => rows(notes, { container, ...recent })),
    );
    organisation.clock.advance(60_000);
    const stop = await listen();
    await anna.store.insert(notes, lettersOf(room), 'a', soup);
    const hers = personContainer(organisation.ids.anna);
    await anna.store.insert(notes, hers, 'a', soup);
    await write(room);
    await told(room);
    await pause(100);
    expect(heard).toHaveLength(1);
    stop();
  });

  describe.each(['moves', 'stays'] as const)(
    'where the date of a list %s with a deletion',
    (modifiedDateOnDelete) => {
      beforeEach(() => organisation.sharePoint.behave({ modifiedDateOnDelete }));

      it('S-C1: is told when it is removed', async () => {
        const { record } = await write(communityContainer);
        organisation.clock.advance(60_000);
        const stop = await listen();
        await anna.store.remove(marks, record);
        await told(communityContainer);
        stop();
      });

      it('S-C1: is told when it is changed', async () => {
        const { record } = await write(communityContainer);
        organisation.clock.advance(60_000);
        const stop = await listen();
        await anna.store.update(marks, record, { shelf: 'top' });
        await told(communityContainer);
        stop();
      });

      it('S-C1: is told again where it was changed twice in one second', async () => {
        const stop = await listen();
        const { record } = await write(communityContainer);
        await vi.waitFor(() => expect(heard).toHaveLength(1));
        const changed = await anna.store.update(marks, record, { shelf: 'top' });
        await vi.waitFor(() => expect(heard).toHaveLength(2));
        await anna.store.remove(marks, changed);
        await vi.waitFor(() => expect(heard).toHaveLength(3));
        stop();
      });

      it('S-C1: is told of a colleague where the page removed a row in the same second', async () => {
        const own = (await write(room, 'own', ben)).record;
        const other = (await write(room, 'other')).record;
        organisation.clock.advance(60_000);
        await read(ben, room);
        const stop = await listen();
        heard = [];
        await ben.store.remove(marks, own, 'own');
        await anna.store.remove(marks, other);
        await vi.waitFor(() => expect(heard).toContainEqual({ container: room, collection }));
        stop();
      });

      it('S-C1: is not mixed up with what the page removes itself', async () => {
        const own = (await write(room, 'own', ben)).record;
        organisation.clock.advance(60_000);
        const stop = await listen();
        heard = [];
        await ben.store.remove(marks, own, 'own');
        await pause(2_500);
        expect(heard).toEqual([{ container: room, collection, origin: 'own' }]);
        stop();
      });
    },
  );

  it('is told once', async () => {
    const stop = await listen();
    await write(communityContainer);
    await pause(2_500);
    expect(heard).toHaveLength(1);
    stop();
  });

  it('in a group that the page does not show is not told', async () => {
    const stop = await listen();
    await write(elsewhere);
    await write(room);
    await told(room);
    expect(heard).toHaveLength(1);
    stop();
  });

  it('for themselves is not told to anybody', async () => {
    await read(ben, personContainer(organisation.ids.ben));
    const stop = await listen();
    await write(personContainer(organisation.ids.anna));
    await pause(100);
    expect(heard).toEqual([]);
    stop();
  });

  it('between reading the page and the first look is told', async () => {
    organisation.clock.advance(60_000);
    const fresh = organisation.hostOf('zoe', {
      watch: {
        visibility: { isVisible: () => true, subscribe: () => undefined },
        everyMilliseconds: every,
      },
    });
    await read(fresh, room);
    await write(room);
    organisation.clock.advance(60_000);
    const stop = fresh.changes.subscribe((change) => void heard.push(change));
    await told(room);
    stop();
  });

  it('is not mixed up with what the page writes itself, of which it reads nothing back', async () => {
    const stop = await listen();
    const { record } = await ben.store.insert(marks, room, 'b', mark(), 'first');
    await pause(100);
    const changed = await ben.store.update(marks, record, { shelf: 'top' }, 'second');
    await pause(100);
    await ben.store.remove(marks, changed, 'third');
    await pause(2_500);
    const own = ['first', 'second', 'third'].map((origin) => ({
      container: room,
      collection,
      origin,
    }));
    expect(heard).toEqual(own);
    const ofAnna = write(room);
    await write(room, 'c', ben);
    await ofAnna;
    await told(room);
    stop();
  });

  it('is told although its writer wrote on after the page’s own write', async () => {
    const stop = await listen();
    const { record } = await write(room);
    await told(room);
    organisation.clock.advance(60_000);
    await pause(100);
    heard = [];
    isVisible = false;
    toldVisibility();
    await anna.store.update(marks, record, { shelf: 'top' });
    organisation.clock.advance(5_000);
    await ben.store.insert(marks, room, 'b', mark(), 'own');
    isVisible = true;
    toldVisibility();
    // Its date is earlier than the page's own write, and the number of rows moved by that alone.
    await told(room);
    stop();
  });

  it('is not asked for while nobody sees the page, and is told once somebody does', async () => {
    const stop = await listen();
    isVisible = false;
    toldVisibility();
    await pause(100);
    const before = organisation.network.count();
    await pause(150);
    expect(organisation.network.count()).toBe(before);
    await write(communityContainer);
    expect(heard).toEqual([]);
    isVisible = true;
    toldVisibility();
    await vi.waitFor(() => expect(heard).not.toEqual([]));
    stop();
  });

  const looksIn = async (milliseconds: number): Promise<number> => {
    const before = organisation.network.count();
    await pause(milliseconds);
    return organisation.network.count() - before;
  };

  it('S-B5: is asked for in one request, twelve times as seldom while nothing happens', async () => {
    const stop = await listen();
    await pause(every * 12);
    expect(await looksIn(every * 36)).toBeLessThanOrEqual(3);
    await write(communityContainer);
    await vi.waitFor(() => expect(heard).not.toEqual([]));
    stop();
  });

  it('S-B5: is asked for as seldom while a colleague writes without end where the page reads nothing', async () => {
    const { fetch = globalThis.fetch } = organisation.contextOf('zoe');
    let looks = 0;
    const quiet = organisation.hostOf('zoe', {
      fetch: (url, init) => {
        const body = typeof init.body === 'string' ? init.body : '';
        if (`${url} ${body}`.includes('LastItemModifiedDate')) looks += 1;
        return fetch(url, init);
      },
      watch: {
        visibility: { isVisible: () => true, subscribe: () => undefined },
        everyMilliseconds: 500,
      },
    });
    await read(quiet, room);
    organisation.clock.advance(60_000);
    const stop = quiet.changes.subscribe((change) => void heard.push(change));
    for (let at = 0; at < 30; at += 1) {
      await write(elsewhere, `${at}`);
      await pause(230);
    }
    // One when somebody begins to listen, and one each six seconds.
    expect(looks).toBeLessThanOrEqual(2 * 2);
    expect(heard).toEqual([]);
    stop();
  });

  it('S-B5: is asked for once a page, however many of its parts listen', async () => {
    const stops = [await listen(), await listen(), await listen()];
    const community = [1, 2, 3].map(() => ben.changes.subscribe(() => undefined));
    await pause(every * 12);
    expect(await looksIn(every * 36)).toBeLessThanOrEqual(3);
    [...stops, ...community].forEach((stop) => stop());
  });

  it('S-B5: a look that is refused waits for as long as the server says', async () => {
    const stop = await listen();
    organisation.sharePoint.faults.next({ match: /web\/lists/, status: 429, retryAfter: 90 });
    await pause(every * 14);
    expect(await looksIn(every * 30)).toBe(0);
    organisation.clock.advance(91_000);
    await write(communityContainer);
    await vi.waitFor(() => expect(heard).not.toEqual([]));
    stop();
  });

  it('is told where no filter may hold several titles', async () => {
    organisation.sharePoint.behave({ severalListTitles: 'refused' });
    const stop = await listen();
    await write(room);
    await told(room);
    stop();
  });

  it('is told where no answer bears a date', async () => {
    organisation.sharePoint.behave({ dateHeader: 'missing' });
    const stop = await listen();
    await write(room);
    await told(room);
    stop();
  });

  it('is asked for less often while the server fails', async () => {
    const stop = await listen();
    organisation.sharePoint.faults.always({ match: /web\/lists/, status: 500 });
    await pause(300);
    expect(await looksIn(200)).toBeLessThan(4);
    organisation.sharePoint.faults.clear();
    await write(communityContainer);
    await vi.waitFor(() => expect(heard).not.toEqual([]));
    stop();
  });

  it('S-B5: is not asked for before the server wants to be asked again, whatever it refused', async () => {
    const stop = await listen();
    organisation.sharePoint.faults.next({
      match: /^POST .*items$/,
      inBatch: true,
      status: 429,
      retryAfter: 30,
    });
    await expect(write(room, 'b', ben)).rejects.toMatchObject({ tag: 'Throttled' });
    await pause(50);
    expect(await looksIn(400)).toBe(0);
    organisation.clock.advance(31_000);
    await write(communityContainer);
    await vi.waitFor(() => expect(heard).not.toEqual([]));
    stop();
  });

  it('is asked for by nobody once nobody listens', async () => {
    const stop = await listen();
    stop();
    stop();
    await pause(60);
    const before = organisation.network.count();
    await pause(100);
    expect(organisation.network.count()).toBe(before);
    const again = await listen();
    await write(communityContainer);
    await vi.waitFor(() => expect(heard).not.toEqual([]));
    again();
  });
});
