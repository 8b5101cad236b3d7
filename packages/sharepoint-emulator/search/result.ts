import { member } from '../odata/resource.ts';

type Properties = Readonly<Record<string, string>>;

interface Cell {
  readonly Key: string;
  readonly Value: string | null;
  readonly ValueType: string;
}

/**
 * The answer of the search service: one table, a row for each result, a cell for each property. Cells
 * that were not asked for stand around them, and a property that a result lacks is null.
 * [MS-SRCHCSOM] 3.1.5.6, SearchResult.
 */
export function searchResult(
  rows: readonly Properties[],
  properties: readonly string[],
  total: number,
): object {
  return {
    ElapsedTime: 12,
    PrimaryQueryResult: {
      CustomResults: [],
      QueryId: crypto.randomUUID(),
      QueryRuleId: '00000000-0000-0000-0000-000000000000',
      RefinementResults: null,
      RelevantResults: {
        GroupTemplateId: null,
        ItemTemplateId: null,
        Properties: [cell('RenderTemplateId', '~sitecollection/_catalogs/Group_Default.js')],
        ResultTitle: null,
        ResultTitleUrl: null,
        RowCount: rows.length,
        Table: { Rows: rows.map((row, at) => ({ Cells: cellsOf(row, at, properties) })) },
        TotalRows: total,
        TotalRowsIncludingDuplicates: total,
      },
      SpecialTermResults: null,
    },
    Properties: [cell('RowLimit', String(rows.length), 'Edm.Int32')],
    SecondaryQueryResults: [],
    SpellingSuggestion: '',
    TriggeredRules: [],
  };
}

function cellsOf(row: Properties, at: number, properties: readonly string[]): Cell[] {
  return [
    cell('Rank', '16.0', 'Edm.Double'),
    cell('DocId', String(1000 + at), 'Edm.Int64'),
    ...properties.map((name) => {
      const found = member(row, name.trim());
      const text = found?.value ?? '';
      return cell(name.trim(), text === '' ? null : text);
    }),
    cell('PartitionId', '00000000-0000-0000-0000-000000000000', 'Edm.Guid'),
    cell('UrlZone', '0', 'Edm.Int32'),
    cell('Culture', 'en-US'),
    cell('ResultTypeId', '0', 'Edm.Int32'),
    cell('RenderTemplateId', '~sitecollection/_catalogs/Item_Person.js'),
  ];
}

function cell(Key: string, Value: string | null, type = 'Edm.String'): Cell {
  return { Key, Value, ValueType: Value === null ? 'Null' : type };
}
