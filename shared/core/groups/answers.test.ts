import { beforeEach, describe, expect, it } from 'vitest';
import { organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';

let company: Organisation;
beforeEach(() => {
  company = organisation();
});

const start = async (access: 'open' | 'closed' | 'secret') => {
  const input = { name: `The ${access} one`, purpose: '', access, key: company.key() };
  return (await company.as('ada').groups.create(input)).id;
};

describe('what commands of groups answer', () => {
  it('is what the list shows afterwards: joining and leaving an open group', async () => {
    const group = await start('open');
    const bram = company.as('bram');
    const joined = await bram.groups.join({ group });
    expect([joined]).toEqual((await bram.groups.browse()).own);
    expect(await bram.groups.join({ group })).toEqual(joined);
    const left = await bram.groups.leave({ group });
    expect([left]).toEqual((await bram.groups.browse()).others);
  });

  it('is what the list shows afterwards: asking to be let in, and leaving a closed group', async () => {
    const group = await start('closed');
    const bram = company.as('bram');
    const asked = await bram.groups.ask({ group, note: '' });
    expect([asked]).toEqual((await bram.groups.browse()).own);
    const admitted = await company
      .as('ada')
      .groups.admit({ group, person: 'bram', role: 'member' });
    expect(await bram.groups.members({ group })).toContainEqual(admitted);
    const left = await bram.groups.leave({ group });
    expect([left]).toEqual((await bram.groups.browse()).others);
  });

  it('tells nothing of a secret group to somebody who left it, or was never in it', async () => {
    const group = await start('secret');
    await company.as('ada').groups.admit({ group, person: 'bram', role: 'member' });
    expect(await company.as('bram').groups.leave({ group })).toBeUndefined();
    expect(await company.as('chloe').groups.leave({ group })).toBeUndefined();
  });
});

describe('one’s own groups', () => {
  it('are all that one is in, asked for or asks to be let into, as the list shows them', async () => {
    for (const access of ['open', 'closed', 'secret'] as const) await start(access);
    const { id: group } = await company
      .as('bram')
      .groups.create({ name: 'Council', purpose: '', access: 'closed' });
    await company.as('ada').groups.ask({ group, note: '' });
    await company.as('bram').groups.create({ name: 'Lunch', purpose: '' });
    const own = await company.as('ada').groups.own();
    expect(own.map(({ name }) => name)).toEqual([
      'Council',
      'The closed one',
      'The open one',
      'The secret one',
    ]);
    expect(own).toEqual((await company.as('ada').groups.browse()).own);
  });
});
