/** Looks at the lists every few seconds, while somebody sees the page and listens. */
import { anywhere, communityContainer, personContainer } from '@kantine/core';
import type { Change, Collection, Identity, ListeningHub } from '@kantine/core';
import { closedNamed, listName, sharedPlacesOf } from '../schema/index.ts';
import type { SharedPlace } from '../schema/index.ts';
import { get } from '../wire/index.ts';
import type { Environment, Wire } from '../wire/index.ts';

/** Whether anybody sees the page; a browser's document and its visibilitychange fill it in. */
export interface Visibility {
  isVisible(): boolean;
  /** Calls back whenever that changes. */
  subscribe(changed: () => void): void;
}

export interface WatchOptions {
  readonly visibility: Visibility;
  /** Between two looks, while something is going on; at most twelve times that when nothing is. */
  readonly everyMilliseconds?: number;
}

interface Watched {
  readonly environment: Environment;
  readonly wire: Wire;
  readonly identity: Identity;
  readonly collections: readonly Collection[];
  readonly hub: ListeningHub;
}

/** One request tells of all lists; their items are read by whoever cares. */
const question = get(
  'web/lists?$select=LastItemModifiedDate,LastItemDeletedDate,ItemCount,RootFolder/Name&$expand=RootFolder&$filter=Hidden eq true',
);

interface ListState {
  readonly LastItemModifiedDate: string;
  readonly LastItemDeletedDate: string;
  readonly ItemCount: number;
  readonly RootFolder: { readonly Name: string };
}

const usualMilliseconds = 5_000;
const slowest = 12;
/** SharePoint tells the second of a change; another one in the same second would look the same. */
const settled = 2_000;

export function watch(
  { environment, wire, identity, collections, hub }: Watched,
  { visibility, everyMilliseconds = usualMilliseconds }: WatchOptions,
): void {
  const lists = watchedLists(collections);
  const seen = new Map<string, string>();
  let isListening = false;
  let slowness = 1;
  let looks = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLooking = false;

  function stateOf({ LastItemModifiedDate, LastItemDeletedDate, ItemCount }: ListState): string {
    const age = environment.now() - Date.parse(LastItemModifiedDate);
    const fresh = age < settled ? looks : '';
    return [LastItemModifiedDate, LastItemDeletedDate, ItemCount, fresh].join(' ');
  }

  /** @returns whether any list changed since the last look. */
  async function look(): Promise<boolean> {
    const found = await wire.send<readonly ListState[]>(question);
    const own = personContainer(await identity.me());
    looks += 1;
    let isChanged = false;
    for (const list of found) {
      const { Name } = list.RootFolder;
      const before = seen.get(Name);
      const state = stateOf(list);
      seen.set(Name, state);
      if (before === undefined || before === state) continue;
      const watched = lists.get(Name);
      const change = watched ? changeIn(watched, own) : changeInClosed(Name, collections);
      if (!change) continue;
      isChanged = true;
      hub.announce(change);
    }
    return isChanged;
  }

  async function run(): Promise<void> {
    isLooking = true;
    try {
      slowness = (await look()) ? 1 : Math.min(slowness * 1.5, slowest);
    } catch {
      // Nobody asked for this look; whoever asks for records is told what is wrong.
      slowness = Math.min(slowness * 2, slowest);
    }
    isLooking = false;
    schedule(everyMilliseconds * slowness);
  }

  function schedule(milliseconds: number): void {
    clearTimeout(timer);
    if (!isListening || !visibility.isVisible() || isLooking) return;
    timer = setTimeout(() => void run(), milliseconds);
  }

  function awake(): void {
    slowness = 1;
    schedule(0);
  }

  visibility.subscribe(awake);
  hub.onListening((is) => {
    isListening = is;
    awake();
  });
}

interface WatchedList {
  readonly collection: string;
  readonly place: SharedPlace;
}

const watchedLists = (collections: readonly Collection[]): ReadonlyMap<string, WatchedList> =>
  new Map(
    collections.flatMap((collection) =>
      sharedPlacesOf(collection).map(
        (place) => [listName(collection, place), { collection: collection.name, place }] as const,
      ),
    ),
  );

/** Open groups share a list: which of them was written in is for a query to find out. */
function changeIn({ collection, place }: WatchedList, own: string): Change {
  const containers = { community: communityContainer, group: anywhere, person: own } as const;
  return { collection, container: containers[place] };
}

/** A closed container's list says by its name which it is; only those who may read it are told of it. */
function changeInClosed(name: string, collections: readonly Collection[]): Change | undefined {
  const container = closedNamed(/In(\w+)$/.exec(name)?.[1] ?? '');
  if (container === undefined) return undefined;
  const place = { closed: container };
  const collection = collections.find((each) => listName(each, place) === name);
  return collection && { collection: collection.name, container };
}
