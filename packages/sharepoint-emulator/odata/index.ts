export { Arguments, readArguments } from './arguments.ts';
export { claimedType, readJsonBody, withoutMetadata, type JsonObject } from './body.ts';
export { inMemory } from './collection.ts';
export { contentTypeOf, errorBody, formatOf, refuseAtom, type Format } from './format.ts';
export type { Literal } from './literal.ts';
export { readQueryOptions, type QueryOptions } from './query-options.ts';
export { Renderer } from './render.ts';
export { readResourcePath, type Segment } from './resource-path.ts';
export {
  member,
  nothing,
  rawJson,
  value,
  type Collection,
  type Content,
  type Entity,
  type Members,
  type ODataOperation,
  type Picked,
  type Raw,
  type Resource,
  type Value,
} from './resource.ts';
