import { beforeEach, describe, expect, it } from 'vitest';
import { communityContainer, governedContainer } from '../kernel/container.ts';
import type { DirectoryPerson } from '../kernel/ports.ts';
import { byKeys, maxLimit, rows } from '../kernel/query.ts';
import { forger, malformed } from '../testing/forger.ts';
import { organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { staff, staffFields } from './staff.ts';
import { tags } from './tags.ts';

const people: readonly DirectoryPerson[] = [
  { id: 'ada', name: 'Ada Lindqvist', active: true, department: 'Bakery', place: 'Lund' },
  { id: 'bram', name: 'Bram de Wit', active: true, department: 'Transport', place: 'Lund' },
  { id: 'chloe', name: 'Chloé Martin', active: true },
  { id: 'daan', name: 'Daan Visser', active: true },
  { id: 'emre', name: 'Emre Yıldız', active: true, title: 'Site manager' },
  { id: 'eve', name: 'Eve Guest', active: true, guest: true },
  { id: 'left', name: 'Lena Farewell', active: false, department: 'Bakery' },
];

let company: Organisation;
beforeEach(() => {
  company = organisation(people, ['daan']);
});

const nothing = { about: '', askMeAbout: [], interests: [] };
const write = (person: string, profile: object) =>
  company.as(person).card.update({ ...nothing, ...profile });
const find = (wanted: object, reader = 'bram') =>
  company.as(reader).people.find({ text: '', ...wanted });
const found = async (wanted: object, reader?: string) =>
  (await find(wanted, reader)).people.map(({ person }) => person.id);

const list = (account: string, said: object, owner = 'daan', key = account) =>
  forger(company, owner).write(staff, governedContainer, key, {
    ...staffFields(account, {
      department: '',
      place: '',
      title: '',
      manager: '',
      since: '',
      ...said,
    }),
  });

describe('a colleague', () => {
  it('is found by what they are glad to be asked about, with why', async () => {
    await write('ada', { askMeAbout: ['Power BI', 'Rye'], interests: ['Power walking'] });
    const { people: all } = await find({ text: 'power bi' });
    expect(all).toMatchObject([
      { person: { id: 'ada' }, by: [{ kind: 'ask', text: 'Power BI' }], groups: 0 },
    ]);
    expect((await find({ text: 'power' })).people[0]?.by).toEqual([
      { kind: 'ask', text: 'Power BI' },
      { kind: 'interest', text: 'Power walking' },
    ]);
    expect(await found({ text: 'Powerful bison' })).toEqual([]);
  });

  it.each([
    ['an interest', { interests: ['Bouldering'] }, 'bouldering', 'interest'],
    ['another form of a word', { askMeAbout: ['Annual reports'] }, 'report', 'ask'],
    ['a language', { languages: ['Français'] }, 'francais', 'language'],
    ['a department that they wrote', { department: 'Quality' }, 'quality', 'department'],
    ['a place that they wrote', { place: 'Malmö' }, 'malmo', 'place'],
  ])('is found by %s', async (_, profile, text, kind) => {
    await write('chloe', profile);
    expect((await find({ text })).people).toMatchObject([
      { person: { id: 'chloe' }, by: [{ kind }] },
    ]);
  });

  it('is found by name, title, and where they work as the directory has it', async () => {
    expect(await found({ text: 'chloe' })).toEqual(['chloe']);
    expect(await found({ text: 'manager' })).toEqual(['emre']);
    expect(await found({ text: 'bakery' })).toEqual(['ada']);
    expect(await found({ text: 'Lund' })).toEqual(['ada', 'bram']);
    expect(await found({ department: 'Transport' })).toEqual(['bram']);
    expect(await found({ text: 'ada', department: 'Transport' })).toEqual([]);
  });

  it('is found by what the owners’ list of staff says', async () => {
    await list('chloe', { department: 'Legal', place: 'Lyon', since: '2019' });
    expect((await find({ text: 'legal' })).people).toMatchObject([
      { person: { id: 'chloe' }, department: { text: 'Legal', by: 'staff' }, by: [] },
    ]);
    expect(await found({ department: 'Legal', place: 'Lyon' })).toEqual(['chloe']);
    expect((await find({ text: 'chloe' })).departments).toEqual(['Legal']);
  });

  it('is found by words of which each tells another thing of them', async () => {
    await list('chloe', { title: 'Service engineer', place: 'Leeds' });
    await list('emre', { department: 'Service', place: 'York' });
    await write('daan', { askMeAbout: ['Rye'], place: 'Leeds' });
    expect(await found({ text: 'service leeds' })).toEqual(['chloe']);
    expect(await found({ text: 'York service' })).toEqual(['emre']);
    expect(await found({ text: 'bakery lund' })).toEqual(['ada']);
    expect((await find({ text: 'rye leeds' })).people).toMatchObject([
      {
        person: { id: 'daan' },
        by: [
          { kind: 'ask', text: 'Rye' },
          { kind: 'place', text: 'Leeds' },
        ],
      },
    ]);
    expect(await found({ text: 'rye york' })).toEqual([]);
  });

  it('shows how many groups the reader shares with them', async () => {
    for (const name of ['Running', 'Lunch']) {
      const { id: group } = await company.as('ada').groups.create({ name, purpose: '' });
      await company.as('bram').groups.join({ group });
    }
    expect((await find({ text: 'ada' })).people).toMatchObject([{ groups: 2 }]);
    expect((await find({ text: 'bram' })).people).toMatchObject([{ groups: 0 }]);
  });

  it('who left, or is a guest, is found by nothing', async () => {
    for (const person of ['left', 'eve'])
      await write(person, { askMeAbout: ['Rye'] }).catch(() => 0);
    await list('left', { department: 'Legal' });
    for (const text of ['lena', 'eve', 'rye', 'legal']) expect(await found({ text })).toEqual([]);
    expect(await found({ department: 'Legal' })).toEqual([]);
  });

  it('is found no more by what they took back', async () => {
    const { version } = await write('ada', { askMeAbout: ['Rye'], interests: ['Chess'] });
    await write('ada', { interests: ['Chess'], version });
    expect(await found({ text: 'rye' })).toEqual([]);
    expect(await found({ text: 'chess' })).toEqual(['ada']);
    const [{ records }] = await company.host('bram').store.read([
      rows(tags, {
        container: communityContainer,
        index: 'byTag',
        in: ['rye', 'chess'],
        order: 'ascending',
        limit: maxLimit,
      }),
    ]);
    expect(records.map(({ key }) => key)).toEqual(['interest:chess|chess']);
  });

  it('is found after a save that broke off was repeated', async () => {
    company.faults.inject({ kind: 'answer-lost', on: 'write' });
    await expect(write('ada', { askMeAbout: ['Rye'] })).rejects.toMatchObject({ tag: 'Offline' });
    expect(await found({ text: 'rye' })).toEqual([]);
    await write('ada', { askMeAbout: ['Rye'] });
    expect(await found({ text: 'rye' })).toEqual(['ada']);
  });

  it('is not found by a word of nobody', async () => {
    expect(await find({ text: 'Kubernetes' })).toMatchObject({ people: [], isMore: false });
    expect(await find({ text: ' ' })).toMatchObject({
      people: [],
      departments: ['Bakery', 'Transport'],
      places: ['Lund'],
    });
  });
});

describe('what is believed of where somebody works', () => {
  it('is the directory before the list of staff, and that before their own words', async () => {
    const own = { department: 'Own', place: 'Own', since: '2001' };
    await write('ada', own);
    await write('chloe', own);
    await write('emre', own);
    await list('ada', { department: 'Listed', place: 'Listed', since: '2019' });
    await list('chloe', { department: 'Listed', title: 'Lawyer' });
    const factsOf = async (person: string) =>
      (await company.as('bram').card.read({ person })).facts;
    expect(await factsOf('ada')).toEqual({
      department: { text: 'Bakery', by: 'host' },
      place: { text: 'Lund', by: 'host' },
      since: { text: '2019', by: 'staff' },
    });
    expect(await factsOf('chloe')).toEqual({
      title: { text: 'Lawyer', by: 'staff' },
      department: { text: 'Listed', by: 'staff' },
      place: { text: 'Own', by: 'self' },
      since: { text: '2001', by: 'self' },
    });
    expect((await factsOf('emre')).department).toEqual({ text: 'Own', by: 'self' });
  });

  it('of several owners is what was written last, for managers too', async () => {
    company = organisation(people, ['daan', 'emre']);
    await list('ada', { manager: 'bram', since: '2001' });
    company.clock.advance(1000);
    await list('ada', { manager: 'chloe', since: '2019' }, 'emre');
    const card = await company.as('bram').card.read({ person: 'ada' });
    expect([card.facts.since?.text, card.manager?.id]).toEqual(['2019', 'chloe']);
    const reportsOf = async (person: string) =>
      (await company.as('bram').card.read({ person })).reports?.map(({ id }) => id);
    expect(await reportsOf('chloe')).toEqual(['ada']);
    expect(await reportsOf('bram')).toBeUndefined();
  });
});

describe('a forged row', () => {
  const forge = (key: string, fields: object, by = 'emre') =>
    forger(company, by).write(tags, communityContainer, key, fields);
  const rye = { kind: 'ask', tag: 'rye', word: 'rye' };

  it('tells of no colleague that they are glad to be asked', async () => {
    await forge('ask:rye|rye', { ...rye, person: 'chloe' });
    expect(await found({ text: 'rye' })).toEqual([]);
  });

  it('of one’s own counts only where one’s profile says it', async () => {
    await forge('ask:rye|rye', { ...rye, person: 'emre' });
    expect(await found({ text: 'rye' })).toEqual([]);
    await write('emre', { askMeAbout: ['Rye'] });
    expect(await found({ text: 'rye' })).toEqual(['emre']);
  });

  it('hides nobody, however many there are', async () => {
    await write('ada', { askMeAbout: ['Rye'] });
    for (const [turn, fields] of malformed.entries())
      await forge(`row ${turn}`, fields as object).catch(() => undefined);
    for (let turn = 0; turn < 130; turn += 1)
      await forge(`flood ${turn}`, { ...rye, person: 'emre' });
    expect(await found({ text: 'rye' })).toEqual(['ada']);
  });

  it('of staff is believed of owners alone, and under its own key', async () => {
    const forged = list('ada', { since: '1900', manager: 'emre' }, 'emre');
    await expect(forged).rejects.toMatchObject({ tag: 'Forbidden' });
    await list('ada', { since: '1900' }, 'daan', 'chloe');
    expect((await company.as('bram').card.read({ person: 'ada' })).facts.since).toBeUndefined();
    const [{ records }] = await company
      .host('bram')
      .store.read([byKeys(staff, governedContainer, 'daan', ['chloe'])]);
    expect(records).toHaveLength(1);
  });
});
