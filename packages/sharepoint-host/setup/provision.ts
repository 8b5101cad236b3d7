/** Sets up a site, or brings it up to date: the shared lists, and those of every closed container. */
import { Forbidden } from '@kantine/core';
import type { Collection } from '@kantine/core';
import { allLists, closedLists } from '../schema/index.ts';
import { isRefusal } from '../wire/index.ts';
import type { Environment, Wire } from '../wire/index.ts';
import { grantToReaders } from './access.ts';
import { closedContainers } from './closed-groups.ts';
import { makeMissing } from './make-lists.ts';
import { recordVersion } from './state.ts';

export interface Site {
  readonly environment: Environment;
  readonly wire: Wire;
  readonly collections: readonly Collection[];
}

/** @throws Forbidden to anybody but an owner of the site */
export async function provision(site: Site): Promise<void> {
  const { environment, wire, collections } = site;
  const setting = { environment, wire, lists: allLists(collections) };
  try {
    await makeMissing(setting);
    await grantToReaders(setting);
    for (const container of await closedContainers(wire)) {
      await makeMissing({ environment, wire, lists: closedLists(collections, container) });
    }
    await recordVersion(site);
  } catch (error) {
    if (isRefusal(error, 403) || isRefusal(error, 401)) {
      throw new Forbidden('the setup of Kantine', { cause: error });
    }
    throw error;
  }
}
