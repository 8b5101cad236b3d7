/** Groups that are suggested: those that several of one's people are in. */
import { beforeEach, describe, expect, it } from 'vitest';
import { communityContainer } from '../kernel/container.ts';
import { forger } from '../testing/forger.ts';
import { directoryPeople, minute, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { memberships } from './collections.ts';

let company: Organisation;
let lunch: string;

const start = async (by: string, name: string, access: 'open' | 'closed' | 'secret' = 'open') =>
  (await company.as(by).groups.create({ name, purpose: '', access, key: company.key() })).id;
const join = async (group: string, ...people: readonly string[]) => {
  for (const person of people) await company.as(person).groups.join({ group });
};
const suggested = (person = 'ada') => company.as(person).groups.suggest();

/** Ada, Bram, Chloé and Daan work in Finance; all of the company are in one group with her. */
beforeEach(async () => {
  const finance = new Set(['ada', 'bram', 'chloe', 'daan']);
  company = organisation(
    directoryPeople.map((person) =>
      finance.has(person.id) ? { ...person, department: 'Finance' } : person,
    ),
  );
  lunch = await start('ada', 'Lunch run');
  await join(lunch, 'bram', 'chloe', 'daan', 'emre');
  company.clock.advance(minute);
});

describe('a group', () => {
  it('is suggested with three of one’s department in it, and not with two', async () => {
    const excel = await start('bram', 'Excel help');
    await join(excel, 'chloe', 'emre');
    expect(await suggested()).toEqual([]);
    await join(excel, 'daan');
    const about = { department: 'Finance', colleagues: 3, others: [], more: 0 };
    expect(await suggested()).toEqual([{ group: { id: excel, name: 'Excel help' }, ...about }]);
  });

  it('is suggested with who answered one lately, by their name', async () => {
    const excel = await start('bram', 'Excel help');
    await join(excel, 'chloe', 'emre');
    const { key } = company;
    const question = { group: lunch, text: 'Who goes?', kind: 'question', key: key() } as const;
    const { id: post } = await company.as('ada').wall.post(question);
    await company.as('emre').wall.comment({ group: lunch, post, text: 'I do', key: key() });
    expect(await suggested()).toMatchObject([{ colleagues: 2, others: [{ id: 'emre' }], more: 0 }]);
  });

  it('is not suggested to who is in it, nor once it is archived', async () => {
    const excel = await start('bram', 'Excel help');
    await join(excel, 'chloe', 'daan');
    expect(await suggested('bram')).toEqual([]);
    company.clock.advance(minute);
    const act = { group: excel, reason: 'project is done', key: company.key() };
    await company.as('bram').stewards.archive(act);
    expect(await suggested()).toEqual([]);
  });

  it('R13: is never a closed or a secret one, whoever says that they joined it', async () => {
    for (const access of ['closed', 'secret'] as const) {
      const group = await start('bram', `Takeover ${access}`, access);
      for (const person of ['bram', 'chloe', 'daan']) {
        const fields = { group, person, name: 'Takeover' };
        await forger(company, person).write(memberships, communityContainer, group, fields);
      }
    }
    expect(await suggested()).toEqual([]);
  });

  it('counts nobody whom somebody else says to be in it', async () => {
    const excel = await start('bram', 'Excel help');
    for (const person of ['chloe', 'daan']) {
      const fields = { group: excel, person, name: 'Excel help' };
      await forger(company, 'bram').write(memberships, communityContainer, `by ${person}`, fields);
    }
    expect(await suggested()).toEqual([]);
  });
});

it('there are three at most, those with the most of one’s people first', async () => {
  for (const name of ['One', 'Two', 'Three', 'Four']) {
    const group = await start('bram', name);
    await join(group, 'chloe', 'daan');
  }
  expect(await suggested()).toHaveLength(3);
});

it('there are none for who is in no group, and one’s own rows about groups that are not there break nothing', async () => {
  await company.as('ada').groups.leave({ group: lunch });
  expect(await suggested()).toEqual([]);
  const fields = { group: 'nothing', person: 'ada', name: 'Nothing' };
  await forger(company, 'ada').write(memberships, communityContainer, 'nothing', fields);
  expect(await suggested()).toEqual([]);
});
