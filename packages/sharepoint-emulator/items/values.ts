import { asText } from '../odata/text.ts';
import type { Context } from '../context/context.ts';
import { invalidArgument, SharePointError, wrongPrimitive } from '../errors.ts';
import { isTrue, type Field } from '../fields/field.ts';
import type { Shape } from '../fields/types.ts';
import { findListById } from '../lists/list.ts';
import { findPrincipal } from '../people/principals.ts';
import type { ItemCell } from './cells.ts';
import type { Parameter } from '../store/database.ts';
import { isUser } from './columns.ts';
import { readDate } from './tests.ts';

const EDM: Readonly<Record<Shape, string>> = {
  text: 'Edm.String',
  note: 'Edm.String',
  number: 'Edm.Double',
  integer: 'Edm.Int32',
  boolean: 'Edm.Boolean',
  dateTime: 'Edm.DateTime',
  lookup: 'Edm.Int32',
  lookups: 'Collection(Edm.Int32)',
  choices: 'Collection(Edm.String)',
  url: 'SP.FieldUrlValue',
  json: 'Edm.String',
  guid: 'Edm.Guid',
  computed: 'Edm.String',
};

/** Checks a value from a JSON body and writes it the way the table keeps it. */
export function toCell(context: Context, field: Field, sent: unknown): Parameter {
  if (sent === null || sent === undefined || sent === '') return null;
  const wrong = wrongPrimitive(EDM[field.type.shape]);
  switch (field.type.shape) {
    case 'text':
    case 'note':
    case 'json':
    case 'guid':
    case 'computed':
      if (typeof sent !== 'string') throw wrong;
      return checkedText(field, sent);
    case 'number':
    case 'integer':
      if (typeof sent !== 'number') throw wrong;
      return checkedNumber(field, sent);
    case 'boolean':
      if (typeof sent !== 'boolean') throw wrong;
      return sent ? 1 : 0;
    case 'dateTime':
      if (typeof sent !== 'string') throw wrong;
      return checkedDate(field, sent, wrong);
    case 'lookup':
      if (typeof sent !== 'number') throw wrong;
      return checkedTarget(context, field, sent);
    case 'lookups':
      if (!Array.isArray(sent)) throw wrong;
      return sent.length === 0
        ? null
        : JSON.stringify(sent.map((id) => checkedTarget(context, field, Number(id))));
    case 'choices':
      if (!Array.isArray(sent)) throw wrong;
      return sent.length === 0 ? null : JSON.stringify(sent.map(String));
    case 'url':
      return checkedUrl(sent, wrong);
  }
}

const TEXT_LIMIT = 255;

/** "Single line of text" holds 255 characters, or fewer where the column says so. */
function checkedText(field: Field, text: string): string {
  const limit =
    field.type.shape === 'text' ? Number(field.properties.MaxLength ?? TEXT_LIMIT) : Infinity;
  if (text.length <= limit) return text;
  throw new SharePointError(
    400,
    '-2130575155, Microsoft.SharePoint.SPException',
    'Invalid text value.\n\nA text field contains invalid data. Please check the value and try again.',
  );
}

function checkedNumber(field: Field, number: number): number {
  const minimum = Number(field.properties.MinimumValue ?? -Infinity);
  const maximum = Number(field.properties.MaximumValue ?? Infinity);
  if (number >= minimum && number <= maximum) return number;
  throw new SharePointError(
    400,
    '-2130575155, Microsoft.SharePoint.SPException',
    `The value of the column '${field.title}' must be between ${minimum} and ${maximum}.`,
  );
}

function checkedDate(field: Field, text: string, wrong: Error): string {
  let time: string;
  try {
    time = readDate(text);
  } catch {
    throw wrong;
  }
  // "Date only" columns drop the time of day.
  return field.properties.DisplayFormat === 1 ? time : `${time.slice(0, 10)}T00:00:00Z`;
}

/** 0 clears a lookup; a target that is not there is refused. */
function checkedTarget(context: Context, field: Field, id: number): number | null {
  if (!Number.isInteger(id)) throw wrongPrimitive('Edm.Int32');
  if (id <= 0) return null;
  if (isUser(field)) {
    if (findPrincipal(context.farm, context.web.siteId, id)) return id;
    throw new SharePointError(
      400,
      '-2130575276, Microsoft.SharePoint.SPException',
      'The user does not exist or is not unique.',
    );
  }
  const target = findListById(context.farm, asText(field.properties.LookupList));
  const sql = target && `SELECT 1 AS found FROM ${target.table} WHERE "ID" = ?`;
  if (sql && context.farm.db.all(sql, [id]).length > 0) return id;
  throw new SharePointError(
    400,
    '-2130575156, Microsoft.SharePoint.SPException',
    'Invalid look-up value.\n\nA look-up field contains invalid data. Please check the value and try again.',
  );
}

/** A link has an address and a description; without the latter it describes itself. */
function checkedUrl(sent: unknown, wrong: Error): string {
  if (typeof sent !== 'object' || sent === null) throw wrong;
  const { Url, Description } = sent as { Url?: unknown; Description?: unknown };
  if (typeof Url !== 'string') throw wrong;
  if (Url.length > TEXT_LIMIT)
    throw invalidArgument('Invalid URL: it is longer than 255 characters.');
  return JSON.stringify({ Description: asText(Description, Url), Url });
}

/** The value of a cell in JSON. Lookups show as ids; $expand brings what they point to. */
export function fromCell(field: Field, cell: ItemCell | undefined): unknown {
  if (cell === null || cell === undefined) return field.type.shape === 'lookups' ? [] : null;
  switch (field.type.shape) {
    case 'boolean':
      return cell !== 0;
    case 'lookups':
    case 'choices':
    case 'url':
      return JSON.parse(String(cell)) as unknown;
    default:
      return cell;
  }
}

/** What a new item holds where the client sent nothing. */
export function defaultCell(context: Context, field: Field): Parameter {
  const initial = field.properties.DefaultValue;
  if (typeof initial !== 'string' || isTrue(field, 'ReadOnlyField')) return null;
  switch (field.type.shape) {
    case 'boolean':
      return /^(1|true)$/i.test(initial) ? 1 : 0;
    case 'number':
    case 'integer':
      return Number(initial);
    case 'dateTime':
      return readDate(/^\[today\]$/i.test(initial) ? context.farm.now().toISOString() : initial);
    case 'choices':
      return JSON.stringify(initial.split(';#').filter(Boolean));
    case 'text':
    case 'note':
      return initial;
    default:
      return null;
  }
}
