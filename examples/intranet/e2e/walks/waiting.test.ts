/**
 * A question of the company has waited for five working days: the group's steward is told, who knows about it
 * finds it on the wall, answers it, and it is gone; and who asks another one is offered a colleague who is glad to be asked. On both packages, in
 * Dutch, with the keyboard.
 */
import { buildCompany } from '@kantine/company';
import type { Company } from '@kantine/company';
import type { Locator } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intranetUnderTest } from '../intranet-under-test.ts';
import type { IntranetUnderTest } from '../intranet-under-test.ts';
import { onConfluence, onSharePoint } from '../places.ts';
import { button, press } from '../pressing.ts';
import { smallCompany } from '../small-company.ts';
import { violations } from '../violations.ts';

const knowing = 'patrick.degraaf';
const colleague = 'tineke.smit';
/** Who founded the group asks there as well. */
const steward = 'nadia.belkacem';
const asker = steward;
const mira = 'marijke.hoogland';
const question = 'has anybody measured how warm the left bearing gets';
const answer = 'Sixty-one degrees, on Tuesday.';

/** Five working days, whatever the day is. */
const aWeek = 7 * 24 * 60 * 60_000;

/** One group, with the question that Stijn asked elsewhere, a week ago. */
function waitingCompany(): Company {
  const company = smallCompany();
  const all = buildCompany({ seed: 20, now: Date.now() });
  const asked = all.posts.find(({ text }) => text.includes(question));
  if (!asked) throw new Error('The company has no such question.');
  const { id, authorId, text } = asked;
  const createdAt = Date.now() - aWeek;
  const profiles = all.profiles.filter(({ personId }) => personId === knowing);
  const power = { personId: mira, about: '', askMeAbout: ['Power BI'], interests: [] };
  const [kantine] = company.groups;
  if (!kantine) throw new Error('The company has no group.');
  const groupId = kantine.id;
  const waiting = { id, authorId, text, createdAt, kind: 'question', groupId } as const;
  return {
    ...company,
    profiles: [...profiles, power],
    posts: [...company.posts, waiting].toSorted((one, other) => one.createdAt - other.createdAt),
  };
}

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest(waitingCompany());
});
afterAll(() => intranet.close());

describe.each([
  ['SharePoint', onSharePoint],
  ['Confluence', onConfluence],
] as const)('on %s', (_, place) => {
  const open = async (person: string) => {
    const page = await place.openWall(intranet, person);
    return { page, wall: place.in(page, 'kantine-wall').first() };
  };
  const openWaiting = async (wall: Locator): Promise<Locator> => {
    await press(wall.locator('summary').filter({ hasText: 'Wacht op een antwoord' }));
    return wall.locator('kantine-waiting');
  };

  it('the steward is told in which group a question has waited for long', async () => {
    const page = await place.openWall(intranet, steward);
    await page.getByRole('link', { name: 'Voor jou' }).click();
    const forYou = place.in(page, 'kantine-catch-up').first();
    const line = forYou.getByRole('button', { name: /Een vraag in .* wacht al \d+ werkdagen/ });
    await line.waitFor();
    if (place.host === 'sharepoint') expect(await violations(page)).toEqual([]);
    await press(line);
    await forYou.locator('kantine-waiting .waits').filter({ hasText: question }).waitFor();
    await page.close();
  });

  it('a question that waits is found by who knows about it, and answered', async () => {
    const { page, wall } = await open(knowing);
    const waiting = await openWaiting(wall);
    const line = waiting.locator('.waits').filter({ hasText: question });
    await line.filter({ hasText: 'word je graag gevraagd' }).waitFor();
    expect(await line.textContent()).toContain('Stijn');
    await press(line);
    const field = waiting.locator('kantine-composer').getByRole('textbox');
    await expect.poll(() => field.evaluate((each) => each.matches(':focus'))).toBe(true);
    if (place.host === 'sharepoint') expect(await violations(page)).toEqual([]);
    await page.keyboard.type(answer);
    await page.keyboard.press('Control+Enter');
    await waiting.getByText(answer).waitFor();
    await page.close();
  });

  it('and waits for nobody any more', async () => {
    const { page, wall } = await open(colleague);
    const waiting = await openWaiting(wall);
    await waiting.getByText('Geen open vragen. Heerlijk.').waitFor();
    expect(await waiting.locator('.waits').count()).toBe(0);
    await page.close();
  });

  it('who asks is offered a colleague who is glad to be asked, and mentions her', async () => {
    const { page, wall } = await open(asker);
    await wall.getByRole('textbox').first().focus();
    const composer = wall.locator('kantine-composer').first();
    await composer.waitFor();
    const field = composer.getByRole('textbox');
    await field.pressSequentially('Hoe deel ik een Power BI-rapport?');
    const kinds = composer.getByRole('radio');
    await kinds.first().focus();
    await kinds.first().press('ArrowDown');
    await composer.getByText(/Graag gevraagd over .*Power BI/).waitFor();
    if (place.host === 'sharepoint') expect(await violations(page)).toEqual([]);
    await press(composer.getByRole('button', { name: /Marijke Hoogland.* noemen/ }));
    await expect.poll(() => field.inputValue()).toContain('@Marijke Hoogland');
    await page.keyboard.press('Control+Enter');
    const asked = wall.locator('kantine-post').filter({ hasText: 'Power BI-rapport' });
    await button(asked, 'Bewerken').first().waitFor();
    await asked.getByText('Marijke Hoogland').first().waitFor();
    await page.close();
  });
});

it('breaks no policy and reports no error', () => {
  expect(intranet.trouble).toEqual([]);
});
