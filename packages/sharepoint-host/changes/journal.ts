/** What a page reads of the lists and what it writes into them: all that the watcher has to know of it. */
import type { ContainerId } from '@kantine/core';

/** A collection of a container, and the list that holds it. */
interface Use {
  readonly list: string;
  readonly collection: string;
  readonly container: ContainerId;
}

/** A write that was sent. Exactly one of these is called, once it has ended. */
interface Writing {
  /** It happened, and the row has this version now; a removed one has none. */
  done(id: string, version: string | undefined, isNew: boolean): void;
  /** It changed nothing, or nobody knows: whatever it left is found as a stranger's would be. */
  unknown(): void;
}

/** The page's own writes into a list since the watcher looked at it. */
interface OwnWrites {
  /** The versions of the rows that it wrote, by their ids. */
  readonly versions: ReadonlyMap<string, string>;
  /** By how much its writes moved the number of rows. */
  readonly growth: number;
}

interface ReadList {
  readonly name: string;
  readonly collection: string;
  readonly containers: ReadonlySet<ContainerId>;
  /** When it was read first, by the page's clock. */
  readonly firstRead: number;
  /** Goes up whenever a write is sent and whenever one has ended. */
  readonly turns: number;
  readonly isWriting: boolean;
  readonly own: OwnWrites;
}

export interface Journal {
  reads(use: Use): void;
  writes(list: string): Writing;
  /** The lists that the page has read so far. */
  lists(): readonly ReadList[];
  /** The watcher has accounted for the own writes that it was shown. */
  settle(list: string): void;
  /** Calls back with every write that was sent. */
  onWrite(told: () => void): void;
}

interface Kept extends ReadList {
  readonly containers: Set<ContainerId>;
  turns: number;
  underWay: number;
  own: { versions: Map<string, string>; growth: number };
}

const none = (): Kept['own'] => ({ versions: new Map(), growth: 0 });

export function openJournal(now: () => number): Journal {
  const lists = new Map<string, Kept>();
  let tell: () => void = () => undefined;
  return {
    reads({ list, collection, container }) {
      let kept = lists.get(list);
      if (!kept) {
        kept = {
          name: list,
          collection,
          containers: new Set(),
          firstRead: now(),
          turns: 0,
          underWay: 0,
          get isWriting() {
            return this.underWay > 0;
          },
          own: none(),
        };
        lists.set(list, kept);
      }
      kept.containers.add(container);
    },
    writes(list) {
      const kept = lists.get(list);
      tell();
      if (kept) {
        kept.turns += 1;
        kept.underWay += 1;
      }
      const end = (): void => {
        if (!kept) return;
        kept.turns += 1;
        kept.underWay -= 1;
      };
      return {
        done(id, version, isNew) {
          end();
          if (!kept) return;
          if (version === undefined) kept.own.versions.delete(id);
          else kept.own.versions.set(id, version);
          kept.own.growth += version === undefined ? -1 : isNew ? 1 : 0;
        },
        unknown: end,
      };
    },
    lists: () => [...lists.values()],
    settle(list) {
      const kept = lists.get(list);
      if (kept) kept.own = none();
    },
    onWrite: (told) => void (tell = told),
  };
}
