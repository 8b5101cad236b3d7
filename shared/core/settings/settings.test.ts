import { beforeEach, describe, expect, it } from 'vitest';
import { communityContainer, governedContainer, officeContainer } from '../kernel/container.ts';
import { kudos } from '../kudos/collection.ts';
import { staff, staffFields } from '../people/staff.ts';
import { forger } from '../testing/forger.ts';
import { day, directoryPeople, minute, organisation, wednesday } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { settings } from './collection.ts';

let company: Organisation;
beforeEach(() => {
  company = organisation(directoryPeople, ['daan', 'emre']);
});

const read = (person = 'ada') => company.as(person).settings.read();
const own = 'own-quiet-help';
const value = {
  id: own,
  icon: '🌿',
  names: { nl: 'Stille hulp', en: 'Quiet help' },
  meaning: 'Help that nobody sees.',
  from: 0,
  until: 0,
};
const save = (change: object = {}, owner = 'daan') => {
  company.clock.advance(minute);
  return company
    .as(owner)
    .settings.saveValue({ value: { ...value, ...change }, key: company.key() });
};
const allow = (allowance: number, owner = 'daan') => {
  company.clock.advance(minute);
  return company.as(owner).settings.setAllowance({ allowance, key: company.key() });
};
const give = (recipients: string[], named = 'helps-out') =>
  company.as('ada').kudos.give({
    recipients,
    value: named,
    reason: 'for all the bread',
    as: 'kudos',
    key: company.key(),
  });
const valueOf = async (id: string, person?: string) =>
  (await read(person)).values.find((each) => each.id === id);

describe('the settings of a community', () => {
  it('hold from the start, and say who may change them', async () => {
    expect(await read()).toMatchObject({
      allowance: 5,
      languages: ['nl', 'en', 'de', 'fr'],
      mayChange: false,
    });
    expect((await read()).values).toHaveLength(5);
    expect((await read('daan')).mayChange).toBe(true);
  });

  it('are changed by owners alone', async () => {
    for (const work of [() => save({}, 'ada'), () => allow(3, 'ada')])
      await expect(work()).rejects.toMatchObject({ tag: 'Forbidden' });
    await expect(company.as('ada').settings.log()).rejects.toMatchObject({ tag: 'Forbidden' });
    const { settings: mine } = company.as('ada');
    const lines = [
      { who: 'Bram de Wit', department: '', place: '', title: '', manager: '', since: '' },
    ];
    await expect(mine.previewStaff({ lines })).rejects.toMatchObject({ tag: 'Forbidden' });
    const bringing = mine.bringInStaff({ lines, key: company.key() });
    await expect(bringing).rejects.toMatchObject({ tag: 'Forbidden' });
    const forged = forger(company, 'ada').write(settings, governedContainer, 'allowance:', {
      kind: 'allowance',
      name: '',
      said: '1',
    });
    await expect(forged).rejects.toMatchObject({ tag: 'Forbidden' });
  });

  it('of several owners are what was written last', async () => {
    await allow(2, 'daan');
    await allow(4, 'emre');
    expect((await read()).allowance).toBe(4);
    await allow(1, 'daan');
    expect((await read()).allowance).toBe(1);
  });

  it('that do not fit hold as from the start', async () => {
    const { write } = forger(company, 'daan');
    for (const [at, said] of ['x', '99', '-1', '{"a":1}', 'null'].entries()) {
      await write(settings, governedContainer, `allowance:${at}`, {
        kind: 'allowance',
        name: `${at}`,
        said,
      });
    }
    await write(settings, governedContainer, 'allowance:', {
      kind: 'allowance',
      name: '',
      said: '99',
    });
    await write(settings, governedContainer, 'value:own-x', {
      kind: 'value',
      name: 'own-x',
      said: '[]',
    });
    expect(await read()).toMatchObject({ allowance: 5, values: { length: 5 } });
  });

  it('have a row in the owners’ log for each change, once where it was sent again', async () => {
    await allow(3);
    const key = company.key();
    for (let turn = 0; turn < 2; turn += 1)
      await company.as('daan').settings.saveValue({ value, key });
    const entries = await company.as('emre').settings.log();
    expect(entries.map(({ by, of }) => [by.id, of])).toEqual([
      ['daan', `value:${own}`],
      ['daan', 'allowance'],
    ]);
    const row = { kind: 'change', name: 'x', said: '{}' };
    const forged = forger(company, 'ada').write(settings, officeContainer, 'change:x', row);
    await expect(forged).rejects.toMatchObject({ tag: 'Forbidden' });
  });
});

