/**
 * A collection is declared once; each adapter derives its own schema from the declaration:
 * list columns and indexes, SQL tables and migrations, key ranges.
 */
import type { ContainerKind } from './container.ts';
import type { PersonId, StoredRecord } from './record.ts';
import { isClean } from './visible-text.ts';

/**
 * One column. `text` holds at most `max` UTF-16 units; `list` holds at most `max` short texts. A column
 * that was declared later has a `default`: the value of records that were written before it.
 */
export type FieldSpec =
  | { readonly type: 'text'; readonly max: number; readonly default?: string }
  | { readonly type: 'number'; readonly default?: number }
  | { readonly type: 'flag'; readonly default?: boolean }
  | { readonly type: 'list'; readonly max: number; readonly default?: readonly string[] };

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
  /**
   * Why a person's second row under one key adds nothing here; for collections whose key is `one`. A
   * host without unique keys goes by it.
   * `key`: the partition is a function of the key, which the rules of admission compare.
   * `author`: the partition is the author's id, which the rules of admission compare.
   * `own`: the partition names the author, and nobody but the author asks for it.
   * `look`: its rows count only after a look by author and key, or are counted by key.
   */
  readonly proof?: 'key' | 'author' | 'own' | 'look';
  /**
   * Which of a list's five spare columns the index takes on a host that cannot add an index to a long
   * list. It never changes. Absent for the indexes of the first version, which have columns of their own.
   */
  readonly spare?: 1 | 2 | 3 | 4 | 5;
}

/** The names of the columns of a type. */
type ColumnOf<Specs extends FieldSpecs, Type extends FieldSpec['type']> = {
  [Name in keyof Specs]: { readonly type: Type } extends Pick<Specs[Name], 'type'> ? Name : never;
}[keyof Specs] &
  string;

/** Only a text can be an id or a name. */
type TextColumn<Specs extends FieldSpecs> = ColumnOf<Specs, 'text'>;

/** What the records of a collection are about, for hosts that guard them or let them go. */
export type About<Field extends string = string> =
  /** Nothing but the container that holds them. */
  | { readonly of: 'container' }
  /** A group. `index` finds the records by the group's record id: `id` where the record is the group itself. */
  | { readonly of: 'group'; readonly index: string }
  /**
   * Records of other collections. `ids`: by collection, the field that holds the other record's id.
   * `name`: the field that holds `<kind>:<id>` of a message.
   */
  | {
      readonly of: 'records';
      readonly ids: Readonly<Record<string, Field>>;
      readonly name?: Field;
    };

/** Why a collection is kept, who reads it and for how long; for hosts and for the page about one's own data. */
export interface Privacy {
  /** In plain English. */
  readonly purpose: string;
  readonly readers: 'everybody' | 'readers of its container' | 'its author';
  /**
   * `author`: until its author removes it. `retention`: until the period that an administrator set is
   * over. `with`: as long as the records that it is about.
   */
  readonly keep: 'author' | 'retention' | 'with';
  /**
   * With what the records go where their author erases their own: what they wrote, what they gave colleagues, or what
   * they said of themselves. `stays`: others go by it, a group's name or what stewards decided.
   */
  readonly erasing: 'words' | 'given' | 'self' | 'stays';
  /** What becomes of a person's own records when the person is erased. */
  readonly leaving: 'erase' | 'unname';
  /** Whether records of others that name an erased person stay, and name nobody; they are removed otherwise. */
  readonly named?: 'stays';
}

/** A collection of messages: other records may name one, and an administrator may take its words away. */
export interface MessageSpec<Text extends string = string, Flag extends string = string> {
  /** Of names such as `post:7`. */
  readonly kind: string;
  /**
   * The fields with what its author wrote. Where an administrator takes it away, the first of them says
   * why and the others are empty.
   */
  readonly words: readonly Text[];
  /** The field that says that it reads otherwise than at first. */
  readonly edited?: Flag;
}

/**
 * A collection of choices: one of a fixed list, one a person and message. All its fields follow from
 * who chose what about which message, so a host may keep it in a compact form.
 */
export interface ChoiceSpec<Field extends string = string> {
  /** The field with the id of the record that the message belongs to. */
  readonly within: Field;
  /** The field with the message's name; also the key. */
  readonly target: Field;
  /** The field with what was chosen. */
  readonly choice: Field;
  /** The field with `choiceMark(target, choice)`. */
  readonly mark: Field;
  /** The field with `choiceOwner(within, author)`. */
  readonly owner: Field;
  /** Hosts store positions in this list: new choices are added at its end, none is taken away. */
  readonly choices: readonly string[];
}

