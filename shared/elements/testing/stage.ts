/** A whole small company on the reference host: several people, one of whom looks at an element. */
import { createCommunity, groupContainer } from '@kantine/core';
import type {
  Answers,
  Community,
  NewPost,
  PostView,
  Query,
  Right,
  Rows,
  Store,
  StoredRecord,
  Supports,
} from '@kantine/core';
import { faultPlan, faultyHost } from '@kantine/core/faulty-host';
import type { FaultPlan } from '@kantine/core/faulty-host';
import { memoryServer } from '@kantine/core/memory-host';
import { cast } from './cast.ts';
import type { Role } from './cast.ts';

export interface Stage {
  /** The group that everybody may read and write. */
  readonly group: string;
  /** The community as the reader has it, behind a network that can fail. */
  readonly reader: Community;
  /** What goes wrong between the reader and the host. */
  readonly faults: FaultPlan;
  /** The community as a colleague has it, or the reader in another window; nothing fails there. */
  as(person: Role): Community;
  /** The community as one of those has it who are there besides the cast. */
  asOther(id: string): Community;
  /** The host's store as a colleague has it, who writes rows by hand. */
  storeOf(person: Role): Store;
  /** A colleague writes a post. */
  post(person: Role, text: string): Promise<PostView>;
  /** From now on the reader may do no more than this in the group. */
  restrict(right: Right): void;
  /** The group is taken away, as an administrator would. */
  drop(): Promise<void>;
  /** Moves the host's clock; what is written from now on has another time. */
  travel(milliseconds: number): void;
  /** Inserts, updates and removals that arrived from the reader, those whose answer was lost included. */
  readonly writes: () => number;
  /** Questions that arrived from the reader. */
  readonly reads: () => number;
  /** The operations that the reader's page has called since it was last asked, in their order. */
  readonly calls: () => readonly string[];
  /** How many listeners for changes the reader's page has. */
  readonly listeners: () => number;
  /** Holds back every write of the reader until the function returned is called. */
  holdWrites(): () => void;
  /** Holds back what the directory finds by name, likewise. */
  holdSearches(): () => void;
}

export interface StageOptions {
  /** Who makes closed groups, on request; without it everybody makes their own. */
  readonly owners?: readonly Role[];
  /** A company on its first day: there is no group yet, and `group` names none. */
  readonly isEmpty?: boolean;
  /** Whether members of closed groups leave by themselves, as by default, or ask a steward. */
  readonly leaving?: 'self' | 'asked';
  /** The reader's page is in a part of the host; whether a record is that of a group of this part. */
  readonly isHere?: (record: StoredRecord) => boolean;
  /** Whether stewards read what outsiders ask, as by default, or owners pass it on. */
  readonly asking?: 'stewards' | 'owners';
  /** Whether the host keeps hidden words back, as by default. */
  readonly holdsBack?: boolean;
  /** The ids of colleagues besides the cast, by which they are called, too. */
  readonly besides?: readonly string[];
  /** What else the reader's host declares; its rules stay those of the reference host. */
  readonly supports?: Partial<Supports>;
}

/** The same community, which notes the names of the operations that are called. */
function noting(community: Community, note: (operation: string) => void): Community {
  const domainOf = (name: string, domain: object): object =>
    new Proxy(domain, {
      get(target, operation): unknown {
        const method: unknown = Reflect.get(target, operation);
        if (typeof method !== 'function') return method;
        return (...args: readonly unknown[]): unknown => {
          note(`${name}.${String(operation)}`);
          return Reflect.apply(method, target, args);
        };
      },
    });
  return new Proxy(community, {
    get(target, name): unknown {
      if (name === 'observed') {
        return (tell: Parameters<Community['observed']>[0]) => noting(target.observed(tell), note);
      }
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'object' && member !== null
        ? domainOf(String(name), member)
        : member;
    },
  });
}

