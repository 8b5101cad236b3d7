import { describe, expect, it } from 'vitest';
import type { ListSpec } from '../schema/index.ts';
import { covers } from './covers.ts';
import type { FoundLists } from './found.ts';
import { thereAfter } from './there.ts';

const spec: ListSpec = {
  name: 'KantineThings',
  kind: 'KantineThings',
  columns: [
    { name: 'KtOwner', kind: 'text' },
    { name: 'KtIx1', kind: 'text' },
    { name: 'KtFields', kind: 'note' },
  ],
  inSpare: [],
  readSecurity: 1,
  writers: 'readers',
};
const made = '2026-11-24T14:30:00Z';
const found: FoundLists = new Map([
  [
    'KantineThings',
    {
      id: 'a-guid',
      name: 'KantineThings',
      title: 'KantineThings',
      items: 0,
      made,
      isProtected: true,
      settings: {},
    },
  ],
]);
const now = Date.UTC(2026, 10, 27, 9);
const today = '2026-11-27T09:00:00Z';
const step = (name: string) => {
  const column = spec.columns.find((each) => each.name === name);
  if (!column) throw new Error('No such column.');
  const request = { method: 'POST', path: '' } as const;
  return { list: spec, column, request, makesIndex: column.kind !== 'note' };
};
const run = { specs: [spec], found, before: {}, now };

describe('what is recorded of a list', () => {
  it('says since when each index is there: as long as the list, or since this run', () => {
    const columns = [{ made: [step('KtIx1'), step('KtFields')], unindexed: [] }];
    const { KantineThings: list } = thereAfter({ ...run, columns });
    expect(list).toMatchObject({
      notes: ['KtFields'],
      since: { [made]: ['KtOwner'], [today]: ['KtIx1'] },
    });
    expect(covers(list, spec)).toBe(true);
  });

  it('says so of an index in a spare column, which may be as old as the list itself', () => {
    const before = thereAfter({ ...run, columns: [] });
    const later = { ...spec, inSpare: ['byMood'] };
    const after = thereAfter({ ...run, specs: [later], columns: [], before });
    expect(after.KantineThings?.since).toEqual({
      [made]: ['KtOwner', 'KtIx1'],
      [today]: ['byMood'],
    });
  });

  it('counts a column without the index that it wants as there: nothing more can be done', () => {
    const columns = [{ made: [], unindexed: [step('KtIx1')] }];
    const { KantineThings: list } = thereAfter({ ...run, columns });
    expect(list).toMatchObject({ unindexed: ['KtIx1'] });
    expect(covers(list, spec)).toBe(true);
  });

  it('keeps what a later version recorded, and so does its list', () => {
    const before = thereAfter({ ...run, columns: [] });
    const list = before.KantineThings;
    if (!list) throw new Error('Nothing was recorded.');
    const later = {
      ...before,
      KantineDreams: list,
      KantineThings: {
        ...list,
        settings: { ...list.settings, EnableAttachments: true, Rating: true },
        notes: [...list.notes, 'KtMood'],
        since: { ...list.since, [today]: ['KtIndexByMood'] },
        unindexed: ['KtIx9'],
      },
    };
    expect(covers(later.KantineThings, spec)).toBe(true);
    expect(thereAfter({ ...run, columns: [], before: later })).toEqual(later);
  });

  it('T4: lacks something while a column may still be unique that was so in version 0.1', () => {
    const { KantineThings: list } = thereAfter({ ...run, columns: [] });
    if (!list) throw new Error('Nothing was recorded.');
    const { repeats, ...earlier } = list;
    expect(repeats).toBe(true);
    expect(covers(earlier, spec)).toBe(false);
  });

  it('lacks what this version declares and it does not name', () => {
    const { KantineThings: list } = thereAfter({ ...run, columns: [] });
    const more = { ...spec, columns: [...spec.columns, { name: 'KtIx2', kind: 'text' as const }] };
    expect(covers(list, more)).toBe(false);
    expect(covers(list, { ...spec, readSecurity: 2 })).toBe(false);
    expect(covers(undefined, spec)).toBe(false);
  });
});
