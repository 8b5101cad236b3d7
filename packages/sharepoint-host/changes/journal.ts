/** What a page reads of the lists and what it writes into them: all that the watcher has to know of it. */
import type { Collection, ContainerId } from '@kantine/core';

/** A collection of a container. */
export interface Use {
  readonly collection: Collection;
  readonly container: ContainerId;
}

/** A row as it was at some moment. */
export interface RowVersion {
  readonly id: string;
  readonly version: string;
  /** The server's seconds of its making and of its last change, in milliseconds. */
  readonly created: number;
  readonly modified: number;
}

/** A write that was sent. Exactly one of these is called, once it has ended. */
interface Writing {
  added(id: string, version: string): void;
  changed(id: string, version: string): void;
  removed(id: string): void;
  /** It changed nothing, or nobody knows: whatever it left is found as a stranger's would be. */
  unknown(): void;
}

/** The page's own writes into a list since the watcher accounted for it. */
export interface OwnWrites {
  /** The versions of the rows that it wrote, by their ids. */
  readonly versions: ReadonlyMap<string, string>;
  readonly added: ReadonlySet<string>;
  /** When the removed rows were made, as far as the page has read it lately. */
  readonly removed: ReadonlyMap<string, number | undefined>;
}

export interface ReadList {
  readonly name: string;
  /** What of it the page has read; several collections where they share a list. */
  readonly uses: readonly Use[];
  /** When it was read first, by the page's clock. */
  readonly firstRead: number;
  /** Goes up whenever a write is sent and whenever one has ended. */
  readonly turns: number;
  readonly isWriting: boolean;
  readonly own: OwnWrites;
  /** The rows that the page has read, by their ids. */
  readonly rows: ReadonlyMap<string, RowVersion>;
}

export interface Journal {
  reads(use: Use & { readonly list: string }): void;
  /** What a question of the page was answered. */
  saw(list: string, rows: readonly RowVersion[]): void;
  writes(list: string): Writing;
  /** The lists that the page has read so far. */
  lists(): readonly ReadList[];
  /** The watcher has accounted for own writes, and for rows that were changed before a moment of the server. */
  settle(list: string, before: number): void;
  /** Calls back with every write that is sent, and with the first read of each list. */
  onUse(told: (use: 'read' | 'write') => void): void;
}

class Kept implements ReadList {
  readonly name: string;
  readonly firstRead: number;
  readonly uses: Use[] = [];
  turns = 0;
  underWay = 0;
  own = {
    versions: new Map<string, string>(),
    added: new Set<string>(),
    removed: new Map<string, number | undefined>(),
  };
  rows = new Map<string, RowVersion>();

  constructor(name: string, firstRead: number) {
    this.name = name;
    this.firstRead = firstRead;
  }

  get isWriting(): boolean {
    return this.underWay > 0;
  }
}

export function openJournal(now: () => number): Journal {
  const lists = new Map<string, Kept>();
  let tell: (use: 'read' | 'write') => void = () => undefined;

  function writes(list: string): Writing {
    const kept = lists.get(list);
    tell('write');
    // A list that the page has not read shows it nothing that could be out of date.
    const turn = (underWay: number): void => {
      if (!kept) return;
      kept.turns += 1;
      kept.underWay += underWay;
    };
    turn(1);
    const end = (note?: (own: Kept['own']) => void): void => {
      turn(-1);
      if (kept) note?.(kept.own);
    };
    return {
      added: (id, version) =>
        end((own) => {
          own.versions.set(id, version);
          own.added.add(id);
        }),
      changed: (id, version) => end((own) => void own.versions.set(id, version)),
      removed: (id) =>
        end((own) => {
          own.versions.delete(id);
          if (!own.added.delete(id)) own.removed.set(id, kept?.rows.get(id)?.created);
          kept?.rows.delete(id);
        }),
      unknown: () => end(),
    };
  }

  return {
    reads({ list, collection, container }) {
      const kept = lists.get(list) ?? new Kept(list, now());
      const isFirst = !lists.has(list);
      lists.set(list, kept);
      const isKnown = kept.uses.some(
        (use) => use.container === container && use.collection.name === collection.name,
      );
      if (!isKnown) kept.uses.push({ collection, container });
      if (isFirst) tell('read');
    },
    saw(list, rows) {
      const kept = lists.get(list);
      for (const row of rows) kept?.rows.set(row.id, row);
    },
    writes,
    lists: () => [...lists.values()],
    settle(list, before) {
      const kept = lists.get(list);
      if (!kept) return;
      kept.own = { versions: new Map(), added: new Set(), removed: new Map() };
      for (const { id, modified } of kept.rows.values())
        if (modified < before) kept.rows.delete(id);
    },
    onUse: (told) => void (tell = told),
  };
}
