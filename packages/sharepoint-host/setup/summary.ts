/** What every page has to know of the setup row; the row is ten kilobytes, and for owners. */
import { columns, listNames, listPath, parsed } from '../schema/index.ts';
import { answerOf, getBare, isRefusal } from '../wire/index.ts';
import type { RestRequest, Outcome } from '../wire/index.ts';
import type { Page } from './site.ts';

export interface Summary {
  /** Whether an owner left some readers out: then who reads this row asks whether they take part. */
  readonly leavesOut?: boolean;
  /**
   * The versions before this list of what is there take any number from 2 on for «ready». It is 2 for
   * ever, and missing until the first run is done.
   */
  readonly schemaVersion?: number;
}

export interface Item {
  readonly Id: number;
  readonly [column: string]: unknown;
}

export const rowKey = 'schema';
/** Of the row that says who takes part, which readers of an audience ask for. */
export const readersKey = 'readers';
/** Every list has this column. */
export const summaryColumn = 'Title';

export const items = ({ environment }: Pick<Page, 'environment'>): string =>
  `${listPath(environment.webUrl, listNames.setup)}/items`;

/** The path to a row of the setup list by its key. @param select the columns that are asked for. */
export const rowBy = (page: Pick<Page, 'environment'>, key: string, select: string): string =>
  `${items(page)}?$select=Id,${select}&$filter=${columns.slot} eq '${key}'&$top=1`;

/** @param more columns of the row. */
export const askForSummary = (page: Pick<Page, 'environment'>, more = ''): RestRequest =>
  getBare(rowBy(page, rowKey, summaryColumn + more));

/** Without its list, its columns (400) or its permissions nobody finished setting up. */
export const isUnfinished = (answered: Outcome | undefined): boolean =>
  answered?.ok === false && [400, 403, 404].some((at) => isRefusal(answered.error, at));

/**
 * @param answered what `askForSummary` was answered.
 * @returns undefined for a row that an earlier version wrote: the row itself tells then.
 */
export function summaryAnswered(answered: Outcome | undefined): Summary | undefined {
  const [item] = isUnfinished(answered) ? [] : answerOf<readonly Item[]>(answered);
  if (!item) return {};
  const summary = parsed(item[summaryColumn]);
  return typeof summary === 'object' ? (summary ?? undefined) : undefined;
}
