/** Stewards are told of questions that nobody has answered for five working days, and nobody else is. */
import { beforeEach, expect, it } from 'vitest';
import { groupContainer } from '../kernel/container.ts';
import { actFields, acts } from '../stewards/acts.ts';
import { countingHost } from '../testing/counting-host.ts';
import { forger } from '../testing/forger.ts';
import { day, directoryPeople, minute, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { readLongUnanswered } from './long-unanswered.ts';

/** Daan owns the host; Ada founded the group. It is Wednesday. */
let company: Organisation;
let group: string;
beforeEach(async () => {
  company = organisation(directoryPeople, ['daan']);
  ({ id: group } = await company.as('ada').groups.create({ name: 'Lunch run', purpose: '' }));
});

async function ask(person: string): Promise<string> {
  const about = { group, text: 'Who has a key?', key: company.key(), kind: 'question' } as const;
  const { id } = await company.as(person).wall.post(about);
  company.clock.advance(minute);
  return id;
}
const wait = (days: number) => company.clock.advance(days * day);
const told = (person: string, groups = [group]) =>
  company.as(person).wall.longUnanswered({ groups });

it('tells the founder after five working days, a weekend aside, how many wait and how long', async () => {
  await ask('bram');
  wait(6.9);
  expect(await told('ada')).toEqual([]);
  wait(0.1);
  expect(await told('ada')).toEqual([{ group, questions: 1, workingDays: 5 }]);
});

it('tells those who were appointed, and no member, owner of the host or former steward', async () => {
  const about = { group, person: 'chloe' };
  await company.as('ada').stewards.appoint({ ...about, key: company.key() });
  await ask('bram');
  wait(8);
  for (const person of ['bram', 'daan', 'emre']) expect(await told(person), person).toEqual([]);
  expect(await told('chloe')).toHaveLength(1);
  await company.as('ada').stewards.dismiss({ ...about, key: company.key() });
  company.clock.advance(minute);
  expect(await told('chloe')).toEqual([]);
});

it('tells nobody who says themselves to be appointed', async () => {
  await ask('bram');
  const row = actFields({ family: 'appoint', person: 'emre' }, 'emre');
  await forger(company, 'emre').write(acts, groupContainer(group), company.key(), row);
  wait(8);
  expect(await told('emre')).toEqual([]);
});

it('tells of none that was answered or closed, of one’s own, or of a quarter ago', async () => {
  const answered = await ask('bram');
  const text = 'Chloe has';
  await company.as('emre').wall.comment({ group, post: answered, text, key: company.key() });
  const closed = await ask('bram');
  const reason = 'it was moved elsewhere';
  await company.as('ada').stewards.close({ group, post: closed, reason, key: company.key() });
  await ask('ada');
  wait(8);
  expect(await told('ada')).toEqual([]);
  await ask('bram');
  wait(91);
  expect(await told('ada')).toEqual([]);
});

it('tells the stewards of a closed group, those of the longest wait first', async () => {
  // Nobody owns this host, so that closed groups are there at once.
  company = organisation();
  ({ id: group } = await company.as('ada').groups.create({ name: 'Lunch run', purpose: '' }));
  const { id: closed } = await company
    .as('ada')
    .groups.create({ name: 'Board', purpose: '', access: 'closed', key: company.key() });
  for (const person of ['bram', 'chloe']) {
    await company.as('ada').groups.admit({ group: closed, person, role: 'member' });
  }
  const text = 'Who has a key?';
  const question = { group: closed, text, key: company.key(), kind: 'question' } as const;
  await company.as('bram').wall.post(question);
  wait(2);
  await ask('bram');
  wait(8);
  const both = [group, closed];
  expect((await told('ada', both)).map((each) => each.group)).toEqual([closed, group]);
  expect(await told('chloe', both)).toEqual([]);
  // Who may not read one of the groups is told of the others all the same.
  expect(await told('emre', both)).toEqual([]);
});

it('asks one question pair of who is no steward, and no more of groups where others are', async () => {
  const groups = [group];
  for (let number = 0; number < 9; number += 1) {
    const input = { name: `Group ${number}`, purpose: '' };
    groups.push((await company.as('bram').groups.create(input)).id);
  }
  await ask('chloe');
  wait(8);
  const reader = countingHost(company.host('emre'));
  expect(await readLongUnanswered(reader.host, groups)).toEqual([]);
  expect(reader.reads.map(({ length }) => length)).toEqual([2]);
  const steward = countingHost(company.host('ada'));
  expect(await readLongUnanswered(steward.host, groups)).toHaveLength(1);
  const named = new Set(
    steward.reads
      .slice(1)
      .flat()
      .map((query) => 'container' in query && query.container),
  );
  for (const other of groups.slice(1)) expect(named).not.toContain(groupContainer(other));
});
