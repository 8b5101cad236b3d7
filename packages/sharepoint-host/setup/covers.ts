/** Whether the row of the setup list says that everything is there which this version declares. */
import { allLists, closedKinds } from '../schema/index.ts';
import type { ListSpec } from '../schema/index.ts';
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
    (there.repeats ?? hasUnique(spec)) &&
    spec.columns.every(({ name }) => columns.has(name))
  );
}

export const hasUnique = (spec: ListSpec): boolean =>
  spec.columns.some(({ kind }) => kind === 'unique');

/** Every list that a site has, and each kind of list that a closed container has. */
export const declaredLists = ({ collections }: Site): readonly ListSpec[] => [
  ...allLists(collections),
  ...closedKinds(collections),
];

/** Whether the row covers all that this version declares. */
export const coversAll = (site: Site, row: SetupRow): boolean =>
  declaredLists(site).every((spec) => covers(row.lists?.[spec.kind], spec));
