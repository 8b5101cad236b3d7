import { shownField, type Field } from '../fields/field.ts';
import { asText } from '../odata/text.ts';
import type { Context } from '../context/context.ts';
import { findListById } from '../lists/list.ts';
import { findPrincipal } from '../people/principals.ts';
import type { ItemCell } from './cells.ts';
import { isUser } from './columns.ts';
import { findItem } from './query.ts';
import { fromCell } from './values.ts';

/** A value as a list view shows it, in the English of the United States (LCID 1033). */
export function displayText(context: Context, field: Field, cell: ItemCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  switch (field.type.shape) {
    case 'boolean':
      return cell === 0 ? 'No' : 'Yes';
    case 'dateTime':
      return displayDate(field, String(cell));
    case 'number':
      return Number(cell).toLocaleString('en-US', { maximumFractionDigits: 20 });
    case 'lookup':
      return lookupText(context, field, Number(cell));
    case 'lookups':
      return (fromCell(field, cell) as number[])
        .map((id) => lookupText(context, field, id))
        .join('; ');
    case 'choices':
      return (fromCell(field, cell) as string[]).join(', ');
    case 'url': {
      const { Url, Description } = fromCell(field, cell) as { Url: string; Description: string };
      return `${Url}, ${Description}`;
    }
    default:
      return String(cell);
  }
}

export function lookupText(context: Context, field: Field, id: number): string {
  if (isUser(field)) return findPrincipal(context.farm, context.web.siteId, id)?.title ?? '';
  const list = findListById(context.farm, asText(field.properties.LookupList));
  const item = list && context.access.seesList(list) ? findItem(context, list, id) : undefined;
  return asText(item?.[shownField(field)]);
}

/** 12/24/2026 6:30 PM: the date of LCID 1033, without the time where the column keeps none. */
function displayDate(field: Field, iso: string): string {
  const date = new Date(iso);
  const day = `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`;
  if (field.properties.DisplayFormat !== 1) return day;
  const hours = date.getUTCHours();
  const minutes = String(date.getUTCMinutes()).padStart(2, '0');
  return `${day} ${hours % 12 || 12}:${minutes} ${hours < 12 ? 'AM' : 'PM'}`;
}
