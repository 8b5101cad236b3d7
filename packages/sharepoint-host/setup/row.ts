/**
 * The one row of the setup list. It says what is on the site, list by list, so that a page of any version
 * can tell whether everything is there that it declares. Only owners write it.
 */
import { columns, digestOf, parsed } from '../schema/index.ts';
import { answerOf, merge, post } from '../wire/index.ts';
import type { RestRequest, Outcome } from '../wire/index.ts';
import type { ListSettings } from './settings.ts';
import type { Site } from './site.ts';
import { askForSummary, isUnfinished, items, rowKey, summaryColumn } from './summary.ts';
import type { Item, Summary } from './summary.ts';

/** What is there of a list; of closed containers' lists of one kind, what all of them have. */
export interface ListThere {
  /**
   * The GUID of a list that a site has once: another one of its name is not it. Absent where an earlier
   * version wrote the row.
   */
  readonly id?: string;
  readonly settings: ListSettings;
  /** Columns that need no index. */
  readonly notes: readonly string[];
  /** Indexed columns, and indexes in spare columns, by the moment since when they are there. */
  readonly since: Readonly<Record<string, readonly string[]>>;
  /** Columns that got no index: the list was too long already. */
  readonly unindexed?: readonly string[];
  /** That no column is unique any more, as one was in every list of version 0.1. */
  readonly repeats?: boolean;
}

export interface SetupRow extends Summary {
  /** By the list's kind. Absent where an earlier version wrote the row. */
  readonly lists?: Readonly<Record<string, ListThere>>;
  /**
   * The lists that a run is about to make, which nobody may use before it is done: digests, since
   * everybody reads this row and the names of some lists are nobody's to know.
   */
  readonly making?: readonly string[];
  /**
   * The lists in use that were found open to the site, by their GUIDs: until they are given to their readers
   * again, and what others wrote is gone from those in which owners or stewards alone write.
   */
  readonly opened?: readonly string[];
  /**
   * The readers of the site about whom an owner was asked, by the numbers of their principals. The
   * permissions of the lists tell which of them take part, to owners alone: everybody reads this row.
   * Absent
   * where an earlier version wrote it.
   */
  readonly known?: readonly number[];
}

export const earlierReady = 2;

export interface FoundRow {
  readonly id: number;
  readonly row: SetupRow;
  /** Its summary as it is written; absent where an earlier version wrote the row. */
  readonly summary?: unknown;
}

const summaryOf = ({ schemaVersion, leavesOut }: SetupRow): string =>
  JSON.stringify({ schemaVersion, leavesOut });

export const askForRow = (site: Pick<Site, 'environment'>): RestRequest =>
  askForSummary(site, `,${columns.fields}`);

/** @param answered what `askForRow` was answered. */
export function rowIn(answered: unknown): FoundRow | undefined {
  const [item] = answered as readonly Item[];
  if (!item) return undefined;
  const row = parsed(item[columns.fields]);
  const summary = item[summaryColumn];
  return { id: item.Id, row: typeof row === 'object' && row !== null ? row : {}, summary };
}

/** @param answered what `askForRow` was answered. */
export function rowAnswered(answered: Outcome | undefined): SetupRow {
  return isUnfinished(answered) ? {} : (rowIn(answerOf(answered))?.row ?? {});
}

export async function writeRow(
  site: Site,
  before: FoundRow | undefined,
  row: SetupRow,
): Promise<FoundRow> {
  const summary = summaryOf(row);
  const body = {
    [columns.slot]: rowKey,
    [columns.fields]: JSON.stringify(row),
    [summaryColumn]: summary,
  };
  if (!before) {
    const { Id } = await site.wire.send<Item>(post(items(site), body));
    return { id: Id, row, summary };
  }
  if (before.summary !== summary || JSON.stringify(before.row) !== JSON.stringify(row)) {
    await site.wire.send(merge(`${items(site)}(${before.id})`, body));
  }
  return { id: before.id, row, summary };
}

/** Stands for a list that is being made. Short: there may be a thousand of them for a moment. */
export const makingMark = async (name: string): Promise<string> =>
  (await digestOf('making', name)).slice(0, 16);
