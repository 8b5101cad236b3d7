/** The people search of the tenant: what many people do, at no price in profile calls. */
import type { WhereAtWork } from '@kantine/core';
import { post } from '../wire/index.ts';
import type { Wire } from '../wire/index.ts';
import type { Work } from './person.ts';

/** Somebody as a service of the tenant tells of them. */
export interface Told {
  readonly login: string;
  readonly name: string;
  readonly work: Work;
}

/** "Local People Results": https://learn.microsoft.com/sharepoint/dev/general-development/sharepoint-search-rest-api-overview */
const peopleSource = 'b09a7990-05ea-4af9-81ef-edfab16c4e31';
/** Rows of one request, as that page says. */
const mostRows = 500;
/** A query text holds 4,096 characters: https://learn.microsoft.com/sharepoint/search-limits */
const longestText = 4_000;

const properties = [
  'AccountName',
  'PreferredName',
  'JobTitle',
  'Department',
  'OfficeNumber',
  'WorkEmail',
];

interface Answer {
  readonly PrimaryQueryResult?: {
    readonly RelevantResults: {
      readonly Table: {
        readonly Rows: readonly {
          readonly Cells: readonly { readonly Key: string; readonly Value: string | null }[];
        }[];
      };
    };
  };
}

/** Texts that are not there are left out. */
export const workOf = (
  texts: Readonly<Record<Exclude<keyof Work, 'active'>, string | null | undefined>>,
): Work => ({
  active: true,
  ...Object.fromEntries(Object.entries(texts).filter(([, text]) => Boolean(text))),
});

async function ask(wire: Wire, Querytext: string, RowLimit: number): Promise<readonly Told[]> {
  const request = {
    Querytext,
    SourceId: peopleSource,
    RowLimit,
    SelectProperties: properties,
    TrimDuplicates: false,
  };
  // By itself: where the search is refused, nothing else is.
  const answer = await wire.send<Answer>(post('search/postquery', { request }));
  const rows = answer.PrimaryQueryResult?.RelevantResults.Table.Rows ?? [];
  return rows.map(({ Cells }) => {
    const cells = new Map(Cells.map(({ Key, Value }) => [Key, Value]));
    return {
      login: cells.get('AccountName') ?? '',
      name: cells.get('PreferredName') ?? '',
      work: workOf({
        title: cells.get('JobTitle'),
        department: cells.get('Department'),
        place: cells.get('OfficeNumber'),
        email: cells.get('WorkEmail'),
      }),
    };
  });
}

/** People by their logins in lower case. Guests and whom the search has not read yet are missing. */
export async function foundByLogin(
  wire: Wire,
  logins: readonly string[],
): Promise<ReadonlyMap<string, Told>> {
  const texts: string[] = [];
  for (const login of logins) {
    const clause = `AccountName:"${login.replaceAll('"', '')}"`;
    const last = texts.at(-1);
    if (last === undefined || last.length + clause.length > longestText) texts.push(clause);
    else texts[texts.length - 1] = `${last} OR ${clause}`;
  }
  const told = await Promise.all(texts.map((text) => ask(wire, text, mostRows)));
  return new Map(told.flat().map((each) => [each.login.toLowerCase(), each]));
}

/** People in whose names, titles or departments words begin like these. */
export function foundByWords(wire: Wire, text: string, limit: number): Promise<readonly Told[]> {
  // Letters and digits alone: nothing of a name is an operator, and lower case is no AND either.
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (words.length === 0) return Promise.resolve([]);
  return ask(wire, words.map((word) => `${word}*`).join(' '), limit);
}

/** A phrase in which nothing ends it. */
const phrase = (text: string): string => text.replaceAll('"', ' ').trim();

/** Everybody of a department and a place in whose properties words begin like these; some are found by others. */
export function foundByWork(
  wire: Wire,
  { text, department, place }: WhereAtWork,
): Promise<readonly Told[]> {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const clauses = [
    ...words.map((word) => `${word}*`),
    ...(department === undefined ? [] : [`Department:"${phrase(department)}"`]),
    ...(place === undefined ? [] : [`OfficeNumber:"${phrase(place)}"`]),
  ];
  const isNobody =
    (text.trim() !== '' && words.length === 0) ||
    [department, place].some((each) => each !== undefined && !/[\p{L}\p{N}]/u.test(each));
  if (isNobody) return Promise.resolve([]);
  return ask(wire, clauses.join(' ') || '*', mostRows);
}
