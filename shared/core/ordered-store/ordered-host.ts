/** A whole host over one ordered map and a list of people: for memory, for a browser, for a small server. */
import type {
  Change,
  Clock,
  ContainerId,
  Directory,
  DirectoryPerson,
  Host,
  Ids,
  PersonId,
  Right,
} from '../ports.ts';
import type { ChangeHub } from './change-hub.ts';
import { audienceOf, createContainer, isOpenTo, rightTo } from './containers.ts';
import type { OrderedMap } from './ordered-map.ts';
import { orderedStore } from './ordered-store.ts';

type Restrict = (container: ContainerId, right: Right, person: PersonId) => Right;

export interface OrderedHostOptions {
  readonly map: OrderedMap;
  /** Everybody in the directory, those who left included. */
  readonly people: readonly DirectoryPerson[];
  /** Who uses this host. */
  readonly me: PersonId;
  readonly changes: ChangeHub;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Takes rights away from what the container would give; for administrators and tests. */
  readonly restrict?: Restrict;
}

/** Lower case without accents, so that «Zoe» finds «Zoë». */
const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en');

function directoryOf(people: readonly DirectoryPerson[]): Directory {
  const byId = new Map(people.map((person) => [person.id, person]));
  const searchable = people
    .filter(({ active }) => active)
    .map((person) => ({
      person,
      words: folded(`${person.name} ${person.title ?? ''}`).split(/\s+/),
    }));
  return {
    people: (ids) =>
      Promise.resolve(ids.map((id) => byId.get(id)).filter((person) => person !== undefined)),
    search: (text, limit) => {
      const wanted = folded(text).split(/\s+/).filter(Boolean);
      const matches = searchable.filter(({ words }) =>
        wanted.every((start) => words.some((word) => word.startsWith(start))),
      );
      return Promise.resolve(matches.slice(0, limit).map(({ person }) => person));
    },
  };
}

export function orderedHost(options: OrderedHostOptions): Host {
  const { map, people, me, changes, clock, ids } = options;
  const restrict: Restrict = options.restrict ?? ((_container, right) => right);
  const myself = people.find(({ id }) => id === me);

  const right = async (container: ContainerId): Promise<Right> =>
    restrict(
      container,
      await map.transact('read', (transaction) => rightTo(transaction, container, myself)),
      me,
    );
  const mayRead = (container: ContainerId, person: PersonId): boolean =>
    restrict(container, 'read', person) !== 'none';
  /** What somebody wrote is there, so all that is left to ask is whether the reader is let in. */
  const mayHear = ({ container }: Change): boolean =>
    myself?.active === true && isOpenTo(container, me) && mayRead(container, me);

  return {
    supports: { pushedChanges: true },
    identity: { me: () => Promise.resolve(me) },
    directory: directoryOf(people),
    containers: {
      create: (container) =>
        map.transact('write', (transaction) => createContainer(transaction, container, myself)),
      rights: async (containers) => {
        const rights = new Map<ContainerId, Right>();
        for (const container of containers) rights.set(container, await right(container));
        return rights;
      },
      audience: async (container) =>
        (await right(container)) === 'none'
          ? { known: false }
          : audienceOf(container, people, me, (person) => mayRead(container, person)),
    },
    store: orderedStore({
      map,
      me: () => Promise.resolve(me),
      right,
      clock,
      changed: (change) => changes.announce(change),
    }),
    changes: {
      subscribe: (listener) =>
        changes.subscribe((change) => {
          if (mayHear(change)) listener(change);
        }),
    },
    clock,
    ids,
  };
}
