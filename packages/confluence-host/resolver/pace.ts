/**
 * How much a person may write in a minute and in an hour, so that nobody fills the storage of all, and how often
 * they may call, so that nobody takes all statements of a second. It is kept by the running function: where
 * several serve a site, each counts for itself.
 */
import { Throttled } from '@kantine/core';
import type { Containers, PersonId, Store } from '@kantine/core';

const minute = 60_000;

export interface Limit {
  readonly most: number;
  readonly milliseconds: number;
}

/** Rows, each of at most some ten thousand characters. Nobody writes that much by hand. */
export const writeLimits: readonly Limit[] = [
  { most: 60, milliseconds: minute },
  { most: 600, milliseconds: 60 * minute },
];

/**
 * A page with three macros begins with some ten calls; a call is some three statements, of which all people
 * share 150 a second.
 */
export const callLimits: readonly Limit[] = [
  { most: 40, milliseconds: 1000 },
  { most: 120, milliseconds: 10_000 },
  { most: 300, milliseconds: minute },
];

/** Whose writes or calls are counted: a site may be one of several that a process serves. */
export interface Writer {
  readonly cloudId: string;
  readonly person: PersonId;
}

export interface Pace {
  /** Counts one. @throws Throttled with how long to wait, where it was enough for now */
  demand(writer: Writer): void;
  /** Until when a person may do nothing more, if they may not now. In milliseconds since 1970. */
  pausedUntil(writer: Writer): number | undefined;
}

/** So many people are remembered; a function serves fewer in an hour. */
const mostRemembered = 10_000;

export function openPace(now: () => number, limits: readonly Limit[]): Pace {
  const done = new Map<string, number[]>();
  const longest = Math.max(...limits.map(({ milliseconds }) => milliseconds));
  const placeOf = ({ cloudId, person }: Writer): string => JSON.stringify([cloudId, person]);

  /** When the person did something, as long ago as counts, the earliest first. */
  function recent(writer: Writer): number[] {
    return (done.get(placeOf(writer)) ?? []).filter((at) => at > now() - longest);
  }

  function pausedUntil(writer: Writer): number | undefined {
    const all = recent(writer);
    const ends = limits.flatMap(({ most, milliseconds }) => {
      const first = all.at(-most);
      return first !== undefined && first + milliseconds > now() ? [first + milliseconds] : [];
    });
    return ends.length === 0 ? undefined : Math.max(...ends);
  }

  return {
    pausedUntil,
    demand(writer) {
      const until = pausedUntil(writer);
      if (until !== undefined) throw new Throttled(Math.ceil((until - now()) / 1000));
      if (done.size >= mostRemembered) done.clear();
      done.set(placeOf(writer), [...recent(writer), now()]);
    },
  };
}

/** The same store, in which a person writes at a human pace. Removing makes room and is never refused. */
export function pacedStore(store: Store, pace: Pace, writer: Writer): Store {
  return {
    read: (queries) => store.read(queries),
    remove: (collection, record, origin) => store.remove(collection, record, origin),
    insert: async (collection, container, key, fields, origin) => {
      pace.demand(writer);
      return store.insert(collection, container, key, fields, origin);
    },
    update: async (collection, record, fields, origin) => {
      pace.demand(writer);
      return store.update(collection, record, fields, origin);
    },
  };
}

/** The same containers, in which a person starts groups, lets people in and asks at a human pace. */
export function pacedContainers(containers: Containers, pace: Pace, writer: Writer): Containers {
  return {
    ...containers,
    create: async (container) => {
      pace.demand(writer);
      return containers.create(container);
    },
    createClosed: async (container, note) => {
      pace.demand(writer);
      return containers.createClosed(container, note);
    },
    admit: async (container, person, role) => {
      pace.demand(writer);
      return containers.admit(container, person, role);
    },
    askToJoin: async (container, note) => {
      pace.demand(writer);
      return containers.askToJoin(container, note);
    },
  };
}
