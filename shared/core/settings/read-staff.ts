/** Who is on the owners' list of staff, as the list itself says: those who left the host too. */
import type { Host } from '../kernel/ports.ts';
import { governedContainer } from '../kernel/container.ts';
import { inParts } from '../kernel/in-parts.ts';
import { maxNewest, newest } from '../kernel/newest-query.ts';
import { isAll } from '../kernel/query.ts';
import { peopleFinder } from '../people/person.ts';
import { staff, staffIn, staffOf, staffUnder } from '../people/staff.ts';
import type { StaffRecord } from '../people/staff.ts';
import { tagKey } from '../people/tag-key.ts';
import { demandOwner } from './change.ts';
import { peopleOn, staffSaid } from './staff-list.ts';
import type { StaffSaid } from './staff-list.ts';

export interface StaffList {
  /** Those who are no longer here first. */
  readonly lines: readonly StaffSaid[];
  /** There are more than these, which were written last. */
  readonly isMore: boolean;
}

interface Found {
  readonly records: readonly StaffRecord[];
  readonly isMore: boolean;
}

async function rowsOf({ store }: Host, department: string): Promise<Found> {
  if (department === '') {
    const [{ records, complete }] = await store.read([
      newest(staff, { containers: [governedContainer], since: 0, limit: maxNewest }),
    ]);
    return { records, isMore: !complete };
  }
  const [found] = await store.read([staffUnder('byDepartment', department)]);
  return { records: found.records, isMore: !isAll(found) };
}

/** @param department of these alone; empty for all. @throws Forbidden to who is no owner */
export async function listStaff(host: Host, department: string): Promise<StaffList> {
  await demandOwner(host);
  const { store, directory } = host;
  const found = await rowsOf(host, tagKey(department));
  const accounts = new Set(found.records.map(({ fields }) => fields.account));
  // Another owner may have written about them since.
  const parts = inParts(accounts).map((some) => staffOf(some));
  const answers = parts.length === 0 ? [] : await store.read(parts);
  const said = staffIn(answers.flatMap(({ records }) => records));
  const isWanted = (text: string) => department === '' || tagKey(text) === tagKey(department);
  const wanted = [...said].filter(([, line]) => isWanted(line.department));
  const person = await peopleFinder(
    directory,
    wanted.flatMap(([id, line]) => peopleOn(id, line)),
  );
  const lines = wanted.map(([id, line]) => staffSaid(id, line, person));
  return { lines: lines.toSorted(goneFirst), isMore: found.isMore };
}

const goneFirst = ({ person: one }: StaffSaid, { person: other }: StaffSaid): number =>
  Number(one.active) - Number(other.active) ||
  (one.name || one.id).localeCompare(other.name || other.id);
