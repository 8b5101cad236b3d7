/**
 * A whole host over one ordered map and a list of people: for memory, for a browser, for a small server. Its ports
 * are in one file, since each is a line or two over the same map.
 */
import { Forbidden } from '../kernel/errors.ts';
import { isClosed, kindOf, ownerOf } from '../kernel/container.ts';
import type { Audience } from '../kernel/audience.ts';
import type { Clock, DirectoryPerson, Host, Ids, Supports } from '../kernel/ports.ts';
import type { Change } from '../kernel/changes.ts';
import type { ContainerId, Right } from '../kernel/container.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { directoryOf } from './directory.ts';
import { madeBy, toldTo } from './change-hub.ts';
import type { ChangeHub } from './change-hub.ts';
import {
  admitMember,
  asksOf,
  askToLeave,
  audienceOf,
  closedMaker,
  createClosedContainer,
  createContainer,
  endAsk,
  expelMember,
  foundersOf,
  isMember,
  joinedBy,
  membersOf,
} from './containers.ts';
import type { ReadingGroup } from './containers.ts';
import { answersFor, isOpenTo, rightTo } from './rights.ts';
import type { Asker } from './rights.ts';
import { askToJoin, endJoin, joinsFor, joinsOf, passJoinOn, passJoinsOn } from './joins.ts';
import type { OrderedMap, Transaction } from './ordered-map.ts';
import { orderedStore } from './ordered-store.ts';
import { approveRequest, endRequest, requestContainer, requestsFor } from './requests.ts';

type Restrict = (container: ContainerId, right: Right, person: PersonId) => Right;

export interface OrderedHostOptions {
  readonly map: OrderedMap;
  /** Everybody in the directory, those who left included. */
  readonly people: readonly DirectoryPerson[];
  /** Who uses this host. */
  readonly me: PersonId;
  readonly changes: ChangeHub;
  /** Where pages of one origin hold several communities. */
  readonly site?: string;
  /** The host's time, by which records are stamped. */
  readonly clock: Pick<Clock, 'now'>;
  /** The reader's clock, where it is another. */
  readonly readersNow?: () => Instant;
  readonly ids: Ids;
  /** Who owns the host; nobody unless told otherwise. */
  readonly owners?: readonly PersonId[];
  /** Whether owners make closed containers, on request; otherwise everybody makes their own. */
  readonly ownersApprove?: boolean;
  /** Where a member's wish to leave is for stewards to fulfil; by default members leave by themselves. */
  readonly leaving?: Supports['leaving'];
  /** How outsiders ask to be let into closed containers; by default what they write is for stewards to read. */
  readonly asking?: Supports['asking'];
  /** Whether hidden words are kept back; they are unless told otherwise. For tests of what readers are told. */
  readonly holdsBack?: boolean;
  /** Groups of the host of which not each member is told to readers; none unless told otherwise. */
  readonly groups?: () => readonly ReadingGroup[];
  /** Takes rights away from what the container would give; for administrators and tests. */
  readonly restrict?: Restrict;
}

