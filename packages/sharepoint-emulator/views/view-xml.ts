import { XMLBuilder } from 'fast-xml-parser';
import { attributeOf, childrenOf, findChild, parseXml, textOf } from '../caml/xml.ts';

const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
});

/** The settings of a view that its XML holds: the query, the columns and the row limit. */
export function parseViewXml(xml: string): Record<string, unknown> {
  const view = parseXml(xml, 'View');
  const query = findChild(view, 'Query');
  const fields = findChild(view, 'ViewFields');
  const limit = findChild(view, 'RowLimit');
  return {
    ...(query ? { ViewQuery: builder.build(query.raw) as string } : {}),
    ...(fields ? { ViewFields: childrenOf(fields).map((field) => attributeOf(field, 'Name') ?? '') } : {}),
    ...(limit ? { RowLimit: Number(textOf(limit)) } : {}),
  };
}
