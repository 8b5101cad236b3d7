/**
 * Makes lists and columns, or whatever of them is missing. Every step looks first and may be repeated,
 * so an attempt that broke off half-way is continued by the next one. Nothing is ever taken away.
 */
import { listPath } from '../schema/index.ts';
import type { ColumnSpec, ListSpec } from '../schema/index.ts';
import { answerIfThere, answerOf, get, merge, post } from '../wire/index.ts';
import type { Environment, Operation, Wire } from '../wire/index.ts';

export interface Setting {
  readonly environment: Environment;
  readonly wire: Wire;
  readonly lists: readonly ListSpec[];
}

interface FoundList {
  readonly HasUniqueRoleAssignments: boolean;
  readonly ReadSecurity: number;
  readonly WriteSecurity: number;
}

interface FoundField {
  readonly InternalName: string;
  readonly Indexed: boolean;
  readonly EnforceUniqueValues: boolean;
}

const settings = ({ readSecurity }: ListSpec) => ({
  ReadSecurity: readSecurity,
  // People change and remove their own rows only; the server sees to it.
  WriteSecurity: 2,
  NoCrawl: true,
  Hidden: true,
  EnableAttachments: false,
  // An edit keeps the earlier wording as a record of its own; a second history would not be erased.
  EnableVersioning: false,
});

/** Makes what is missing of some lists and of their columns; their permissions are another step. */
export async function makeMissing(setting: Setting): Promise<void> {
  await makeLists(setting, await findLists(setting));
  await makeColumns(setting);
}

const listQuery = '?$select=HasUniqueRoleAssignments,ReadSecurity,WriteSecurity';

export async function findLists({
  environment,
  wire,
  lists,
}: Setting): Promise<(FoundList | undefined)[]> {
  const outcomes = await wire.batch(
    lists.map(({ name }) => get(`${listPath(environment.webUrl, name)}${listQuery}`)),
  );
  return outcomes.map((outcome) => answerIfThere<FoundList>(outcome));
}

async function makeLists(
  { environment, wire, lists }: Setting,
  found: readonly (FoundList | undefined)[],
): Promise<void> {
  const steps = lists.flatMap((list, position): Operation[] => {
    const before = found[position];
    if (!before)
      return [post('web/lists', { Title: list.name, BaseTemplate: 100, ...settings(list) })];
    if (before.ReadSecurity === list.readSecurity && before.WriteSecurity === 2) return [];
    return [merge(listPath(environment.webUrl, list.name), settings(list))];
  });
  await wire.perform(steps);
}

async function makeColumns({ environment, wire, lists }: Setting): Promise<void> {
  const outcomes = await wire.batch(
    lists.map(({ name }) =>
      get(
        `${listPath(environment.webUrl, name)}/fields?$select=InternalName,Indexed,EnforceUniqueValues`,
      ),
    ),
  );
  const steps = lists.flatMap((list, position): Operation[] => {
    const fields = answerOf<readonly FoundField[]>(outcomes[position]);
    const path = `${listPath(environment.webUrl, list.name)}/fields`;
    return list.columns.flatMap((column) => {
      const before = fields.find(({ InternalName }) => InternalName === column.name);
      return before ? mendColumn(path, column, before) : [makeColumn(path, column)];
    });
  });
  await wire.perform(steps);
}

/** What tells the columns apart in SharePoint's own schema; without RichText a note stays as it is. */
const attributes = {
  text: "Type='Text' MaxLength='255' Indexed='TRUE'",
  unique: "Type='Text' MaxLength='255' Indexed='TRUE' EnforceUniqueValues='TRUE'",
  note: "Type='Note' NumLines='6' RichText='FALSE' AppendOnly='FALSE'",
} as const;

/** AddFieldInternalNameHint: the name is the one given, not one made from the title. */
const keepName = 8;

/** Indexes are made with the column, while the list is small. */
const makeColumn = (path: string, { name, kind }: ColumnSpec): Operation =>
  post(`${path}/createFieldAsXml`, {
    parameters: {
      SchemaXml: `<Field ${attributes[kind]} Name='${name}' StaticName='${name}' DisplayName='${name}'/>`,
      Options: keepName,
    },
  });

/** A column that was made half-way, or that somebody changed, gets back what it needs. */
function mendColumn(path: string, { name, kind }: ColumnSpec, before: FoundField): Operation[] {
  const wanted = { Indexed: kind !== 'note', EnforceUniqueValues: kind === 'unique' };
  const isWhole =
    before.Indexed === wanted.Indexed && before.EnforceUniqueValues === wanted.EnforceUniqueValues;
  return isWhole ? [] : [merge(`${path}/getByInternalNameOrTitle('${name}')`, wanted)];
}
