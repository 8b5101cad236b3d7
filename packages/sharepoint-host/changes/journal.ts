/** What a page reads of the lists and what it writes into them: all that the watcher has to know of it. */
import type { Collection, ContainerId } from '@kantine/core';
import type { BasePermissions } from '../wire/index.ts';

/** A collection of a container. */
export interface Use {
  readonly collection: Collection;
  readonly container: ContainerId;
}

/** What was read, and the list that holds it. */
interface Read extends Use {
  readonly list: string;
  /** Whether each sees their own rows of the list alone: nobody is told of its changes. */
  readonly isPersonal?: boolean;
}

/** What a look told of a list. */
export interface Looked {
  /** When it was changed last, at the server, in milliseconds. */
  readonly modified: number;
  /** When it was told, by the page's clock. */
  readonly at: number;
  /** What was asked after this moment of the server is still true. */
  readonly unmovedSince: number;
  /** The reader's rights, as SharePoint writes them. */
  readonly rights?: BasePermissions | undefined;
}

/** A row as it was at some moment. */
export interface RowVersion {
  readonly id: string;
  /** Absent where the row was only counted: nobody asked for it. */
  readonly version: string | undefined;
  /** The server's seconds of its making, absent likewise, and of its last change, in milliseconds. */
  readonly created: number | undefined;
  readonly modified: number;
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
  /** When it was first asked for what the page was then told, at the server; Infinity before that. */
  readonly firstRead: number;
  /** Goes up whenever a write is sent and whenever one has ended. */
  readonly turns: number;
  readonly isWriting: boolean;
  readonly own: OwnWrites;
  /** The rows that the page has read, by their ids. */
  readonly rows: ReadonlyMap<string, RowVersion>;
}

export interface Journal {
  reads(read: Read): void;
  /** What a question of the page was answered. @param asked when it was asked, at the server */
  saw(list: string, rows: readonly RowVersion[], asked: number): void;
  /** What is known of a list that the page has read. */
  list(name: string): KeptList | undefined;
  /** All lists that the page has read so far. */
  lists(): readonly KeptList[];
  /** What the last look told of a list, as long as a change after it would be found soon enough. */
  told(list: string): Looked | undefined;
  /** A write is sent. */
  writes(): void;
  /** Calls back with every write that is sent, and with the first read of each list. */
  onUse(told: (use: 'read' | 'write') => void): void;
}

export class KeptList implements ReadList {
  readonly name: string;
  firstRead = Infinity;
  readonly uses: Use[] = [];
  readonly isPersonal: boolean;
  turns = 0;
  underWay = 0;
  told: Looked | undefined;
  /** What was changed after this moment of the server may be unknown to a part of the page. */
  shownAsOf: number | undefined;
  own = {
    versions: new Map<string, string>(),
    added: new Set<string>(),
    removed: new Map<string, number | undefined>(),
  };
  rows = new Map<string, RowVersion>();

  constructor({ list, isPersonal = false }: Read) {
    this.name = list;
    this.isPersonal = isPersonal;
  }

  get isWriting(): boolean {
    return this.underWay > 0;
  }
}

/** A second that is over, and one more, since the clocks of two servers differ. In milliseconds. */
export const settled = 2_000;
/** As long as a change may take to be seen while somebody acts. */
const freshMilliseconds = 10_000;

/** What is known of a row. A version that was seen before stays: the watcher takes another one for news. */
const both = (before: RowVersion | undefined, row: RowVersion): RowVersion =>
  before && row.version === undefined ? { ...before, modified: row.modified } : row;

export function openJournal(now: () => number): Journal {
  const lists = new Map<string, KeptList>();
  let tell: (use: 'read' | 'write') => void = () => undefined;

  return {
    reads(read) {
      const { list, collection, container } = read;
      const kept = lists.get(list) ?? new KeptList(read);
      const isFirst = !lists.has(list);
      lists.set(list, kept);
      const isKnown = kept.uses.some(
        (use) => use.container === container && use.collection.name === collection.name,
      );
      if (!isKnown) kept.uses.push({ collection, container });
      if (isFirst && !kept.isPersonal) tell('read');
    },
    saw(list, rows, asked) {
      const kept = lists.get(list);
      if (!kept) return;
      for (const row of rows) {
        const isNews = row.modified > (kept.shownAsOf ?? Infinity);
        const noted = isNews ? { ...row, version: undefined } : row;
        kept.rows.set(row.id, both(kept.rows.get(row.id), noted));
      }
      kept.firstRead = Math.min(kept.firstRead, asked);
      // Another part of the page that reads the same list later sees what this one does not know.
      kept.shownAsOf ??= asked - settled;
      const { told } = kept;
      // The list has moved since that look: what it told is over, before the page knows any of that.
      if (told && rows.some(({ modified }) => modified > told.modified)) kept.told = undefined;
    },
    list: (name) => lists.get(name),
    lists: () => [...lists.values()],
    told(list) {
      const told = lists.get(list)?.told;
      return told && Math.abs(now() - told.at) <= freshMilliseconds ? told : undefined;
    },
    writes: () => tell('write'),
    onUse: (told) => void (tell = told),
  };
}
