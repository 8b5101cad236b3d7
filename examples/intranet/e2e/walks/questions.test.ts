/** A question, the answer that solved it, and a colleague whom it helped too: on both packages, in Dutch. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intranetUnderTest } from '../intranet-under-test.ts';
import type { IntranetUnderTest } from '../intranet-under-test.ts';
import { onConfluence, onSharePoint } from '../places.ts';
import { button, press } from '../pressing.ts';
import { violations } from '../violations.ts';

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest();
});
afterAll(() => intranet.close());

const asker = 'nadia.belkacem';
const helper = 'dennis.vanderkolk';
const colleague = 'tineke.smit';
const question = 'Hoe deel ik een rapport met Leeds?';
const answer = 'Met de knop Delen, en dan op naam.';

describe.each([
  ['SharePoint', onSharePoint],
  ['Confluence', onConfluence],
] as const)('a question on %s', (_, place) => {
  const open = async (person: string) => {
    const page = await place.openWall(intranet, person);
    const wall = place.in(page, 'kantine-wall').first();
    return { page, wall, post: wall.locator('kantine-post').filter({ hasText: question }) };
  };

  it('is asked, and answered by a colleague', async () => {
    const hers = await open(asker);
    await hers.wall.getByRole('textbox').first().click();
    const composer = hers.wall.locator('kantine-composer').first();
    await composer.getByRole('radio', { name: 'Een vraag' }).check();
    await composer.getByRole('textbox').fill(question);
    await press(button(composer, 'Vragen'));
    await button(hers.post, 'Bewerken').waitFor();

    const his = await open(helper);
    await his.post.getByRole('button', { name: 'Antwoorden' }).first().click();
    await his.post.getByRole('textbox').fill(answer);
    await press(button(his.post, 'Reageren'));
    await button(his.post, 'Bewerken').waitFor();
    expect(await button(his.post, 'Dit loste het op').count()).toBe(0);
  });

  it('is solved by its asker’s choice, by keyboard', async () => {
    const { page, post } = await open(asker);
    await press(post.getByRole('button', { name: /^Dit loste het op/ }));
    const solution = post.getByRole('region', { name: 'Wat het oploste' });
    await solution.getByText(answer).waitFor();
    if (place.host === 'sharepoint') expect(await violations(page)).toEqual([]);
  });

  it('is said to be solved for a colleague too, by keyboard', async () => {
    const { post } = await open(colleague);
    await post.getByRole('region', { name: 'Wat het oploste' }).getByText(answer).waitFor();
    await press(post.getByRole('button', { name: /^Loste het ook voor mij op/ }).first());
    await post.getByRole('button', { name: 'Loste het ook voor mij op · 1' }).first().waitFor();
    const again = await open(asker);
    await again.post.getByText(/· 1/).first().waitFor();
  });
});

it('breaks no policy and reports no error', () => {
  expect(intranet.trouble).toEqual([]);
});
