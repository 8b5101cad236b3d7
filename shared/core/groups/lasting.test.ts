/** A group is more than its founder's row, and nobody buries those of others. */
import { beforeEach, describe, expect, it } from 'vitest';
import { byIds } from '../kernel/query.ts';
import { communityContainer } from '../kernel/container.ts';
import { forger } from '../testing/forger.ts';
import { day, minute, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { groups, memberships } from './collections.ts';
import type { GroupRecord, GroupView } from './group.ts';
import { groupTitle } from './group.ts';

let company: Organisation;
let group: string;
beforeEach(async () => {
  company = organisation();
  ({ id: group } = await company.as('ada').groups.create({ name: 'Lunch run', purpose: '' }));
  for (const person of ['bram', 'chloe']) await company.as(person).groups.join({ group });
  company.clock.advance(minute);
});

const record = async (): Promise<GroupRecord> => {
  const [{ records }] = await company
    .host('ada')
    .store.read([byIds(groups, communityContainer, [group])]);
  return records[0] as GroupRecord;
};
const change = async (fields: Partial<GroupRecord['fields']>): Promise<void> => {
  await company.host('ada').store.update(groups, await record(), fields);
};
const post = (person: string) =>
  company.as(person).wall.post({ group, text: 'Still here', key: company.key() });

describe('a group whose founder', () => {
  const goesOn = async (): Promise<void> => {
    await expect(post('bram')).resolves.toMatchObject({ text: 'Still here' });
    const wall = await company.as('chloe').wall.read({ group });
    expect(wall.group).toMatchObject({ id: group, name: 'Lunch run', access: 'open' });
    expect(wall.posts.map(({ text }) => text)).toEqual(['Still here']);
    expect(await company.as('bram').groups.read({ group })).toMatchObject({ name: 'Lunch run' });
    const { own } = await company.as('bram').groups.browse({});
    expect(own).toMatchObject([{ id: group, name: 'Lunch run', joined: true }]);
  };

  it('T10: deletes its record lives on, with the name that people joined', async () => {
    await company.host('ada').store.remove(groups, await record());
    await company.as('ada').groups.leave({ group });
    await goesOn();
  });

  it('T10: makes its record that of a closed group lives on', async () => {
    await change({ access: 'closed' });
    await goesOn();
  });

  it('T10: renames it by hand shows what it was', async () => {
    await change({ name: 'Sales only', title: groupTitle('Sales only') });
    const seen = await company.as('daan').groups.read({ group });
    expect(seen).toMatchObject({ name: 'Sales only', formerly: 'Lunch run' });
  });

  it('T10: renames it shows no name that one member alone remembers', async () => {
    const mallory = forger(company);
    const own = { group, person: 'emre', name: 'I quit' };
    await mallory.write(memberships, communityContainer, group, own);
    await change({ name: 'Sales only', title: groupTitle('Sales only') });
    expect(await company.as('daan').groups.read({ group })).toMatchObject({
      formerly: 'Lunch run',
    });
    for (const person of ['ada', 'bram', 'chloe']) await company.as(person).groups.leave({ group });
    expect(await company.as('daan').groups.read({ group })).not.toHaveProperty('formerly');
  });
});

describe('rows alone', () => {
  it('T10: make no group: the host has to have a place for it', async () => {
    const mallory = forger(company);
    const own = { group: '404', person: 'emre', name: 'Not there' };
    await mallory.write(memberships, communityContainer, '404', own);
    const reading = company.as('emre').groups.read({ group: '404' });
    await expect(reading).rejects.toMatchObject({ tag: 'NotFound' });
    expect((await company.as('emre').groups.browse({})).own).toEqual([]);
  });
});

describe('many groups of one colleague', () => {
  const start = (name: string) => company.as('emre').groups.create({ name, purpose: '' });
  const names = (views: readonly GroupView[]) => views.map(({ name }) => name);

  it('T9: are at most ten a day', async () => {
    for (let turn = 0; turn < 10; turn += 1) await start(`Club ${turn}`);
    const data = { field: 'name', reason: 'enough-today', limit: 10 };
    await expect(start('Club 10')).rejects.toMatchObject({ tag: 'Invalid', data });
    // Taking one up again is no start.
    await expect(start('Club 3')).resolves.toMatchObject({ name: 'Club 3' });
    company.clock.advance(day);
    await expect(start('Club 10')).resolves.toMatchObject({ name: 'Club 10' });
  });

  it.each([1, -1])(
    'K12: are at most ten a day, by a browser clock %d days wrong, too',
    async (days) => {
      const start = (name: string) =>
        company.ahead('emre', days * day).groups.create({ name, purpose: '' });
      for (let n = 0; n < 10; n += 1) await start(`Club ${n}`);
      await expect(start('One more')).rejects.toMatchObject({ data: { reason: 'enough-today' } });
    },
  );

  it('T9: written by hand count no further than ten a day', async () => {
    const mallory = forger(company);
    for (let turn = 0; turn < 55; turn += 1) {
      const name = `club ${turn}`;
      const row = { name, title: name, purpose: '', access: 'open' };
      await mallory.write(groups, communityContainer, name, row);
    }
    const { others, dropped } = await company.as('daan').groups.browse({});
    expect(others).toHaveLength(11);
    expect(names(others)).toContain('Lunch run');
    expect(dropped).toBe(45);
  });

  it('T9: take no group off the list: one’s own come first, and others page by page', async () => {
    const mallory = forger(company);
    for (let turn = 0; turn < 400; turn += 1) {
      const name = `club ${turn}`;
      const row = { name, title: name, purpose: '', access: 'open' };
      await mallory.write(groups, communityContainer, name, row);
      if (turn % 8 === 0) company.clock.advance(day);
    }
    expect(names((await company.as('bram').groups.browse({})).own)).toEqual(['Lunch run']);
    const seen = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = await company.as('daan').groups.browse(cursor === undefined ? {} : { cursor });
      for (const { name } of page.others) {
        expect(seen.has(name), name).toBe(false);
        seen.add(name);
      }
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(seen.size).toBe(401);
  });
});
