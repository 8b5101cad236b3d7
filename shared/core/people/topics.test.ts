import { beforeEach, expect, it } from 'vitest';
import { communityContainer } from '../kernel/container.ts';
import { forger } from '../testing/forger.ts';
import { minute, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { tags } from './tags.ts';

let company: Organisation;
beforeEach(() => {
  company = organisation();
});

const write = (
  person: string,
  askMeAbout: readonly string[],
  interests: readonly string[] = [],
) => {
  company.clock.advance(minute);
  const lists = { askMeAbout: [...askMeAbout], interests: [...interests] };
  return company.as(person).card.update({ about: '', ...lists });
};
const topics = async () =>
  (await company.as('emre').people.topics()).map(({ kind, text }) => `${kind} ${text}`);

it('topics are those of several colleagues, as most of them write it, the most used first', async () => {
  await write('ada', ['Power BI', 'Rye'], ['Chess']);
  await write('bram', ['power bi', 'rye']);
  await write('chloe', ['rye', 'Secrets']);
  expect(await topics()).toEqual(['ask rye', 'ask Power BI']);
});

it('topics of one colleague alone are told to nobody', async () => {
  await write('ada', ['Rye']);
  await write('bram', ['Wheat'], ['Rye']);
  expect(await topics()).toEqual([]);
});

it('topics that stand in no profile any more, or never did, are none', async () => {
  const { version } = await write('ada', ['Rye']);
  await write('bram', ['Rye']);
  await company.as('ada').card.update({ about: '', askMeAbout: [], interests: [], version });
  expect(await topics()).toEqual([]);
  const row = { person: 'daan', kind: 'ask', tag: 'rye', word: 'rye' };
  await forger(company, 'daan').write(tags, communityContainer, 'ask:rye|rye', row);
  expect(await topics()).toEqual([]);
});
