/** Kantine's ports for one person in one run of a Forge function. */
import { Forbidden, randomKey } from '@kantine/core';
import type { Change, Host, PersonId, Supports } from '@kantine/core';
import { openGate } from './access/index.ts';
import type { Gate, SpaceAsker } from './access/index.ts';
import { sqlContainers } from './containers/containers.ts';
import { confluenceDirectory } from './directory/directory.ts';
import type { Instance } from './instance.ts';
import { gathered } from './store/gathered.ts';
import type { SendBranches } from './store/gathered.ts';
import { sqlStore } from './store/store.ts';

/** Confluence no longer tells job titles. */
export const supports: Supports = {
  pushedChanges: true,
  ownersApprove: false,
  jobTitles: false,
  departments: false,
  leaving: 'self',
  asking: 'stewards',
  closedLetters: 'stewards',
  holdsBack: true,
  reachedBy: 'operators',
  parts: true,
};

/** The caller and their page, as the runtime says; nothing of it comes from a payload. */
export interface Caller {
  /** Names the site among those that one process serves. */
  readonly cloudId: string;
  readonly person: PersonId;
  /** The space that the page is in, if it is in one. The gate checks whether the person may read it. */
  readonly space: string | undefined;
  readonly siteUrl: string | undefined;
  /** Whether the page looks up by itself the people whom it shows; a page may say so, since it only hides from itself. */
  readonly isNamedByPage?: boolean;
}

export interface ConfluenceHost extends Host {
  readonly gate: Gate;
  readonly send: SendBranches;
  readonly asker: SpaceAsker;
  /** The changes that were made so far. */
  readonly written: readonly Change[];
}

/** What several calls of one invocation have together: each answer of the gate is needed once. */
type Shared = Pick<ConfluenceHost, 'gate' | 'send'>;

export function confluenceHost(
  instance: Instance,
  { cloudId, person, space, siteUrl, isNamedByPage = false }: Caller,
  shared?: Shared,
): ConfluenceHost {
  const { database, spaces, choices, ids, now, wait, people, quota, room, spending } = instance;
  const written: Change[] = [];
  const asking = { cloudId, person, wait, now, quota, spending };
  const gate = shared?.gate ?? openGate({ database, spaces, asker: asking, space });
  const send = shared?.send ?? gathered(database);
  const { asker } = gate;
  const demandRoom = (): Promise<void> => room.demand();
  const directory = confluenceDirectory({
    gate,
    asker,
    isNamedByPage,
    remembered: people,
    siteUrl,
  });
  return {
    site: siteUrl ?? '',
    supports,
    identity: {
      me: () =>
        person === '' ? Promise.reject(new Forbidden('Kantine')) : Promise.resolve(person),
    },
    directory,
    containers: sqlContainers({ database, gate, directory, space, demandRoom, isNamedByPage }),
    store: sqlStore({
      database,
      gate,
      choices,
      send,
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
    send,
    asker,
    written,
  };
}
