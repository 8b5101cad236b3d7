/** What is there of each list, and whether that is all that this version declares. */
import { isIndexed, isoSeconds } from '../schema/index.ts';
import type { ListSpec } from '../schema/index.ts';
import type { FoundLists } from './found.ts';
import type { ColumnsMade, ColumnStep } from './make-columns.ts';
import { hasUnique, indexesOf } from './covers.ts';
import type { ListThere } from './row.ts';
import { settingsOf } from './settings.ts';

type Lists = Readonly<Record<string, ListThere>>;

export interface Run {
  readonly specs: readonly ListSpec[];
  readonly found: FoundLists;
  readonly columns: readonly ColumnsMade[];
  readonly before: Lists;
  readonly now: number;
}

/** What is there after a run: what was recorded before it, and what this version declares. */
export function thereAfter(run: Run): Lists {
  const kinds = new Set(run.specs.map(({ kind }) => kind));
  const entries = [...kinds].map((kind) => [kind, listAfter(run, kind)] as const);
  return { ...run.before, ...Object.fromEntries(entries) };
}

function listAfter({ specs, found, columns, before, now }: Run, kind: string): ListThere {
  const lists = specs.filter((spec) => spec.kind === kind);
  const [spec] = lists as [ListSpec];
  const recorded = before[kind];
  const namesOf = (steps: readonly ColumnStep[]): string[] =>
    steps.filter(({ list }) => list.kind === kind).map(({ column }) => column.name);
  const fresh = new Set(columns.flatMap(({ made }) => namesOf(made)));
  const declared = new Set(spec.columns.map(({ name }) => name));
  const unindexed = new Set([
    ...(recorded?.unindexed ?? []).filter((name) => !declared.has(name)),
    ...columns.flatMap((each) => namesOf(each.unindexed)),
  ]);

  const moment = isoSeconds(now);
  // An index that an earlier version made has been there as long as its list.
  const earliest = lists.map(({ name }) => found.get(name)?.made ?? moment).sort()[0] ?? moment;
  const since = new Map(recorded ? indexesOf(recorded) : []);
  for (const { name } of spec.columns.filter(isIndexed)) {
    if (unindexed.has(name)) since.delete(name);
    else if (!since.has(name)) since.set(name, fresh.has(name) ? moment : earliest);
  }
  for (const name of spec.inSpare) since.set(name, since.get(name) ?? moment);

  const notes = spec.columns.filter((column) => !isIndexed(column)).map(({ name }) => name);
  const id = found.get(kind)?.id;
  return {
    ...(id === undefined ? {} : { id }),
    settings: { ...recorded?.settings, ...settingsOf(spec, recorded?.settings) },
    notes: [...new Set([...(recorded?.notes ?? []), ...notes])],
    since: grouped(since),
    ...(unindexed.size === 0 ? {} : { unindexed: [...unindexed] }),
    ...(hasUnique(spec) ? {} : { repeats: true }),
  };
}

function grouped(moments: ReadonlyMap<string, string>): Record<string, string[]> {
  const since: Record<string, string[]> = {};
  for (const [name, moment] of moments) (since[moment] ??= []).push(name);
  return since;
}
