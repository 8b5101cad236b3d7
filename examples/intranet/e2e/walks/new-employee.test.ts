/**
 * Somebody new goes from the front page through everything that Kantine is for: joins, finds a colleague by what they
 * know, asks, has an answer that solved it, thanks, puts forward half an idea, reads an article, sees a goal move, and
 * is through with what waits. On both packages, in Dutch, with the keyboard.
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
import { threeQuestions } from '../three-questions.ts';
import { expectClean } from '../violations.ts';

const newcomer = 'anna.devries';
const helper = 'youssef.benali';
const steward = 'nadia.belkacem';
const why = 'Wie nieuw is, vraagt het geen tweede keer.';
const question = 'Waar vind ik beits voor rvs?';
const answer = 'In de kast naast poort 3.';
const idea = 'we op vrijdag samen ontbijten?';

/** One group that counts how many of its questions are answered, with an idea and an article. */
function livelyCompany(): Company {
  const company = smallCompany();
  const whole = buildCompany({ seed: 20, now: Date.now() });
  const [group] = company.groups;
  const goal = whole.goals.find(({ metric }) => metric === 'answeredShare');
  const [article] = whole.articles;
  const found = whole.ideas.find(({ authorId }) => authorId === 'romy.jansen');
  if (!group || !goal || !article || !found) throw new Error('The company is another one.');
  return {
    ...company,
    profiles: whole.profiles.filter(({ personId }) => [newcomer, helper].includes(personId)),
    ...threeQuestions(group.id),
    reactions: [],
    ideas: [{ ...found, groupId: group.id, fates: [] }],
    articles: [{ ...article, groupId: group.id, authorId: steward }],
    goals: [{ ...goal, groupId: group.id, by: steward, why, said: [] }],
  };
}

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest(livelyCompany());
});
afterAll(() => intranet.close());

describe.each([
  ['SharePoint', onSharePoint, 'Home'],
  ['Confluence', onConfluence, 'De Kantine'],
] as const)('on %s', (_, place, home) => {
  let page: Page;
  const widget = (tag: string): Locator => place.in(page, tag).first();
  const go = (name: string): Promise<void> =>
    page.getByRole('link', { name, exact: true }).first().click();
  const asked = (on: Page): Locator =>
    place.in(on, 'kantine-post').filter({ hasText: question }).first();

  beforeAll(async () => {
    page = await place.openWall(intranet, newcomer);
  });
  afterAll(() => page.close());

  it('joins the group that is on the front page', async () => {
    await press(button(widget('kantine-wall'), 'Lid worden'));
    await button(widget('kantine-wall'), 'Groep verlaten').waitFor();
    await expectClean(page, place);
  });

  it('finds who knows about it', async () => {
    await go('Collega’s');
    const finder = widget('kantine-people-finder');
    await finder.getByRole('searchbox').fill('verkleuring');
    await page.keyboard.press('Enter');
    const found = finder.getByRole('listitem').filter({ hasText: 'Youssef Benali' });
    await found.getByText(/helpt je graag met/i).waitFor();
    await press(button(found, 'Youssef Benali'));
    await finder.locator('kantine-profile-card').getByText('rvs zonder verkleuring').waitFor();
    await expectClean(page, place);
  });

  it('sees how the group’s goal stands', async () => {
    await go('Doelen');
    const goal = widget('kantine-goals').locator('kantine-goal').filter({ hasText: why });
    await goal
      .getByText(/Te weinig om te tonen/)
      .first()
      .waitFor();
    await expectClean(page, place);
  });

  it('asks, and the colleague answers', async () => {
    await go(home);
    const wall = widget('kantine-wall');
    await wall.getByRole('textbox').first().click();
    const composer = wall.locator('kantine-composer').first();
    await composer.getByRole('radio', { name: 'Een vraag' }).check();
    await composer.getByRole('textbox').fill(question);
    await press(button(composer, 'Vragen'));
    await button(asked(page), 'Bewerken').waitFor();
    await expectClean(page, place);

    const his = await place.openWall(intranet, helper);
    await press(asked(his).getByRole('button', { name: 'Antwoorden' }).first());
    await asked(his).getByRole('textbox').fill(answer);
    await his.keyboard.press('Control+Enter');
    await button(asked(his), 'Bewerken').waitFor();
    await his.close();
  });

  it('says what solved it, and thanks for it', async () => {
    await press(asked(page).getByRole('button', { name: /^Dit loste het op/ }));
    await asked(page).getByRole('region', { name: 'Wat het oploste' }).getByText(answer).waitFor();
    const message = asked(page).locator('kantine-message').filter({ hasText: answer }).first();
    await press(message.getByRole('button', { name: 'Meer', exact: true }).first());
    await press(message.getByRole('button', { name: /^Bedank .*Youssef.* hiervoor$/ }));
    await button(message, 'Bedankje intrekken').waitFor();
    await expectClean(page, place);
  });

  it('reads on the colleague’s card what they helped with', async () => {
    await go('Collega’s');
    const finder = widget('kantine-people-finder');
    await finder.getByRole('searchbox').fill('verkleuring');
    await page.keyboard.press('Enter');
    await press(button(finder, 'Youssef Benali'));
    const card = finder.locator('kantine-profile-card');
    await card.getByRole('heading', { name: 'Hielp onlangs' }).waitFor();
    await card.getByText(question).waitFor();
    await expectClean(page, place);
  });

  it('puts half an idea forward', async () => {
    await go('Ideeën');
    const ideas = widget('kantine-ideas');
    await press(button(ideas, 'Ik heb een idee, of een half'));
    await ideas.getByRole('textbox', { name: 'Wat als…' }).fill(idea);
    await ideas.getByRole('checkbox', { name: 'Ik heb een half idee' }).check();
    await press(button(ideas, 'Voorleggen'));
    const ours = ideas.locator('kantine-idea').filter({ hasText: 'ontbijten' });
    await ours.getByText('Een half idee').waitFor();
    await expectClean(page, place);
  });

  it('reads an article', async () => {
    await go('Artikelen');
    const blog = widget('kantine-blog');
    await press(blog.getByRole('listitem').getByRole('button').first());
    await button(blog, 'Alle artikelen').waitFor();
    await blog.getByText(/\d minuut lezen|\d minuten lezen/).waitFor();
    await expectClean(page, place);
  });

  it('sees that the goal moved by it', async () => {
    await go('Doelen');
    const goal = widget('kantine-goals').locator('kantine-goal').filter({ hasText: why });
    await goal
      .getByText(/100% van de vragen binnen \d+ dagen beantwoord/)
      .first()
      .waitFor();
    await expectClean(page, place);
  });

  it('and is through with what waits, in a minute', async () => {
    await go('Voor jou');
    const forYou = widget('kantine-catch-up');
    await forYou
      .getByRole('button', { name: /Youssef Benali.* antwoordde op je vraag/ })
      .first()
      .waitFor();
    await press(button(forYou, 'Klaar tot morgen'));
    await forYou.getByText('Je bent klaar tot morgen.').waitFor();
    await expectClean(page, place);
  });
});

it('breaks no policy and reports no error', () => {
  expect(intranet.trouble).toEqual([]);
});
