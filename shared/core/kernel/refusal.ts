/**
 * Why an input is refused; loaded when one is. A page of another version sends fields that are not known
 * here: that is told apart from a value that no version accepts.
 */
import * as v from 'valibot';
import { Invalid, Outdated } from './errors.ts';
import type { KantineError } from './errors.ts';

/** What schemas hold of other schemas; each kind of schema has some of it. */
interface Parts {
  readonly type: string;
  /** Of an object. */
  readonly entries?: Readonly<Record<string, Parts>>;
  /** Of what may be absent. */
  readonly wrapped?: Parts;
  /** Of a list. */
  readonly item?: Parts;
  /** Of a choice between schemas; those of a choice between texts are no schemas. */
  readonly options?: readonly (Parts | string)[];
  /** Of a literal. */
  readonly literal?: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The refusal of an input that a schema does not accept. */
export function refusalOf(name: string, schema: v.GenericSchema, input: unknown): KantineError {
  const unknown = unknownField(schema as unknown as Parts, input);
  if (unknown !== undefined) return new Outdated(`${name}: ${unknown}`);
  const [issue] = v.safeParse(schema, input).issues ?? [];
  const field = issue?.path?.map(({ key }) => String(key)).join('.') ?? name;
  const message = `${name} does not accept this ${field}: ${issue?.message ?? ''}`;
  return new Invalid({ field, reason: 'malformed' }, message);
}

/** The path of a field that a strict object lacks, however deep the object is in the input. */
function unknownField(schema: Parts, value: unknown): string | undefined {
  const { entries, wrapped, item, options } = schema;
  if (wrapped) return unknownField(wrapped, value);
  if (entries && isFields(value)) return unknownEntry(schema, entries, value);
  if (item && Array.isArray(value)) {
    return firstOf(value.map((each, at) => within(`${at}`, unknownField(item, each))));
  }
  return options && isFields(value) ? unknownInAll(options, value) : undefined;
}

function unknownEntry(
  { type }: Parts,
  entries: Readonly<Record<string, Parts>>,
  value: Fields,
): string | undefined {
  const fields = Object.keys(value);
  const unknown = fields.find((field) => !Object.hasOwn(entries, field));
  if (type === 'strict_object' && unknown !== undefined) return unknown;
  return firstOf(
    fields.map((field) => {
      const known = Object.hasOwn(entries, field) ? entries[field] : undefined;
      return known && within(field, unknownField(known, value[field]));
    }),
  );
}

/** A field is unknown if none of the objects that the value may be has it. */
function unknownInAll(options: readonly (Parts | string)[], value: Fields): string | undefined {
  const objects = options.flatMap((option) =>
    typeof option === 'object' && mayBe(option, value) ? [option] : [],
  );
  const unknown = objects.map((option) => unknownField(option, value));
  return unknown.every((field) => field !== undefined) ? unknown[0] : undefined;
}

/** Whether a value may be such an object: all its fields of one fixed value have that value. */
const mayBe = ({ entries, options, wrapped }: Parts, value: Fields): boolean =>
  entries
    ? Object.entries(entries).every(
        ([field, { type, literal }]) => type !== 'literal' || value[field] === literal,
      )
    : options !== undefined || wrapped !== undefined;

const within = (field: string, path: string | undefined): string | undefined =>
  path === undefined ? undefined : `${field}.${path}`;

const firstOf = (paths: readonly (string | undefined)[]): string | undefined =>
  paths.find((path) => path !== undefined);
