/** Appointing and dismissing stewards of open groups, and what members write around it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { deskOf, groupContainer } from '../kernel/container.ts';
import { organisation, minute, directoryPeople } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { forger } from '../testing/forger.ts';
import { actFields, acts } from './acts.ts';
import type { ActRecord } from './acts.ts';
import { stewardsOf } from './stewards.ts';

let company: Organisation;
let group: string;
let container: string;

beforeEach(async () => {
  // Daan owns the host.
  company = organisation(directoryPeople, ['daan']);
  ({ id: group } = await company.as('ada').groups.create({ name: 'Lunch run', purpose: '' }));
  container = groupContainer(group);
  company.clock.advance(minute);
});

const pass = () => company.clock.advance(minute);
const appoint = async (by: string, person: string) => {
  await company.as(by).stewards.appoint({ group, person, key: company.key() });
  pass();
};
const dismiss = async (by: string, person: string) => {
  await company.as(by).stewards.dismiss({ group, person, key: company.key() });
  pass();
};
const stewards = async (reader = 'emre') =>
  (await company.as(reader).stewards.read({ group })).stewards.map(({ person }) => person.id);

describe('the stewards of an open group', () => {
  it('are its founder, and whom stewards appoint', async () => {
    expect(await stewards()).toEqual(['ada']);
    await appoint('ada', 'bram');
    await appoint('bram', 'chloe');
    expect(await stewards()).toEqual(['ada', 'bram', 'chloe']);
    await dismiss('chloe', 'bram');
    expect(await stewards()).toEqual(['ada', 'chloe']);
  });

  it('are appointed and dismissed by owners of the host too, at the desk', async () => {
    await appoint('daan', 'bram');
    await dismiss('daan', 'ada');
    expect(await stewards()).toEqual(['bram']);
    const view = await company.as('daan').stewards.read({ group });
    expect(view).toMatchObject({ areMe: false, mayAct: true, mayAppoint: true });
  });

  it('are appointed by nobody else', async () => {
    const appointing = company
      .as('emre')
      .stewards.appoint({ group, person: 'emre', key: company.key() });
    await expect(appointing).rejects.toMatchObject({ tag: 'Forbidden' });
    const dismissing = company
      .as('emre')
      .stewards.dismiss({ group, person: 'ada', key: company.key() });
    await expect(dismissing).rejects.toMatchObject({ tag: 'Forbidden' });
    expect(await stewards()).toEqual(['ada']);
    const view = await company.as('emre').stewards.read({ group });
    expect(view).toMatchObject({ areMe: false, mayAct: false, mayAppoint: false });
  });

  it('cannot dismiss who founded the group, nor the last one go', async () => {
    await appoint('ada', 'bram');
    await expect(dismiss('bram', 'ada')).rejects.toMatchObject({ tag: 'Forbidden' });
    await dismiss('ada', 'bram');
    await expect(dismiss('ada', 'ada')).rejects.toMatchObject({
      data: { reason: 'last-steward' },
    });
  });

  it('do not appoint who has left', async () => {
    await expect(appoint('ada', 'left')).rejects.toMatchObject({
      data: { reason: 'left-the-company' },
    });
  });

  it('are confirmed by those who work with them, so that they stay without the first row', async () => {
    await appoint('ada', 'bram');
    await appoint('ada', 'chloe');
    await appoint('chloe', 'emre');
    const { store } = company.host('ada');
    const { log } = await stewardsOf(company.host('ada'), group);
    const first = log?.rows.find(
      ({ author, fields }) => author === 'ada' && fields.person === 'bram',
    );
    await store.remove(acts, first as ActRecord);
    expect(await stewards()).toContain('bram');
  });

  it('of a closed group are those whom the host knows', async () => {
    const shut = organisation();
    const { id } = await shut
      .as('ada')
      .groups.create({ name: 'Board', purpose: '', access: 'closed' });
    await shut.as('ada').groups.admit({ group: id, person: 'bram', role: 'member' });
    const read = (person: string) => shut.as(person).stewards.read({ group: id });
    expect(await read('ada')).toMatchObject({ areMe: true, mayAct: true, mayAppoint: false });
    const seen = await read('bram');
    expect(seen).toMatchObject({ areMe: false, mayAct: false });
    expect(seen.stewards.map(({ person }) => person.id)).toEqual(['ada']);
    await expect(read('emre')).rejects.toMatchObject({ tag: 'Forbidden' });
  });
});

describe('a member who writes by hand', () => {
  const write = (person: string, fields: Partial<ActRecord['fields']>, key: string, by = person) =>
    forger(company, person).write(acts, container, key, {
      ...actFields({ family: 'appoint' }, by),
      ...fields,
    });

  it('does not become a steward', async () => {
    await write('emre', { person: 'emre' }, 'mine');
    await write('emre', { person: 'emre', appointer: 'ada' }, 'in her name');
    await write('emre', { family: 'dismiss', person: 'ada' }, 'hers');
    expect(await stewards()).toEqual(['ada']);
    const forged = forger(company).write(
      acts,
      deskOf(container),
      'desk',
      actFields({ family: 'appoint', person: 'emre' }, 'emre'),
    );
    await expect(forged).rejects.toMatchObject({ tag: 'Forbidden' });
  });

  it('does not become one by appointing before they are dismissed, and going on', async () => {
    await appoint('ada', 'emre');
    await dismiss('ada', 'emre');
    await write('emre', { person: 'bram' }, 'an accomplice');
    await write('emre', { person: 'emre', target: 'since:0' }, 'confirmed');
    expect(await stewards()).toEqual(['ada']);
  });

  it('does not crowd out those whose word counts', async () => {
    await appoint('ada', 'bram');
    for (let at = 0; at < 120; at += 1) await write('emre', { person: `p${at}` }, `flood ${at}`);
    pass();
    await appoint('bram', 'chloe');
    expect(await stewards()).toEqual(['ada', 'bram', 'chloe']);
    await dismiss('chloe', 'bram');
    for (let at = 0; at < 40; at += 1) await write('bram', { person: `q${at}` }, `late ${at}`);
    expect(await stewards()).toEqual(['ada', 'chloe']);
  });

  it('does not become the founder by making the container again', async () => {
    await company.host('emre').containers.create(container);
    expect(await stewards()).toEqual(['ada']);
  });
});
