/** The reference host: everything in memory, for tests and for understanding what a host owes. */
import { changeHub, memoryMap, orderedHost, orderedUpkeep } from './ordered-store/index.ts';
import { dropContainer } from './ordered-store/containers.ts';
import { randomKey } from './kernel/random-key.ts';
import type { Clock, DirectoryPerson, Host, Ids, Supports } from './kernel/ports.ts';
import type { ContainerId, Right } from './kernel/container.ts';
import type { Instant, PersonId } from './kernel/record.ts';
import type { Upkeep } from './kernel/upkeep.ts';

export interface MemoryServerOptions {
  readonly people: readonly DirectoryPerson[];
  /** The host's time, by which records are stamped. */
  readonly clock: Pick<Clock, 'now'>;
  readonly ids: Ids;
  /** Who owns the host; nobody unless told otherwise. */
  readonly owners?: readonly PersonId[];
  /** Whether owners make closed containers, on request; otherwise everybody makes their own. */
  readonly ownersApprove?: boolean;
  /** Where a member's wish to leave is for stewards to fulfil; by default members leave by themselves. */
  readonly leaving?: Supports['leaving'];
  /** How outsiders ask to be let into closed containers; by default what they write is for stewards to read. */
  readonly asking?: Supports['asking'];
  /** Whether hidden words are kept back; they are unless told otherwise. */
  readonly holdsBack?: boolean;
}

/** One organisation in memory; everybody who connects shares it. */
export interface MemoryServer {
  /** The host as this person sees it. @param readersNow the reader's clock, where it is another than the host's. */
  connect(me: PersonId, readersNow?: () => Instant): Host;
  /** What owners may do with the rows of others; Forbidden to everybody else. */
  upkeep(me: PersonId): Upkeep;
  /** From now on this person may do no more than this in the container. */
  restrict(container: ContainerId, person: PersonId, right: Right): void;
  /** Takes a container away, as an administrator would. */
  drop(container: ContainerId): Promise<void>;
}

/** Orders rights, so that a restriction can only take away. */
const rank: Record<Right, number> = { none: 0, read: 1, write: 2 };

export function memoryServer({
  people,
  clock,
  ids,
  owners = [],
  ownersApprove = false,
  leaving = 'self',
  asking = 'stewards',
  holdsBack = true,
}: MemoryServerOptions): MemoryServer {
  const map = memoryMap();
  const changes = changeHub();
  const restrictions = new Map<string, Right>();
  const restrictionKey = (container: ContainerId, person: PersonId): string =>
    JSON.stringify([container, person]);

  return {
    connect: (me, readersNow) =>
      orderedHost({
        map,
        people,
        me,
        changes,
        clock,
        ids,
        leaving,
        asking,
        holdsBack,
        ...(readersNow ? { readersNow } : {}),
        owners,
        ownersApprove,
        restrict: (container, right, person) => {
          const most = restrictions.get(restrictionKey(container, person)) ?? 'write';
          return rank[most] < rank[right] ? most : right;
        },
      }),
    upkeep: (me) => orderedUpkeep({ map, me, changes, clock, owners }),
    restrict: (container, person, right) => {
      restrictions.set(restrictionKey(container, person), right);
    },
    drop: (container) =>
      map.transact('write', (transaction) => dropContainer(transaction, container)),
  };
}

/** Of the platform, wherever it is: in browsers and in Node. */
declare const crypto: { getRandomValues(bytes: Uint8Array<ArrayBuffer>): Uint8Array };

/**
 * A host for trying things out: one organisation of its own, with the machine's clock and random keys. Everything
 * is gone with the page.
 * @param me who is signed in; one of the people.
 */
export const memoryHost = ({
  people,
  me,
}: Pick<MemoryServerOptions, 'people'> & { readonly me: PersonId }): Host =>
  memoryServer({
    people,
    clock: { now: () => Date.now() },
    ids: { next: () => randomKey((bytes) => crypto.getRandomValues(bytes)) },
  }).connect(me);
