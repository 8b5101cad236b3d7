import type { Arguments } from './arguments.ts';
import type { QueryOptions } from './query-options.ts';

/** What a resource path can lead to. */
export type Resource = Entity | Collection | Value | Content | Raw | Nothing;

export type ODataOperation = (args: Arguments) => Resource;

export interface Picked {
  readonly name: string;
  readonly value: unknown;
}

/** One addressable thing: a web, a list, an item. Each concept's folder builds its own. */
export interface Entity {
  readonly kind: 'entity';
  readonly typeName: string;
  /** Its address below `_api/`: the edit link of OData. */
  readonly path: string;
  readonly etag?: string;
  /** The scalar properties that an answer holds when $select names none. */
  properties(): Readonly<Record<string, unknown>>;
  /** Scalars that are costly and so come only when $select (or the path) names them. */
  readonly onRequest?: Readonly<Record<string, () => unknown>>;
  /** Related resources, which $expand may embed. */
  readonly links?: Readonly<Record<string, () => Resource>>;
  /** A property by name, where one name may stand for several (Id and ID of an item). */
  pick?(name: string): readonly Picked[] | undefined;
  /** A related resource by name, where the names depend on data (lookup columns). */
  link?(name: string): Resource | undefined;
  /** Callable with GET and POST. */
  readonly functions?: Readonly<Record<string, ODataOperation>>;
  /** Callable with POST only, since they change something. */
  readonly actions?: Readonly<Record<string, ODataOperation>>;
  /** Properties that hold another object. The client-side object model sets them; REST cannot. */
  readonly references?: Readonly<Record<string, (to: Entity) => void>>;
  /** Answers the new ETag, where the type has one. */
  update?(changes: Readonly<Record<string, unknown>>): string | undefined;
  remove?(): void;
  content?(): Content;
  writeContent?(bytes: Uint8Array): void;
}

export interface Members {
  readonly entities: readonly Entity[];
  readonly nextLink?: string | undefined;
}

export interface Collection {
  readonly kind: 'collection';
  readonly typeName: string;
  readonly path: string;
  members(options: QueryOptions): Members;
  count?(options: QueryOptions): number;
  key?(args: Arguments): Entity;
  create?(body: Readonly<Record<string, unknown>>): Entity;
  /** Properties of the collection itself; it then renders like an object (ViewFields). */
  readonly own?: () => Readonly<Record<string, unknown>>;
  readonly functions?: Readonly<Record<string, ODataOperation>>;
  readonly actions?: Readonly<Record<string, ODataOperation>>;
}

/** A primitive, a complex value, or an array of either. */
export interface Value {
  readonly kind: 'value';
  readonly value: unknown;
  /** The .NET type of a complex value; absent for primitives. */
  readonly typeName?: string;
  /** The name around it in verbose JSON, where that is not the name of what was called. */
  readonly wrapper?: string;
}

export interface Content {
  readonly kind: 'content';
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** An answer that is not wrapped in OData at all, such as that of RenderListDataAsStream. */
export interface Raw {
  readonly kind: 'raw';
  readonly body: string;
  readonly contentType: string;
}

export interface Nothing {
  readonly kind: 'nothing';
}

export const value = (content: unknown, typeName?: string, wrapper?: string): Value => ({
  kind: 'value',
  value: content,
  ...(typeName === undefined ? {} : { typeName }),
  ...(wrapper === undefined ? {} : { wrapper }),
});

export const nothing: Nothing = { kind: 'nothing' };

export const rawJson = (body: unknown): Raw => ({
  kind: 'raw',
  body: JSON.stringify(body),
  contentType: 'application/json; charset=utf-8',
});

/** A member of a record by name in any case; SharePoint's URLs are not case-sensitive. */
export function member<T>(
  record: Readonly<Record<string, T>> | undefined,
  name: string,
): { name: string; value: T } | undefined {
  if (!record) return undefined;
  const lower = name.toLowerCase();
  for (const key in record) {
    if (key.toLowerCase() === lower) return { name: key, value: record[key] as T };
  }
  return undefined;
}
