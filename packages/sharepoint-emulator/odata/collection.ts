import { invalidExpression, notEmulated } from '../errors.ts';
import { compareValues, evaluate } from './filter/evaluate.ts';
import { parseFilter } from './filter/parse.ts';
import type { QueryOptions } from './query-options.ts';
import { member, type Entity, type Members, type Picked } from './resource.ts';

/** Answers $filter, $orderby, $skip and $top over entities that are all at hand. */
export function inMemory(entities: readonly Entity[], options: QueryOptions): Members {
  if (options.skipToken !== undefined) throw notEmulated('$skiptoken outside of list items');
  let result = filtered(entities, options);
  for (const { name, descending } of [...options.orderBy].reverse()) {
    const sign = descending ? -1 : 1;
    result = [...result].sort((a, b) => sign * compareValues(read(a, [name]), read(b, [name])));
  }
  const start = options.skip ?? 0;
  const end = options.top === undefined ? undefined : start + options.top;
  return { entities: result.slice(start, end) };
}

function filtered(entities: readonly Entity[], options: QueryOptions): readonly Entity[] {
  if (!options.filter) return entities;
  const predicate = parseFilter(options.filter);
  return entities.filter((entity) => evaluate(predicate, (path) => read(entity, path)));
}

function read(entity: Entity, path: readonly string[]): unknown {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    const found = propertyOf(entity, name)?.[0];
    if (!found) throw invalidExpression(name);
    return found.value;
  }
  const link = member(entity.links, name)?.value();
  if (link?.kind === 'entity') return read(link, rest);
  throw invalidExpression(path.join('/'));
}

const worked = new WeakMap<Entity, Readonly<Record<string, unknown>>>();

/** All scalar properties, worked out once for an answer that selects some of them. */
function propertiesOf(entity: Entity): Readonly<Record<string, unknown>> {
  const known = worked.get(entity) ?? entity.properties();
  worked.set(entity, known);
  return known;
}

/** A scalar property by name, whether it is answered by default or only on request. */
export function propertyOf(entity: Entity, name: string): readonly Picked[] | undefined {
  const picked = entity.pick?.(name);
  if (picked) return picked;
  const costly = member(entity.onRequest, name);
  if (costly) return [{ name: costly.name, value: costly.value() }];
  const found = member(propertiesOf(entity), name);
  return found && [found];
}
