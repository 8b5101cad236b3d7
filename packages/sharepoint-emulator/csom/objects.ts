import type { Context } from '../context/context.ts';
import { notEmulated } from '../errors.ts';
import { Arguments } from '../odata/arguments.ts';
import { member, type Entity, type Resource } from '../odata/resource.ts';
import type { Literal } from '../odata/literal.ts';
import { objectOfIdentity } from './identity.ts';
import { invalidRequest, type CsomRequest, type ObjectPath, type Parameter } from './request.ts';

/** SP.RequestContext: its static property `Current` is where all paths begin. */
const REQUEST_CONTEXT = '{3747adcd-a3c3-41b9-bfab-4a64dd2f1e0a}';

/**
 * Methods that change something. REST names their parameters and the object model counts them, so
 * only those with one parameter are taken over.
 */
const METHODS = new Set(['EnsureUser', 'RemoveById', 'RemoveByLoginName']);

/** The objects of one request, each made when the first action asks for it. */
export class CsomObjects {
  readonly #context: Context;
  readonly #request: CsomRequest;
  readonly #root: Entity;
  readonly #made = new Map<string, Resource>();

  constructor(context: Context, request: CsomRequest, root: Entity) {
    this.#context = context;
    this.#request = request;
    this.#root = root;
  }

  at(pathId: string): Resource {
    const known = this.#made.get(pathId);
    if (known) return known;
    const path = this.#request.paths.get(pathId);
    if (!path) throw invalidRequest();
    const object = this.#make(path);
    this.#made.set(pathId, object);
    return object;
  }

  entity(pathId: string): Entity {
    const object = this.at(pathId);
    if (object.kind !== 'entity') throw invalidRequest();
    return object;
  }

  /** Objects show what the database holds; after a change they are made anew. */
  forget(): void {
    this.#made.clear();
  }

  call(owner: Resource, name: string, parameters: readonly Parameter[]): Resource {
    if (owner.kind !== 'entity' && owner.kind !== 'collection') throw invalidRequest();
    const action = METHODS.has(name) ? member(owner.actions, name) : undefined;
    const method = action ?? member(owner.functions, name);
    if (!method || parameters.length > 1) {
      throw notEmulated(`the method '${name}' of ${owner.typeName} in ProcessQuery`);
    }
    const values = parameters.map((parameter): Literal => {
      if (parameter.kind === 'value') return parameter.value;
      throw notEmulated(`an object as a parameter of '${name}' in ProcessQuery`);
    });
    return method.value(new Arguments(values, new Map(), () => ({}), true));
  }

  #make(path: ObjectPath): Resource {
    switch (path.kind) {
      case 'StaticProperty':
        if (path.typeId.toLowerCase() === REQUEST_CONTEXT && path.name === 'Current') {
          return this.#root;
        }
        throw notEmulated(`the static property '${path.name}' of ${path.typeId} in ProcessQuery`);
      case 'Identity':
        return objectOfIdentity(this.#context, path.name);
      case 'Property':
        return property(this.at(path.parentId), path.name);
      case 'Method':
        return this.call(this.at(path.parentId), path.name, path.parameters);
      default:
        throw notEmulated(`the path ${path.kind} '${path.name || path.typeId}' in ProcessQuery`);
    }
  }
}

function property(owner: Resource, name: string): Resource {
  const link = owner.kind === 'entity' ? member(owner.links, name) : undefined;
  if (link) return link.value();
  const type = owner.kind === 'entity' || owner.kind === 'collection' ? owner.typeName : owner.kind;
  throw notEmulated(`the property '${name}' of ${type} in ProcessQuery`);
}
