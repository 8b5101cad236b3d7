import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { asText } from '../odata/text.ts';
import { invalidArgument } from '../errors.ts';
import type { Field, FieldProperties } from './field.ts';
import { FIELD_TYPES } from './types.ts';

interface ParsedField {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly title: string;
  readonly properties: FieldProperties;
}

type XmlNode = Record<string, unknown>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseAttributeValue: false,
  parseTagValue: false,
  isArray: (name) => name === 'CHOICE' || name === 'FieldRef',
});

// Attributes of the schema and the properties that SP.Field gives them.
const FLAGS: Readonly<Record<string, string>> = {
  Required: 'Required',
  Hidden: 'Hidden',
  ReadOnly: 'ReadOnlyField',
  Indexed: 'Indexed',
  EnforceUniqueValues: 'EnforceUniqueValues',
  Sealed: 'Sealed',
  RichText: 'RichText',
  AppendOnly: 'AppendOnly',
  FillInChoice: 'FillInChoice',
  Percentage: 'ShowAsPercentage',
};
const TEXTS: Readonly<Record<string, string>> = {
  Description: 'Description',
  Group: 'Group',
  StaticName: 'StaticName',
  List: 'LookupList',
  WebId: 'LookupWebId',
  ShowField: 'LookupField',
  JSLink: 'JSLink',
  ResultType: 'ResultType',
};
const NUMBERS: Readonly<Record<string, string>> = {
  MaxLength: 'MaxLength',
  NumLines: 'NumberOfLines',
  Min: 'MinimumValue',
  Max: 'MaximumValue',
  LCID: 'CurrencyLocaleId',
  Decimals: 'Decimals',
};

/** Reads `<Field Type='…' DisplayName='…' …/>`, the text that CreateFieldAsXml takes. */
export function parseFieldXml(xml: string): ParsedField {
  const root = parseWellFormed(xml);
  const node = root.Field as XmlNode | undefined;
  if (!node) throw invalidArgument('The field schema has no Field element.');
  const attribute = (name: string): string | undefined => node[`@${name}`] as string | undefined;
  const type = typeOf(attribute('Type'), attribute('Mult'));
  const title = attribute('DisplayName') ?? attribute('Name');
  if (!title) throw invalidArgument('The field schema has neither DisplayName nor Name.');
  return {
    id: attribute('ID')?.replace(/[{}]/g, '').toLowerCase(),
    name: attribute('Name'),
    title,
    properties: {
      type,
      ...readAttributes(attribute),
      ...readElements(node),
      ...formats(type, attribute),
    },
  };
}

function parseWellFormed(xml: string): XmlNode {
  try {
    SyntaxValidator.validate(xml);
    return parser.parse(xml) as XmlNode;
  } catch {
    throw invalidArgument('The field schema is not well-formed XML.');
  }
}

/** A person or lookup column of several values is a type of its own: UserMulti, LookupMulti. */
function typeOf(type: string | undefined, multiple: string | undefined): string {
  const isMultiple = multiple !== undefined && isFlag(multiple);
  const name = isMultiple && (type === 'User' || type === 'Lookup') ? `${type}Multi` : type;
  if (!name || !FIELD_TYPES[name])
    throw invalidArgument(`Field type ${name} is not installed properly.`);
  return name;
}

const isFlag = (text: string): boolean => /^(true|1)$/i.test(text);

function readAttributes(attribute: (name: string) => string | undefined): object {
  const properties: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(FLAGS)) {
    const text = attribute(name);
    if (text !== undefined) properties[property] = isFlag(text);
  }
  for (const [name, property] of Object.entries(TEXTS)) {
    const text = attribute(name);
    if (text !== undefined)
      properties[property] = name === 'List' ? text.replace(/[{}]/g, '') : text;
  }
  for (const [name, property] of Object.entries(NUMBERS)) {
    const text = attribute(name);
    if (text !== undefined) properties[property] = Number(text);
  }
  return properties;
}

/** Choices, the default and formulas are elements, everything else is an attribute. */
function readElements(node: XmlNode): object {
  const choices = (node.CHOICES as XmlNode | undefined)?.CHOICE as unknown[] | undefined;
  const initial = node.Default;
  const formula = node.Formula;
  const validation = node.Validation;
  return {
    ...(choices ? { Choices: choices.map(textContent) } : {}),
    ...(initial === undefined ? {} : { DefaultValue: textContent(initial) }),
    ...(formula === undefined ? {} : { Formula: textContent(formula) }),
    ...(validation === undefined ? {} : { ValidationFormula: textContent(validation) }),
  };
}

const textContent = (node: unknown): string =>
  typeof node === 'object' && node !== null ? asText((node as XmlNode)['#text']) : String(node);

/** The Format attribute means a different property for each type. */
function formats(type: string, attribute: (name: string) => string | undefined): object {
  const format = attribute('Format');
  if (type === 'DateTime')
    return { DisplayFormat: format === 'DateTime' ? 1 : format === 'DateOnly' ? 0 : 1 };
  if (type === 'Choice') return { EditFormat: format === 'RadioButtons' ? 1 : 0 };
  if (type === 'URL') return { DisplayFormat: format === 'Image' ? 1 : 0 };
  if (type === 'User' || type === 'UserMulti') {
    return { SelectionMode: attribute('UserSelectionMode') === 'PeopleOnly' ? 0 : 1 };
  }
  return {};
}

/** The schema that a field shows of itself (SP.Field.SchemaXml). */
export function fieldXml(field: Field): string {
  const p = field.properties;
  const attributes: [string, unknown][] = [
    ['ID', `{${field.id}}`],
    ['Type', field.typeName],
    ['Name', field.internalName],
    ['StaticName', field.internalName],
    ['DisplayName', field.title],
    ['SourceID', `{${field.ownerId}}`],
    ...Object.entries(FLAGS).map(([name, key]): [string, unknown] => [
      name,
      p[key] === true ? 'TRUE' : undefined,
    ]),
    ...Object.entries(TEXTS).map(([name, key]): [string, unknown] => [
      name,
      name === 'StaticName' ? undefined : p[key],
    ]),
    ...Object.entries(NUMBERS).map(([name, key]): [string, unknown] => [name, p[key]]),
  ];
  const seen = new Set<string>();
  const text = attributes
    .filter(
      ([name, content]) =>
        content !== undefined && content !== '' && !seen.has(name) && seen.add(name),
    )
    .map(([name, content]) => `${name}="${escapeXml(String(content))}"`)
    .join(' ');
  const inner = elements(p);
  return inner ? `<Field ${text}>${inner}</Field>` : `<Field ${text} />`;
}

function elements(p: FieldProperties): string {
  const choices = p.Choices as string[] | undefined;
  const parts = [
    choices &&
      `<CHOICES>${choices.map((each) => `<CHOICE>${escapeXml(each)}</CHOICE>`).join('')}</CHOICES>`,
    p.DefaultValue != null && `<Default>${escapeXml(asText(p.DefaultValue))}</Default>`,
    p.Formula != null && `<Formula>${escapeXml(asText(p.Formula))}</Formula>`,
  ];
  return parts.filter(Boolean).join('');
}

export const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
