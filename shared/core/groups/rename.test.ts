/** Groups that get another name. */
import { beforeEach, describe, expect, it } from 'vitest';
import { directoryPeople, minute, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';

let company: Organisation;
let group: string;

const pass = () => company.clock.advance(minute);
const rename = async (by: string, name: string) => {
  const view = await company.as(by).groups.rename({ group, name });
  pass();
  return view;
};
const start = async (by: string, name: string, access: 'open' | 'closed' | 'secret' = 'open') => {
  const about = { name, purpose: '', access, key: company.key() };
  const { id } = await company.as(by).groups.create(about);
  pass();
  return id;
};
const named = async (reader: string) => (await company.as(reader).groups.read({ group })).name;

beforeEach(async () => {
  company = organisation(directoryPeople);
  group = await start('ada', 'Lunch run');
});

describe.each(['open', 'closed', 'secret'] as const)('a group that is %s', (access) => {
  beforeEach(async () => {
    if (access !== 'open') group = await start('ada', 'Board', access);
  });

  it('is renamed by who started it, and keeps its id', async () => {
    expect(await rename('ada', '  Lunch Walk ')).toMatchObject({ id: group, name: 'Lunch Walk' });
    expect(await named('ada')).toBe('Lunch Walk');
    expect(await company.as('ada').groups.mayRename({ group })).toBe(true);
  });

  it('is renamed by no member, nor by another steward: nobody changes a record but its author', async () => {
    if (access === 'open') {
      await company.as('ada').stewards.appoint({ group, person: 'bram', key: company.key() });
      await company.as('chloe').groups.join({ group });
    } else {
      await company.as('ada').groups.admit({ group, person: 'bram', role: 'steward' });
      await company.as('ada').groups.admit({ group, person: 'chloe', role: 'member' });
    }
    pass();
    for (const person of ['bram', 'chloe']) {
      await expect(rename(person, 'Mine')).rejects.toMatchObject({ tag: 'Forbidden' });
      expect(await company.as(person).groups.mayRename({ group })).toBe(false);
    }
  });
});

describe('a new name', () => {
  it('is not one that another group has, nor one that looks the same', async () => {
    await start('bram', 'Running');
    await expect(rename('ada', 'running')).rejects.toMatchObject({
      data: { reason: 'name-taken' },
    });
    await expect(rename('ada', 'Runnіng')).rejects.toMatchObject({
      data: { reason: 'name-taken' },
    });
    await start('ada', 'Chess');
    await expect(rename('ada', 'Chess')).rejects.toMatchObject({ data: { reason: 'name-taken' } });
    expect(await named('ada')).toBe('Lunch run');
  });

  it('may be the old one in other letters', async () => {
    expect((await rename('ada', 'Lunch Run')).name).toBe('Lunch Run');
  });

  it('R13: tells nothing of secret groups, and a secret one’s is compared with none', async () => {
    await start('bram', 'Takeover', 'secret');
    expect((await rename('ada', 'Takeover')).name).toBe('Takeover');
    group = await start('ada', 'Board', 'secret');
    expect((await rename('ada', 'Takeover')).name).toBe('Takeover');
  });

  it('needs a letter, and has a limit', async () => {
    await expect(rename('ada', '  ')).rejects.toMatchObject({ tag: 'Invalid' });
    await expect(rename('ada', 'x'.repeat(500))).rejects.toMatchObject({ tag: 'Invalid' });
  });
});

it('the former name is said while most of its members remember it', async () => {
  for (const person of ['bram', 'chloe']) await company.as(person).groups.join({ group });
  pass();
  await rename('ada', 'Lunch walk');
  const view = await company.as('emre').groups.read({ group });
  expect(view).toMatchObject({ name: 'Lunch walk', formerly: 'Lunch run' });
});

it('the old name is free again, for who gave it up and for others', async () => {
  await rename('ada', 'Lunch walk');
  const again = await start('ada', 'Lunch run');
  expect(again).not.toBe(group);
  expect(await start('ada', 'Lunch run')).toBe(again);
  const { own } = await company.as('ada').groups.browse();
  expect(own.map(({ name }) => name)).toEqual(['Lunch run', 'Lunch walk']);
  await rename('ada', 'Lunch stroll');
  await expect(start('bram', 'Lunch run')).rejects.toMatchObject({
    data: { reason: 'name-taken' },
  });
  expect(await start('bram', 'Lunch walk')).not.toBe(group);
});
