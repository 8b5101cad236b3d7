import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intranetUnderTest } from './intranet-under-test.ts';
import type { HostPage, IntranetUnderTest } from './intranet-under-test.ts';
import { press } from './pressing.ts';

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest();
});
afterAll(() => intranet.close());

/**
 * For how long it is waited until a colleague's write is seen, without a reload. A page on which nothing
 * happened for a while looks at SharePoint once a minute; then it has to read what it found. In milliseconds.
 */
const timeout = 100_000;

const postWith = (page: Page, text: string) =>
  page.locator('kantine-post').filter({ hasText: text });

async function post(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Write to / }).fill(text);
  await press(page.getByRole('button', { name: 'Post', exact: true }));
  await postWith(page, text).getByRole('button', { name: 'Edit' }).waitFor();
}

async function reply(page: Page, to: string, text: string): Promise<void> {
  const post = postWith(page, to);
  await press(post.getByRole('button', { name: 'Reply' }).first());
  await post.getByRole('textbox').fill(text);
  await press(post.getByRole('button', { name: 'Comment', exact: true }));
  await post.getByRole('button', { name: 'Write a comment' }).waitFor();
}

async function thank(page: Page, name: string, reason: string): Promise<void> {
  const kudos = page.locator('kantine-kudos');
  await press(kudos.getByRole('button', { name: 'Thank a colleague' }));
  await kudos.getByRole('combobox', { name: 'Whom do you want to thank?' }).fill(name);
  await kudos.getByRole('option', { name }).click();
  await kudos.locator('label').filter({ hasText: 'Helps out' }).click();
  await kudos.getByRole('textbox', { name: 'What did they do?' }).fill(reason);
  await press(kudos.getByRole('button', { name: 'Give kudos' }));
}

describe.each<HostPage>(['sharepoint'])('on the %s page', (hostPage) => {
  const question = `Wie heeft de sleutel van lokaal 3? (${hostPage})`;
  const answer = `Die hangt bij de receptie. (${hostPage})`;
  const reason = `Je vond de sleutel voor ons terug (${hostPage})`;

  it('an employee posts, a colleague answers, reacts and thanks, and both see it at once', async () => {
    const nadia = await intranet.open('nadia.belkacem', hostPage);
    const dennis = await intranet.open('dennis.vanderkolk', hostPage);

    await post(nadia, question);
    await postWith(dennis, question).waitFor({ timeout });

    await reply(dennis, question, answer);
    await postWith(nadia, question).getByText(answer).waitFor({ timeout });

    await press(
      postWith(nadia, question).getByRole('button', { name: 'Like', exact: true }).last(),
    );
    await postWith(dennis, question).getByRole('button', { name: 'Like: 1' }).waitFor({ timeout });

    await thank(nadia, 'Dennis van der Kolk', reason);
    await dennis.locator('kantine-kudos').getByText(reason).waitFor({ timeout });
  });

  it('all of it is still there after a restart, under the names of those who did it', async () => {
    await intranet.restart();
    const deepak = await intranet.open('deepak.ramdin', hostPage);
    const post = postWith(deepak, question);
    await post.waitFor();
    expect(await post.getAttribute('aria-label')).toMatch(/^Nadia Belkacem/);
    await post.getByRole('article', { name: /^Dennis van der Kolk/ }).waitFor();
    expect(await post.getByRole('button', { name: 'Like: 1' }).count()).toBe(1);
    const thanks = deepak.locator('kantine-kudos li').filter({ hasText: reason });
    expect(await thanks.getByRole('button', { name: 'Nadia Belkacem' }).count()).toBe(1);
  });

  it('a page that was open through the restart catches up by itself', async () => {
    const nadia = await intranet.open('nadia.belkacem', hostPage);
    await intranet.restart();
    const dennis = await intranet.open('dennis.vanderkolk', hostPage);
    const text = `Vanmiddag taart in de kantine (${hostPage})`;
    await post(dennis, text);
    await postWith(nadia, text).waitFor({ timeout });
  });

  it('a name shows who somebody is', async () => {
    const nadia = await intranet.open('nadia.belkacem', hostPage);
    const name = nadia.locator('kantine-post').getByRole('button', { name: 'Olivia Barnes' });
    await name.last().hover();
    const card = nadia.getByRole('dialog', { name: 'About Olivia Barnes' });
    await card.getByRole('heading', { name: 'Olivia Barnes' }).waitFor();
    await nadia.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
  });
});
