/** An input for any operation, made of its declaration: so that an operation of tomorrow is tried, too. */
import type { Operation } from '@kantine/core';

/** What an operation's schema says of itself, as valibot writes it. */
interface Schema {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly item?: Schema;
  readonly wrapped?: Schema;
  readonly options?: readonly unknown[];
  readonly pipe?: readonly { readonly type: string }[];
}

/** What fields are about, by their names; other texts are words. */
export type Things = Readonly<Record<string, string>>;

function valueOf(name: string, schema: Schema, things: Things): unknown {
  switch (schema.type) {
    case 'strict_object':
      return objectOf(schema, things);
    case 'array':
      // Several things are named as one is, with an s.
      return [valueOf(name.replace(/s$/, ''), schema.item as Schema, things)];
    case 'picklist':
      return schema.options?.[0];
    case 'number':
      return 1;
    case 'optional':
      return valueOf(name, schema.wrapped as Schema, things);
    case 'boolean':
      return true;
    case 'string':
      return things[name] ?? 'three short words';
    default:
      throw new TypeError(`No value is known for the field ${name}, which is of ${schema.type}.`);
  }
}

function objectOf({ entries = {} }: Schema, things: Things): Record<string, unknown> {
  const needed = Object.entries(entries).filter(
    ([name, { type }]) => type !== 'optional' || (name === 'group' && name in things),
  );
  return Object.fromEntries(
    needed.map(([name, schema]) => [name, valueOf(name, schema, things)] as const),
  );
}

/** The input with what it needs, and nothing that may be left out but the group that it is about. */
export const inputFor = ({ input }: Operation, things: Things): Record<string, unknown> =>
  objectOf(input as unknown as Schema, things);
