/**
 * The tables of choices. Choices such as reactions outnumber all other records by far, and every field
 * of one follows from who chose what about which message of which record. Their compact table has
 * 40 bytes a row where a table of records has 250.
 */
import type { ChoiceSpec, Collection } from '@kantine/core';
import { tableName } from './layout.ts';

/** A table of records that can be the message of a choice. */
interface MessageTable {
  readonly table: string;
  /** The kind of its records in names such as `post:7`. */
  readonly kind: string;
}

/** The table of one collection of choices, and the tables that its rows refer to. */
export interface ChoiceLayout {
  readonly table: string;
  readonly spec: ChoiceSpec;
  /** The record that the messages belong to; it is a message itself. */
  readonly record: MessageTable;
  /** The messages about that record; `column` holds the record's id. */
  readonly inner?: MessageTable & { readonly column: string };
}

/** The layouts of all collections of choices, by the collection's name. */
export type ChoiceLayouts = ReadonlyMap<string, ChoiceLayout>;

/** The columns that no field gives a name to. */
export const choiceColumn = {
  /**
   * The id of the inner message, empty for the record itself. The column got its name when comments
   * were the only inner messages, and keeps it, since rows exist under it.
   */
  inner: 'comment',
  /** Seconds since the epoch below. */
  given: 'given',
} as const;

/** The positions of choices have to fit into one byte. */
const mostChoices = 256;

/**
 * Finds the tables that the choices refer to in the facts of all declared collections.
 * @throws TypeError where a collection of choices declares what the compact table cannot hold
 */
export function choiceLayouts(collections: readonly Collection[]): ChoiceLayouts {
  const layouts = new Map<string, ChoiceLayout>();
  for (const each of collections) {
    if (each.choice) layouts.set(each.name, layoutOfChoice(each, each.choice, collections));
  }
  return layouts;
}

function layoutOfChoice(
  collection: Collection,
  spec: ChoiceSpec,
  collections: readonly Collection[],
): ChoiceLayout {
  const { name } = collection;
  demandCompact(collection, spec);
  const ids = collection.about.of === 'records' ? Object.entries(collection.about.ids) : [];
  const [recordName = ''] = ids.find(([, field]) => field === spec.within) ?? [];
  const record = collections.find((other) => other.name === recordName);
  if (record?.message === undefined) {
    throw new TypeError(`${name}: «${spec.within}» holds the id of no declared message.`);
  }
  const inner = collections.filter(
    (other) => other.message !== undefined && columnOfRecord(other, recordName) !== undefined,
  );
  if (inner.length > 1) {
    const names = inner.map((other) => other.name).join(', ');
    throw new TypeError(`${name}: its rows cannot tell the messages of ${names} apart.`);
  }
  const [only] = inner;
  return {
    table: tableName(name),
    spec,
    record: { table: tableName(recordName), kind: record.message.kind },
    ...(only
      ? {
          inner: {
            table: tableName(only.name),
            kind: only.message?.kind ?? '',
            column: columnOfRecord(only, recordName) ?? '',
          },
        }
      : {}),
  };
}

/** The field that holds the id of a record of another collection. */
const columnOfRecord = ({ about }: Collection, other: string): string | undefined =>
  about.of === 'records' ? about.ids[other] : undefined;

/** @throws TypeError for a field, an index or a list of choices that has no place in a compact table */
function demandCompact(
  { name, fields, indexes, subject, privacy }: Collection,
  spec: ChoiceSpec,
): void {
  const { within, target, choice, mark, owner, choices } = spec;
  const known = [within, target, choice, mark, owner];
  const other = Object.keys(fields).find((field) => !known.includes(field));
  if (other !== undefined) throw new TypeError(`${name}: «${other}» follows from no choice.`);
  const findable: readonly (string | undefined)[] = [within, target, owner];
  for (const [index, { partition, order }] of Object.entries(indexes)) {
    if (!findable.includes(partition) || order !== 'created') {
      throw new TypeError(`${name}: choices are not found by «${index}».`);
    }
  }
  if (subject.length > 0) throw new TypeError(`${name}: a choice names nobody but its author.`);
  if (privacy.keep === 'retention') {
    throw new TypeError(`${name}: choices are kept as long as the record that they are within.`);
  }
  if (choices.length > mostChoices) throw new TypeError(`${name}: it has too many choices.`);
}

/** The columns and keys of the table, as its CREATE TABLE lists them. */
export function choiceLines({ spec: { within, choice } }: ChoiceLayout): readonly string[] {
  const { inner, given } = choiceColumn;
  return [
    '`_container` MEDIUMINT UNSIGNED NOT NULL',
    `\`${within}\` BIGINT NOT NULL`,
    '`_author` MEDIUMINT UNSIGNED NOT NULL',
    `\`${inner}\` VARBINARY(11) NOT NULL`,
    // The position in the list of choices.
    `\`${choice}\` TINYINT UNSIGNED NOT NULL`,
    `\`${given}\` INT UNSIGNED NOT NULL`,
    // As in other tables, but in three bytes: after half a year it only counts on.
    '`_changed` MEDIUMINT UNSIGNED NOT NULL',
    `PRIMARY KEY (\`_container\`, \`${within}\`, \`_author\`, \`${inner}\`)`,
  ];
}

const epoch = Date.UTC(2024, 0, 1);

export const secondOf = (instant: number): number => Math.floor((instant - epoch) / 1000);
export const instantOf = (second: number): number => epoch + second * 1000;

/** The number that a row holds for a choice; -1 for none. */
export const codeOf = ({ spec: { choices } }: ChoiceLayout, choice: string): number =>
  choices.indexOf(choice);

/** The choice that a row holds; empty for one that only a later version knows. */
export const choiceOf = ({ spec: { choices } }: ChoiceLayout, code: number): string =>
  choices[code] ?? '';
