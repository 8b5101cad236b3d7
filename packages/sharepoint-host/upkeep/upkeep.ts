/**
 * Owners' power over the rows of others. It is the Full Control that they have on every list, by which SharePoint
 * lets them read and change what others wrote; nothing is asked of a page. Pages learn of it when they look at
 * the lists the next time.
 */
import { everyCollection } from '@kantine/core';
import { assertBlankable, assertPurgeable } from '@kantine/core/upkeep';
import type { Upkeep } from '@kantine/core/upkeep';
import { closedLater } from '../containers/later.ts';
import { siteDirectory } from '../directory/directory.ts';
import type { SharePointOptions } from '../host.ts';
import { siteIdentity } from '../identity.ts';
import { environmentOf, openWire } from '../wire/index.ts';
import { blankRow } from './blank.ts';
import { openOwnedLists } from './owned-lists.ts';
import { purgeRows } from './purge.ts';
import { scanRows } from './scan.ts';

/** @returns the port for who is signed in; Forbidden in everything to who has no Full Control. */
export function sharePointUpkeep(options: Omit<SharePointOptions, 'watch'>): Upkeep {
  const environment = environmentOf(options);
  const wire = openWire(environment);
  const { collections } = options;
  const declared = collections ? () => Promise.resolve(collections) : everyCollection;
  const identity = siteIdentity(wire, options.userId);
  const site = async () => ({ environment, wire, collections: await declared() });
  const closed = closedLater(site, identity, siteDirectory(environment, wire));
  const lists = openOwnedLists({ environment, wire, closed });
  return {
    async purge(collection, container, ids) {
      assertPurgeable(ids);
      await lists.within(collection, container, (list) => purgeRows(list, ids));
    },
    async blank(collection, container, id, fields) {
      assertBlankable(collection, fields);
      await lists.within(collection, container, (list) => blankRow(list, id, fields));
    },
    scan: (collection, container, after) =>
      lists.within(collection, container, (list) => scanRows(list, collection, after)),
  };
}
