import type { Context } from '../context/context.ts';
import type { Field } from '../fields/field.ts';
import type { ItemCells } from '../items/cells.ts';
import { isUser } from '../items/columns.ts';
import { displayText, lookupText } from '../items/field-text.ts';
import { fromCell } from '../items/values.ts';
import type { List } from '../lists/list.ts';
import { findPrincipal } from '../people/principals.ts';

/** A row as list views get it: everything is text, and a dot leads to the raw value. */
export type RenderedRow = Record<string, unknown>;

/** These come with every row, whatever the view names: clients build links and menus from them. */
export function renderRow(
  context: Context,
  list: List,
  fields: readonly Field[],
  item: ItemCells,
): RenderedRow {
  const mask = context.access.item(list, item);
  const row: RenderedRow = {
    ID: String(item.ID),
    PermMask: `0x${mask.toString(16)}`,
    FSObjType: String(item.FSObjType),
    HTML_x0020_File_x0020_Type: '',
    UniqueId: `{${item.UniqueId.toUpperCase()}}`,
    ContentTypeId: item.ContentTypeId,
    FileRef: `${item.FileDirRef}/${item.FileLeafRef}`,
    FileLeafRef: item.FileLeafRef,
    ItemChildCount: '0',
    FolderChildCount: '0',
    owshiddenversion: String(item.owshiddenversion),
  };
  for (const field of fields) renderField(context, field, item, row);
  return row;
}

/**
 * The notation differs by type. Numbers and dates repeat their raw value under a name with a dot.
 */
function renderField(context: Context, field: Field, item: ItemCells, row: RenderedRow): void {
  const name = field.internalName;
  const cell = item[name];
  if (name in row) return;
  if (field.type.shape === 'computed') {
    renderComputed(name, item, row);
    return;
  }
  switch (field.type.shape) {
    case 'lookup':
    case 'lookups':
      row[name] = lookupValues(context, field, item);
      return;
    case 'choices':
      row[name] = fromCell(field, cell ?? null) ?? '';
      return;
    case 'boolean':
      renderBoolean(field, cell === 1, cell === null || cell === undefined, row);
      return;
    case 'dateTime':
      row[name] = displayText(context, field, cell);
      row[`${name}.`] = cell ?? '';
      return;
    case 'number':
    case 'integer':
      row[name] = displayText(context, field, cell);
      row[`${name}.`] = cell === null || cell === undefined ? '' : String(cell);
      return;
    case 'url': {
      const link = fromCell(field, cell) as { Url: string; Description: string } | null;
      row[name] = link?.Url ?? '';
      row[`${name}.desc`] = link?.Description ?? '';
      return;
    }
    default:
      row[name] = displayText(context, field, cell);
  }
}

function renderComputed(name: string, item: ItemCells, row: RenderedRow): void {
  if (name === 'LinkTitle' || name === 'LinkTitleNoMenu') row[name] = item.Title ?? '';
  else if (name === 'LinkFilename') row[name] = item.FileLeafRef;
  else if (name === 'DocIcon') row[name] = /\.(\w+)$/.exec(item.FileLeafRef)?.[1] ?? '';
  else if (name === 'ContentType') row[name] = item.FSObjType === 1 ? 'Folder' : 'Item';
}

/**
 * Yes and No are texts of the language; `.value` holds 1 or 0. Attachments is only ever a digit.
 */
function renderBoolean(field: Field, yes: boolean, empty: boolean, row: RenderedRow): void {
  const name = field.internalName;
  if (name === 'Attachments') row[name] = yes ? '1' : '0';
  else {
    row[name] = empty ? '' : yes ? 'Yes' : 'No';
    row[`${name}.value`] = empty ? '' : yes ? '1' : '0';
  }
}

/** Lookups are always arrays here, and an empty one is an empty text. */
function lookupValues(context: Context, field: Field, item: ItemCells): unknown {
  const content = fromCell(field, item[field.internalName]);
  const ids = Array.isArray(content)
    ? (content as number[])
    : content === null
      ? []
      : [Number(content)];
  if (ids.length === 0) return '';
  if (!isUser(field)) {
    return ids.map((lookupId) => ({
      lookupId,
      lookupValue: lookupText(context, field, lookupId),
      isSecretFieldValue: false,
    }));
  }
  return ids.flatMap((id) => {
    const person = findPrincipal(context.farm, context.web.siteId, id);
    if (!person) return [];
    return {
      id: String(id),
      title: person.title,
      email: person.email,
      sip: person.email,
      picture: '',
    };
  });
}
