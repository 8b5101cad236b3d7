import type { Context } from '../context/context.ts';
import { invalidArgument, notEmulated } from '../errors.ts';
import { value, type Entity } from '../odata/resource.ts';
import type { Arguments } from '../odata/arguments.ts';
import { asText } from '../odata/text.ts';
import { readLiteral } from '../odata/literal.ts';
import { indexedPeople } from './index-of-people.ts';
import { readKeywords } from './keyword.ts';
import { matches } from './matches.ts';
import { managedProperties } from './properties.ts';
import { searchResult } from './result.ts';

/** "Local People Results", the result source of user profiles. */
const PEOPLE = 'b09a7990-05ea-4af9-81ef-edfab16c4e31';

/** At most 500 rows a request; ten come without a number. (SharePoint Search REST API overview; S-A4) */
const ROW_LIMIT = 500;
const DEFAULT_ROWS = 10;

const DEFAULT_PROPERTIES = [
  'PreferredName',
  'JobTitle',
  'Department',
  'WorkEmail',
  'PictureURL',
  'AccountName',
  'Path',
];

interface SearchRequest {
  readonly text: string;
  readonly sourceId: string;
  readonly properties: readonly string[];
  readonly rowLimit: number;
  readonly startRow: number;
}

/** `_api/search`: query with GET, postquery with POST. Only the people source is there. */
export function searchService(context: Context): Entity {
  return {
    kind: 'entity',
    typeName: 'Microsoft.Office.Server.Search.REST.SearchService',
    path: 'search',
    properties: () => ({}),
    functions: { query: () => run(context, requestOfUrl(context.options.raw)) },
    actions: { postquery: (args) => run(context, requestOfBody(args)) },
  };
}

function run(context: Context, request: SearchRequest): ReturnType<typeof value> {
  if (request.sourceId !== PEOPLE) throw notEmulated('a search outside of the people source');
  if (!request.text.trim()) throw invalidArgument('The query text is empty.');
  const query = readKeywords(request.text);
  const found = indexedPeople(context.farm)
    .map((person) => managedProperties(context, person))
    .filter((person) => matches(query, person));
  const rows = found.slice(request.startRow, request.startRow + request.rowLimit);
  const result = searchResult(rows, request.properties, found.length);
  return value(result, 'Microsoft.Office.Server.Search.REST.SearchResult');
}

/** Texts of the address stand in quotes, numbers do not. */
function requestOfUrl(raw: ReadonlyMap<string, string>): SearchRequest {
  const read = (name: string): unknown => {
    const text = raw.get(name);
    return text === undefined ? undefined : readLiteral(text).value;
  };
  return requestOf({
    Querytext: read('querytext'),
    SourceId: read('sourceid'),
    SelectProperties: asText(read('selectproperties')).split(',').filter(Boolean),
    RowLimit: read('rowlimit'),
    StartRow: read('startrow'),
  });
}

/** `{"request": {"Querytext": …}}`; names count in any case. */
function requestOfBody(args: Arguments): SearchRequest {
  const names = ['Querytext', 'SourceId', 'SelectProperties', 'RowLimit', 'StartRow'];
  const entries = Object.entries(args.object('request')).map(([name, content]) => [
    names.find((each) => each.toLowerCase() === name.toLowerCase()) ?? name,
    content,
  ]);
  return requestOf(Object.fromEntries(entries) as Record<string, unknown>);
}

function requestOf(sent: Readonly<Record<string, unknown>>): SearchRequest {
  const properties = (sent.SelectProperties ?? []) as readonly string[];
  return {
    text: asText(sent.Querytext),
    sourceId: asText(sent.SourceId).replaceAll(/[{}]/g, '').toLowerCase(),
    properties: properties.length > 0 ? properties : DEFAULT_PROPERTIES,
    rowLimit: Math.min(Number(sent.RowLimit ?? DEFAULT_ROWS), ROW_LIMIT),
    startRow: Number(sent.StartRow ?? 0),
  };
}
