import type { Context } from '../context/context.ts';
import { notEmulated, resourceNotFound, wrongVerb } from '../errors.ts';
import { Arguments, readArguments } from '../odata/arguments.ts';
import {
  member,
  value,
  type Collection,
  type Entity,
  type ODataOperation,
  type Resource,
} from '../odata/resource.ts';
import type { Segment } from '../odata/resource-path.ts';
import { propertyOf } from '../odata/collection.ts';

/** Where a path led: the resource, the last name, and whether calling something produced it. */
export interface Destination {
  readonly resource: Resource;
  readonly name: string;
  readonly called: boolean;
  /** True where a function led here; a POST then asks for what it found. */
  readonly found?: boolean;
  /** The entity that the last segment was read from; `$value` is written to it. */
  readonly parent: Entity | undefined;
}

/** Follows a path from the service root, segment by segment. */
export function walk(context: Context, root: Entity, segments: readonly Segment[]): Destination {
  let at: Destination = { resource: root, name: '', called: false, parent: undefined };
  for (const segment of segments) at = step(context, at, segment);
  return at;
}

function step(context: Context, from: Destination, segment: Segment): Destination {
  const { resource } = from;
  if (resource.kind === 'entity') return stepFromEntity(context, resource, segment);
  if (resource.kind === 'collection') return stepFromCollection(context, resource, segment);
  if (resource.kind === 'value') return stepFromValue(resource.value, segment);
  throw resourceNotFound(segment.name);
}

/** Methods come first, then links, then $value, then lookups, then plain properties. */
function stepFromEntity(context: Context, entity: Entity, segment: Segment): Destination {
  const called = call(context, entity, segment);
  if (called) return { ...called, parent: entity };
  const link = member(entity.links, segment.name);
  if (link) {
    const resource = keyed(context, link.value(), segment);
    return { resource, name: link.name, called: false, parent: entity };
  }
  if (segment.name === '$value' && entity.content) {
    return { resource: entity.content(), name: '$value', called: false, parent: entity };
  }
  const dynamic = entity.link?.(segment.name);
  if (dynamic) return { resource: dynamic, name: segment.name, called: false, parent: entity };
  const picked = propertyOf(entity, segment.name)?.[0];
  if (!picked) throw notEmulated(`'${segment.name}' of ${entity.typeName}`);
  return { resource: value(picked.value), name: picked.name, called: false, parent: entity };
}

/** $count, a method, or a property of the collection itself; members are reached by key. */
function stepFromCollection(
  context: Context,
  collection: Collection,
  segment: Segment,
): Destination {
  const called = call(context, collection, segment);
  if (called) return called;
  if (segment.name === '$count') {
    const count =
      collection.count?.(context.options) ?? collection.members(context.options).entities.length;
    const resource = { kind: 'raw', body: String(count), contentType: 'text/plain' } as const;
    return { resource, name: '$count', called: false, parent: undefined };
  }
  const own = collection.own && member(collection.own(), segment.name);
  if (!own) throw notEmulated(`'${segment.name}' of ${collection.typeName}`);
  return { resource: value(own.value), name: own.name, called: false, parent: undefined };
}

/** Complex values can be entered: EffectiveBasePermissions/High. */
function stepFromValue(content: unknown, segment: Segment): Destination {
  if (segment.name === '$value') {
    const resource = { kind: 'raw', body: String(content), contentType: 'text/plain' } as const;
    return { resource, name: '$value', called: false, parent: undefined };
  }
  const isObject = typeof content === 'object' && content !== null && !Array.isArray(content);
  const found = isObject ? member(content as Record<string, unknown>, segment.name) : undefined;
  if (!found) throw resourceNotFound(segment.name);
  return { resource: value(found.value), name: found.name, called: false, parent: undefined };
}

/** `items(3)` or `lists('…')`: the key of a member right behind the collection's name. */
function keyed(context: Context, resource: Resource, segment: Segment): Resource {
  if (segment.argument === undefined || segment.argument.trim() === '') return resource;
  if (resource.kind !== 'collection' || !resource.key) {
    throw notEmulated(`a key on '${segment.name}'`);
  }
  return resource.key(argumentsOf(context, segment));
}

interface Callable {
  readonly functions?: Readonly<Record<string, ODataOperation>>;
  readonly actions?: Readonly<Record<string, ODataOperation>>;
}

function call(context: Context, owner: Callable, segment: Segment): Destination | undefined {
  const operation = member(owner.functions, segment.name);
  const action = operation ? undefined : member(owner.actions, segment.name);
  const found = operation ?? action;
  if (!found) return undefined;
  if (action && context.request.verb === 'GET') throw wrongVerb('GET', segment.name);
  const resource = found.value(argumentsOf(context, segment));
  // Answers carry SharePoint's spelling of the name, without the namespace before it.
  const name = found.name.slice(found.name.lastIndexOf('.') + 1);
  return {
    resource,
    name,
    called: isAnswer(resource, action !== undefined),
    found: true,
    parent: undefined,
  };
}

/**
 * The result of an action or a method is the answer itself. A function that leads to an entity, such
 * as GetByTitle, is only a way: the verb of the request then applies to that entity.
 */
const isAnswer = (resource: Resource, isAction: boolean): boolean =>
  isAction || (resource.kind !== 'entity' && resource.kind !== 'collection');

/** An alias such as @v is looked up in the query. */
function argumentsOf(context: Context, segment: Segment): Arguments {
  const alias = (name: string): string | undefined => context.options.raw.get(name.toLowerCase());
  const { positional, named } = readArguments(segment.argument ?? '', alias);
  return new Arguments(positional, named, () => jsonBody(context), segment.argument !== undefined);
}

/** An attachment's bytes arrive under any content type, so only what says JSON counts as such. */
function jsonBody(context: Context): Record<string, unknown> {
  if (context.request.verb === 'GET') return {};
  return /json/i.test(context.request.headers.get('content-type') ?? 'json') ? context.body() : {};
}
