/** Whether the row of the setup list says that everything is there which this version declares. */
import { allLists, closedKinds, columns as names } from '../schema/index.ts';
import type { ListSpec } from '../schema/index.ts';
import { answerOf, isRefusal } from '../wire/index.ts';
import type { Outcome } from '../wire/index.ts';
import { rowIn } from './row.ts';
import type { ListThere, SetupRow } from './row.ts';
import { settingsOf } from './settings.ts';
import type { Site } from './site.ts';

/** The indexed columns of a list, each with the moment since when it is there. */
export const indexesOf = ({ since }: ListThere): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(since).flatMap(([moment, names]) =>
      names.map((name) => [name, moment] as const),
    ),
  );

/** Whether a list has everything that this version declares; what it has beyond counts for nothing. */
export function covers(there: ListThere | undefined, spec: ListSpec): boolean {
  if (!there) return false;
  const wanted = settingsOf(spec, there.settings);
  const indexed = indexesOf(there);
  const columns = new Set([...there.notes, ...indexed.keys(), ...(there.unindexed ?? [])]);
  return (
    Object.entries(wanted).every(([name, value]) => there.settings[name] === value) &&
    spec.columns.every(({ name }) => columns.has(name)) &&
    repeatsOf(spec).every((name) => there.repeats?.includes(name))
  );
}

/** The columns of a list that were unique in version 0.1, and are not any more. */
export const repeatsOf = (spec: ListSpec): readonly string[] =>
  spec.columns
    .filter(({ name, kind }) => name === names.slot && kind === 'text')
    .map(({ name }) => name);

/** Every list that a site has, and each kind of list that a closed container has. */
export const declaredLists = ({ collections }: Site): readonly ListSpec[] => [
  ...allLists(collections),
  ...closedKinds(collections),
];

/** Whether the row covers all that this version declares. */
export const coversAll = (site: Site, row: SetupRow): boolean =>
  declaredLists(site).every((spec) => covers(row.lists?.[spec.kind], spec));

/** Without its list, its columns (400) or its permissions nobody finished setting up. */
export function rowAnswered(answered: Outcome | undefined): SetupRow {
  const isUnfinished =
    answered?.ok === false && [400, 403, 404].some((at) => isRefusal(answered.error, at));
  return isUnfinished ? {} : (rowIn(answerOf(answered))?.row ?? {});
}
