import type { Context } from '../context/context.ts';
import { DuplicateValuesError, notEmulated } from '../errors.ts';
import { fieldsOf, isTrue, type Field } from '../fields/field.ts';
import { refuseFolder, type List } from '../lists/list.ts';
import { value, type Value } from '../odata/resource.ts';
import type { Arguments } from '../odata/arguments.ts';
import { has } from '../security/permissions.ts';
import type { Parameter } from '../store/database.ts';
import type { ItemCells } from './cells.ts';
import { parseFormValue, refused } from './form-parse.ts';
import { insertChecked, updateItem } from './write.ts';

interface FormValue {
  readonly FieldName: string;
  readonly FieldValue: string | null;
}

interface FormResult extends FormValue {
  readonly ErrorCode: number;
  readonly ErrorMessage: string | null;
  readonly HasException: boolean;
  readonly ItemId: number;
}

// An owner may carry over who wrote something and when, as a migration does.
const OWNER_ONLY = new Set(['Author', 'Editor', 'Created', 'Modified']);
const NEVER = new Set([
  'ID',
  'GUID',
  'UniqueId',
  'owshiddenversion',
  '_UIVersionString',
  'FileDirRef',
  'FSObjType',
  'ContentTypeId',
  'Attachments',
]);

/**
 * ValidateUpdateListItem takes values as a form would send them: text in the site's language. It
 * answers 200 also when a value is refused; each field then tells, and nothing is saved.
 */
export function validateUpdate(
  context: Context,
  list: List,
  item: ItemCells,
  args: Arguments,
): Value {
  const { changes, results } = readForm(context, list, args, item.ID);
  if (results.every((result) => !result.HasException)) {
    const keepVersion = args.flag('bNewDocumentUpdate', 9);
    const refusal = refusalOf(context, () => {
      updateItem(context, list, item, changes, { keepVersion });
    });
    if (refusal) return value(results.map(refusal), 'SP.ListItemFormUpdateValue');
  }
  return value(results, 'SP.ListItemFormUpdateValue');
}

/** AddValidateUpdateItemUsingPath: the same for a new item; the last result names its id. */
export function addValidated(context: Context, list: List, args: Arguments): Value {
  context.access.demandOnList(list, 'AddListItems');
  refuseFolders(list, args);
  const { changes, results } = readForm(context, list, args, 0);
  const missing = missingRequired(context, list, changes, results);
  const all = [...results, ...missing];
  if (all.some((result) => result.HasException)) return value(all, 'SP.ListItemFormUpdateValue');
  let id = 0;
  const refusal = refusalOf(context, () => {
    id = insertChecked(context, list, { changes });
  });
  if (refusal) return value(all.map(refusal), 'SP.ListItemFormUpdateValue');
  const last: FormResult = { ...accepted('Id', String(id)), ItemId: id };
  const named = all.map((result) => ({ ...result, ItemId: id }));
  return value([...named, last], 'SP.ListItemFormUpdateValue');
}

/**
 * A value that clashes with another item's is the fault of its field, and the answer stays 200. Any
 * other error is one of the whole request.
 */
function refusalOf(
  context: Context,
  write: () => void,
): ((result: FormResult) => FormResult) | undefined {
  try {
    context.farm.db.transaction(write);
    return undefined;
  } catch (error) {
    if (!(error instanceof DuplicateValuesError)) throw error;
    return (result) =>
      result.FieldName === error.field
        ? { ...result, ErrorCode: -2130575169, ErrorMessage: error.message, HasException: true }
        : result;
  }
}

function refuseFolders(list: List, args: Arguments): void {
  const info = (args.get('listItemCreateInfo', 9) ?? {}) as {
    FolderPath?: { DecodedUrl?: string };
    UnderlyingObjectType?: number;
  };
  refuseFolder(list, info.FolderPath?.DecodedUrl);
  if ((info.UnderlyingObjectType ?? 0) !== 0) throw notEmulated('folders in lists');
}

/** Reads all values before anything is written, and notes for each what was wrong with it. */
function readForm(
  context: Context,
  list: List,
  args: Arguments,
  itemId: number,
): { changes: Map<string, Parameter>; results: FormResult[] } {
  const changes = new Map<string, Parameter>();
  const sent = (args.get('formValues', 9) ?? []) as FormValue[];
  const results = sent.map((form): FormResult => {
    const name = form.FieldName;
    const text = form.FieldValue ?? '';
    try {
      const field = writableField(context, list, name);
      if (text === '' && isTrue(field, 'Required'))
        throw refused('You must specify a value for this required field.');
      changes.set(field.internalName, parseFormValue(context, field, text));
      return { ...accepted(name, text), ItemId: itemId };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return {
        ErrorCode: -2130575155,
        ErrorMessage: message,
        FieldName: name,
        FieldValue: text,
        HasException: true,
        ItemId: itemId,
      };
    }
  });
  return { changes, results };
}

const accepted = (FieldName: string, FieldValue: string): FormResult => ({
  ErrorCode: 0,
  ErrorMessage: null,
  FieldName,
  FieldValue,
  HasException: false,
  ItemId: 0,
});

/** A column that is read-only in forms can be written this way, unless the server stamps it. */
function writableField(context: Context, list: List, name: string): Field {
  const field = fieldsOf(context.farm, list.id).find((each) => each.internalName === name);
  if (!field || field.type.shape === 'computed') throw refused(`Column '${name}' does not exist.`);
  if (NEVER.has(name) || (OWNER_ONLY.has(name) && !maySetStamps(context))) {
    throw refused('Access denied. You do not have permission to change this field.');
  }
  return field;
}

/** One of PnP's maintainers says owners only; a contributor sets read-only columns. (S-C2) */
const maySetStamps = (context: Context): boolean =>
  context.farm.behaviours.stampsByContributor === 'works' ||
  has(context.access.web(context.web), 'ManageWeb');

/** Unlike POSTing to items, a form has to fill what the list requires. */
function missingRequired(
  context: Context,
  list: List,
  changes: ReadonlyMap<string, Parameter>,
  results: readonly FormResult[],
): FormResult[] {
  return fieldsOf(context.farm, list.id)
    .filter(
      (field) =>
        isTrue(field, 'Required') &&
        !isTrue(field, 'ReadOnlyField') &&
        field.internalName !== 'FileLeafRef',
    )
    .filter(
      ({ internalName }) =>
        !changes.has(internalName) && !results.some((each) => each.FieldName === internalName),
    )
    .filter((field) => field.properties.DefaultValue == null)
    .map((field) => ({
      ...accepted(field.internalName, ''),
      ErrorCode: -2130575155,
      ErrorMessage: 'You must specify a value for this required field.',
      HasException: true,
    }));
}