describe('a value of the company', () => {
  it('is added with names, named by thanks, and shown with them', async () => {
    await save();
    expect(await valueOf(own)).toMatchObject({ ...value, isOffered: true });
    await give(['bram'], own);
    const page = await company.as('bram').kudos.read({});
    expect(page.thankYous).toMatchObject([{ value: own }]);
    expect(page.values.map(({ id }) => id)).toContain(own);
  });

  it('is offered from its first day until its last, and what was given for it stays', async () => {
    const from = company.clock.now() + day;
    await save({ from, until: from + day });
    await expect(give(['bram'], own)).rejects.toMatchObject({ data: { reason: 'unknown-value' } });
    company.clock.set(from);
    await give(['bram'], own);
    company.clock.set(from + day);
    await expect(give(['chloe'], own)).rejects.toMatchObject({ data: { field: 'value' } });
    expect((await company.as('bram').kudos.read({})).thankYous).toHaveLength(1);
  });

  it('from the start may end too', async () => {
    await save({ id: 'brings-joy', until: wednesday });
    await expect(give(['bram'], 'brings-joy')).rejects.toMatchObject({ tag: 'Invalid' });
    expect(await valueOf('brings-joy')).toMatchObject({ isOffered: false });
  });

  it.each([
    ['without a name', { names: {} }, 'empty'],
    ['with a name that is too long', { names: { en: 'x'.repeat(41) } }, 'too-long'],
    ['that ends before it begins', { from: 9, until: 8 }, 'malformed'],
    ['under an id that is none', { id: 'obeys' }, 'unknown-value'],
  ])('%s is refused', async (_, change, reason) => {
    await expect(save(change)).rejects.toMatchObject({ tag: 'Invalid', data: { reason } });
  });

  it('that nobody added is no value: thanks for it by hand are not shown', async () => {
    await forger(company, 'emre').write(kudos, communityContainer, '["thanks","b","bram"]', {
      recipient: 'bram',
      value: 'own-obeys',
      reason: 'for all the bread',
      batch: 'b',
    });
    expect((await company.as('bram').kudos.read({})).thankYous).toEqual([]);
  });
});

describe('the allowance', () => {
  it('is how many kudos one gives in a week; what was given before stays', async () => {
    await give(['bram', 'chloe', 'daan']);
    await allow(2);
    expect(await company.as('ada').kudos.budget()).toMatchObject({ left: 0, of: 2 });
    await expect(give(['emre'])).rejects.toMatchObject({ tag: 'QuotaReached' });
    expect((await company.as('bram').kudos.read({})).thankYous[0]?.recipients).toHaveLength(3);
    await allow(4);
    await give(['emre']);
    expect(await company.as('ada').kudos.budget()).toMatchObject({ left: 0, of: 4 });
  });
});

