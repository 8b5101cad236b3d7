/** The owners' list of staff, as it comes from a file: whom each line is about, and bringing it in. */
import type { Host } from '../kernel/ports.ts';
import { removeIfThere } from '../kernel/admit.ts';
import { governedContainer } from '../kernel/container.ts';
import type { PersonId } from '../kernel/record.ts';
import { acceptSince } from '../card/profile.ts';
import { acceptOptionalText } from '../kernel/accept-text.ts';
import { lookUp, peopleFinder, summaryOf } from '../people/person.ts';
import type { FindPerson, PersonSummary } from '../people/person.ts';
import { staff, staffFields, staffIn, staffLimits, staffOf } from '../people/staff.ts';
import type { Staff } from '../people/staff.ts';
import { tagKey } from '../people/tag-key.ts';
import { demandOwner, noteChange } from './change.ts';

/** So many lines are looked at, or brought in, with one call. */
export const mostStaffLines = 20;

/** A line as somebody wrote it. Who is meant is a name as the directory has it, a mail address, or an id. */
export interface StaffLine {
  readonly who: string;
  readonly department: string;
  readonly place: string;
  readonly title: string;
  readonly manager: string;
  readonly since: string;
}

export interface StaffPreview {
  /** Absent where nobody is meant, or more than one. */
  readonly person?: PersonSummary;
  readonly manager?: PersonSummary;
  /** What cannot be brought in: whom nobody knows, or a year that is none. */
  readonly wrong: readonly ('who' | 'manager' | 'since')[];
  /** Whether the list says this already. */
  readonly isSame: boolean;
}

/** One person of that name, address or id, who is here. */
async function personMeant(
  { directory }: Host,
  wanted: string,
): Promise<PersonSummary | undefined> {
  const text = wanted.trim();
  if (text === '') return undefined;
  const found = (await directory.search(text.split('@')[0] ?? text, 20)).filter(
    ({ id, name, email = '' }) =>
      id === text || [name, email].some((each) => tagKey(each) === tagKey(text)),
  );
  const [person] = found.length === 1 ? found : await lookUp(directory, [text], 'work');
  return person?.active && !person.guest ? summaryOf(person) : undefined;
}

function isSince(since: string): boolean {
  try {
    acceptSince('since', since);
    return true;
  } catch {
    return false;
  }
}

const saidOf = (line: StaffLine, manager: PersonSummary | undefined): Staff => ({
  department: acceptOptionalText('department', line.department, staffLimits.text),
  place: acceptOptionalText('place', line.place, staffLimits.text),
  title: acceptOptionalText('title', line.title, staffLimits.title),
  manager: manager?.id ?? '',
  since: acceptSince('since', line.since),
});

/** What would be imported, line by line; nothing is written. @throws Forbidden to who is no owner */
export async function previewStaff(
  host: Host,
  lines: readonly StaffLine[],
): Promise<readonly StaffPreview[]> {
  await demandOwner(host);
  const meant = await Promise.all(
    lines.map(async ({ who, manager }) => ({
      person: await personMeant(host, who),
      manager: await personMeant(host, manager),
    })),
  );
  const ids = meant.flatMap(({ person }) => (person ? [person.id] : []));
  const [{ records }] = await host.store.read([staffOf(ids)]);
  const known = staffIn(records);
  return lines.map((line, at) => {
    const { person, manager } = meant[at] ?? {};
    const wrong = [
      ...(person ? [] : (['who'] as const)),
      ...(line.manager.trim() === '' || manager ? [] : (['manager'] as const)),
      ...(isSince(line.since) ? [] : (['since'] as const)),
    ];
    const before = person && known.get(person.id);
    const isSame =
      wrong.length === 0 &&
      before !== undefined &&
      JSON.stringify(Object.entries(before).toSorted()) ===
        JSON.stringify(Object.entries(saidOf(line, manager)).toSorted());
    return {
      ...(person ? { person } : {}),
      ...(manager ? { manager } : {}),
      wrong,
      isSame,
    };
  });
}

/**
 * Brings lines in; those that cannot be are left out. Safe to repeat.
 * @returns how many people the list tells of by it.
 * @throws Forbidden to who is no owner
 */
export async function bringInStaff(
  host: Host,
  key: string,
  lines: readonly StaffLine[],
): Promise<number> {
  const previews = await previewStaff(host, lines);
  const fit = lines.flatMap((line, at) => {
    const { person, manager, wrong, isSame } = previews[at] ?? { wrong: ['who'], isSame: false };
    return person && wrong.length === 0
      ? [{ account: person.id, said: saidOf(line, manager), isSame }]
      : [];
  });
  await noteChange(host, key, 'staff', { people: fit.length });
  // What the list says already takes no write: hosts count them.
  for (const { account, said } of fit.filter(({ isSame }) => !isSame)) {
    const chosen = (await host.directory.choose(account))?.id ?? account;
    const fields = staffFields(chosen, said);
    const { record, inserted } = await host.store.insert(staff, governedContainer, chosen, fields);
    if (!inserted) await host.store.update(staff, record, fields);
  }
  return fit.length;
}

/** What the list says of somebody. */
export interface StaffSaid extends Omit<Staff, 'manager'> {
  readonly person: PersonSummary;
  readonly manager?: PersonSummary;
}

/** Whom a line of the list names. */
export const peopleOn = (id: PersonId, { manager }: Staff): readonly PersonId[] =>
  manager === '' ? [id] : [id, manager];

export const staffSaid = (
  id: PersonId,
  { manager, ...rest }: Staff,
  person: FindPerson,
): StaffSaid => ({
  ...rest,
  person: person(id),
  ...(manager === '' ? {} : { manager: person(manager) }),
});

/** @returns null where the list says nothing of them. @throws Forbidden to who is no owner */
export async function readStaffOf(host: Host, person: PersonId): Promise<StaffSaid | null> {
  await demandOwner(host);
  const [{ records }] = await host.store.read([staffOf([person])]);
  const said = staffIn(records).get(person);
  if (!said) return null;
  return staffSaid(person, said, await peopleFinder(host.directory, peopleOn(person, said)));
}

/**
 * Takes somebody off the list. What another owner wrote of them only that owner can remove: a row that says nothing
 * comes after it, and holds. Safe to repeat.
 * @throws Forbidden to who is no owner
 */
export async function removeStaff(host: Host, key: string, person: PersonId): Promise<void> {
  await demandOwner(host);
  const { store, identity } = host;
  const me = await identity.me();
  const [{ records }] = await store.read([staffOf([person])]);
  if (!staffIn(records).has(person)) return;
  await noteChange(host, key, 'staff-removed', { people: 1 });
  const own = records.filter(({ author }) => author === me);
  if (own.length === records.length) {
    for (const record of own) await removeIfThere(store, staff, record);
    return;
  }
  const blank = { department: '', place: '', title: '', manager: '', since: '' };
  const fields = staffFields(person, blank);
  const { record, inserted } = await store.insert(staff, governedContainer, person, fields);
  if (!inserted) await store.update(staff, record, fields);
}
