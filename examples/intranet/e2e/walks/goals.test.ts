/**
 * A steward tries to set a goal that cannot be measured, is led to one that can, and sets it; a colleague answers a
 * question, and everybody sees the line move; the steward says how it goes. On both packages, in Dutch, with the
 * keyboard.
 */
import type { Company } from '@kantine/company';
import { buildCompany } from '@kantine/company';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intranetUnderTest } from '../intranet-under-test.ts';
import type { IntranetUnderTest } from '../intranet-under-test.ts';
import { onConfluence, onSharePoint } from '../places.ts';
import { button, press } from '../pressing.ts';
import { smallCompany } from '../small-company.ts';
import { question, threeQuestions } from '../three-questions.ts';
import { expectClean } from '../violations.ts';

const minute = 60_000;
const steward = 'nadia.belkacem';
const colleague = 'anna.devries';
const why = 'Wie nieuw is, vraagt het geen tweede keer.';
const said = 'Anna en Bram kijken om de beurt.';

/**
 * One group with a goal that it counts itself, and three questions of this month. One colleague answered two of them:
 * three people are behind that, which is too few to show a number of.
 */
function companyWithGoals(): Company {
  const company = smallCompany();
  const { goals } = buildCompany({ seed: 20, now: Date.now() });
  const [group] = company.groups;
  const [byHand] = goals.filter(({ metric }) => metric === 'byHand');
  if (!group || !byHand) throw new Error('The company is another one.');
  return {
    ...company,
    ...threeQuestions(group.id),
    reactions: [],
    goals: [{ ...byHand, groupId: group.id, by: steward }],
  };
}

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest(companyWithGoals());
});
afterAll(() => intranet.close());

const isFocused = (field: Locator) =>
  expect.poll(() => field.evaluate((each) => each.matches(':focus'))).toBe(true);

describe.each([
  ['SharePoint', onSharePoint],
  ['Confluence', onConfluence],
] as const)('on %s', (_, place) => {
  const open = async (person: string): Promise<{ page: Page; goals: Locator }> => {
    const page = await place.openWall(intranet, person);
    await page.getByRole('link', { name: 'Doelen' }).click();
    const goals = place.in(page, 'kantine-goals').first();
    await goals.locator('kantine-goal').first().waitFor();
    return { page, goals };
  };
  const ours = (goals: Locator) => goals.locator('kantine-goal').filter({ hasText: why });

  it('what cannot be measured is refused with what can, and becomes a goal', async () => {
    const { page, goals } = await open(steward);
    await goals.getByText(/Doel op .* gewijzigd door/).waitFor();
    await press(button(goals, 'Een doel stellen'));
    const form = goals.locator('kantine-goal-form');
    await isFocused(form.getByLabel('Wat moet er beter?'));
    await page.keyboard.type('beter communiceren');
    await form.getByText('is nog niet te meten').waitFor();
    await form
      .locator('.hint')
      .getByText('Aandeel vragen dat binnen 2 dagen antwoord krijgt')
      .waitFor();
    const send = button(form, 'Dit doel stellen');
    await send.focus();
    await page.keyboard.press('Enter');
    await isFocused(button(form, 'Dat meten'));
    await page.keyboard.press('Enter');
    await isFocused(form.getByLabel('Doel, in procenten'));
    await form.getByText(/De laatste 3 maanden: Te weinig om te tonen/).waitFor();
    await page.keyboard.type('75');
    const march = new Date(Date.now() + 110 * 24 * 60 * minute).toISOString().slice(0, 10);
    await form.getByLabel('Voor welke dag?').fill(march);
    await form.getByLabel('Waarom is dat belangrijk voor jullie? Eén zin.').fill(why);
    await expectClean(page, place);
    await press(send);
    await ours(goals).getByText('Het doel is 75%').waitFor();
    await expectClean(page, place);
    await page.close();
  });

  it('of three people nobody is shown a number: in the table, the line and its name alike', async () => {
    const { page, goals } = await open(colleague);
    const goal = ours(goals);
    await goal
      .getByText(/^\s*Te weinig om te tonen/)
      .first()
      .waitFor();
    expect(await goal.locator('path.dot').count()).toBe(0);
    expect(await goal.getByRole('img').getAttribute('aria-label')).not.toContain('100');
    await goal.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    await goal.getByRole('row', { name: /tot nu toe Te weinig om te tonen/ }).waitFor();
    expect(await goal.getByRole('cell', { name: '100%' }).count()).toBe(0);
    // A member sets no goals, and says nothing of them.
    expect(await goals.getByRole('button', { name: 'Een doel stellen' }).count()).toBe(0);
    await page.close();
  });

  it('a colleague answers the third question, and the line moves', async () => {
    const wallPage = await place.openWall(intranet, colleague);
    const post = place
      .in(wallPage, 'kantine-wall')
      .first()
      .locator('kantine-post')
      .filter({ hasText: question(3) });
    await press(post.getByRole('button', { name: 'Antwoorden' }).first());
    await post.getByRole('textbox').fill('Vraag het Wilma.');
    await wallPage.keyboard.press('Control+Enter');
    await button(post, 'Bewerken').waitFor();
    await wallPage.close();

    const { page, goals } = await open(colleague);
    const goal = ours(goals);
    await goal
      .getByText(/100% van de vragen binnen 2 dagen beantwoord/)
      .first()
      .waitFor();
    expect(await goal.locator('path.dot').count()).toBe(1);
    await goal.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    await goal.getByRole('row', { name: /tot nu toe 100%/ }).waitFor();
    await expectClean(page, place);
    await page.close();
  });

  it('the steward says how it goes, and how it ended; everybody reads what was learned', async () => {
    const { page, goals } = await open(steward);
    await press(button(ours(goals), 'Zeggen hoe het gaat'));
    await isFocused(ours(goals).getByLabel('Hoe gaat het? Eén zin.'));
    await page.keyboard.type(said);
    await press(button(ours(goals), 'Bekendmaken'));
    await ours(goals).getByText(said).waitFor();
    await press(button(ours(goals), 'Zeggen hoe het afliep'));
    const learned = 'Om de beurt kijken is genoeg.';
    await ours(goals).getByLabel('Wat hebben we geleerd?').fill(learned);
    await expectClean(page, place);
    await press(button(ours(goals), 'Bekendmaken'));
    const showPast = (place: Locator) =>
      place.getByRole('button', { name: /^Toon wat voorbij is/ });
    await showPast(goals).waitFor();
    await page.close();

    const hers = await open(colleague);
    await press(showPast(hers.goals));
    await ours(hers.goals).getByText(learned).waitFor();
    await ours(hers.goals).getByText('Gehaald', { exact: true }).waitFor();
    await hers.page.close();
  });
});

it('breaks no policy and reports no error', () => {
  expect(intranet.trouble).toEqual([]);
});
