/** Makes columns and indexes, or what is missing of them. */
import { Conflict } from '@kantine/core';
import { isIndexed } from '../schema/index.ts';
import type { ColumnSpec, ListSpec } from '../schema/index.ts';
import {
  answerOf,
  get,
  hasCode,
  merge,
  mostIndexesCode,
  post,
  thresholdCode,
} from '../wire/index.ts';
import type { RestRequest, Outcome } from '../wire/index.ts';
import type { FoundLists } from './found.ts';
import { pathOf } from './site.ts';
import type { Site } from './site.ts';

/** What was done to a column of a list. */
export interface ColumnStep {
  readonly list: ListSpec;
  readonly column: ColumnSpec;
  readonly request: RestRequest;
  /** Whether SharePoint makes an index for it, which it does for lists of up to 20,000 items. */
  readonly makesIndex: boolean;
  /** The column without its index, for a list that takes no more of them. */
  readonly withoutIndex?: RestRequest;
}

export interface ColumnsMade {
  readonly made: readonly ColumnStep[];
  /** Those that got no index: the list is too long for a new one, or has all that it may have. */
  readonly unindexed: readonly ColumnStep[];
}

interface FoundField {
  readonly InternalName: string;
  readonly TypeAsString: string;
  readonly Indexed: boolean;
  readonly EnforceUniqueValues: boolean;
}

/** SharePoint adds no index to a list of more items than that. */
export const mostIndexable = 20_000;

/** @throws Conflict where a column of one of these names holds something else */
export async function makeColumns(
  site: Site,
  lists: readonly ListSpec[],
  found: FoundLists,
): Promise<ColumnsMade> {
  const { wire } = site;
  const fields = await wire.batch(lists.map((list) => askFields(site, list)));
  const steps = lists.flatMap((list, position) =>
    stepsFor(site, list, answerOf<readonly FoundField[]>(fields[position])),
  );
  const isLong = ({ list, makesIndex }: ColumnStep): boolean =>
    makesIndex && (found.get(list.name)?.items ?? 0) > mostIndexable;
  const tried = steps.filter((step) => !isLong(step));
  const outcomes = await wire.write(tried.map(({ request }) => request));
  const refused = tried.filter(({ makesIndex }, at) => makesIndex && isFull(outcomes[at]));
  for (const [at, step] of tried.entries()) if (!refused.includes(step)) answerOf(outcomes[at]);
  const unindexed = [...steps.filter(isLong), ...refused];
  await wire.perform(unindexed.flatMap(({ withoutIndex }) => withoutIndex ?? []));
  return { made: steps.filter((step) => !unindexed.includes(step)), unindexed };
}

const isFull = (outcome: Outcome | undefined): boolean =>
  outcome?.ok === false &&
  [thresholdCode, mostIndexesCode].some((code) => hasCode(outcome.error, code));

const fieldNames = 'InternalName,TypeAsString,Indexed,EnforceUniqueValues';

const askFields = (site: Site, list: ListSpec): RestRequest =>
  get(`${pathOf(site, list)}/fields?$select=${fieldNames}`);

function stepsFor(site: Site, list: ListSpec, fields: readonly FoundField[]): ColumnStep[] {
  const path = `${pathOf(site, list)}/fields`;
  return list.columns.flatMap((column) => {
    const before = fields.find(({ InternalName }) => InternalName === column.name);
    if (before) assertType(list, column, before);
    const work = before ? mendColumn(path, column, before) : makeColumn(path, column);
    return work ? [{ list, column, ...work }] : [];
  });
}

type Work = Omit<ColumnStep, 'list' | 'column'>;

/** Without RichText a note stays as it is written. */
const attributes = {
  text: "Type='Text' MaxLength='255'",
  unique: "Type='Text' MaxLength='255'",
  note: "Type='Note' NumLines='6' RichText='FALSE' AppendOnly='FALSE'",
} as const;

const indexAttributes = {
  text: " Indexed='TRUE'",
  unique: " Indexed='TRUE' EnforceUniqueValues='TRUE'",
  note: '',
} as const;

/** AddFieldInternalNameHint: the name is the one given, not one made from the title. */
const keepName = 8;

/** Indexes are made with the column, while the list is small. */
function makeColumn(path: string, { name, kind }: ColumnSpec): Work | undefined {
  if (kind === 'given') return undefined;
  const fieldOf = (xml: string): RestRequest =>
    post(`${path}/createFieldAsXml`, {
      parameters: {
        SchemaXml: `<Field ${xml} Name='${name}' StaticName='${name}' DisplayName='${name}'/>`,
        Options: keepName,
      },
    });
  return {
    request: fieldOf(attributes[kind] + indexAttributes[kind]),
    makesIndex: kind !== 'note',
    withoutIndex: fieldOf(attributes[kind]),
  };
}

/** A column that was made half-way, or that somebody changed, gets back what it needs. */
function mendColumn(path: string, column: ColumnSpec, before: FoundField): Work | undefined {
  const { name, kind } = column;
  const wanted = {
    Indexed: isIndexed(column),
    ...(kind === 'given' ? {} : { EnforceUniqueValues: kind === 'unique' }),
  };
  const isWhole =
    before.Indexed === wanted.Indexed &&
    (wanted.EnforceUniqueValues ?? before.EnforceUniqueValues) === before.EnforceUniqueValues;
  if (isWhole) return undefined;
  return {
    request: merge(`${path}/getByInternalNameOrTitle('${name}')`, wanted),
    makesIndex: wanted.Indexed && !before.Indexed,
  };
}

/**
 * Lets columns of lists that are there take a value more than once. A list that shows readers their own
 * rows only is refused beside a unique column: this comes before its settings.
 */
export async function endUniqueness(
  site: Site,
  lists: readonly ListSpec[],
  found: FoundLists,
): Promise<void> {
  const waiting = lists.filter(({ name, readSecurity }) => {
    const there = found.get(name);
    return there && readSecurity === 2 && there.settings.ReadSecurity !== readSecurity;
  });
  if (waiting.length === 0) return;
  const fields = await site.wire.batch(waiting.map((list) => askFields(site, list)));
  const steps = waiting.flatMap((list, position) =>
    answerOf<readonly FoundField[]>(fields[position])
      .filter(({ EnforceUniqueValues }) => EnforceUniqueValues)
      .map(({ InternalName }) =>
        merge(`${pathOf(site, list)}/fields/getByInternalNameOrTitle('${InternalName}')`, {
          EnforceUniqueValues: false,
        }),
      ),
  );
  await site.wire.perform(steps);
}

/** A column of another type holds something else; nothing that is there is taken away. */
function assertType({ name }: ListSpec, column: ColumnSpec, { TypeAsString }: FoundField): void {
  if (column.kind === 'given') return;
  const type = column.kind === 'note' ? 'Note' : 'Text';
  if (TypeAsString !== type) throw new Conflict(`column ${column.name} of the list ${name}`);
}