describe('the list of staff', () => {
  const line = { who: '', department: '', place: '', title: '', manager: '', since: '' };
  const lines = [
    { ...line, who: 'Bram de Wit', department: 'Legal', manager: 'Ada Lindqvist', since: '2019' },
    { ...line, who: 'chloe', place: 'Lyon' },
    { ...line, who: 'Nobody Here' },
    { ...line, who: 'Lena Farewell' },
    { ...line, who: 'Daan Visser', manager: 'Nobody Here', since: 'long ago' },
  ];
  const preview = () => company.as('daan').settings.previewStaff({ lines });

  it('is looked at before it is brought in: whom each line is about, and what cannot be', async () => {
    expect(await preview()).toMatchObject([
      { person: { id: 'bram' }, manager: { id: 'ada' }, wrong: [], isSame: false },
      { person: { id: 'chloe' }, wrong: [] },
      { wrong: ['who'] },
      { wrong: ['who'] },
      { person: { id: 'daan' }, wrong: ['manager', 'since'] },
    ]);
  });

  it('says nothing of somebody any more whom an owner took off it, whoever wrote their line', async () => {
    const daan = company.as('daan').settings;
    const said = async () => (await company.as('chloe').card.read({ person: 'bram' })).facts;
    const off = (owner: string) =>
      company.as(owner).settings.removeStaff({ person: 'bram', key: company.key() });
    expect(await daan.readStaff({ person: 'bram' })).toBeNull();
    for (const owner of ['daan', 'emre']) {
      await daan.bringInStaff({ lines, key: company.key() });
      expect(await company.as(owner).settings.readStaff({ person: 'bram' })).toMatchObject({
        person: { name: 'Bram de Wit' },
        department: 'Legal',
        manager: { id: 'ada' },
      });
      company.clock.advance(minute);
      await off(owner);
      await off(owner);
      expect((await said()).department?.by).not.toBe('staff');
      expect(await daan.readStaff({ person: 'bram' })).toBeNull();
      company.clock.advance(minute);
    }
    await daan.bringInStaff({ lines, key: company.key() });
    expect((await said()).department).toMatchObject({ text: 'Legal', by: 'staff' });
    await expect(off('bram')).rejects.toMatchObject({ tag: 'Forbidden' });
    const asked = company.as('bram').settings.readStaff({ person: 'bram' });
    await expect(asked).rejects.toMatchObject({ tag: 'Forbidden' });
  });

  it('shows its owners who is on it, who left the host first, and lets them take these off', async () => {
    const { settings: ofDaan } = company.as('daan');
    await ofDaan.bringInStaff({ lines, key: company.key() });
    const said = { department: 'Legal', place: '', title: '', manager: '', since: '2001' };
    for (const account of ['left', 'long-forgotten'])
      await company
        .host('emre')
        .store.insert(staff, governedContainer, account, staffFields(account, said));
    const shown = async () =>
      (await ofDaan.listStaff({ department: 'legal' })).lines.map(({ person }) => person);
    expect(await shown()).toMatchObject([
      { name: 'Lena Farewell', active: false },
      { id: 'long-forgotten', name: '', active: false },
      { id: 'bram', active: true },
    ]);
    expect((await ofDaan.listStaff({ department: 'none such' })).lines).toEqual([]);
    expect((await ofDaan.listStaff()).isMore).toBe(false);
    company.clock.advance(minute);
    for (const person of ['left', 'long-forgotten'])
      await ofDaan.removeStaff({ person, key: company.key() });
    expect(await shown()).toMatchObject([{ id: 'bram' }]);
    await expect(company.as('bram').settings.listStaff()).rejects.toMatchObject({
      tag: 'Forbidden',
    });
  });

  it('is brought in without the lines that cannot be, and shows on cards', async () => {
    const key = company.key();
    expect(await company.as('daan').settings.bringInStaff({ lines, key })).toBe(2);
    expect(await company.as('daan').settings.bringInStaff({ lines, key })).toBe(2);
    const { facts, manager } = await company.as('chloe').card.read({ person: 'bram' });
    expect(facts).toMatchObject({
      department: { text: 'Legal', by: 'staff' },
      since: { text: '2019', by: 'staff' },
    });
    expect(manager?.id).toBe('ada');
    expect((await preview()).map(({ isSame }) => isSame)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    const [entry] = await company.as('emre').settings.log();
    expect([entry?.of, entry?.said]).toEqual(['staff', '{"people":2}']);
  });
});
