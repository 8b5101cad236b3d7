/**
 * Lists that not everybody may read may inherit the site's permissions again since the page found them, as
 * after an owner's mistake: nothing is written there before that is asked. Of a closed group's desk and of
 * letters about it the group's lists are asked as well; their own list is asked with what rows in it prove.
 */
import { Forbidden, isClosed } from '@kantine/core';
import type { ContainerId } from '@kantine/core';
import { demandOwnRights } from '../containers/list-rights.ts';
import { groupOf } from '../schema/index.ts';
import type { Where } from '../schema/index.ts';
import type { StoreOptions } from './options.ts';

/** For how long a list of people's own rows is believed to be closed. In milliseconds. */
const believedFor = 60_000;

/** Throws Forbidden where the whole site could read what is written. */
type ClosedGuard = (where: Where, container: ContainerId) => Promise<void>;

export function closedGuard({ wire, closed, environment }: StoreOptions): ClosedGuard {
  const until = new Map<string, number>();

  return async ({ listSet, path }, container) => {
    const now = environment.now();
    const group = groupOf(container);
    if (isClosed(group)) {
      const rights = await (await closed()).rights([group]);
      if (rights.get(group) !== 'write') throw new Forbidden(container);
    } else if (listSet === 'person' && (until.get(path) ?? 0) <= now) {
      await demandOwnRights({ wire }, path, container);
      until.set(path, now + believedFor);
    }
  };
}
