/**
 * Leaving a closed container. SharePoint lets a member of a site group take nobody out of it, not even
 * themselves ([MS-WSSFO] proc_SecRemoveUserFromSiteGroup), so that they ask the stewards: a row of their
 * own in the container, where its members alone could see it. Until a steward has acted the container is
 * folded away for who asked. A steward cannot remove the row of another, and adds one that says «done».
 */
import { Forbidden } from '@kantine/core';
import type { Ask, ContainerId, Identity, Member, PersonId } from '@kantine/core';
import { asksKind, columns, listPathById, parsed } from '../schema/index.ts';
import type { Site } from '../setup/index.ts';
import { answerOf, get, isRefusal, post } from '../wire/index.ts';
import type { Operation } from '../wire/index.ts';
import type { ClosedPlace } from './closed-places.ts';

interface Row {
  readonly Id: number;
  readonly AuthorId: number;
  readonly [column: string]: unknown;
}

export interface Leaving {
  /** Asks to be taken out. To ask again changes nothing. */
  ask(container: ContainerId, place: ClosedPlace): Promise<void>;
  /** What a steward is asked, and what the reader asked. */
  all(place: ClosedPlace, members: readonly Member[]): Promise<readonly Ask[]>;
  takeBack(place: ClosedPlace): Promise<void>;
  /** A steward took this person out. */
  done(place: ClosedPlace, person: PersonId): Promise<void>;
  /** The containers among some that the reader asked to be taken out of. */
  mine(places: readonly (readonly [ContainerId, ClosedPlace])[]): Promise<ReadonlySet<ContainerId>>;
}

const itemsOf = ({ lists }: ClosedPlace): string | undefined => {
  const list = lists.get(asksKind);
  return list && `${listPathById(list.id)}/items`;
};

/** Asks beyond these are for those who still wait to ask again. */
const most = 500;

const askRows = (items: string): Operation =>
  get(`${items}?$select=Id,AuthorId,${columns.key}&$orderby=ID desc&$top=${most}`);

/**
 * Who waits to be taken out, by the newest row about each.
 * @param mayEnd whose «done» counts.
 */
function waitingIn(
  rows: readonly Row[],
  mayEnd: (person: PersonId) => boolean,
): ReadonlySet<PersonId> {
  const newest = new Map<PersonId, boolean>();
  for (const row of rows) {
    const author = String(row.AuthorId);
    const said = parsed(row[columns.key]);
    const [kind, person] = Array.isArray(said) ? (said as unknown[]) : [said, author];
    const isEnd = kind === 'done' && mayEnd(author);
    const isAsk = kind === 'leave' && person === author;
    if (typeof person === 'string' && (isEnd || isAsk) && !newest.has(person)) {
      newest.set(person, isAsk);
    }
  }
  return new Set([...newest].filter(([, isWaiting]) => isWaiting).map(([person]) => person));
}

export function leavingAsks({ wire }: Site, identity: Identity): Leaving {
  const rowsOf = (items: string): Promise<readonly Row[]> => wire.send(askRows(items));

  return {
    async ask(container, place) {
      const items = itemsOf(place);
      // A site of an earlier version has no place for it until it is updated.
      if (items === undefined) throw new Forbidden(container);
      const me = await identity.me();
      if (waitingIn(await rowsOf(items), () => true).has(me)) return;
      await wire.send(post(items, { [columns.key]: JSON.stringify('leave') }));
    },
    async all(place, members) {
      const items = itemsOf(place);
      if (items === undefined) return [];
      const me = await identity.me();
      const stewards = new Set(
        members.filter(({ role }) => role === 'steward').map(({ person }) => person),
      );
      const isSteward = stewards.has(me);
      // Who the stewards are is for stewards to see; a member looks for nothing but their own ask.
      const mayEnd = (person: PersonId): boolean => !isSteward || stewards.has(person);
      const waiting = waitingIn(await rowsOf(items), mayEnd);
      return members
        .filter(({ person }) => waiting.has(person) && (isSteward || person === me))
        .map(({ person }) => ({ by: person, kind: 'leave' }));
    },
    async takeBack(place) {
      const items = itemsOf(place);
      if (items === undefined) return;
      const me = await identity.me();
      const own = (await rowsOf(items)).filter(
        (row) => String(row.AuthorId) === me && parsed(row[columns.key]) === 'leave',
      );
      for (const { Id } of own) {
        try {
          await wire.send({ method: 'DELETE', path: `${items}(${Id})`, version: '*' });
        } catch (error) {
          if (!isRefusal(error, 404)) throw error;
        }
      }
    },
    async done(place, person) {
      const items = itemsOf(place);
      if (items === undefined || !waitingIn(await rowsOf(items), () => true).has(person)) return;
      await wire.send(post(items, { [columns.key]: JSON.stringify(['done', person]) }));
    },
    async mine(places) {
      const open = places.flatMap(([container, place]) => {
        const items = itemsOf(place);
        return items === undefined ? [] : [{ container, items }];
      });
      const me = await identity.me();
      const outcomes = await wire.batch(open.map(({ items }) => askRows(items)));
      const left = open.filter((_, at) =>
        waitingIn(answerOf<readonly Row[]>(outcomes[at]), () => true).has(me),
      );
      return new Set(left.map(({ container }) => container));
    },
  };
}
