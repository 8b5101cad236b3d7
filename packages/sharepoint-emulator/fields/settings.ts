import { invalidArgument, notEmulated, unknownProperty } from '../errors.ts';
import type { Field, FieldProperties } from './field.ts';
import { FIELD_TYPES } from './types.ts';

type Values = Readonly<Record<string, unknown>>;

const COMMON_DEFAULTS: Values = {
  AutoIndexed: false,
  CanBeDeleted: true,
  ClientSideComponentId: '00000000-0000-0000-0000-000000000000',
  ClientSideComponentProperties: null,
  ClientValidationFormula: null,
  ClientValidationMessage: null,
  CustomFormatter: null,
  DefaultFormula: null,
  DefaultValue: null,
  Description: '',
  Direction: 'none',
  EnforceUniqueValues: false,
  FromBaseType: false,
  Group: 'Custom Columns',
  Hidden: false,
  Indexed: false,
  IsModern: false,
  JSLink: 'clienttemplates.js',
  PinnedToFiltersPane: false,
  ReadOnlyField: false,
  Required: false,
  Sealed: false,
  ShowInFiltersPane: 0,
  ValidationFormula: null,
  ValidationMessage: null,
};

const LOOKUP_DEFAULTS: Values = {
  AllowMultipleValues: false,
  DependentLookupInternalNames: [],
  IsDependentLookup: false,
  IsRelationship: true,
  LookupField: '',
  LookupList: '',
  LookupWebId: '00000000-0000-0000-0000-000000000000',
  PrimaryFieldId: null,
  RelationshipDeleteBehavior: 0,
  UnlimitedLengthInDocumentLibrary: false,
};

// The smallest and largest double are what SharePoint shows for "no limit".
const NUMBER_DEFAULTS: Values = {
  CommaSeparator: false,
  CustomUnitName: null,
  CustomUnitOnRight: true,
  DisplayFormat: -1,
  MaximumValue: 1.7976931348623157e308,
  MinimumValue: -1.7976931348623157e308,
  ShowAsPercentage: false,
  Unit: null,
};

const TYPE_DEFAULTS: Readonly<Record<string, Values>> = {
  'SP.FieldText': { MaxLength: 255 },
  'SP.FieldMultiLineText': {
    AllowHyperlink: false,
    AppendOnly: false,
    NumberOfLines: 6,
    RestrictedMode: true,
    RichText: false,
    UnlimitedLengthInDocumentLibrary: false,
  },
  'SP.FieldDateTime': { DateTimeCalendarType: 0, DisplayFormat: 0, FriendlyDisplayFormat: 1 },
  'SP.FieldChoice': { Choices: [], EditFormat: 0, FillInChoice: false, Mappings: '' },
  'SP.FieldMultiChoice': { Choices: [], FillInChoice: false, Mappings: '' },
  'SP.FieldNumber': NUMBER_DEFAULTS,
  'SP.FieldCurrency': { ...NUMBER_DEFAULTS, CurrencyLocaleId: 1033 },
  'SP.FieldUrl': { DisplayFormat: 0 },
  'SP.FieldCalculated': {
    CurrencyLocaleId: 1033,
    DateFormat: 0,
    DisplayFormat: -1,
    Formula: '',
    OutputType: 2,
    ShowAsPercentage: false,
  },
  'SP.FieldLookup': LOOKUP_DEFAULTS,
  'SP.FieldUser': {
    ...LOOKUP_DEFAULTS,
    AllowDisplay: true,
    LookupField: 'Title',
    LookupList: 'UserInfo',
    Presence: true,
    SelectionGroup: 0,
    SelectionMode: 1,
  },
};

// What the client may name although the answer shows it differently or not at all.
const WRITABLE_ALIASES = new Set([
  'Title',
  'FieldTypeKind',
  'StaticName',
  'SchemaXml',
  'LookupListId',
  'LookupFieldName',
  'LookupWebId',
  'IsCompactName',
  'Type',
  'Choices',
  'ResultType',
]);

const defaultsOf = (typeName: string): Values => ({
  ...COMMON_DEFAULTS,
  ...TYPE_DEFAULTS[FIELD_TYPES[typeName]?.odata ?? ''],
});

/** The settings that a field shows: what was set, over what its type starts with. */
export function shownSettings(field: Field): Record<string, unknown> {
  const defaults = defaultsOf(field.typeName);
  const shown = Object.entries(defaults).map(([name, fallback]) => [
    name,
    field.properties[name] ?? fallback,
  ]);
  return {
    ...(Object.fromEntries(shown) as Record<string, unknown>),
    ...(field.typeName.endsWith('Multi') ? { AllowMultipleValues: true } : {}),
  };
}

/** Takes over the settings of a body, and refuses names that the type does not know. */
export function readSettings(typeName: string, body: Values): FieldProperties {
  const defaults = defaultsOf(typeName);
  const settings: Record<string, unknown> = {};
  for (const [name, content] of Object.entries(body)) {
    if (name === '__metadata') continue;
    if (name === 'LookupListId') settings.LookupList = String(content).replace(/[{}]/g, '');
    else if (name === 'LookupFieldName') settings.LookupField = content;
    else if (name in defaults) settings[name] = content;
    else if (!WRITABLE_ALIASES.has(name))
      throw unknownProperty(name, FIELD_TYPES[typeName]?.odata ?? 'SP.Field');
  }
  for (const name of ['ValidationFormula', 'DefaultFormula']) {
    if (settings[name]) throw notEmulated(`${name} of a column`);
  }
  const type = multipleType(typeName, settings.AllowMultipleValues);
  if (settings.Required !== undefined && typeof settings.Required !== 'boolean')
    throw invalidArgument();
  return { ...settings, type };
}

/** AllowMultipleValues turns a column into its Multi type, which the table keeps differently. */
function multipleType(typeName: string, multiple: unknown): string {
  const single = typeName.replace(/Multi$/, '');
  if (single !== 'Lookup' && single !== 'User') return typeName;
  if (multiple === undefined) return typeName;
  return multiple === true ? `${single}Multi` : single;
}

/** SharePoint converts some columns; here values would have to be rewritten, so it says no. */
export function refuseTypeChange(before: string, after: string): void {
  if (before !== after) throw notEmulated(`changing a column from ${before} to ${after}`);
}
