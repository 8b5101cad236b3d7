import { attributeOf, childrenOf, findChild, textOf, type XmlElement } from '../caml/xml.ts';
import { notEmulated, SharePointError } from '../errors.ts';

/** The value of a parameter: a primitive, null, or the object at the end of a path. */
export type Parameter =
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  | { readonly kind: 'object'; readonly pathId: string };

/** How the server finds an object (MS-CSOM, 3.1.4.1.1 "ObjectPaths"). */
export interface ObjectPath {
  /** StaticProperty, Property, Method, Identity, Constructor or StaticMethod. */
  readonly kind: string;
  readonly name: string;
  readonly parentId: string;
  readonly typeId: string;
  readonly parameters: readonly Parameter[];
}

/** What a request for processing says about one object (MS-CSOM, 3.1.4.1.1 "Actions"). */
export interface Action {
  /** ObjectPath, ObjectIdentityQuery, Query, SetProperty, Method, and others. */
  readonly kind: string;
  readonly id: string;
  readonly pathId: string;
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly element: XmlElement;
}

export interface CsomRequest {
  readonly paths: ReadonlyMap<string, ObjectPath>;
  readonly actions: readonly Action[];
}

export function readCsomRequest(root: XmlElement): CsomRequest {
  const elementsIn = (name: string): XmlElement[] => {
    const parent = findChild(root, name);
    return parent ? childrenOf(parent) : [];
  };
  const paths = elementsIn('ObjectPaths').map(
    (element) => [idOf(element), pathOf(element)] as const,
  );
  return { paths: new Map(paths), actions: elementsIn('Actions').map(actionOf) };
}

const pathOf = (element: XmlElement): ObjectPath => ({
  kind: element.name,
  name: attributeOf(element, 'Name') ?? '',
  parentId: attributeOf(element, 'ParentId') ?? '',
  typeId: attributeOf(element, 'TypeId') ?? '',
  parameters: parametersOf(element),
});

const actionOf = (element: XmlElement): Action => ({
  kind: element.name,
  id: idOf(element),
  pathId: attributeOf(element, 'ObjectPathId') ?? '',
  name: attributeOf(element, 'Name') ?? '',
  parameters: parametersOf(element),
  element,
});

const idOf = (element: XmlElement): string => attributeOf(element, 'Id') ?? '';

/** A method has its parameters below `Parameters`; SetProperty has its one parameter directly. */
function parametersOf(element: XmlElement): Parameter[] {
  return childrenOf(findChild(element, 'Parameters') ?? element)
    .filter((child) => child.name === 'Parameter')
    .map(parameterOf);
}

function parameterOf(element: XmlElement): Parameter {
  const pathId = attributeOf(element, 'ObjectPathId');
  if (pathId !== undefined) return { kind: 'object', pathId };
  const type = attributeOf(element, 'Type') ?? '';
  const text = textOf(element);
  if (type === 'Null') return { kind: 'value', value: null };
  if (type === 'String') return { kind: 'value', value: text };
  if (type === 'Guid') return { kind: 'value', value: text.replaceAll(/[{}]/g, '').toLowerCase() };
  if (type === 'Boolean') return { kind: 'value', value: text.toLowerCase() === 'true' };
  if (/^(Number|Int16|Int32|Int64|Double|Enum)$/.test(type)) {
    const value = Number(text);
    if (text.trim() === '' || Number.isNaN(value)) throw invalidRequest();
    return { kind: 'value', value };
  }
  throw notEmulated(`a parameter of the type '${type}' in ProcessQuery`);
}

/** What the client service says about XML that it cannot read or follow. */
export const invalidRequest = (): SharePointError =>
  new SharePointError(
    400,
    '-1, Microsoft.SharePoint.Client.InvalidClientQueryException',
    'Invalid request.',
  );