/** Reads as a page in a part of a host does: queries about groups here, or elsewhere, are limited to these. */
async function readIn<const Queries extends readonly Query[]>(
  isHere: (record: StoredRecord) => boolean,
  store: Store,
  queries: Queries,
): Promise<Answers<Queries>> {
  const answers: readonly unknown[] = await store.read(queries);
  const limited = queries.map((query, at): unknown => {
    const where = query.kind === 'rows' ? query.where : undefined;
    if (where === undefined) return answers[at];
    const { records, ...rest } = answers[at] as Rows<unknown>;
    const kept = records.filter((record) => isHere(record) === (where === 'here'));
    return { ...rest, records: kept, ...(where === 'here' ? { elsewhere: true } : {}) };
  });
  return limited as unknown as Answers<Queries>;
}

/** @param me who looks at the element. */
export async function stage(
  me: Role = 'anna',
  {
    owners,
    leaving = 'self',
    asking = 'stewards',
    isEmpty = false,
    isHere,
    besides = [],
    holdsBack = true,
    supports = {},
  }: StageOptions = {},
): Promise<Stage> {
  // A tab that nobody has typed in yet.
  sessionStorage.clear();
  let offset = 0;
  let count = 0;
  const clock = { now: () => Date.now() + offset };
  const ids = { next: () => `key-${String((count += 1)).padStart(20, '0')}` };
  const server = memoryServer({
    people: [...Object.values(cast), ...besides.map((id) => ({ id, name: id, active: true }))],
    clock,
    ids,
    leaving,
    asking,
    holdsBack,
    ...(owners ? { owners: owners.map((role) => cast[role].id), ownersApprove: true } : {}),
  });
  const connect = (person: string): Community => createCommunity(server.connect(person));

  const faults = faultPlan();
  const seen = { writes: 0, reads: 0, listeners: 0 };
  let called: string[] = [];
  const held = { write: Promise.resolve(), search: Promise.resolve() };
  const hold = (what: keyof typeof held) => (): (() => void) => {
    let release = (): void => undefined;
    held[what] = new Promise((resolve) => (release = resolve));
    return () => release();
  };
  const host = server.connect(me);
  const counted: typeof host = {
    ...host,
    supports: { ...host.supports, ...supports },
    store: {
      read: (queries) => {
        seen.reads += 1;
        return isHere ? readIn(isHere, host.store, queries) : host.store.read(queries);
      },
      insert: async (...args) => {
        await held.write;
        seen.writes += 1;
        return host.store.insert(...args);
      },
      update: async (...args) => {
        await held.write;
        seen.writes += 1;
        return host.store.update(...args);
      },
      remove: async (...args) => {
        await held.write;
        seen.writes += 1;
        return host.store.remove(...args);
      },
    },
    directory: {
      ...host.directory,
      search: async (...args) => {
        await held.search;
        return host.directory.search(...args);
      },
    },
    changes: {
      subscribe: (listener) => {
        seen.listeners += 1;
        const end = host.changes.subscribe(listener);
        return () => {
          seen.listeners -= 1;
          end();
        };
      },
    },
  };

  const bakery = { name: 'The bakery', purpose: 'Bread, and what goes with it' };
  const group = isEmpty ? '' : (await connect('bram').groups.create(bakery)).id;
  return {
    group,
    reader: noting(createCommunity(faultyHost(counted, faults)), (name) => void called.push(name)),
    faults,
    as: connect,
    asOther: connect,
    storeOf: (person) => server.connect(person).store,
    post: (person, text) => {
      const input: NewPost = { group, text, key: ids.next() };
      return connect(person).wall.post(input);
    },
    restrict: (right) => server.restrict(groupContainer(group), me, right),
    drop: () => server.drop(groupContainer(group)),
    travel: (milliseconds) => void (offset += milliseconds),
    writes: () => seen.writes,
    reads: () => seen.reads,
    calls: () => {
      const since = called;
      called = [];
      return since;
    },
    listeners: () => seen.listeners,
    holdWrites: hold('write'),
    holdSearches: hold('search'),
  };
}
