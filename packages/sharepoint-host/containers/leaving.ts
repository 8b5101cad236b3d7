/**
 * Leaving a closed container. SharePoint lets a member of a site group take nobody out of it, not even
 * themselves ([MS-WSSFO] proc_SecRemoveUserFromSiteGroup), so that they ask the stewards: a row of their
 * own in the container, where its members alone could see it. Until a steward has acted the container is
 * folded away for who asked. A steward cannot remove the row of another, and adds one that says «done».
 */
import { Forbidden } from '@kantine/core';
import type { Ask, ContainerId, Identity, Member, PersonId } from '@kantine/core';
import { asksKind } from '../schema/index.ts';
import type { Site } from '../setup/index.ts';
import { concurrently, hold } from '../wire/index.ts';
import {
  askItems,
  askPage,
  guardedAsks,
  asksIn,
  readAsks,
  removeRows,
  sayOf,
  waitingFor,
} from './ask-rows.ts';
import type { AskRow } from './ask-rows.ts';
import type { MadeContainer } from './container-finder.ts';

export interface Leaving {
  /** Asks to be taken out. To ask again changes nothing. */
  ask(container: ContainerId, made: MadeContainer): Promise<void>;
  takeBack(container: ContainerId, made: MadeContainer): Promise<void>;
  /** The containers among some that the reader asked to be taken out of. */
  mine(
    containers: readonly (readonly [ContainerId, MadeContainer])[],
  ): Promise<ReadonlySet<ContainerId>>;
}

/** Which members wait to be taken out: all of them for a steward, themselves for others. */
export function leavesIn(
  rows: readonly AskRow[],
  members: readonly Member[],
  me: PersonId,
): readonly Ask[] {
  const isSteward = members.some(({ person, role }) => person === me && role === 'steward');
  const stewards = new Set(
    members.filter(({ role }) => role === 'steward').map(({ person }) => person),
  );
  // Stewards alone see who the stewards are; a member looks for nothing but their own ask.
  const waiting = waitingFor('leave', rows, (person) => !isSteward || stewards.has(person));
  return members
    .filter(({ person }) => waiting.has(person) && (isSteward || person === me))
    .map(({ person }) => ({ by: person, kind: 'leave' }));
}

export function leavingAsks(site: Site, identity: Identity): Leaving {
  const { wire } = site;

  return {
    async ask(container, made) {
      const items = await guardedAsks(site, container, made);
      if (items === undefined) throw new Forbidden(container);
      const me = await identity.me();
      if (waitingFor('leave', await readAsks(site, items), () => true).has(me)) return;
      await wire.send(sayOf(items, 'leave'));
    },
    async takeBack(container, made) {
      const items = await guardedAsks(site, container, made);
      if (items === undefined) return;
      const me = await identity.me();
      const own = (await readAsks(site, items)).filter(
        ({ author, kind }) => author === me && kind === 'leave',
      );
      await removeRows(
        site,
        items,
        own.map(({ id }) => id),
      );
    },
    async mine(containers) {
      const open = containers.flatMap(([container, made]) => {
        const items = askItems(made);
        const isEmpty = made.lists.get(asksKind)?.isEmpty;
        return items === undefined || isEmpty ? [] : [{ container, items }];
      });
      const me = await identity.me();
      const found = await hold(wire, concurrently(open.map(({ items }) => askPage(items))));
      const left = open.filter((_, at) =>
        waitingFor('leave', asksIn(found[at]?.rows ?? []), () => true).has(me),
      );
      return new Set(left.map(({ container }) => container));
    },
  };
}
