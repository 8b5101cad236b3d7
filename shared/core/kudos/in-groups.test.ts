import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { groupContainer } from '../kernel/container.ts';
import { rows } from '../kernel/query.ts';
import { keptFields, keptThanks } from '../thanks/collection.ts';
import { forger } from '../testing/forger.ts';
import { day, minute, organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { groupThanks, thanksKind } from './collection.ts';
import { placeKey, thanksKey } from './kudos.ts';
import type { NewThankYou } from './give.ts';
import { weekName } from './week.ts';

let company: Organisation & { readonly group: string };
let open: string;
/** A secret group of Ada, Bram and Chloé. */
let den: string;
beforeEach(async () => {
  company = await organisationWithGroup();
  open = company.group;
  for (const person of ['bram', 'daan']) await company.as(person).groups.join({ group: open });
  const ada = company.as('ada');
  ({ id: den } = await ada.groups.create({
    name: 'Den',
    purpose: '',
    access: 'secret',
    key: company.key(),
  }));
  for (const person of ['bram', 'chloe'])
    await ada.groups.admit({ group: den, person, role: 'member' });
});

const give = async (group: string | undefined, input: Partial<NewThankYou> = {}, by = 'ada') => {
  company.clock.advance(minute);
  const key = company.key();
  const given = await company.as(by).kudos.give({
    recipients: ['bram'],
    value: 'helps-out',
    reason: 'carried my crates',
    as: group === undefined ? 'kudos' : 'thanks',
    key,
    ...(group === undefined ? {} : { group }),
    ...input,
  });
  return { ...given, id: input.key ?? key };
};
const feed = async (person: string) =>
  (await company.as(person).kudos.read({ isWide: true })).thankYous;
const reasons = async (person: string) => (await feed(person)).map(({ reason }) => reason);

describe('thanks in a group', () => {
  it('are read by its readers, with its name, and take no place of the week', async () => {
    const { thankYou, budget } = await give(den);
    expect(thankYou).toMatchObject({ group: { id: den, name: 'Den' }, isKudos: false, mine: true });
    expect(budget.left).toBe(5);
    expect(await feed('chloe')).toMatchObject([
      { group: { id: den, name: 'Den' }, giver: { id: 'ada' }, recipients: [{ id: 'bram' }] },
    ]);
  });

  it('are nowhere for others: not in the feed, not under “For you”, not in what came of it', async () => {
    await give(den, { reason: 'a canary sings here' });
    for (const person of ['daan', 'emre']) {
      const page = company.as(person);
      const answers = await Promise.all([
        page.kudos.read({ isWide: true }),
        page.thanks.received(),
        page.me.impact(),
        page.card.read({ person: 'bram' }),
        page.people.find({ text: 'canary' }),
      ]);
      expect(JSON.stringify(answers)).not.toContain('canary');
    }
    const outside = { ...(await give(open)), group: den };
    await expect(
      company.as('daan').thanks.keepKudos({ giver: 'ada', id: outside.id, kept: true, group: den }),
    ).rejects.toMatchObject({ tag: 'Forbidden' });
    await expect(give(den, {}, 'daan')).rejects.toMatchObject({ tag: 'Forbidden' });
    expect(await company.as('daan').kudos.audience({ group: den })).toMatchObject({ known: false });
  });

  it('are for nobody who would not read them', async () => {
    await expect(give(den, { recipients: ['bram', 'daan'] })).rejects.toMatchObject({
      tag: 'Invalid',
      data: { field: 'recipients', reason: 'cannot-read', actual: 'Daan Visser' },
    });
    expect(await feed('ada')).toEqual([]);
  });

  it('are no kudos', async () => {
    await expect(give(den, { as: 'kudos' })).rejects.toMatchObject({ data: { field: 'as' } });
  });

  it('are not given in an archived group', async () => {
    await company.as('ada').stewards.archive({
      group: open,
      reason: 'the project is over',
      key: company.key(),
    });
    await expect(give(open)).rejects.toMatchObject({ tag: 'Forbidden' });
  });

  it('are withdrawn by who gave them, and by nobody else', async () => {
    const { id } = await give(den);
    await company.as('chloe').kudos.withdraw({ id, group: den });
    expect(await reasons('chloe')).toHaveLength(1);
    await company.as('ada').kudos.withdraw({ id, group: den });
    expect(await reasons('chloe')).toEqual([]);
  });

  it('are given once, however often they are sent', async () => {
    const key = company.key();
    await give(den, { key });
    await give(den, { key, reason: 'carried all my crates' });
    expect(await reasons('bram')).toEqual(['carried all my crates']);
  });

  it('stand among those of everybody by when they were given, on every page once', async () => {
    const given: string[] = [];
    for (let turn = 0; turn < 45; turn += 1) {
      const reason = `for the crates ${turn}`;
      await give(turn % 3 === 0 ? den : undefined, {
        reason,
        ...(turn % 3 === 0 ? {} : { as: 'thanks' }),
      });
      given.unshift(reason);
    }
    const first = await company.as('bram').kudos.read({ isWide: true });
    const second = await company
      .as('bram')
      .kudos.read({ isWide: true, cursor: first.cursor ?? 'none' });
    expect([...first.thankYous, ...second.thankYous].map(({ reason }) => reason)).toEqual(given);
    expect(second.cursor).toBeUndefined();
  });

  it('are told to their recipient, kept by them, and counted with what came of what they gave', async () => {
    const { id } = await give(den);
    await give(open, { reason: 'lent me your van' });
    const bram = company.as('bram');
    expect((await bram.thanks.received()).thanks).toMatchObject([
      { group: { id: open, name: 'Lunch run' }, thankYou: { reason: 'lent me your van' } },
      { group: { id: den, name: 'Den' }, isKept: false },
    ]);
    expect(await bram.me.impact()).toMatchObject({ thanked: 1, values: ['helps-out'] });
    await bram.thanks.keepKudos({ giver: 'ada', id, kept: true, group: den });
    expect(await reasons('chloe')).toEqual([]);
    expect(await feed('bram')).toMatchObject([{ group: { id: open } }, { isKept: true }]);
    expect((await bram.thanks.received()).thanks[1]).toMatchObject({ isKept: true });
    await bram.thanks.keepKudos({ giver: 'ada', id, kept: false, group: den });
    expect(await reasons('chloe')).toHaveLength(1);
  });

  it('are on their recipient’s profile for who reads the group, unless they are kept', async () => {
    await give(undefined, { reason: 'for all to read' });
    const { id } = await give(den, { reason: 'for the den alone' });
    const seen = async (person: string) =>
      (await company.as(person).kudos.receivedBy({ person: 'bram' })).thankYous.map(
        ({ reason, group }) => `${reason} ${group?.name ?? ''}`,
      );
    expect(await seen('chloe')).toEqual(['for the den alone Den', 'for all to read ']);
    expect(await seen('daan')).toEqual(['for all to read ']);
    await company.as('bram').thanks.keepKudos({ giver: 'ada', id, kept: true, group: den });
    expect(await seen('chloe')).toEqual(['for all to read ']);
    expect(await seen('ada')).toHaveLength(2);
    expect(await seen('bram')).toHaveLength(2);
    expect(await company.as('emre').kudos.receivedBy({ person: 'ada' })).toEqual({
      thankYous: [],
      isMore: false,
    });
  });

  it('are gone for who is in the group no more', async () => {
    await give(den);
    await company.as('ada').groups.expel({ group: den, person: 'bram' });
    expect(await reasons('bram')).toEqual([]);
    expect((await company.as('bram').thanks.received()).thanks).toEqual([]);
  });

  it('take no places from the week, whatever is given where', async () => {
    const turns = fc.array(fc.constantFrom('open', 'den', 'all'), { minLength: 1, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(turns, async (where) => {
        company.clock.advance(7 * day);
        let kudos = 0;
        for (const each of where) {
          if (each === 'all' && kudos === 5) continue;
          if (each === 'all') kudos += 1;
          await give(each === 'all' ? undefined : each === 'open' ? open : den);
        }
        expect((await company.as('ada').kudos.budget()).left).toBe(5 - kudos);
      }),
      { numRuns: 10 },
    );
  });
});

describe('rows written around Kantine', () => {
  const fields = { recipient: 'bram', value: 'helps-out', reason: 'a b c', batch: 'b' };
  const key = thanksKey('b', 'bram');

  it.each([
    ['of another kind', key, { kind: 'other' }],
    ['under a place of the week', placeKey(weekName(Date.UTC(2026, 10, 25, 10)), 0), {}],
    ['for oneself', thanksKey('b', 'daan'), { recipient: 'daan' }],
    ['of too few words', key, { reason: 'thanks' }],
    ['of no value', key, { value: 'No value!' }],
    ['of a value that nobody offers', key, { value: 'own-9' }],
  ])('%s are no thanks', async (_, own, changed) => {
    const row = { ...fields, kind: thanksKind, ...changed };
    await forger(company, 'daan').write(groupThanks, groupContainer(open), own, row);
    expect(await feed('bram')).toEqual([]);
  });

  it('and rows that their giver changed later are no thanks', async () => {
    await give(open);
    company.clock.advance(12 * minute);
    const { store } = company.host('ada');
    const byKind = { index: 'byKind', eq: thanksKind, order: 'descending', limit: 1 } as const;
    const [{ records }] = await store.read([
      rows(groupThanks, { container: groupContainer(open), ...byKind }),
    ]);
    const [row] = records;
    if (row) await store.update(groupThanks, row, { reason: 'never carried any crates' });
    expect([await feed('bram'), await feed('daan')]).toEqual([[], []]);
    expect((await company.as('daan').thanks.received()).thanks).toEqual([]);
  });

  it('hide nothing of a colleague’s, and show nothing that they keep, however many they are', async () => {
    const { id } = await give(open);
    const { store } = company.host('ada');
    const [{ records }] = await store.read([
      {
        kind: 'rows',
        collection: groupThanks,
        container: groupContainer(open),
        index: 'byBatch',
        eq: id,
        order: 'ascending',
        limit: 1,
      },
    ]);
    const row = records[0]?.id ?? '';
    const mallory = forger(company, 'daan');
    const hide = (own: string) =>
      mallory.write(keptThanks, groupContainer(open), own, keptFields(row, true));
    await hide(row);
    expect(await reasons('ada')).toHaveLength(1);
    await company.as('bram').thanks.keepKudos({ giver: 'ada', id, kept: true, group: open });
    for (let turn = 0; turn < 310; turn += 1) await hide(`${row} ${turn}`);
    expect(await reasons('daan')).toEqual([]);
    expect(await reasons('bram')).toHaveLength(1);
  });
});
