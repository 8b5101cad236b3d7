/**
 * How much a person may write in a minute and in an hour, so that nobody fills the storage of all. It is
 * kept by the running function: where several serve a site, each counts for itself.
 */
import { Throttled } from '@kantine/core';
import type { PersonId, Store } from '@kantine/core';

const minute = 60_000;

/** Rows, each of at most some ten thousand characters. Nobody writes that much by hand. */
const limits = [
  { most: 60, milliseconds: minute },
  { most: 600, milliseconds: 60 * minute },
] as const;

/** Whose writes are counted: a site may be one of several that a process serves. */
export interface Writer {
  readonly cloudId: string;
  readonly person: PersonId;
}

export interface Pace {
  /** Counts a write. @throws Throttled with how long to wait, where the person wrote enough for now */
  demand(writer: Writer): void;
  /** Until when a person may write nothing more, if they may not now. In milliseconds since 1970. */
  pausedUntil(writer: Writer): number | undefined;
}

/** So many people are remembered; a function serves fewer in an hour. */
const mostRemembered = 10_000;

export function openPace(now: () => number): Pace {
  const written = new Map<string, number[]>();
  const placeOf = ({ cloudId, person }: Writer): string => JSON.stringify([cloudId, person]);

  /** When the person wrote something in the last hour, the earliest first. */
  function recent(writer: Writer): number[] {
    const longest = Math.max(...limits.map(({ milliseconds }) => milliseconds));
    return (written.get(placeOf(writer)) ?? []).filter((at) => at > now() - longest);
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
      if (written.size >= mostRemembered) written.clear();
      written.set(placeOf(writer), [...recent(writer), now()]);
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
