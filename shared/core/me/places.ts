/** Everywhere that the reader may have written: all groups that they may read, and those that they were in. */
import { groupIdOf } from '../groups/group.ts';
import { isGroup, isMembership } from '../groups/memberships.ts';
import { newestGroups } from '../groups/newest.ts';
import { isWellFormed } from '../kernel/collection.ts';
import {
  communityContainer,
  groupContainer,
  isClosed,
  personContainer,
} from '../kernel/container.ts';
import type { Host, Supports } from '../kernel/ports.ts';
import { maxNewest, newest } from '../kernel/newest-query.ts';
import { memberships } from '../groups/collections.ts';
import { readMarks } from '../wall/message.ts';
import { placesOf } from './place.ts';
import type { Place } from './place.ts';

export interface OwnPlaces {
  readonly places: readonly Place[];
  /** What the groups are called, by their ids, as far as that is known. */
  readonly names: Readonly<Record<string, string>>;
  /** Who could read all of it, besides those it is for. */
  readonly reachedBy: Supports['reachedBy'];
  /** Whether there may be open groups that were not found: nobody had as many in mind. */
  readonly isMore: boolean;
}

/** Pages of a hundred groups. */
const mostPages = 20;
const mostGroups = mostPages * 100;

export async function readPlaces(host: Host): Promise<OwnPlaces> {
  const { store, identity, containers } = host;
  const me = await identity.me();
  const all = { author: me, since: 0, limit: maxNewest };
  const [[joined, seen], closed] = await Promise.all([
    store.read([
      newest(memberships, { containers: [communityContainer], ...all }),
      newest(readMarks, { containers: [personContainer(me)], ...all }),
    ]),
    containers.joined(),
  ]);
  const names: Record<string, string> = {};
  const found = new Set<string>();
  for (const record of joined.records.filter(isMembership)) {
    found.add(record.fields.group);
    names[record.fields.group] = record.fields.name;
  }
  // Somebody who read a wall may have answered there without joining.
  for (const record of seen.records.filter((each) => isWellFormed(readMarks, each)))
    if (record.fields.group !== '') found.add(record.fields.group);
  let cursor: string | undefined;
  let pages = 0;
  do {
    const [page] = await store.read([
      newestGroups(undefined, cursor === undefined ? {} : { cursor }),
    ]);
    for (const record of page.records.filter(isGroup)) {
      names[groupIdOf(record)] = record.fields.name;
      if (record.fields.access === 'open') found.add(groupIdOf(record));
    }
    ({ cursor } = page);
    pages += 1;
  } while (cursor !== undefined && pages < mostPages);
  const open = [...found].filter((group) => !isClosed(group)).slice(0, mostGroups);
  const rights = await containers.rights(open.map(groupContainer));
  const readable = open.filter((group) => (rights.get(groupContainer(group)) ?? 'none') !== 'none');
  return {
    places: placesOf(readable, closed),
    names,
    reachedBy: host.supports.reachedBy,
    isMore: cursor !== undefined || found.size > mostGroups,
  };
}
