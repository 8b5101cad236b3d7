/**
 * The one row of the setup list. It says what is on the site, list by list, so that a page of any version
 * can tell whether everything is there that it declares. Only owners write it.
 */
import { columns, digestOf, listPath, parsed, setupList } from '../schema/index.ts';
import { answerOf, getBare, isRefusal, merge, post } from '../wire/index.ts';
import type { RestRequest, Outcome } from '../wire/index.ts';
import type { ListSettings } from './settings.ts';
import type { Site } from './site.ts';

/** What is there of a list; of closed containers' lists of one kind, what all of them have. */
export interface ListThere {
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

export interface SetupRow {
  /** By the list's kind. Absent where an earlier version wrote the row. */
  readonly lists?: Readonly<Record<string, ListThere>>;
  /**
   * The lists that a run is about to make, which nobody may use before it is done: digests, since
   * everybody reads this row and the names of some lists are nobody's to know.
   */
  readonly making?: readonly string[];
  /**
   * The readers of the site about whom an owner was asked, by the numbers of their principals. The
   * permissions of the lists tell which of them take part, to owners alone: everybody reads this row.
   * Absent
   * where an earlier version wrote it.
   */
  readonly known?: readonly number[];
  /** Whether an owner left some of them out: then who reads this row asks whether they take part. */
  readonly leavesOut?: boolean;
  /**
   * The versions before this list of what is there take any number from 2 on for «ready». It is 2 for
   * ever, and missing until the first run is done.
   */
  readonly schemaVersion?: number;
}

export const earlierReady = 2;

/** What every page has to know of the row; the rest is ten kilobytes, and for owners. */
export type Summary = Pick<SetupRow, 'schemaVersion' | 'leavesOut'>;

export interface FoundRow {
  readonly id: number;
  readonly row: SetupRow;
  /** Its summary as it is written; absent where an earlier version wrote the row. */
  readonly summary?: unknown;
}

interface Item {
  readonly Id: number;
  readonly [column: string]: unknown;
}

const rowKey = 'schema';

const items = ({ environment }: Site): string =>
  `${listPath(environment.webUrl, setupList.name)}/items`;

/** Every list has this column. */
const summaryColumn = 'Title';

const summaryOf = ({ schemaVersion, leavesOut }: SetupRow): string =>
  JSON.stringify({ schemaVersion, leavesOut });

const ask = (site: Site, column: string): RestRequest =>
  getBare(`${items(site)}?$select=Id,${column}&$filter=${columns.slot} eq '${rowKey}'&$top=1`);

export const askForRow = (site: Site): RestRequest =>
  ask(site, `${summaryColumn},${columns.fields}`);
export const askForSummary = (site: Site): RestRequest => ask(site, summaryColumn);

/** @param answered what `askForRow` was answered. */
export function rowIn(answered: unknown): FoundRow | undefined {
  const [item] = answered as readonly Item[];
  if (!item) return undefined;
  const row = parsed(item[columns.fields]);
  const summary = item[summaryColumn];
  return { id: item.Id, row: typeof row === 'object' && row !== null ? row : {}, summary };
}

/**
 * @param answered what `askForSummary` was answered.
 * @returns undefined for a row that an earlier version wrote: the row itself tells then.
 */
export function summaryAnswered(answered: Outcome | undefined): Summary | undefined {
  if (isUnfinished(answered)) return {};
  const [item] = answerOf<readonly Item[]>(answered);
  if (!item) return {};
  const summary = parsed(item[summaryColumn]);
  return typeof summary === 'object' && summary !== null ? summary : undefined;
}

/** Without its list, its columns (400) or its permissions nobody finished setting up. */
const isUnfinished = (answered: Outcome | undefined): boolean =>
  answered?.ok === false && [400, 403, 404].some((at) => isRefusal(answered.error, at));

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
