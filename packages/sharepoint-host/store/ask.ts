/** The three ways of asking a list for rows, all of which a list of a million items answers. */
import type { PersonId } from '@kantine/core';
import { get, hasCode, post, thresholdCode, tooLong } from '../wire/index.ts';
import type { RestRequest, Outcome } from '../wire/index.ts';

export type Order = 'ascending' | 'descending';

/** Where reading goes on: behind this item in the order of a column, or of ID alone. */
export interface Position {
  readonly id: number;
  readonly text?: string;
}

export interface Page {
  readonly select: readonly string[];
  readonly filter?: string;
  /** An indexed column; without it rows come in the order of their IDs. */
  readonly by?: string;
  readonly order: Order;
  readonly after?: Position;
  readonly top: number;
}

/** SharePoint's List View Threshold: most rows that a filter may match, and most of one page. */
export const mostRows = 5_000;

/** How many rows are counted before it is known that most of them are records. */
export const rowsToCount = 1_000;
/** The same for what is also shown, and so asked for with names, where others crowd it. */
export const rowsAmong = 500;

/** A page of rows, by the same token that SharePoint itself puts into its links to next pages. */
export function askPage(
  list: string,
  { select, filter, by, order, after, top }: Page,
): RestRequest {
  const direction = order === 'ascending' ? 'asc' : 'desc';
  const options = [
    selecting(select, personNames),
    ...(filter === undefined ? [] : [`$filter=${encodeURIComponent(filter)}`]),
    `$orderby=${encodeURIComponent([...(by === undefined ? [] : [by]), 'ID'].map((name) => `${name} ${direction}`).join(','))}`,
    ...(after ? [`$skiptoken=${encodeURIComponent(token(after, by))}`] : []),
    `$top=${top}`,
  ];
  return { ...get(`${list}/items?${options.join('&')}`), most: mostOf(top) };
}

/** How the name of the author is asked for. */
interface Names {
  readonly select: string;
  readonly expand: string;
}

const personNames: Names = { select: 'Author/Title,Author/EMail,Author/Name', expand: 'Author' };
/** CAML answers with texts alone: "The $expand query is not valid for field 'Author'" (pnpjs#818). */
const textNames: Names = { select: 'FieldValuesAsText/Author', expand: 'FieldValuesAsText' };

const selecting = (select: readonly string[], names: Names): string => {
  const all = select.map((name) => (name === 'Author' ? names.select : name)).join(',');
  return `$select=${all}${select.includes('Author') ? `&$expand=${names.expand}` : ''}`;
};

/** For a page of rows, for what is counted, and where the rows before were records. In characters. */
const mostOf = (rows: number): number =>
  rows > rowsToCount ? 4_000_000 : rows > 200 ? 900_000 : 300_000;

const token = ({ id, text }: Position, by: string | undefined): string =>
  `Paged=TRUE${by === undefined ? '' : `&p_${by}=${text ?? ''}`}&p_ID=${id}`;

export interface In {
  readonly select: readonly string[];
  readonly column: string;
  readonly type: 'Text' | 'Counter';
  /** Digests or numbers, at most 60: nothing that would need escaping in XML. */
  readonly values: readonly string[];
  readonly order: Order;
  readonly top: number;
  /** A number: only this author's rows. */
  readonly author?: PersonId;
  /** Which of the two stands first; 5,000 rows may match it. */
  readonly narrowedBy?: 'author' | 'values';
  /** Without versions. */
  readonly bare?: boolean;
  /** What the values are digests of: the values of this field, in the same order. */
  readonly of?: { readonly field: string; readonly values: readonly string[] };
}

/** A question, and what it asks for, so that another one may be asked for less. */
export interface InRequest extends RestRequest {
  readonly asked?: In;
}

/** That a column has one of some values. */
export function inSome({ column, type, values }: Pick<In, 'column' | 'type' | 'values'>): string {
  const each = values.map((value) => `<Value Type='${type}'>${value}</Value>`).join('');
  return `<In><FieldRef Name='${column}'/><Values>${each}</Values></In>`;
}

/** The rows whose column has one of some values; together they may be 5,000. */
export function askIn(list: string, asked: In): InRequest {
  const { author, narrowedBy, bare } = asked;
  const some = inSome(asked);
  const own = `<Eq><FieldRef Name='Author' LookupId='TRUE'/><Value Type='Integer'>${author ?? ''}</Value></Eq>`;
  const both = narrowedBy === 'values' ? some + own : own + some;
  const question = askWhere(list, author === undefined ? some : `<And>${both}</And>`, asked);
  return { ...question, asked, ...(bare ? { bare } : {}) };
}

/** The rows that fulfil a condition, in the order of their IDs. */
export function askWhere(
  list: string,
  where: string,
  { select, order, top }: Pick<In, 'select' | 'order' | 'top'>,
): RestRequest {
  const ascending = order === 'ascending' ? 'TRUE' : 'FALSE';
  const fields = select.map((name) => `<FieldRef Name='${internalName(name)}'/>`).join('');
  const ViewXml =
    `<View><Query><Where>${where}</Where>` +
    `<OrderBy><FieldRef Name='ID' Ascending='${ascending}'/></OrderBy></Query>` +
    `<ViewFields>${fields}</ViewFields><RowLimit>${top}</RowLimit></View>`;
  const path = `${list}/getItems?${selecting(select, textNames)}`;
  const most = mostOf(Math.min(top, rowsToCount));
  return { ...post(path, { query: { ViewXml } }), most };
}

const internalName = (name: string): string =>
  name === 'Id' ? 'ID' : name === 'AuthorId' ? 'Author' : name;

/** Whether SharePoint refused since more than 5,000 rows match what narrows a question. */
export const isTooMany = (outcome: Outcome | undefined): boolean =>
  outcome?.ok === false && hasCode(outcome.error, thresholdCode);

export const isTooLong = (outcome: Outcome | undefined): boolean =>
  outcome?.ok === false && outcome.error === tooLong;
