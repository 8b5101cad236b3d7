/** The functions of a Forge app. */
import { Throttled } from '@kantine/core';
import { exportLink, exportMacro } from './export/export.ts';
import type { AdfDocument } from './export/document.ts';
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
  /** For `adfExport` of a macro that shows nothing that an export could. */
  readonly exportLink: (payload: unknown) => Promise<AdfDocument>;
  /** For `adfExport` of a macro that shows a group. @param request the second argument of the function */
  readonly exportMacro: (payload: unknown, request: unknown) => Promise<AdfDocument>;
  /** For a schedule of an hour: completes migrations, removes old records, erases closed accounts. */
  readonly upkeep: () => Promise<void>;
  /** For `avi:confluence:deleted:user`: erases the data of the person, where their account is closed. */
  readonly userDeleted: (accountId: string) => Promise<void>;
}

/** Who called a function, as the runtime says; nobody stands behind most exports. */
function personBehind(request: unknown): string | undefined {
  const { principal } = (request ?? {}) as {
    readonly principal?: { readonly accountId?: unknown };
  };
  const accountId = principal?.accountId;
  return typeof accountId === 'string' && accountId !== '' && accountId !== 'unidentified'
    ? accountId
    : undefined;
}

/** Opened once in each running function, for all sites that it serves. */
export function openKantine(options: InstanceOptions = {}): Kantine {
  const here = openSites(options);
  return {
    resolve: async (request) => openDoor(here())(request),
    setUp: async () => {
      const { database, collections } = here();
      try {
        await migrate(database, collections);
      } catch (error) {
        // Forge lets an app define 25 tables a minute. What is left is made by the first question that misses it,
        // and by the upkeep of the hour.
        if (!(error instanceof Throttled)) throw error;
      }
    },
    exportLink: async (payload) => exportLink(payload),
    exportMacro: async (payload, request) => exportMacro(here(), payload, personBehind(request)),
    upkeep: async () => upkeep(here()),
    userDeleted: async (accountId) => {
      await reportPerson(here(), accountId);
    },
  };
}
