/** Settings of the community: everybody reads what holds, its owners change it. */
import * as v from 'valibot';
import { governedContainer, officeContainer } from '../kernel/container.ts';
import { instant, key, nothing, numberOf, personId, text } from '../kernel/input.ts';
import { command, query } from '../kernel/operation.ts';
import type { InputOf } from '../kernel/operation.ts';
import { staff } from '../people/staff.ts';
import { settings } from './collection.ts';
import type { LogEntry } from './log.ts';
import { communityLanguages, settledIn, settledRows, writtenLanguages } from './read-settings.ts';
import type { Settled } from './read-settings.ts';
import { limits } from './settings.ts';
import type { StaffList } from './read-staff.ts';
import type { StaffPreview, StaffSaid } from './staff-list.ts';

const changing = () => import(/* webpackChunkName: 'settings' */ './change.ts');
const listing = () => import(/* webpackChunkName: 'settings' */ './staff-list.ts');
const onList = () => import(/* webpackChunkName: 'settings' */ './read-staff.ts');
const logging = () => import(/* webpackChunkName: 'settings' */ './log.ts');

export interface CommunitySettings extends Settled {
  /** Whether the reader is an owner of the host. */
  readonly mayChange: boolean;
}

const read = query({
  input: nothing,
  reads: () => [[settings, governedContainer]],
  run: async ({ store, containers, clock }): Promise<CommunitySettings> => {
    const [[{ records }], rights] = await Promise.all([
      store.read([settledRows()]),
      containers.rights([officeContainer]),
    ]);
    const mayChange = rights.get(officeContainer) === 'write';
    return { ...settledIn(records, clock.now()), mayChange };
  },
});

const names = v.strictObject({
  nl: v.optional(text),
  en: v.optional(text),
  de: v.optional(text),
  fr: v.optional(text),
});
const value = v.strictObject({
  id: v.pipe(v.string(), v.maxLength(40)),
  icon: text,
  names,
  meaning: text,
  from: instant,
  until: instant,
});

/** Changes a value of the company, or adds one. @throws Forbidden to who is no owner; Invalid */
const saveValue = command({
  input: v.strictObject({ value, key }),
  run: async (host, { value: written, key: own }): Promise<void> => {
    const { acceptValue, change } = await changing();
    const { id, ...said } = acceptValue(written);
    await change(host, own, { kind: 'value', name: id, said });
  },
});

/** @throws Forbidden to who is no owner */
const setAllowance = command({
  input: v.strictObject({ allowance: numberOf(0, limits.kudosPerWeek), key }),
  run: async (host, { allowance: said, key: own }): Promise<void> =>
    (await changing()).change(host, own, { kind: 'allowance', name: '', said }),
});

/** @throws Forbidden to who is no owner */
const setLanguages = command({
  input: v.strictObject({
    languages: v.pipe(writtenLanguages, v.maxLength(communityLanguages.length)),
    key,
  }),
  run: async (host, { languages: said, key: own }): Promise<void> =>
    (await changing()).change(host, own, { kind: 'languages', name: '', said }),
});

const lines = v.pipe(
  v.array(
    v.strictObject({
      who: text,
      department: text,
      place: text,
      title: text,
      manager: text,
      since: text,
    }),
  ),
  v.maxLength(20),
);

/** Whom some lines of a list of staff are about, and what of them cannot be brought in. Owners alone. */
const previewStaff = query({
  input: v.strictObject({ lines }),
  reads: () => [[staff, governedContainer]],
  run: async (host, { lines: some }): Promise<readonly StaffPreview[]> =>
    (await listing()).previewStaff(host, some),
});

/** Brings lines of a list of staff in. Owners alone. @returns of how many people it tells. */
const bringInStaff = command({
  input: v.strictObject({ lines, key }),
  run: async (host, { lines: some, key: own }): Promise<number> =>
    (await listing()).bringInStaff(host, own, some),
});

/** What the list of staff says of somebody; null for nothing. Owners alone. */
const readStaff = query({
  input: v.strictObject({ person: personId }),
  reads: () => [[staff, governedContainer]],
  run: async (host, { person }): Promise<StaffSaid | null> =>
    (await listing()).readStaffOf(host, person),
});

/** Who is on the list of staff, or of one department of it. Owners alone. */
const listStaff = query({
  input: v.strictObject({ department: v.optional(text) }),
  reads: () => [[staff, governedContainer]],
  run: async (host, { department = '' }): Promise<StaffList> =>
    (await onList()).listStaff(host, department),
});

/** Takes somebody off the list of staff. Owners alone. */
const removeStaff = command({
  input: v.strictObject({ person: personId, key }),
  run: async (host, { person, key: own }): Promise<void> =>
    (await listing()).removeStaff(host, own, person),
});

/** What owners changed last. Owners alone. */
const log = query({
  input: nothing,
  reads: () => [[settings, officeContainer]],
  run: async (host): Promise<readonly LogEntry[]> => (await logging()).readLog(host),
});

export const operations = {
  read,
  saveValue,
  setAllowance,
  setLanguages,
  previewStaff,
  bringInStaff,
  readStaff,
  listStaff,
  removeStaff,
  log,
};

export type NewValue = InputOf<typeof saveValue>['value'];
