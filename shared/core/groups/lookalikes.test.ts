/** Names of groups that look the same. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { communityContainer } from '../kernel/container.ts';
import { forger } from '../testing/forger.ts';
import { directoryPeople, minute, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { groups } from './collections.ts';
import { groupTitle } from './group.ts';
import { skeletons } from './skeleton.ts';

let company: Organisation;
beforeEach(async () => {
  company = organisation();
  await company.as('ada').groups.create({ name: 'Marketing', purpose: '' });
  company.clock.advance(minute);
});

const start = (name: string, access: 'open' | 'secret' = 'open') =>
  company.as('bram').groups.create({ name, purpose: '', access, key: company.key() });

/** By character: Cyrillic a and e, r and n for m, Greek capital iota, a Cherokee letter. */
const lookalikes = [
  'M\u0430rketing',
  'Mark\u0435ting',
  'Rnarketing',
  'MARKET\u0399NG',
  '\u13B7arketing',
];

describe('a name that looks like one that is there', () => {
  it.each(lookalikes)('T14: is refused: %s', async (name) => {
    const data = { field: 'name', reason: 'name-taken', actual: 'Marketing' };
    await expect(start(name)).rejects.toMatchObject({ tag: 'Invalid', data });
  });

  it('T14: tells nothing of a secret group', async () => {
    await company
      .as('ada')
      .groups.create({ name: 'Layoffs', purpose: '', access: 'secret', key: company.key() });
    await expect(start('L\u0430yoffs')).resolves.toMatchObject({ name: 'L\u0430yoffs' });
  });

  it.each(lookalikes)('T14: written by hand is shown with who started it: %s', async (name) => {
    const row = { name, title: groupTitle(name), purpose: '', access: 'open' };
    await forger(company).write(groups, communityContainer, 'x', row);
    const { others } = await company.as('daan').groups.browse({});
    const shown = others.map((view) => [view.name, view.startedBy?.name]);
    expect(shown.toSorted()).toEqual(
      [
        ['Marketing', undefined],
        [name, directoryPeople.find(({ id }) => id === 'emre')?.name],
      ].toSorted(),
    );
  });

  it('T14: loses characters that show nothing or turn others round', async () => {
    const hidden = 'Sa\u200Bles\u202E \u2066team\uFEFF';
    await expect(start(hidden)).resolves.toMatchObject({ name: 'Sales team' });
    const row = { name: 'B\u202Eoard', title: groupTitle('B\u202Eoard'), purpose: '' };
    await forger(company).write(groups, communityContainer, 'x', { ...row, access: 'open' });
    const { others } = await company.as('daan').groups.browse({});
    expect(others.map(({ name }) => name)).toContain('Board');
  });
});

describe('the skeleton of a name', () => {
  it('is that of its skeleton', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const [, look] = skeletons(name);
        expect(skeletons(look)[1]).toBe(look);
      }),
    );
  });

  it('tells apart what people tell apart', () => {
    const names = [
      'Lunch run',
      'Lunch fun',
      'Zürich',
      'Zurich',
      'Team 1',
      'Team 2',
      'Отдел',
      'Ελλάδα',
    ];
    const looks = names.map((name) => [...new Set(skeletons(name))]).flat();
    expect(new Set(looks).size).toBe(looks.length);
  });
});
