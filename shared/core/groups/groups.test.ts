import { beforeEach, describe, expect, it } from 'vitest';
import { directoryPeople, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { groupTitle } from './group.ts';

let company: Organisation;
beforeEach(() => {
  company = organisation();
});

const lunch = { name: 'Lunch run', purpose: 'Together to the market' };

describe('starting a group', () => {
  it('makes its founder the first member, and lets everybody find it', async () => {
    const made = await company.as('ada').groups.create(lunch);
    expect(made).toMatchObject({ ...lunch, memberCount: 1, joined: true });
    expect(made.members.map(({ id }) => id)).toEqual(['ada']);
    const [found] = await company.as('bram').groups.list();
    expect(found).toEqual({ ...made, joined: false });
  });

  it('twice by the same person is one group', async () => {
    const first = await company.as('ada').groups.create(lunch);
    const second = await company.as('ada').groups.create(lunch);
    expect(second).toEqual(first);
    expect(await company.as('ada').groups.list()).toHaveLength(1);
  });

  it('is refused when a colleague has taken the name, however it is spelled', async () => {
    await company.as('ada').groups.create(lunch);
    for (const name of ['Lunch run', '  LUNCH  RUN ', 'Ｌｕｎｃｈ run']) {
      const taken = company.as('bram').groups.create({ name, purpose: '' });
      await expect(taken).rejects.toMatchObject({ data: { field: 'name', reason: 'name-taken' } });
    }
  });

  it.each([0, 1, 2])('is taken up where it was left after write %i failed', async (passing) => {
    for (const kind of ['fail-once', 'answer-lost'] as const) {
      const name = `Group ${kind}`;
      company.faults.inject({ kind, on: 'write' }, passing);
      const attempt = company.as('ada').groups.create({ name, purpose: '' });
      await expect(attempt).rejects.toMatchObject({ tag: 'Offline' });
      const made = await company.as('ada').groups.create({ name, purpose: '' });
      expect(made).toMatchObject({ memberCount: 1, joined: true });
      const post = { group: made.id, text: 'Hello', key: company.key() };
      await expect(company.as('bram').wall.post(post)).resolves.toMatchObject({ text: 'Hello' });
    }
    expect(await company.as('bram').groups.list()).toHaveLength(2);
  });

  it('whose name composes into more characters than fit is still readable', async () => {
    const name = 'ﷺ'.repeat(40);
    const made = await company.as('ada').groups.create({ name, purpose: '' });
    expect(made.name).toBe(name);
    expect(await company.as('bram').groups.read({ group: made.id })).toMatchObject({ name });
  });

  it('needs a name that can be seen and fits', async () => {
    for (const name of ['', '   ', '\u200B\u200D']) {
      const empty = company.as('ada').groups.create({ name, purpose: '' });
      await expect(empty).rejects.toMatchObject({ data: { field: 'name', reason: 'empty' } });
    }
    const long = company.as('ada').groups.create({ name: 'x'.repeat(81), purpose: '' });
    await expect(long).rejects.toMatchObject({ data: { actual: 81, limit: 80 } });
  });
});

describe('membership', () => {
  it('is joined and left as often as one likes, and counted once', async () => {
    const { id: group } = await company.as('ada').groups.create(lunch);
    const bram = company.as('bram');
    for (const join of [true, true, false, false, true]) {
      await (join ? bram.groups.join({ group }) : bram.groups.leave({ group }));
      const { memberCount, joined } = await bram.groups.read({ group });
      expect([memberCount, joined]).toEqual([join ? 2 : 1, join]);
    }
  });

  it('is safe to leave in two windows at once', async () => {
    const { id: group } = await company.as('ada').groups.create(lunch);
    await Promise.all([1, 2].map(() => company.as('ada').groups.leave({ group })));
    expect(await company.as('ada').groups.read({ group })).toMatchObject({ memberCount: 0 });
  });

  it('of somebody who left the company is not shown among the newest', async () => {
    const people = directoryPeople.map((person) => ({ ...person }));
    const here = organisation(people);
    const { id: group } = await here.as('ada').groups.create(lunch);
    await here.as('bram').groups.join({ group });
    for (const person of people) if (person.id === 'bram') Object.assign(person, { active: false });
    const { members } = await here.as('chloe').groups.read({ group });
    expect(members.map(({ id }) => id)).toEqual(['ada']);
  });

  it('of a group that is not there is NotFound', async () => {
    const joining = company.as('ada').groups.join({ group: '404' });
    await expect(joining).rejects.toMatchObject({ tag: 'NotFound' });
    await expect(company.as('ada').groups.leave({ group: '404' })).resolves.toBeUndefined();
  });
});

describe('a list of groups', () => {
  it('is in the order of the names', async () => {
    for (const name of ['Zebra', 'Älpler', 'apple']) {
      await company.as('ada').groups.create({ name, purpose: '' });
    }
    const names = (await company.as('bram').groups.list()).map(({ name }) => name);
    expect(names).toEqual(['Älpler', 'apple', 'Zebra']);
  });

  it('compares names without case, width and extra space', () => {
    expect(groupTitle('  Ｌunch \n RUN ')).toBe('lunch run');
  });
});
