import type { Context } from '../context/context.ts';
import { SharePointError } from '../errors.ts';
import type { Field } from '../fields/field.ts';
import { ensurePerson } from '../people/principals.ts';
import type { Parameter } from '../store/database.ts';
import { isUser } from './columns.ts';
import { readDate } from './tests.ts';
import { toCell } from './values.ts';

/** What a form says about a value that it does not take. */
export const refused = (message: string): Error => new SharePointError(400, '-2130575155', message);

/** Reads one value in the form's notation, which differs for every type of column. */
export function parseFormValue(context: Context, field: Field, text: string): Parameter {
  if (text === '') return null;
  switch (field.type.shape) {
    case 'number':
    case 'integer':
      return toCell(context, field, formNumber(text));
    case 'boolean':
      return /^(1|true|yes)$/i.test(text) ? 1 : 0;
    case 'dateTime':
      return formDate(field, text);
    case 'choices': {
      const choices = text.split(';#').filter(Boolean);
      choices.forEach((choice) => checkChoice(field, choice));
      return toCell(context, field, choices);
    }
    case 'lookup':
      return toCell(context, field, targets(context, field, text)[0] ?? 0);
    case 'lookups':
      return toCell(context, field, targets(context, field, text));
    case 'url': {
      const [url = '', ...description] = text.split(', ');
      return toCell(context, field, { Url: url, Description: description.join(', ') || url });
    }
    default:
      if (field.typeName === 'Choice') checkChoice(field, text);
      return toCell(context, field, text);
  }
}

function formNumber(text: string): number {
  const number = Number(text.replaceAll(',', '').replace(/%$/, ''));
  if (Number.isNaN(number)) throw refused('Only numbers can go here.');
  return text.endsWith('%') ? number / 100 : number;
}

function formDate(field: Field, text: string): Parameter {
  try {
    const time = readDate(text);
    return field.properties.DisplayFormat === 1 ? time : `${time.slice(0, 10)}T00:00:00Z`;
  } catch {
    throw refused('You must specify a valid date.');
  }
}

/** POSTing to items takes any text for a choice; a form does not, unless the column is open. */
function checkChoice(field: Field, choice: string): void {
  const choices = (field.properties.Choices as string[] | undefined) ?? [];
  if (field.properties.FillInChoice === true || choices.includes(choice)) return;
  throw refused(`'${choice}' is not one of the choices of this field.`);
}

/** People as `[{"Key":"i:0#.f|membership|…"}]`, lookups as `3` or `3;#Title;#4;#Other`. */
function targets(context: Context, field: Field, text: string): number[] {
  if (!isUser(field)) return lookupIds(text);
  let keys: { Key?: string }[];
  try {
    keys = JSON.parse(text) as { Key?: string }[];
  } catch {
    keys = [{ Key: text }];
  }
  return keys.map(({ Key }) => {
    const person = Key ? ensurePerson(context.farm, context.web.siteId, Key) : undefined;
    if (!person) throw refused(`The user '${Key}' does not exist or is not unique.`);
    return person.id;
  });
}

function lookupIds(text: string): number[] {
  const parts = text.split(';#');
  return parts
    .filter((_, at) => at % 2 === 0)
    .map(Number)
    .filter((id) => id > 0);
}
