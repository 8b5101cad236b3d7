import { apiRoot, type Context } from '../context/context.ts';
import { etagMismatch, notEmulated, unknownProperty, wrongVerb } from '../errors.ts';
import { contentTypeOf, refuseAtom } from '../odata/format.ts';
import { readResourcePath } from '../odata/resource-path.ts';
import { Renderer } from '../odata/render.ts';
import { withoutMetadata } from '../odata/body.ts';
import type { Collection, Entity } from '../odata/resource.ts';
import { rootEntity } from './root.ts';
import { walk, type Destination } from './walk.ts';

export interface ODataResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
}

/** Answers one request below `_api/`. A write that fails leaves nothing behind. */
export function execute(context: Context, path: string): ODataResponse {
  const segments = readResourcePath(path);
  const perform = (): ODataResponse =>
    respond(context, walk(context, rootEntity(context), segments));
  return context.request.verb === 'GET' ? perform() : context.farm.db.transaction(perform);
}

/** The verb decides what happens at the end of the path. */
function respond(context: Context, to: Destination): ODataResponse {
  const { verb } = context.request;
  if (to.called || verb === 'GET') return read(context, to);
  if (verb === 'POST') return create(context, to);
  if (verb === 'PUT' && to.name === '$value' && to.parent?.writeContent) {
    to.parent.writeContent(context.request.bytes);
    return noContent();
  }
  if (to.resource.kind !== 'entity') throw wrongVerb(verb, to.name);
  if (verb === 'DELETE') return remove(context, to.resource);
  if (verb === 'MERGE' || verb === 'PATCH' || verb === 'PUT') return update(context, to.resource);
  throw notEmulated(`the verb ${verb}`);
}

/**
 * Content leaves as it is; everything else is rendered in the format that the client asked for.
 */
function read(context: Context, to: Destination): ODataResponse {
  const { resource, name } = to;
  if (resource.kind === 'content') {
    return { status: 200, headers: { 'Content-Type': resource.contentType }, body: resource.bytes };
  }
  if (resource.kind === 'raw') {
    return { status: 200, headers: { 'Content-Type': resource.contentType }, body: resource.body };
  }
  // A call that DELETEs (recycleObject) or changes without an answer has nothing to show in Atom.
  if (resource.kind !== 'nothing') refuseAtom(context.request.headers);
  const renderer = new Renderer(context.format, apiRoot(context));
  switch (resource.kind) {
    case 'entity':
      return json(context, 200, renderer.entity(resource, context.options), etagOf(resource));
    case 'collection':
      return json(context, 200, renderer.collection(resource, context.options));
    case 'value':
      return json(
        context,
        200,
        renderer.value(resource.wrapper ?? name, resource.value, resource.typeName),
      );
    case 'nothing':
      return json(context, 200, renderer.nothing(name));
  }
}

/** "201 Created" with Location and ETag, and the new entity as the body. */
function create(context: Context, to: Destination): ODataResponse {
  if (to.found && to.resource.kind === 'entity') return read(context, to);
  if (to.resource.kind !== 'collection') throw wrongVerb('POST', to.name);
  refuseMetadata(context, to.resource.typeName);
  const entity = createIn(context, to.resource);
  const renderer = new Renderer(context.format, apiRoot(context));
  const location = apiRoot(context) + entity.path;
  const headers = { Location: location, ...etagOf(entity) };
  return json(context, 201, renderer.entity(entity, context.options), headers);
}

function createIn(context: Context, collection: Collection): Entity {
  if (!collection.create) throw wrongVerb('POST', collection.typeName);
  return collection.create(context.body());
}

/** "204 No Content": the client reads the new ETag from the header. */
function update(context: Context, entity: Entity): ODataResponse {
  if (!entity.update) throw notEmulated(`changing ${entity.typeName}`);
  checkIfMatch(context, entity);
  refuseMetadata(context, entity.typeName);
  const etag = entity.update(withoutMetadata(context.body()));
  return { ...noContent(), headers: etag ? { ETag: etag } : {} };
}

/** `__metadata` belongs to verbose JSON; in any other it is a property that no type has. */
function refuseMetadata(context: Context, typeName: string): void {
  if (/odata=verbose/i.test(context.request.headers.get('content-type') ?? '')) return;
  if ('__metadata' in context.body()) throw unknownProperty('__metadata', typeName);
}

/** Deleting answers 200 with nothing in it, with or without the recycle bin. */
function remove(context: Context, entity: Entity): ODataResponse {
  if (!entity.remove) throw notEmulated(`deleting ${entity.typeName}`);
  checkIfMatch(context, entity);
  entity.remove();
  return { status: 200, headers: {}, body: '' };
}

/** "If-Match is required in POST requests for DELETE, MERGE, and PUT" where there is an ETag. */
function checkIfMatch(context: Context, entity: Entity): void {
  if (entity.etag === undefined) return;
  const sent = context.request.headers.get('if-match') ?? '';
  if (sent !== '*' && sent !== entity.etag) throw etagMismatch(sent, entity.etag);
}

function json(
  context: Context,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): ODataResponse {
  return {
    status,
    headers: { 'Content-Type': contentTypeOf(context.format), ...headers },
    body: JSON.stringify(body),
  };
}

const etagOf = (entity: Entity): Record<string, string> =>
  entity.etag === undefined ? {} : { ETag: entity.etag };

const noContent = (): ODataResponse => ({ status: 204, headers: {}, body: undefined });
