/** Names that look the same: the later one is refused, or shown with who started it. */
import { readAdmitted } from '../kernel/admit.ts';
import { Invalid } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { peopleFinder } from '../people/person.ts';
import { groupIdOf } from './group.ts';
import type { GroupRecord, GroupView } from './group.ts';
import { isGroup } from './memberships.ts';
import { newestGroups } from './newest.ts';
import { skeletons } from './skeleton.ts';

/**
 * Secret groups are not looked at: that a name is refused would tell of them.
 * @param except the group that is to be called so.
 * @throws Invalid `name-taken` where one of the newest groups has a name that looks the same.
 */
export async function assertLooksLikeNone(
  { store }: Host,
  name: string,
  except?: string,
): Promise<void> {
  const looks = skeletons(name);
  const newest = await readAdmitted(store, newestGroups(), isGroup);
  const taken = newest.find(
    (record) =>
      groupIdOf(record) !== except &&
      skeletons(record.fields.name).some((look) => looks.includes(look)),
  );
  if (!taken) return;
  throw new Invalid(
    { field: 'name', reason: 'name-taken', actual: taken.fields.name },
    `There is a group called «${taken.fields.name}», which looks the same. Choose another name.`,
  );
}

/**
 * Of groups whose names look the same, all but the first are shown with who started them.
 * @param records of these groups, by the group's id.
 */
export async function withStarters(
  { directory }: Host,
  views: readonly GroupView[],
  records: ReadonlyMap<string, GroupRecord>,
): Promise<readonly GroupView[]> {
  const first = new Map<string, GroupRecord>();
  for (const record of [...records.values()].sort((a, b) => a.created - b.created)) {
    for (const look of skeletons(record.fields.name)) {
      if (!first.has(look)) first.set(look, record);
    }
  }
  const isLater = (record: GroupRecord): boolean =>
    skeletons(record.fields.name).some((look) => first.get(look) !== record);
  const later = new Map([...records].filter(([, record]) => isLater(record)));
  if (later.size === 0) return views;
  const person = await peopleFinder(
    directory,
    [...later.values()].map(({ author }) => author),
  );
  return views.map((view) => {
    const record = later.get(view.id);
    return record ? { ...view, startedBy: person(record.author) } : view;
  });
}
