/** The functions of a Forge app. */
import { openInstance } from './instance.ts';
import type { InstanceOptions } from './instance.ts';
import { openDoor } from './resolver/door.ts';
import type { DoorResponse, ResolverRequest } from './resolver/door.ts';
import { migrate } from './schema/index.ts';
import { erasePerson } from './upkeep/erasure.ts';
import { upkeep } from './upkeep/upkeep.ts';

export interface Kantine {
  /** For `resolver.define('kantine', …)`: the one function that pages call. */
  readonly resolve: (request: ResolverRequest) => Promise<DoorResponse>;
  /** For `avi:forge:installed:app` and `avi:forge:upgraded:app`: makes the tables, or their missing parts. */
  readonly setUp: () => Promise<void>;
  /** For a schedule of an hour: completes migrations, removes old records, erases closed accounts. */
  readonly upkeep: () => Promise<void>;
  /** Erases the data of a person, for an event that names one. Safe to repeat. */
  readonly erasePerson: (accountId: string) => Promise<void>;
}

/** Opened once in each running function. Its caches live a minute at most. */
export function openKantine(options: InstanceOptions = {}): Kantine {
  const instance = openInstance(options);
  const { database, collections } = instance;
  return {
    resolve: openDoor(instance),
    setUp: () => migrate(database, collections),
    upkeep: () => upkeep(instance),
    erasePerson: async (accountId) => {
      await erasePerson(instance, accountId);
    },
  };
}
