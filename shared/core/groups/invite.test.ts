/** Colleagues whom stewards ask into a group, and what members write around it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { groupContainer } from '../kernel/container.ts';
import { actFields, acts } from '../stewards/acts.ts';
import type { ActRecord } from '../stewards/acts.ts';
import { directoryPeople, minute, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { forger } from '../testing/forger.ts';

let company: Organisation;
let group: string;

const pass = () => company.clock.advance(minute);
const invite = async (by: string, person: string): Promise<void> => {
  await company.as(by).groups.invite({ group, person, key: company.key() });
  pass();
};
const answer = async (person: string) => {
  await company.as(person).groups.answerInvitation({ group });
  pass();
};
const inList = async (reader: string) => {
  const { own, others } = await company.as(reader).groups.browse();
  return [...own, ...others].find(({ id }) => id === group);
};

describe('an open group', () => {
  beforeEach(async () => {
    company = organisation(directoryPeople, ['daan']);
    ({ id: group } = await company.as('ada').groups.create({ name: 'Lunch run', purpose: '' }));
    pass();
  });

  it('has nobody in it against their will: who is asked in is told by whom, and joins or not', async () => {
    const at = company.clock.now();
    await invite('ada', 'bram');
    const seen = await inList('bram');
    expect(seen).toMatchObject({ joined: false, invited: { by: { id: 'ada' }, at } });
    expect(await inList('chloe')).not.toHaveProperty('invited');
    await company.as('bram').groups.join({ group });
    expect(await inList('bram')).not.toHaveProperty('invited');
  });

  it('asks no more once that is answered, until somebody is asked in again', async () => {
    await invite('ada', 'bram');
    await answer('bram');
    expect(await inList('bram')).not.toHaveProperty('invited');
    await invite('ada', 'bram');
    expect(await inList('bram')).toHaveProperty('invited');
    await answer('bram');
    expect(await inList('bram')).not.toHaveProperty('invited');
  });

  it('is one that its stewards and owners of the host ask into, and nobody else', async () => {
    await invite('daan', 'bram');
    expect((await inList('bram'))?.invited).toMatchObject({ by: { id: 'daan' } });
    await expect(invite('emre', 'bram')).rejects.toMatchObject({ tag: 'Forbidden' });
    await expect(invite('ada', 'nobody')).rejects.toMatchObject({
      data: { reason: 'unknown-person' },
    });
    await expect(invite('ada', 'left')).rejects.toMatchObject({
      data: { reason: 'left-the-company' },
    });
  });

  it('is not one that a member asks into by hand, nor somebody themselves', async () => {
    const forge = async (by: string, person: string, more: Partial<ActRecord['fields']> = {}) => {
      const fields = { ...actFields({ family: 'invite', person }, by), ...more };
      await forger(company, by).write(acts, groupContainer(group), company.key(), fields);
      pass();
    };
    await forge('emre', 'bram');
    await forge('bram', 'bram');
    await forge('emre', 'bram', { appointer: 'ada' });
    await forge('emre', 'bram', { person: 7 } as never);
    expect(await inList('bram')).not.toHaveProperty('invited');
    await invite('ada', 'bram');
    await forge('emre', 'bram');
    expect((await inList('bram'))?.invited).toMatchObject({ by: { id: 'ada' } });
  });

  it('is asked into whatever a member writes into another group', async () => {
    await invite('ada', 'bram');
    const { id: other } = await company.as('emre').groups.create({ name: 'Run', purpose: '' });
    for (let at = 0; at < 310; at += 1) {
      const fields = actFields({ family: 'invite', person: 'bram' }, 'chloe');
      const place = groupContainer(other);
      await forger(company, 'chloe').write(acts, place, company.key(), fields);
    }
    expect((await inList('bram'))?.invited).toMatchObject({ by: { id: 'ada' } });
  });

  it.each(['nobody', 'bram'])(
    'is asked into whatever 300 acts name %s there by hand',
    async (person) => {
      await invite('ada', 'bram');
      for (let at = 0; at < 300; at += 1) {
        const fields = actFields({ family: 'invite', person }, 'emre');
        await forger(company).write(acts, groupContainer(group), company.key(), fields);
      }
      expect((await inList('bram'))?.invited).toMatchObject({ by: { id: 'ada' } });
      const { invited } = await company.as('bram').groups.read({ group });
      expect(invited).toMatchObject({ by: { id: 'ada' } });
    },
  );

  it('asks nobody into it once it is archived', async () => {
    await invite('ada', 'bram');
    const reason = 'project is done';
    await company.as('ada').stewards.archive({ group, reason, key: company.key() });
    pass();
    expect(await inList('bram')).not.toHaveProperty('invited');
  });
});

describe.each(['closed', 'secret'] as const)('a %s group', (access) => {
  beforeEach(async () => {
    company = organisation();
    const about = { name: 'Board', purpose: '', access, key: company.key() } as const;
    ({ id: group } = await company.as('ada').groups.create(about));
    pass();
  });

  it('is among the groups of who is asked in, with who did, until they answer', async () => {
    await invite('ada', 'bram');
    expect(await inList('bram')).toMatchObject({ joined: true, invited: { by: { id: 'ada' } } });
    await answer('bram');
    expect(await inList('bram')).toMatchObject({ joined: true });
    expect(await inList('bram')).not.toHaveProperty('invited');
  });

  it('is left quietly', async () => {
    await invite('ada', 'bram');
    await company.as('bram').groups.leave({ group });
    const { own } = await company.as('bram').groups.browse();
    expect(own).toEqual([]);
  });

  it('keeps the role of who is in already', async () => {
    await company.as('ada').groups.admit({ group, person: 'bram', role: 'steward' });
    await invite('ada', 'bram');
    const members = await company.as('ada').groups.members({ group });
    expect(members.find(({ person }) => person.id === 'bram')?.role).toBe('steward');
    expect(await inList('bram')).not.toHaveProperty('invited');
  });

  it('is opened by no member, and no row of one asks anybody in', async () => {
    await company.as('ada').groups.admit({ group, person: 'emre', role: 'member' });
    await company.as('ada').groups.admit({ group, person: 'bram', role: 'member' });
    await expect(invite('emre', 'chloe')).rejects.toMatchObject({ tag: 'Forbidden' });
    const fields = actFields({ family: 'invite', person: 'bram' }, 'emre');
    await forger(company).write(acts, groupContainer(group), company.key(), fields);
    expect(await inList('bram')).not.toHaveProperty('invited');
  });
});
