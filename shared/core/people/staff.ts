/** The list of staff that the host's owners keep, for what the host's own directory does not tell. */
import { collection, isWellFormed } from '../kernel/collection.ts';
import type { RecordOf } from '../kernel/collection.ts';
import { governedContainer } from '../kernel/container.ts';
import type { PersonId } from '../kernel/record.ts';
import { maxIn, maxLimit, rows } from '../kernel/query.ts';
import { tagKey } from './tag-key.ts';

/** Lengths in UTF-16 units. */
export const staffLimits = { text: 80, title: 120, since: 10 } as const;

export const staff = collection({
  name: 'staff',
  keptIn: ['governed'],
  size: 'few',
  key: 'one',
  about: { of: 'container' },
  subject: ['account', 'manager'],
  privacy: {
    purpose: 'Where colleagues work and since when, as the owners know it.',
    readers: 'everybody',
    keep: 'author',
    erasing: 'stays',
    leaving: 'unname',
  },
  fields: {
    /** Whom it is about; also the key. */
    account: { type: 'text', max: 200 },
    department: { type: 'text', max: staffLimits.text },
    place: { type: 'text', max: staffLimits.text },
    title: { type: 'text', max: staffLimits.title },
    /** Empty where it is not known. */
    manager: { type: 'text', max: 200 },
    /** Since when they are here, as an ISO year, month or day. */
    since: { type: 'text', max: staffLimits.since },
    /** Department and place, whatever their case. */
    inDepartment: { type: 'text', max: staffLimits.text },
    inPlace: { type: 'text', max: staffLimits.text },
  },
  indexes: {
    byAccount: { partition: 'account', order: 'created', proof: 'key', spare: 1 },
    byDepartment: { partition: 'inDepartment', order: 'created', proof: 'look', spare: 2 },
    byPlace: { partition: 'inPlace', order: 'created', proof: 'look', spare: 3 },
    byManager: { partition: 'manager', order: 'created', proof: 'look', spare: 4 },
  },
});

export type StaffRecord = RecordOf<typeof staff>;

/** What the list says of somebody; what it does not say is empty. */
export type Staff = Omit<StaffRecord['fields'], 'account' | 'inDepartment' | 'inPlace'>;

/** The row of somebody. */
export const staffFields = (account: PersonId, said: Staff): StaffRecord['fields'] => ({
  ...said,
  account,
  inDepartment: tagKey(said.department),
  inPlace: tagKey(said.place),
});

/** Only owners write where these rows lie; what is left to ask is whether a row fits its key. */
const isStaff = (record: StaffRecord): boolean =>
  isWellFormed(staff, record) && record.key === record.fields.account;

/** Several owners may have written about somebody. */
const mostOwners = 5;

/** The query for what the list says of some people. */
export const staffOf = (people: readonly PersonId[]) =>
  rows(staff, {
    container: governedContainer,
    index: 'byAccount',
    in: people.slice(0, maxIn),
    order: 'descending',
    limit: mostOwners,
  });

/** The query for whom the list has under a department, a place or a manager. */
export const staffUnder = (column: 'byDepartment' | 'byPlace' | 'byManager', eq: string) =>
  rows(staff, {
    container: governedContainer,
    index: column,
    eq,
    order: 'descending',
    limit: maxLimit,
  });

const isBlank = (said: Staff): boolean => Object.values(said).every((text) => text === '');

/** What was written last of each person holds, whichever owner wrote it; a row that says nothing takes them off the list. */
export function staffIn(records: readonly StaffRecord[]): ReadonlyMap<PersonId, Staff> {
  const last = new Map<PersonId, StaffRecord>();
  for (const record of records.filter(isStaff)) {
    const known = last.get(record.fields.account);
    if (!known || record.modified > known.modified) last.set(record.fields.account, record);
  }
  return new Map(
    [...last].flatMap(([person, { fields }]) => {
      const { department, place, title, manager, since } = fields;
      const said = { department, place, title, manager, since };
      return isBlank(said) ? [] : [[person, said] as const];
    }),
  );
}
