/** Kantine's ports for one person in one run of a Forge function. */
import { Forbidden, randomKey } from '@kantine/core';
import type { Change, Host, PersonId, Supports } from '@kantine/core';
import { openGate } from './access/index.ts';
import type { Gate } from './access/index.ts';
import { sqlContainers } from './containers/containers.ts';
import { confluenceDirectory } from './directory/directory.ts';
import type { Instance } from './instance.ts';
import { sqlStore } from './store/store.ts';

/** Confluence no longer tells job titles. */
export const supports: Supports = {
  pushedChanges: true,
  ownersApprove: false,
  jobTitles: false,
  leaving: 'self',
};

/** The caller and their page, as the runtime says; nothing of it comes from a payload. */
export interface Caller {
  readonly person: PersonId;
  /** The space that the page is in, if it is in one. The gate checks whether the person may read it. */
  readonly space: string | undefined;
  readonly siteUrl: string | undefined;
}

export interface ConfluenceHost extends Host {
  readonly gate: Gate;
  /** The changes that were made so far. */
  readonly written: readonly Change[];
}

export function confluenceHost(
  instance: Instance,
  { person, space, siteUrl }: Caller,
): ConfluenceHost {
  const { database, spaces, choices, ids, now, wait, people, room } = instance;
  const written: Change[] = [];
  const gate = openGate({ database, spaces, person, space });
  const demandRoom = (): Promise<void> => room.demand();
  const directory = confluenceDirectory({ gate, wait, now, remembered: people, siteUrl });
  return {
    site: siteUrl ?? '',
    supports,
    identity: {
      me: () =>
        person === '' ? Promise.reject(new Forbidden('Kantine')) : Promise.resolve(person),
    },
    directory,
    containers: sqlContainers({ database, gate, directory, space, demandRoom }),
    store: sqlStore({
      database,
      gate,
      choices,
      ids,
      now,
      demandRoom,
      changed: (change) => void written.push(change),
    }),
    // A function ends with its answer, so nobody subscribes here; realtime tells the pages.
    changes: { subscribe: () => () => undefined },
    // It runs where the records are stamped.
    clock: { now, server: () => Promise.resolve(now()) },
    ids: { next: () => randomKey((bytes) => crypto.getRandomValues(bytes)) },
    gate,
    written,
  };
}
