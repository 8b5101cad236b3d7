import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { escapeXml } from '../fields/schema-xml.ts';
import { SharePointError } from '../errors.ts';

/** An element in document order, as CAML needs it: the order of siblings carries meaning. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The children as the parser gave them, to write them out again. */
  readonly raw: readonly RawNode[];
}

type RawNode = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
});

export function parseXml(xml: string, rootName: string): XmlElement {
  let nodes: readonly RawNode[];
  try {
    // The parser alone forgives what is not well-formed; SharePoint does not.
    SyntaxValidator.validate(xml);
    nodes = parser.parse(xml) as RawNode[];
  } catch {
    throw badCaml();
  }
  const root = nodes.map(elementOf).find((element) => element?.name === rootName);
  if (!root) throw badCaml();
  return root;
}

/** What SharePoint says about CAML that it cannot read. */
export const badCaml = (): SharePointError =>
  new SharePointError(
    400,
    '-2130575340, Microsoft.SharePoint.SPException',
    'Cannot complete this action.\n\nPlease try again.',
  );

function elementOf(node: RawNode): XmlElement | undefined {
  const name = Object.keys(node).find((key) => key !== ':@');
  if (!name || name === '#text' || name.startsWith('?') || name === '#comment') return undefined;
  const attributes = Object.fromEntries(
    Object.entries((node[':@'] as Record<string, unknown> | undefined) ?? {}).map(([key, text]) => [
      key.slice(1),
      String(text),
    ]),
  );
  return { name, attributes, raw: node[name] as RawNode[] };
}

/** Elements only; blanks between them are layout. */
export const childrenOf = (element: XmlElement): XmlElement[] =>
  element.raw.map(elementOf).filter((child) => child !== undefined);

export const findChild = (element: XmlElement, name: string): XmlElement | undefined =>
  childrenOf(element).find((child) => child.name === name);

/** CAML written by hand varies in case (Ascending, ascending), and SharePoint forgives it. */
export const attributeOf = (element: XmlElement, name: string): string | undefined => {
  const lower = name.toLowerCase();
  return Object.entries(element.attributes).find(([key]) => key.toLowerCase() === lower)?.[1];
};

export const isTrueAttribute = (element: XmlElement, name: string): boolean =>
  /^true$/i.test(attributeOf(element, name) ?? '');

export const textOf = (element: XmlElement): string =>
  element.raw.map((node) => ('#text' in node ? String(node['#text']) : '')).join('');

/** Writes what stands inside of an element as XML again. */
export const writeXml = (element: XmlElement): string =>
  element.raw
    .map((node) => {
      const child = elementOf(node);
      if (!child) return '#text' in node ? escapeXml(String(node['#text'])) : '';
      const attributes = Object.entries(child.attributes).map(
        ([name, text]) => ` ${name}="${escapeXml(text)}"`,
      );
      return `<${child.name}${attributes.join('')}>${writeXml(child)}</${child.name}>`;
    })
    .join('');
