/**
 * Leaving a closed container. SharePoint lets a member of a site group take nobody out of it, not even
 * themselves ([MS-WSSFO3], and S-A6 in docs/host-facts.md), so that they ask the stewards: a row of their
 * own in the container, where its members alone could see it. Until a steward has acted the container is
 * folded away for who asked.
 */
import { Forbidden } from '@kantine/core';
import type { Ask, ContainerId, Identity, Member, PersonId } from '@kantine/core';
import { asksKind, columns, listPathById } from '../schema/index.ts';
import type { Site } from '../setup/index.ts';
import { answerOf, get, isRefusal, post } from '../wire/index.ts';
import type { Operation } from '../wire/index.ts';
import type { ClosedPlace } from './closed-places.ts';

interface Row {
  readonly Id: number;
  readonly AuthorId: number;
}

export interface Leaving {
  /** Asks to be taken out. To ask again changes nothing. */
  ask(container: ContainerId, place: ClosedPlace): Promise<void>;
  /** What a steward is asked, and what the reader asked. */
  all(place: ClosedPlace, members: readonly Member[]): Promise<readonly Ask[]>;
  takeBack(container: ContainerId, place: ClosedPlace): Promise<void>;
  /** The containers among some that the reader asked to be taken out of. */
  mine(places: readonly (readonly [ContainerId, ClosedPlace])[]): Promise<ReadonlySet<ContainerId>>;
}

const itemsOf = ({ lists }: ClosedPlace): string | undefined => {
  const list = lists.get(asksKind);
  return list && `${listPathById(list.id)}/items`;
};

const most = 500;

export function leavingAsks({ wire }: Site, identity: Identity): Leaving {
  /** Own asks, as this page knows them. */
  const known = new Map<ContainerId, boolean>();

  const askOwn = (items: string, me: PersonId): Operation =>
    get(`${items}?$select=Id,AuthorId&$filter=AuthorId eq ${me}&$top=${most}`);

  return {
    async ask(container, place) {
      const items = itemsOf(place);
      // A site of an earlier version has no place for it until it is updated.
      if (items === undefined) throw new Forbidden(container);
      const me = await identity.me();
      const own = await wire.send<readonly Row[]>(askOwn(items, me));
      if (own.length === 0)
        await wire.send(post(items, { [columns.key]: JSON.stringify('leave') }));
      known.set(container, true);
    },
    async all(place, members) {
      const items = itemsOf(place);
      if (items === undefined) return [];
      const me = await identity.me();
      const rows = await wire.send<readonly Row[]>(
        get(`${items}?$select=Id,AuthorId&$orderby=ID desc&$top=${most}`),
      );
      const isSteward = members.some(({ person, role }) => person === me && role === 'steward');
      const asking = new Set(rows.map(({ AuthorId }) => String(AuthorId)));
      return members
        .filter(({ person }) => asking.has(person) && (isSteward || person === me))
        .map(({ person }) => ({ by: person, kind: 'leave' }));
    },
    async takeBack(container, place) {
      const items = itemsOf(place);
      if (items === undefined) return;
      const own = await wire.send<readonly Row[]>(askOwn(items, await identity.me()));
      for (const { Id } of own) {
        try {
          await wire.send({ method: 'DELETE', path: `${items}(${Id})`, version: '*' });
        } catch (error) {
          if (!isRefusal(error, 404)) throw error;
        }
      }
      known.set(container, false);
    },
    async mine(places) {
      const open = places.flatMap(([container, place]) => {
        const items = itemsOf(place);
        return known.has(container) || items === undefined ? [] : [{ container, items }];
      });
      const me = await identity.me();
      const outcomes = await wire.batch(open.map(({ items }) => askOwn(items, me)));
      for (const [at, { container }] of open.entries()) {
        known.set(container, answerOf<readonly Row[]>(outcomes[at]).length > 0);
      }
      return new Set(
        [...known].filter(([, isLeaving]) => isLeaving).map(([container]) => container),
      );
    },
  };
}
