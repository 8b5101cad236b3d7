import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { anywhere, communityContainer, groupContainer, personContainer } from '@kantine/core';
import type { Change, ContainerId } from '@kantine/core';
import { contractCollections, mark } from '@kantine/host-contract';
import type { SharePointHost } from '../host.ts';
import { makeTemplate, openFolder, openOrganisation } from '../testing/organisation.ts';
import type { Folder, Organisation, Template } from '../testing/organisation.ts';

const { marks } = contractCollections;
const collection = marks.name;
const room = groupContainer('room');
const every = 20;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('what others write', () => {
  let folder: Folder;
  let template: Template;
  let organisation: Organisation;
  let anna: SharePointHost;
  let ben: SharePointHost;
  let isVisible: boolean;
  let toldVisibility: () => void;
  let heard: Change[];

  beforeAll(async () => {
    folder = await openFolder();
    template = await makeTemplate(folder);
  });
  afterAll(() => folder.remove());
  beforeEach(async () => {
    organisation = await openOrganisation(folder, template);
    anna = organisation.hostOf('anna');
    await anna.containers.create(room);
    isVisible = true;
    heard = [];
    const visibility = {
      isVisible: () => isVisible,
      subscribe: (told: () => void) => void (toldVisibility = told),
    };
    ben = organisation.hostOf('ben', { watch: { visibility, everyMilliseconds: every } });
    await ben.identity.me();
    // What was written before somebody listens has settled.
    organisation.clock.advance(60_000);
  });
  afterEach(() => organisation.close());

  const listen = async (): Promise<() => void> => {
    const before = organisation.network.count();
    const stop = ben.changes.subscribe((change) => void heard.push(change));
    if (isVisible) {
      await vi.waitFor(() => expect(organisation.network.count()).toBeGreaterThan(before));
      await pause(60);
    }
    return stop;
  };
  const write = (container: ContainerId, key = 'a') =>
    anna.store.insert(marks, container, key, mark({ shelf: '', mood: '' }));

  it('is told by its list, and by its container where one list has one', async () => {
    const stop = await listen();
    await write(communityContainer);
    await vi.waitFor(() =>
      expect(heard).toContainEqual({ container: communityContainer, collection }),
    );
    await write(room);
    await vi.waitFor(() => expect(heard).toContainEqual({ container: anywhere, collection }));
    const { record } = await write(communityContainer);
    organisation.clock.advance(60_000);
    await pause(200);
    heard = [];
    await anna.store.remove(marks, record);
    await vi.waitFor(() =>
      expect(heard).toContainEqual({ container: communityContainer, collection }),
    );
    stop();
  });

  it('is told again where it may have changed twice in one second', async () => {
    const stop = await listen();
    const { record } = await write(communityContainer);
    await vi.waitFor(() => expect(heard).not.toEqual([]));
    heard = [];
    await anna.store.update(marks, record, { shelf: 'top' });
    await vi.waitFor(() => expect(heard).not.toEqual([]));
    stop();
  });

  it('for themselves is not told to anybody', async () => {
    const stop = await listen();
    await write(personContainer(organisation.ids.anna));
    await pause(100);
    const own = personContainer(organisation.ids.ben);
    // SharePoint tells that something was written in the list, never what: ben finds nothing new.
    expect(heard.every(({ container }) => container === own)).toBe(true);
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

  it('is asked for less and less often while nothing happens or the server fails', async () => {
    const looksIn = async (milliseconds: number): Promise<number> => {
      const before = organisation.network.count();
      await pause(milliseconds);
      return organisation.network.count() - before;
    };
    const stop = await listen();
    await pause(600);
    expect(await looksIn(200)).toBeLessThan(4);
    organisation.sharePoint.faults.always({ match: /web\/lists/, status: 500 });
    await pause(300);
    expect(await looksIn(200)).toBeLessThan(4);
    organisation.sharePoint.faults.clear();
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
