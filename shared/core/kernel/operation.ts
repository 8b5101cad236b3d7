/** Operations: what a page can ask of a community, each declared once as one object. */
import type * as v from 'valibot';
import type { anywhere } from './changes.ts';
import type { Collection } from './collection.ts';
import type { ContainerId } from './container.ts';
import type { Host } from './ports.ts';

/** Where an answer comes from: it is out of date once something was written there. */
export type Source = readonly [Collection | typeof anywhere, ContainerId];

/** What an operation is given: a strict object, which refuses a field that it lacks. */
export type StrictInput = v.StrictObjectSchema<
  v.ObjectEntries,
  v.ErrorMessage<v.StrictObjectIssue> | undefined
>;

/** The objects in a schema that would drop a field that they lack, or let it through, at any depth. */
type LooseIn<Schema> = Schema extends {
  readonly type: 'object' | 'loose_object' | 'object_with_rest';
}
  ? Schema
  : Schema extends { readonly entries: infer Entries }
    ? LooseIn<Entries[keyof Entries]>
    : Schema extends { readonly wrapped: infer Wrapped }
      ? LooseIn<Wrapped>
      : Schema extends { readonly item: infer Item }
        ? LooseIn<Item>
        : Schema extends { readonly options: infer Options extends readonly unknown[] }
          ? LooseIn<Options[number]>
          : never;

/** Does not compile where an object of the input is not strict. */
type Strict<Schema> = [LooseIn<Schema>] extends [never] ? unknown : { readonly input: never };

/**
 * What of an answer depends on the names of people. Where a page asks for people itself, the operation
 * runs without them, and the page does this.
 */
export type OnPage =
  /** It finds people by the beginnings of their names, and answers nothing else. */
  | 'finds people'
  /** It answers a list, in the order of the names of each entry's `person`. */
  | 'orders people'
  /** It answers about one `person`, whom the host has to know: else it is NotFound. */
  | 'needs the person';

/** Reads, and changes nothing. */
export interface QueryOperation<Schema extends StrictInput = StrictInput, Output = unknown> {
  readonly kind: 'query';
  readonly input: Schema;
  /** From the domain's `on-page.ts`; absent where nothing but names depends on people. */
  readonly onPage?: OnPage;
  /** What the answer to this input depends on. */
  reads(input: v.InferOutput<Schema>): readonly Source[];
  run(host: Host, input: v.InferOutput<Schema>): Promise<Output>;
}

/** Writes. Safe to repeat after an answer was lost, as its key or the version it names says. */
export interface CommandOperation<Schema extends StrictInput = StrictInput, Output = unknown> {
  readonly kind: 'command';
  readonly input: Schema;
  run(host: Host, input: v.InferOutput<Schema>): Promise<Output>;
}

export type Operation = QueryOperation | CommandOperation;

/** Declares a query. */
/*@__NO_SIDE_EFFECTS__*/
export const query = <Schema extends StrictInput, Output>(
  declaration: Omit<QueryOperation<Schema, Output>, 'kind'> & Strict<Schema>,
): QueryOperation<Schema, Output> => ({ kind: 'query', ...declaration });

/** Declares a command. */
/*@__NO_SIDE_EFFECTS__*/
export const command = <Schema extends StrictInput, Output>(
  declaration: Omit<CommandOperation<Schema, Output>, 'kind'> & Strict<Schema>,
): CommandOperation<Schema, Output> => ({ kind: 'command', ...declaration });

/** Callers may give what they cannot change themselves. */
type Frozen<Value> = Value extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: Frozen<Value[Name]> }
    : Value;

/** What a caller gives to an operation. */
export type InputOf<Declared> = Declared extends { readonly input: infer Schema }
  ? Schema extends v.GenericSchema
    ? Frozen<v.InferInput<Schema>>
    : never
  : never;

/** What an operation answers. */
type OutputOf<Declared> = Declared extends {
  run(host: Host, input: never): Promise<infer Output>;
}
  ? Output
  : never;

/** How a page calls an operation. */
export interface CallOptions {
  /** The id that the changes of this call carry; a fresh one unless given. */
  readonly origin?: string;
}

/** The operation as a method; an input without a required field may be left out. */
type Method<Declared> =
  Partial<InputOf<Declared>> extends InputOf<Declared>
    ? (input?: InputOf<Declared>, options?: CallOptions) => Promise<OutputOf<Declared>>
    : (input: InputOf<Declared>, options?: CallOptions) => Promise<OutputOf<Declared>>;

/** A domain's operations as methods. */
export type Methods<Operations> = { readonly [Name in keyof Operations]: Method<Operations[Name]> };
