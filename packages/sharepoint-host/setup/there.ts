/** What is there of each list, and whether that is all that this version declares. */
import { isIndexed } from '../schema/index.ts';
import type { ListSpec } from '../schema/index.ts';
import type { FoundLists } from './found.ts';
import type { ColumnsMade } from './make-columns.ts';
import { indexesOf } from './covers.ts';
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
export function thereAfter({ specs, found, columns, before, now }: Run): Lists {
  const byKind = new Map<string, ListSpec[]>();
  for (const spec of specs) byKind.set(spec.kind, [...(byKind.get(spec.kind) ?? []), spec]);
  const moment = momentOf(now);
  const entries = [...byKind].map(([kind, lists]): readonly [string, ListThere] => {
    const ofKind = ({ list }: { list: ListSpec }): boolean => list.kind === kind;
    const fresh = new Set(
      columns.flatMap(({ made }) => made.filter(ofKind)).map(({ column }) => column.name),
    );
    const [spec] = lists as [ListSpec];
    const recorded = before[kind];
    const declared = new Set(spec.columns.map(({ name }) => name));
    const unindexed = new Set([
      ...(recorded?.unindexed ?? []).filter((name) => !declared.has(name)),
      ...columns
        .flatMap(({ unindexed: steps }) => steps.filter(ofKind))
        .map(({ column }) => column.name),
    ]);
    const known = new Map(recorded ? indexesOf(recorded) : []);
    // An index that an earlier version made has been there as long as its list.
    const earliest = lists.map(({ name }) => found.get(name)?.made ?? moment).sort()[0] ?? moment;
    for (const { name } of spec.columns.filter(isIndexed)) {
      if (unindexed.has(name)) known.delete(name);
      else if (!known.has(name)) known.set(name, fresh.has(name) ? moment : earliest);
    }
    for (const name of spec.inSpare) known.set(name, known.get(name) ?? moment);
    const notes = spec.columns.filter((column) => !isIndexed(column)).map(({ name }) => name);
    return [
      kind,
      {
        settings: { ...recorded?.settings, ...settingsOf(spec, recorded?.settings) },
        notes: [...new Set([...(recorded?.notes ?? []), ...notes])],
        since: grouped(known),
        ...(unindexed.size === 0 ? {} : { unindexed: [...unindexed] }),
      },
    ];
  });
  return { ...before, ...Object.fromEntries(entries) };
}

/** SharePoint's own form of a moment, in whole seconds. */
const momentOf = (now: number): string => `${new Date(now).toISOString().slice(0, 19)}Z`;

function grouped(moments: ReadonlyMap<string, string>): Record<string, string[]> {
  const since: Record<string, string[]> = {};
  for (const [name, moment] of moments) (since[moment] ??= []).push(name);
  return since;
}
