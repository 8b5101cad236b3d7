/** Asking to be let into a closed group: asked with a note, let in, told «not now», taken back. */
import type { FrameLocator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../../testing/frames.ts';
import { enableTeam } from '../../testing/first-steps.ts';
import { siteUnderTest } from '../../testing/site.ts';
import type { SiteUnderTest } from '../../testing/site.ts';

const groups = '/wiki/apps/space-groups?space=TEAM';
const secret = 'The budget is smaller than they think';
const note = 'I keep the minutes';

let site: SiteUnderTest;
beforeAll(async () => {
  site = await siteUnderTest();
  await enableTeam(site);
  const { frame } = await site.open('ada', groups);
  await frame.getByRole('button', { name: 'Start a group' }).click();
  await frame.getByRole('textbox', { name: 'What is it called?' }).fill('Council');
  await frame.getByRole('radio', { name: /^Closed/ }).check();
  await frame.getByRole('button', { name: 'Start group' }).click();
  await frame.getByRole('button', { name: 'Council', exact: true }).click();
  await frame.getByRole('textbox', { name: 'Write to Council' }).fill(secret);
  await frame.getByRole('button', { name: 'Post', exact: true }).click();
  await frame.locator('kantine-post').getByRole('button', { name: 'Edit' }).waitFor();
});
afterAll(() => site.close());

/** Tabs on until something with this name has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, frame: FrameLocator, name: string): Promise<void> {
  for (let pressed = 0; pressed < 40; pressed += 1) {
    const focused = frame.getByRole('button', { name, exact: true }).and(frame.locator(':focus'));
    if ((await focused.count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to “${name}”.`);
}

/** The steward's list of those who ask. */
async function wishes() {
  const steward = await site.open('ada', groups);
  await steward.frame.getByRole('button', { name: 'Members: Council' }).click();
  return steward;
}

describe('a closed group', () => {
  it('is named to an outsider, who reads nothing of it', async () => {
    const { frame } = await site.open('ben', groups);
    await frame.getByRole('button', { name: 'Ask to join: Council' }).waitFor();
    expect(await frame.getByRole('button', { name: 'Council', exact: true }).count()).toBe(0);
    expect(await frame.getByText(secret).count()).toBe(0);
  });

  it('is asked for with a note, by keyboard alone', async () => {
    const opened = await site.open('ben', groups);
    const { page, frame } = opened;
    await frame.getByRole('button', { name: 'Ask to join: Council' }).waitFor();
    await tabTo(page, frame, 'Ask to join: Council');
    await page.keyboard.press('Enter');
    const line = frame.getByRole('textbox', { name: 'A line for its stewards' });
    await line.and(frame.locator(':focus')).waitFor();
    await frame.getByText('Its stewards read it, and nobody else.').waitFor();
    expect(await violations(opened)).toEqual([]);
    await page.keyboard.type(note);
    await page.keyboard.press('Enter');
    await frame.getByText('You have asked to join.').waitFor();
    await frame.getByRole('button', { name: 'Take back: Council' }).waitFor();
    expect(await violations(opened)).toEqual([]);
  });

  it('shows its steward who asks and why; letting them in opens it to them', async () => {
    const steward = await wishes();
    await steward.frame.getByText(note).waitFor();
    expect(await violations(steward)).toEqual([]);
    await tabTo(steward.page, steward.frame, 'Let in: Ben Okri');
    await steward.page.keyboard.press('Enter');
    await steward.frame.getByText('Ben Okri is in now.').waitFor();
    expect(await steward.frame.getByText(note).count()).toBe(0);

    const { frame } = await site.open('ben', groups);
    await frame.getByRole('button', { name: 'Council', exact: true }).click();
    await frame.getByText(secret).waitFor();
  });

  it('is not opened to somebody who is told “not now”, and who may ask again', async () => {
    const { frame } = await site.open('cy', groups);
    const ask = frame.getByRole('button', { name: 'Vragen om erbij te komen: Council' });
    await ask.click();
    await frame.getByRole('button', { name: 'Vragen', exact: true }).click();
    await frame.getByText('Je hebt gevraagd om erbij te komen.').waitFor();

    const steward = await wishes();
    await steward.frame.getByRole('button', { name: 'Not now: Cy Twombly' }).click();
    await steward.frame.getByText('Cy Twombly was not let in, and may ask again.').waitFor();

    const again = await site.open('cy', groups);
    await again.frame.getByRole('button', { name: 'Vragen om erbij te komen: Council' }).waitFor();
    expect(await again.frame.getByText(secret).count()).toBe(0);
  });

  it('is asked for no more by who takes it back, and its steward sees nothing of it', async () => {
    const { frame } = await site.open('cy', groups);
    await frame.getByRole('button', { name: 'Vragen om erbij te komen: Council' }).click();
    await frame.getByRole('button', { name: 'Vragen', exact: true }).click();
    await frame.getByRole('button', { name: 'Intrekken: Council' }).click();
    await frame.getByText('Je aanvraag is ingetrokken.').waitFor();
    await frame.getByRole('button', { name: 'Vragen om erbij te komen: Council' }).waitFor();

    const steward = await wishes();
    await steward.frame.getByText('Ben Okri').first().waitFor();
    expect(await steward.frame.getByText('Cy Twombly').count()).toBe(0);
  });

  it('broke no policy and reported no error all the while', () => {
    expect(site.trouble).toEqual([]);
  });
});
