/** Groups that everybody may find, read and join. */
import { collection } from '../collection.ts';
import type { RecordOf } from '../collection.ts';
import { limits } from '../settings/settings.ts';
import { cleanText } from '../text/visible-text.ts';
import type { PersonSummary } from '../people/person.ts';

export const groups = collection({
  name: 'groups',
  fields: {
    name: { type: 'text', max: limits.groupName },
    /** The name as names are compared. */
    title: { type: 'text', max: limits.groupName },
    purpose: { type: 'text', max: limits.groupPurpose },
  },
  indexes: {
    recent: { order: 'created' },
    byTitle: { partition: 'title', order: 'created' },
  },
});

/** Who joined a group: one row a person and group, written by that person. */
export const memberships = collection({
  name: 'memberships',
  fields: {
    group: { type: 'text', max: 100 },
    person: { type: 'text', max: 200 },
  },
  indexes: {
    byGroup: { partition: 'group', order: 'created' },
    byPerson: { partition: 'person', order: 'created' },
  },
});

export type GroupRecord = RecordOf<typeof groups>;

export interface GroupSummary {
  readonly id: string;
  readonly name: string;
}

export interface GroupView extends GroupSummary {
  readonly purpose: string;
  readonly memberCount: number;
  /** The newest members, at most eight. */
  readonly members: readonly PersonSummary[];
  readonly joined: boolean;
}

/** The name as names are compared: «  Lunch  Run » and «lunch run» are one. */
export function groupTitle(name: string): string {
  const title = name.normalize('NFKC').toLocaleLowerCase('en').replace(/\s+/g, ' ').trim();
  // Some characters compose of many; a title that outgrew its column would make the group unreadable.
  return cleanText(title.slice(0, limits.groupName));
}

/** Drops a group whose name is not the one that it took. */
export const admitGroup = ({ fields }: GroupRecord): boolean =>
  fields.title === groupTitle(fields.name);

/** Drops a membership that somebody wrote for another person. */
export function admitMembership({ author, key, fields }: RecordOf<typeof memberships>): boolean {
  return fields.person === author && key === fields.group;
}
