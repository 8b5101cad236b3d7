import {
  attributeOf,
  childrenOf,
  findChild,
  isTrueAttribute,
  type XmlElement,
} from '../caml/xml.ts';
import type { Context } from '../context/context.ts';
import { notEmulated, unknownField } from '../errors.ts';
import { member, type Entity, type Resource } from '../odata/resource.ts';
import { readQueryOptions } from '../odata/query-options.ts';
import { identityOf } from './identity.ts';

/**
 * Types whose properties are numbers, texts and flags alone. Dates and GUIDs have forms of their own
 * in the client service's JSON, which the emulator does not write.
 */
const READABLE = new Set(['SP.Group', 'SP.User']);

/** Answers a Query action: the properties that it names, of one object or of a collection. */
export function queryResult(
  context: Context,
  object: Resource,
  action: XmlElement,
  trace: string,
): object {
  const query = findChild(action, 'Query');
  if (object.kind === 'entity') return entityResult(context, object, query, trace);
  if (object.kind !== 'collection') throw notEmulated(`a query of ${object.kind} in ProcessQuery`);
  const children = findChild(action, 'ChildItemQuery');
  const { entities } = object.members(readQueryOptions(new URLSearchParams()));
  return {
    _ObjectType_: `${object.typeName}Collection`,
    _Child_Items_: children
      ? entities.map((entity) => entityResult(context, entity, children, trace))
      : [],
  };
}

function entityResult(
  context: Context,
  entity: Entity,
  query: XmlElement | undefined,
  trace: string,
): Record<string, unknown> {
  if (!READABLE.has(entity.typeName)) {
    throw notEmulated(`reading ${entity.typeName} by ProcessQuery`);
  }
  const result: Record<string, unknown> = {
    _ObjectType_: entity.typeName,
    _ObjectIdentity_: identityOf(context, entity, trace),
  };
  if (query && isTrueAttribute(query, 'SelectAllProperties')) {
    Object.assign(result, entity.properties());
  }
  const properties = query && findChild(query, 'Properties');
  for (const asked of properties ? childrenOf(properties) : []) {
    const name = attributeOf(asked, 'Name') ?? '';
    result[name] = propertyResult(context, entity, name, asked, trace);
  }
  return result;
}

function propertyResult(
  context: Context,
  entity: Entity,
  name: string,
  asked: XmlElement,
  trace: string,
): unknown {
  const link = member(entity.links, name);
  if (link) return queryResult(context, link.value(), asked, trace);
  const costly = member(entity.onRequest, name);
  if (costly) return costly.value();
  const scalar = member(entity.properties(), name);
  if (!scalar) throw unknownField(name);
  return scalar.value;
}
