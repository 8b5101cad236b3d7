/** Kantine's ports over one SharePoint web, as one signed-in person. */
import { everyCollection, firstCollections, listeningHub, randomKey } from '@kantine/core';
import type { Collection, Host } from '@kantine/core';
import { openJournal, watchLater } from './changes/index.ts';
import type { WatchOptions } from './changes/index.ts';
import { listContainers } from './containers/containers.ts';
import { closedLater } from './containers/later.ts';
import { openRegistry } from './registry/index.ts';
import { siteDirectory } from './directory/directory.ts';
import { siteIdentity } from './identity.ts';
import { firstListOf, listPath } from './schema/index.ts';
import type { SharedListSet } from './schema/index.ts';
import { firstLook } from './setup/index.ts';
import type { ProvisionOptions, SetupState, Site } from './setup/index.ts';
import { openShortfall } from './store/lacking.ts';
import { listStore } from './store/store.ts';
import { environmentOf, openWire } from './wire/index.ts';
import type { SharePointContext } from './wire/index.ts';

export interface SharePointOptions extends SharePointContext {
  /** What the lists are derived from; Kantine's own collections unless told otherwise. */
  readonly collections?: readonly Collection[];
  /** Has the lists looked at for what others wrote; without it only own writes are told. */
  readonly watch?: WatchOptions;
}

export interface SharePointHost extends Host {
  /** Makes whatever is missing of the lists. @throws Forbidden to anybody but an owner of the site */
  provision(options?: ProvisionOptions): Promise<void>;
  /** Whether the lists are there, and who can make them if not. */
  setupState(): Promise<SetupState>;
}

export function sharePointHost(options: SharePointOptions): SharePointHost {
  const environment = environmentOf(options);
  const { webUrl, now } = environment;
  const collections = options.collections ?? firstCollections;
  const declared = options.collections ? () => Promise.resolve(collections) : everyCollection;
  const wire = openWire(environment);
  const identity = siteIdentity(wire, options.userId);
  const registry = openRegistry(environment, wire, identity);
  const changes = listeningHub(queueMicrotask);
  const page = { environment, wire };
  const site = async (): Promise<Site> => ({ ...page, collections: await declared() });
  const directory = siteDirectory(environment, wire);
  const closed = closedLater(site, identity, directory);
  const journal = openJournal(now);
  const shortfall = openShortfall(environment, declared);
  const firstOf = (listSet: SharedListSet): string => firstListOf(collections, listSet);
  const announce = changes.announce.bind(changes);
  if (options.watch) watchLater({ environment, wire, journal, announce }, changes, options.watch);
  return {
    site: webUrl,
    // A look every few seconds is no push.
    supports: {
      pushedChanges: false,
      ownersApprove: true,
      jobTitles: true,
      departments: true,
      leaving: 'asked',
      asking: 'owners',
      closedLetters: 'owners',
      holdsBack: false,
      reachedBy: 'owners',
      foundersInIds: true,
    },
    identity,
    directory,
    containers: listContainers({
      page,
      identity,
      registry,
      closed,
      listOf: (listSet) => listPath(webUrl, firstOf(listSet)),
      rightsTold: (listSet) => journal.told(firstOf(listSet))?.rights,
    }),
    store: listStore({
      environment,
      wire,
      identity,
      registry,
      closed,
      shortfall,
      journal,
      people: directory,
      changed: announce,
    }),
    changes: { subscribe: changes.subscribe },
    clock: { now, server: () => wire.serverTime() },
    ids: { next: () => randomKey((bytes) => crypto.getRandomValues(bytes)) },
    provision: async (options) => {
      const { provision } = await import(
        /* webpackChunkName: 'site-setup' */ './setup/provision.ts'
      );
      await provision(await site(), options);
      shortfall.forget();
      (await closed()).forget();
    },
    setupState: () => firstLook(page, site),
  };
}