export function orderedHost(options: OrderedHostOptions): Host {
  const { map, people, me, changes, clock, ids, leaving = 'self' } = options;
  const { asking = 'stewards', ownersApprove = false } = options;
  const isOwner = options.owners?.includes(me) === true;
  const mayApprove = !ownersApprove || isOwner;
  const restrict: Restrict = options.restrict ?? ((_container, right) => right);
  const myself = people.find(({ id }) => id === me);
  const asker: Asker = { person: myself, isOwner };

  async function rightIn(transaction: Transaction, container: ContainerId): Promise<Right> {
    const given = await rightTo(transaction, container, asker);
    const owner = ownerOf(container);
    const isShut = owner !== undefined && restrict(owner, 'read', me) === 'none';
    return isShut ? 'none' : restrict(container, given, me);
  }

  const right = (container: ContainerId): Promise<Right> =>
    map.transact('read', (transaction) => rightIn(transaction, container));
  const mayRead = (container: ContainerId, person: PersonId): boolean =>
    restrict(container, 'read', person) !== 'none';

  /** Of letters to others a reader is told nothing, their number included. */
  const readsAll = async (transaction: Transaction, container: ContainerId): Promise<boolean> =>
    kindOf(container) !== 'letters' || answersFor(transaction, ownerOf(container) ?? '', asker);

  /** What somebody wrote is there, so all that is left to ask is whether the reader is let in. */
  async function isTold({ container }: Change): Promise<boolean> {
    const kind = kindOf(container);
    if (kind === 'community' || kind === 'group' || kind === 'person') {
      return myself?.active === true && isOpenTo(container, me) && mayRead(container, me);
    }
    return map.transact(
      'read',
      async (transaction) =>
        (await rightIn(transaction, container)) !== 'none' && readsAll(transaction, container),
    );
  }

  const membersIn = (container: ContainerId) =>
    map.transact('read', (transaction) => membersOf(transaction, container));

  async function audience(container: ContainerId): Promise<Audience> {
    // Each reads their own letters, and those they are addressed to read all: these are no readers in common.
    const isReadTogether = !['letters', 'office'].includes(kindOf(container) ?? 'letters');
    if (!isReadTogether || (await right(container)) === 'none') {
      return { known: false, kind: 'nothing' };
    }
    const members = isClosed(container)
      ? new Set((await membersIn(container)).map(({ person }) => person))
      : undefined;
    const isReader = (person: PersonId): boolean =>
      (members ? members.has(person) : isOpenTo(container, person)) && mayRead(container, person);
    return audienceOf(container, me, {
      people,
      mayRead: isReader,
      groups: options.groups?.() ?? [],
    });
  }

  /** For members only. @throws Forbidden */
  async function inside<T>(
    container: ContainerId,
    ask: (transaction: Transaction, container: ContainerId) => Promise<T>,
  ): Promise<T> {
    const mine = isClosed(container) ? await right(container) : 'none';
    if (mine === 'none') throw new Forbidden(container);
    return map.transact('read', (transaction) => ask(transaction, container));
  }

  return {
    site: options.site ?? '',
    supports: {
      pushedChanges: true,
      ownersApprove,
      jobTitles: true,
      departments: true,
      leaving,
      asking,
      closedLetters: 'stewards',
      holdsBack: options.holdsBack ?? true,
      reachedBy: 'reader',
    },
    identity: { me: () => Promise.resolve(me) },
    directory: directoryOf(people),
    containers: {
      create: (container) =>
        map.transact('write', (transaction) => createContainer(transaction, container, myself)),
      founders: (containers) =>
        map.transact('read', (transaction) => foundersOf(transaction, containers)),
      rights: async (containers) => {
        const rights = new Map<ContainerId, Right>();
        for (const container of containers) rights.set(container, await right(container));
        return rights;
      },
      audience,
      createClosed: (container, note) =>
        map.transact('write', async (transaction) => {
          if (myself?.active === true && isClosed(container) && !mayApprove) {
            return requestContainer(transaction, container, me, note);
          }
          await createClosedContainer(transaction, container, myself);
          return 'made';
        }),
      joined: () => map.transact('read', (transaction) => joinedBy(transaction, me)),
      members: (container) => inside(container, membersOf),
      admit: (container, person, role) =>
        map.transact('write', (transaction) =>
          admitMember(transaction, container, { person, role }, me),
        ),
      expel: (container, person) =>
        map.transact('write', async (transaction) => {
          const members = await membersOf(transaction, container);
          const own = members.find((member) => member.person === me);
          return leaving === 'asked' && person === me && own?.role === 'member'
            ? askToLeave(transaction, container, me)
            : expelMember(transaction, container, person, me);
        }),
      asks: (container) =>
        inside(container, async (transaction) => {
          const isSteward = await isMember(transaction, container, me, 'steward');
          const joins = isSteward ? await joinsFor(transaction, container) : [];
          return [...(await asksOf(transaction, container, me)), ...joins];
        }),
      endAsk: async (container) => {
        await inside(container, () => Promise.resolve());
        await map.transact('write', (transaction) => endAsk(transaction, container, me));
      },
      askToJoin: (container, note) =>
        map.transact('write', async (transaction) => {
          const isThere = (await closedMaker(transaction, container)) !== undefined;
          const mayAsk = myself?.active === true && asking !== false && isClosed(container);
          if (!isThere || !mayAsk) throw new Forbidden(container);
          if (await isMember(transaction, container, me)) return endAsk(transaction, container, me);
          await askToJoin(transaction, container, me, note);
          if (asking === 'stewards') await passJoinOn(transaction, container, me);
        }),
      joinsAsked: () => map.transact('read', (transaction) => joinsOf(transaction, me)),
      endJoin: (container, by) =>
        map.transact('write', async (transaction) => {
          const isSteward = await isMember(transaction, container, me, 'steward');
          if (by !== me && !isSteward) throw new Forbidden(container);
          await endJoin(transaction, container, by);
        }),
      passOn: (isListed) =>
        map.transact('write', async (transaction) => {
          if (asking !== 'owners' || !isOwner) return;
          await passJoinsOn(transaction, isListed, me);
        }),
      requests: () => map.transact('read', (transaction) => requestsFor(transaction, me, isOwner)),
      approve: (container, by) =>
        map.transact('write', async (transaction) => {
          if (!isOwner) throw new Forbidden(container);
          const asker = people.find(({ id }) => id === by);
          await approveRequest(transaction, container, by, asker);
        }),
      endRequest: (container, by) =>
        map.transact('write', async (transaction) => {
          if (!isOwner && by !== me) throw new Forbidden(container);
          await endRequest(transaction, container, by);
        }),
    },
    store: orderedStore({
      map,
      me: () => Promise.resolve(me),
      right: rightIn,
      readsAll,
      holdsBack: options.holdsBack ?? true,
      clock,
      changed: (change) => changes.announce(madeBy(me, change)),
    }),
    changes: {
      subscribe: (listener) => {
        let isOver = false;
        const end = changes.subscribe((change) => {
          // Whether it may be told is known a moment later; by then nobody may want to hear it.
          void isTold(change).then((isOurs) => isOver || !isOurs || listener(toldTo(me, change)));
        });
        return () => {
          isOver = true;
          end();
        };
      },
    },
    clock: {
      now: options.readersNow ?? (() => clock.now()),
      server: () => Promise.resolve(clock.now()),
    },
    ids,
  };
}