/** Target and choice in one text, so that one count gives every number of a page. */
export const choiceMark = (target: string, choice: string): string => `${target}|${choice}`;

/** A record and a person in one text, so that one query gives all choices of a person on a page. */
export const choiceOwner = (within: string, person: PersonId): string =>
  JSON.stringify([within, person]);

/** Everything that a host has to know of a collection; no host knows one by its name. */
export interface Collection<Specs extends FieldSpecs = FieldSpecs> {
  readonly name: string;
  /** The kinds of containers that hold its records. */
  readonly keptIn: readonly [ContainerKind, ...ContainerKind[]];
  /**
   * Whether a container holds many of its records or few. A host may keep the few of several collections
   * together, so that what has shipped never changes from one to the other.
   */
  readonly size: 'many' | 'few';
  /**
   * What its key is for. `once`: against a repeat alone; a second row is one more record of its author.
   * `one`: a person has one record for each key.
   */
  readonly key: 'once' | 'one';
  readonly about: NoInfer<About<TextColumn<Specs>>>;
  readonly message?: NoInfer<MessageSpec<TextColumn<Specs>, ColumnOf<Specs, 'flag'>>>;
  /** The fields that hold the id of a person. */
  readonly subject: NoInfer<readonly TextColumn<Specs>[]>;
  /** The fields with words of the message that a record names, as they once were. */
  readonly texts?: NoInfer<readonly TextColumn<Specs>[]>;
  /**
   * Set where the words of the message that a record names, today's or earlier ones, hold its subject as a
   * token (`mentionToken`): where a person is erased, the tokens are taken out too.
   */
  readonly inTexts?: true;
  readonly privacy: Privacy;
  readonly choice?: NoInfer<ChoiceSpec<TextColumn<Specs>>>;
  /**
   * The number column with the moment until which nobody but its author is given the record; 0 for at once.
   * A host that cannot keep records back (`supports.holdsBack`) leaves that to the rules of admission.
   */
  readonly heldUntil?: NoInfer<ColumnOf<Specs, 'number'>>;
  readonly fields: Specs;
  readonly indexes: Readonly<Record<string, IndexSpec>>;
}

/** What the compiler sees of a declaration that contradicts itself. */
type Sound<Purpose extends string, About, Keep> = {
  readonly privacy: { readonly purpose: Purpose extends '' ? never : Purpose };
} & ([About, Keep] extends ['container' | 'group', 'with']
  ? { readonly privacy: { readonly keep: Exclude<Privacy['keep'], 'with'> } }
  : unknown);

/** A record of a collection. */
export type RecordOf<C> = C extends Collection<infer Specs> ? StoredRecord<FieldsOf<Specs>> : never;

/** Every collection can be read by author's key and by id through these indexes; they are not declared. */
export const keyIndex = 'key';
export const idIndex = 'id';

/**
 * Declares a collection. Rules that its type cannot say are checked where a host makes room for it, by
 * `checkCollections`: a page that shows what is there need not.
 */
/*@__NO_SIDE_EFFECTS__*/
export const collection = <
  const Specs extends FieldSpecs,
  const Purpose extends string,
  const Of extends About['of'],
  const Keep extends Privacy['keep'],
>(
  declaration: Collection<Specs> & {
    readonly about: { readonly of: Of };
    readonly privacy: { readonly purpose: Purpose; readonly keep: Keep };
  } & Sound<Purpose, Of, Keep>,
): Collection<Specs> => declaration;

/** A record's fields with the defaults of columns that were declared after it was written. */
export function withDefaults(collection: Collection, fields: unknown): unknown {
  if (typeof fields !== 'object' || fields === null) return fields;
  const missing = Object.entries(collection.fields).flatMap(([name, spec]) =>
    spec.default !== undefined && !(name in fields) ? [[name, spec.default] as const] : [],
  );
  return missing.length === 0 ? fields : { ...fields, ...Object.fromEntries(missing) };
}

/** Whether a value that came from outside fits its column. */
export function fits(value: unknown, spec: FieldSpec): boolean {
  switch (spec.type) {
    case 'text':
      return typeof value === 'string' && value.length <= spec.max && isClean(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'flag':
      return typeof value === 'boolean';
    case 'list':
      return (
        Array.isArray(value) &&
        value.length <= spec.max &&
        value.every((item) => fits(item, { type: 'text', max: 200 }))
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
