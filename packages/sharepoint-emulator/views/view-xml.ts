import { attributeOf, childrenOf, findChild, parseXml, textOf, writeXml } from '../caml/xml.ts';

/** The settings of a view that its XML holds: the query, the columns and the row limit. */
export function parseViewXml(xml: string): Record<string, unknown> {
  const view = parseXml(xml, 'View');
  const query = findChild(view, 'Query');
  const fields = findChild(view, 'ViewFields');
  const limit = findChild(view, 'RowLimit');
  return {
    ...(query ? { ViewQuery: writeXml(query) } : {}),
    ...(fields
      ? { ViewFields: childrenOf(fields).map((field) => attributeOf(field, 'Name') ?? '') }
      : {}),
    ...(limit ? { RowLimit: Number(textOf(limit)) } : {}),
  };
}
