/** Whom somebody helped lately leads to where it was; topics of colleagues are offered to who writes their own. */
import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  expectAccessible,
  floodOfThanks,
  focused,
  mount,
  shownText,
  stage,
} from '../testing/index.ts';
import type { Stage } from '../testing/index.ts';
import './define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage();
});

it('“Helped lately” leads to the questions that an answer solved', async () => {
  const { group } = company;
  for (const who of ['anna', 'bram', 'chika'] as const)
    await company.as(who).groups.join({ group });
  const asked = { group, text: 'Who has rye?', kind: 'question', key: 'key-of-question' } as const;
  const { id: post } = await company.as('chika').wall.post(asked);
  const answer = { group, post, text: 'The mill', key: 'key-of-answer' };
  const { id: comment } = await company.as('bram').wall.comment(answer);
  await company.as('chika').wall.accept({ group, post, comment });
  const card = await mount('kantine-profile-card', {
    community: company.reader,
    person: 'bram',
    form: 'full',
  });
  const link = page.getByRole('link', { name: 'Who has rye?' });
  await expect.element(link).toBeVisible();
  const address = new URL((link.element() as HTMLAnchorElement).href);
  expect(address.searchParams.get('kantine')).toBe(`${group}/${post}`);
  expect(shownText(card)).toContain('asked by Chika Tanaka, in The bakery');
  await expectAccessible(card);
});

it('says what somebody was thanked for lately, where from, and nothing that they keep', async () => {
  const { group } = company;
  for (const who of ['anna', 'bram', 'chika'] as const)
    await company.as(who).groups.join({ group });
  const words = { value: 'helps-out', recipients: ['bram'] } as const;
  const give = (reason: string, key: string, within?: string) =>
    company.as('chika').kudos.give({
      ...words,
      reason,
      key,
      ...(within === undefined ? { as: 'kudos' } : { as: 'thanks', group: within }),
    });
  await give('Carried my crates', 'key-of-the-first');
  await give('Kept between the two', 'key-of-the-second');
  await give('Explained the ovens', 'key-of-the-third', group);
  const kept = { giver: 'chika', id: 'key-of-the-second', kept: true };
  await company.as('bram').thanks.keepKudos(kept);
  const properties = { community: company.reader, person: 'bram', form: 'full' } as const;
  const card = await mount('kantine-profile-card', properties);
  await expect.poll(() => shownText(card)).toContain('Thanks lately');
  expect(shownText(card)).toContain('Explained the ovens from Chika Tanaka, in The bakery');
  expect(shownText(card)).toContain('Carried my crates from Chika Tanaka');
  expect(shownText(card)).not.toContain('Kept between');
  await expectAccessible(card);
});

it('says where thanks may be left out, on one’s own card with the least that they may be', async () => {
  const thanks = { value: 'helps-out', recipients: ['anna'], as: 'kudos' } as const;
  const give = (who: 'chika' | 'dora', key: string) =>
    company.as(who).kudos.give({ ...thanks, reason: 'Carried my crates', key });
  await give('chika', 'key-of-the-first');
  company.travel(1000);
  await floodOfThanks(company);
  company.travel(1000);
  await give('dora', 'key-of-the-last');
  const properties = { community: company.reader, person: 'anna', form: 'full' } as const;
  const card = await mount('kantine-profile-card', properties);
  await expect.poll(() => shownText(card)).toContain('There may be more thanks');
  expect(shownText(card)).toContain('Thanked by 1 or more colleagues this year.');
  await expectAccessible(card);
});

it('topics that colleagues write are offered while one types, and taken with one press', async () => {
  const lists = { about: '', interests: [] };
  await company.as('bram').card.update({ ...lists, askMeAbout: ['Power BI', 'Rye'] });
  await company.as('chika').card.update({ ...lists, askMeAbout: ['Power BI', 'Rye', 'Secrets'] });
  const card = await mount('kantine-profile-card', { community: company.reader, form: 'edit' });
  const field = page.getByRole('textbox', { name: 'Ask me about' });
  const offered = page.getByRole('group', { name: 'Colleagues also write: Ask me about' });
  await expect.element(offered).toMatchTextContent('Power BI Rye');
  await expectAccessible(card);
  await userEvent.fill(field, 'tea, pow');
  await expect.element(offered).not.toMatchTextContent('Rye');
  await userEvent.click(page.getByRole('button', { name: 'Power BI', exact: true }));
  expect(focused()).toBe(field.element());
  expect((field.element() as HTMLInputElement).value).toBe('tea, Power BI, ');
  await expect.element(offered).not.toMatchTextContent('Power BI');
});

it('topics are offered beside those that a profile has already', async () => {
  const lists = { about: '', interests: [] };
  await company.as('bram').card.update({ ...lists, askMeAbout: ['Power BI', 'Rye'] });
  await company.as('chika').card.update({ ...lists, askMeAbout: ['Power BI', 'Rye'] });
  await company.as('anna').card.update({ ...lists, askMeAbout: ['tea', 'Rye'] });
  const card = await mount('kantine-profile-card', { community: company.reader, form: 'edit' });
  await userEvent.click(page.getByRole('button', { name: 'Power BI', exact: true }));
  const field = page.getByRole('textbox', { name: 'Ask me about' });
  expect((field.element() as HTMLInputElement).value).toBe('tea, Rye, Power BI, ');
  await expectAccessible(card);
});
