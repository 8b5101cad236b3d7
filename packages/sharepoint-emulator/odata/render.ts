import { lookupNotExpanded, unknownField } from '../errors.ts';
import { propertyOf } from './collection.ts';
import { annotation, type Format } from './format.ts';
import { EMPTY_TREE, findName, type NameTree, type QueryOptions } from './query-options.ts';
import { member, type Collection, type Entity, type Members, type Resource } from './resource.ts';

/** Turns entities into JSON for one answer; `root` is the address of the web's `_api/`. */
export class Renderer {
  readonly #format: Format;
  readonly #root: string;

  constructor(format: Format, root: string) {
    this.#format = format;
    this.#root = root;
  }

  entity(entity: Entity, options: QueryOptions): object {
    const body = this.#entity(entity, options.select, options.expand);
    if (this.#format.level === 'verbose') return { d: body };
    return { ...this.#context(`${entity.typeName}/@Element`), ...body };
  }

  collection(collection: Collection, options: QueryOptions): object {
    if (collection.own) return this.#ownProperties(collection, collection.own());
    return this.members(collection.typeName, collection.members(options), options);
  }

  members(typeName: string, members: Members, options: QueryOptions): object {
    const results = members.entities.map((entity) =>
      this.#entity(entity, options.select, options.expand),
    );
    const next = members.nextLink;
    if (this.#format.level === 'verbose') {
      return { d: next === undefined ? { results } : { results, __next: next } };
    }
    const link = next === undefined ? {} : { [annotation(this.#format, 'nextLink')]: next };
    return { ...this.#context(typeName), ...link, value: results };
  }

  value(name: string, content: unknown, typeName: string | undefined): object {
    const wrapped = this.#complex(content, typeName);
    if (this.#format.level === 'verbose') {
      return { d: { [name]: wrapped } };
    }
    const isObject = typeof content === 'object' && content !== null && !Array.isArray(content);
    if (isObject)
      return { ...this.#context(typeName ?? 'Edm.ComplexType'), ...(wrapped as object) };
    return { ...this.#context(typeName ?? edmTypeOf(content)), value: wrapped };
  }

  nothing(name: string): object {
    if (this.#format.level === 'verbose') return { d: { [name]: null } };
    return { ...this.#context('Edm.Null'), [annotation(this.#format, 'null')]: true };
  }

  #entity(entity: Entity, select: NameTree | undefined, expand: NameTree): object {
    const body: Record<string, unknown> = this.#annotations(entity);
    if (!select || select.has('*')) this.#allProperties(entity, expand, body);
    for (const [name, below] of select ?? []) {
      if (name !== '*') this.#selected(entity, name, below, expand, body);
    }
    return body;
  }

  #allProperties(entity: Entity, expand: NameTree, body: Record<string, unknown>): void {
    if (this.#format.level === 'verbose') this.#deferredLinks(entity, expand, body);
    for (const [name, content] of Object.entries(entity.properties())) {
      body[name] = this.#complex(content, undefined);
    }
    for (const [name, below] of expand) this.#expanded(entity, name, undefined, below, body);
  }

  #selected(
    entity: Entity,
    name: string,
    below: NameTree,
    expand: NameTree,
    body: Record<string, unknown>,
  ): void {
    const expansion = findName(expand, name);
    if (expansion) {
      this.#expanded(entity, name, below.size > 0 ? below : undefined, expansion, body);
      return;
    }
    const picked = below.size === 0 ? propertyOf(entity, name) : undefined;
    if (picked) {
      for (const each of picked) body[each.name] = this.#complex(each.value, undefined);
      return;
    }
    this.#unexpandedLink(entity, name, below, body);
  }

  /** A related entity that is selected but not expanded shows as a link, and hides its fields. */
  #unexpandedLink(
    entity: Entity,
    name: string,
    below: NameTree,
    body: Record<string, unknown>,
  ): void {
    const link = member(entity.links, name);
    if (!link && !entity.link?.(name)) throw unknownField(name);
    if (below.size > 0 || !link) throw lookupNotExpanded(name);
    const uri = `${this.#uri(entity)}/${link.name}`;
    if (this.#format.level === 'verbose') body[link.name] = { __deferred: { uri } };
    else if (this.#format.level === 'minimal') {
      body[
        `${link.name}${this.#format.version === 4 ? '@odata.navigationLink' : '@odata.navigationLinkUrl'}`
      ] = uri;
    }
  }

  #expanded(
    entity: Entity,
    name: string,
    select: NameTree | undefined,
    expand: NameTree,
    body: Record<string, unknown>,
  ): void {
    const link = member(entity.links, name);
    const resource = link ? link.value() : entity.link?.(name);
    if (resource) {
      body[link?.name ?? name] = this.#embedded(resource, select, expand);
      return;
    }
    // Clients also name plain properties in $expand (FieldValuesAsText, EffectiveBasePermissions).
    const picked = propertyOf(entity, name);
    if (!picked) throw unknownField(name);
    for (const each of picked) body[each.name] = this.#complex(each.value, undefined);
  }

  #embedded(resource: Resource, select: NameTree | undefined, expand: NameTree): unknown {
    if (resource.kind === 'entity') return this.#entity(resource, select, expand);
    if (resource.kind === 'value') return this.#complex(resource.value, resource.typeName);
    if (resource.kind !== 'collection') return null;
    if (resource.own) return this.#complex(resource.own(), resource.typeName);
    const { entities } = resource.members(ALL);
    const results = entities.map((entity) => this.#entity(entity, select, expand));
    return this.#format.level === 'verbose' ? { results } : results;
  }

  #ownProperties(collection: Collection, own: object): object {
    if (this.#format.level === 'verbose') {
      return { d: { __metadata: { type: collection.typeName }, ...this.#record(own) } };
    }
    return { ...this.#context(collection.typeName), ...this.#record(own) };
  }

  #annotations(entity: Entity): Record<string, unknown> {
    const uri = this.#uri(entity);
    const { level, version } = this.#format;
    if (level === 'none') return {};
    if (level === 'verbose') {
      const etag = entity.etag === undefined ? {} : { etag: entity.etag };
      return { __metadata: { id: uri, uri, ...etag, type: entity.typeName } };
    }
    const type = version === 4 ? `#${entity.typeName}` : entity.typeName;
    const name = (suffix: string): string => annotation(this.#format, suffix);
    return {
      [name('type')]: type,
      [name('id')]: uri,
      ...(entity.etag === undefined ? {} : { [name('etag')]: entity.etag }),
      [name('editLink')]: entity.path,
    };
  }

  /** A web below this one has an address of its own and brings it along whole. */
  #uri(entity: Entity): string {
    return /^https?:/.test(entity.path) ? entity.path : this.#root + entity.path;
  }

  #deferredLinks(entity: Entity, expand: NameTree, body: Record<string, unknown>): void {
    for (const name of Object.keys(entity.links ?? {})) {
      if (findName(expand, name)) continue;
      body[name] = { __deferred: { uri: `${this.#uri(entity)}/${name}` } };
    }
  }

  #context(typeName: string): Record<string, unknown> {
    if (this.#format.level === 'none') return {};
    const name = annotation(this.#format, this.#format.version === 4 ? 'context' : 'metadata');
    return { [name]: `${this.#root}$metadata#${typeName}` };
  }

  /** Verbose JSON wraps arrays in `results` and tells the type of complex values. */
  #complex(content: unknown, typeName: string | undefined): unknown {
    if (this.#format.level !== 'verbose') return content;
    if (Array.isArray(content))
      return { results: content.map((each) => this.#complex(each, typeName)) };
    if (typeof content !== 'object' || content === null) return content;
    const metadata = typeName === undefined ? {} : { __metadata: { type: typeName } };
    return { ...metadata, ...this.#record(content) };
  }

  #record(content: object): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(content).map(([key, each]) => [key, this.#complex(each, undefined)]),
    );
  }
}

const ALL: QueryOptions = {
  select: undefined,
  expand: EMPTY_TREE,
  filter: undefined,
  orderBy: [],
  top: undefined,
  skip: undefined,
  skipToken: undefined,
  raw: new Map(),
};

function edmTypeOf(content: unknown): string {
  if (typeof content === 'boolean') return 'Edm.Boolean';
  if (typeof content === 'number') return Number.isInteger(content) ? 'Edm.Int32' : 'Edm.Double';
  return Array.isArray(content) ? 'Collection(Edm.String)' : 'Edm.String';
}
