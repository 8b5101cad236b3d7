/**
 * What a group is called and what it is for. Its founder's record says so; where that is gone or says
 * something else than it did, the rows of those who joined it remember.
 */
import type { RecordOf } from '../kernel/collection.ts';
import { shownOf } from '../kernel/visible-text.ts';
import type { memberships } from './collections.ts';
import { accessOf, groupIdOf } from './group.ts';
import type { GroupRecord, KnownGroup } from './group.ts';

type Membership = RecordOf<typeof memberships>;

/** A group as its record tells of it. */
export function knownGroup(record: GroupRecord): KnownGroup {
  const id = groupIdOf(record);
  const { name, purpose } = record.fields;
  return { id, name: shownOf(name), purpose, access: accessOf(id) };
}

/** A closed group whose record is gone: those who are in it go on reading it. */
export const nameless = (group: string): KnownGroup => ({
  id: group,
  name: '',
  purpose: '',
  access: accessOf(group),
});

/** The names that admitted members wrote, and how many wrote each; the oldest first. */
function remembered(members: readonly Membership[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const { fields } of [...members].sort((a, b) => a.created - b.created)) {
    if (fields.name !== '') names.set(fields.name, (names.get(fields.name) ?? 0) + 1);
  }
  return names;
}

/** The name that most remember; of several the oldest. */
function mostRemembered(names: ReadonlyMap<string, number>): string {
  const most = Math.max(...names.values());
  return [...names].find(([, number]) => number === most)?.[0] ?? '';
}

/**
 * A group whose record is gone, or was changed into that of another kind of group. It remains as long as
 * somebody is in it.
 * @param members admitted memberships of this group.
 */
export const rememberedGroup = (
  group: string,
  members: readonly Membership[],
): KnownGroup | undefined =>
  members.length === 0
    ? undefined
    : { ...nameless(group), name: mostRemembered(remembered(members)) };

/**
 * The former name of a group whose record was changed: one that at least two and most of the members
 * remember, so that nobody alone can say it.
 */
export function formerName(
  { created, modified, fields }: GroupRecord,
  members: readonly Membership[],
): string | undefined {
  if (modified <= created) return undefined;
  const names = remembered(members);
  const name = mostRemembered(names);
  const number = names.get(name) ?? 0;
  const all = [...names.values()].reduce((sum, each) => sum + each, 0);
  return name !== fields.name && number > 1 && 2 * number > all ? name : undefined;
}
