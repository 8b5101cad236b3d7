/** The functions of a Forge app. */
import type { InstanceOptions } from './instance.ts';
import { openSites } from './sites.ts';
import { openDoor } from './resolver/door.ts';
import type { DoorResponse, ResolverRequest } from './resolver/door.ts';
import { migrate } from './schema/index.ts';
import { reportPerson } from './upkeep/personal-data.ts';
import { upkeep } from './upkeep/upkeep.ts';

export interface Kantine {
  /** For `resolver.define('kantine', …)`: the one function that pages call. */
  readonly resolve: (request: ResolverRequest) => Promise<DoorResponse>;
  /** For `avi:forge:installed:app` and `avi:forge:upgraded:app`: makes the tables, or their missing parts. */
  readonly setUp: () => Promise<void>;
  /** For a schedule of an hour: completes migrations, removes old records, erases closed accounts. */
  readonly upkeep: () => Promise<void>;
  /** For `avi:confluence:deleted:user`: erases the data of the person, where their account is closed. */
  readonly userDeleted: (accountId: string) => Promise<void>;
}

/** Opened once in each running function, for all sites that it serves. */
export function openKantine(options: InstanceOptions = {}): Kantine {
  const here = openSites(options);
  return {
    resolve: async (request) => openDoor(here())(request),
    setUp: async () => {
      const { database, collections } = here();
      await migrate(database, collections);
    },
    upkeep: async () => upkeep(here()),
    userDeleted: async (accountId) => {
      await reportPerson(here(), accountId);
    },
  };
}
