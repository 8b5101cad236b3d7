/**
 * A collection is declared once; each adapter derives its own schema from the declaration:
 * list columns and indexes, SQL tables and migrations, key ranges.
 */
import type { StoredRecord } from './ports.ts';

/**
 * One column. `text` holds at most `max` UTF-16 units; `list` holds at most `max` short texts. A column
 * that came later has a `default`: what a record says that was written without it.
 */
export type FieldSpec =
  | { readonly type: 'text'; readonly max: number; readonly default?: string }
  | { readonly type: 'number' }
  | { readonly type: 'flag' }
  | { readonly type: 'list'; readonly max: number };

export type FieldSpecs = Readonly<Record<string, FieldSpec>>;

type FieldValue<Spec extends FieldSpec> = Spec['type'] extends 'text'
  ? string
  : Spec['type'] extends 'number'
    ? number
    : Spec['type'] extends 'flag'
      ? boolean
      : readonly string[];

/** The fields of a record, as their specs say. */
export type FieldsOf<Specs extends FieldSpecs> = {
  readonly [Name in keyof Specs]: FieldValue<Specs[Name]>;
};

/** Equality on one text column (or on none: the whole container), order on a number or on `created`. */
export interface IndexSpec {
  readonly partition?: string;
  readonly order: string;
}

export interface Collection<Specs extends FieldSpecs = FieldSpecs> {
  readonly name: string;
  readonly fields: Specs;
  readonly indexes: Readonly<Record<string, IndexSpec>>;
}

/** A record of a collection. */
export type RecordOf<C> = C extends Collection<infer Specs> ? StoredRecord<FieldsOf<Specs>> : never;

/** Every collection can be read by author's key and by id through these indexes; they are not declared. */
export const keyIndex = 'key';
export const idIndex = 'id';

/**
 * Declares a collection and checks that its indexes name its own columns.
 * @throws TypeError naming the index and the column that is missing.
 */
export function collection<const Specs extends FieldSpecs>(
  declaration: Collection<Specs>,
): Collection<Specs> {
  const { name, fields, indexes } = declaration;
  for (const [index, { partition, order }] of Object.entries(indexes)) {
    if (partition !== undefined && fields[partition]?.type !== 'text') {
      throw new TypeError(`${name}.${index}: its partition «${partition}» is no text column.`);
    }
    if (order !== 'created' && fields[order]?.type !== 'number') {
      throw new TypeError(
        `${name}.${index}: its order «${order}» is neither created nor a number.`,
      );
    }
  }
  return declaration;
}

/** A record's fields with the defaults of columns that were declared after it was written. */
export function withDefaults(collection: Collection, fields: unknown): unknown {
  if (typeof fields !== 'object' || fields === null) return fields;
  const missing = Object.entries(collection.fields).flatMap(([name, spec]) =>
    spec.type === 'text' && spec.default !== undefined && !(name in fields)
      ? [[name, spec.default] as const]
      : [],
  );
  return missing.length === 0 ? fields : { ...fields, ...Object.fromEntries(missing) };
}

/** Whether a value that came from outside fits its column. */
function fits(value: unknown, spec: FieldSpec): boolean {
  switch (spec.type) {
    case 'text':
      return typeof value === 'string' && value.length <= spec.max;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'flag':
      return typeof value === 'boolean';
    case 'list':
      return (
        Array.isArray(value) &&
        value.length <= spec.max &&
        value.every((item) => typeof item === 'string' && item.length <= 200)
      );
  }
}

/**
 * Whether a stored record has every declared field in its declared shape. A host whose lists can
 * be written by hand may hold rows that do not; they are dropped on read.
 */
export function isWellFormed(collection: Collection, record: StoredRecord): boolean {
  const { fields } = record;
  if (typeof fields !== 'object' || fields === null) return false;
  return Object.entries(collection.fields).every(([name, spec]) =>
    fits((fields as Readonly<Record<string, unknown>>)[name], spec),
  );
}
