/** Everything that a Forge app wires to its functions. */
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
  /** For `avi:forge:installed:app` and `avi:forge:upgraded:app`: makes what is missing of the tables. */
  readonly setUp: () => Promise<void>;
  /** For a schedule of an hour: migrations that were ended half-way, old posts, closed accounts. */
  readonly upkeep: () => Promise<void>;
  /** Erases what is known of a person, for an event that names one. Safe to repeat. */
  readonly erasePerson: (accountId: string) => Promise<void>;
}

/** Opened once for each running function; what it remembers is gone after a minute at most. */
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
