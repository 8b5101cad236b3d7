/** A link to a post: copied from a wall, opened by a colleague, and by somebody whom it is not for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../../testing/frames.ts';
import { enableTeam } from '../../testing/first-steps.ts';
import { siteUnderTest } from '../../testing/site.ts';
import type { SiteUnderTest } from '../../testing/site.ts';

const groups = '/wiki/apps/space-groups?space=TEAM';
const everywhere = '/wiki/apps/all-groups';
const sentence = 'This is not here, or you may not see it.';

let site: SiteUnderTest;
let path: string;
beforeAll(async () => {
  site = await siteUnderTest();
  await enableTeam(site);
  const { frame } = await site.open('ada', groups);
  await frame.getByRole('button', { name: 'Start a group' }).click();
  await frame.getByRole('textbox', { name: 'What is it called?' }).fill('Council');
  await frame.getByRole('radio', { name: /^Secret/ }).check();
  await frame.getByRole('button', { name: 'Start group' }).click();
  await frame.getByRole('button', { name: 'Council', exact: true }).click();
  await frame.getByRole('textbox', { name: 'Write to Council' }).fill('Between us');
  await frame.getByRole('button', { name: 'Post', exact: true }).click();
  await frame.locator('kantine-post').getByRole('button', { name: 'Edit' }).waitFor();
  await frame.getByRole('button', { name: 'More', exact: true }).click();
  await frame.getByRole('button', { name: 'Copy link' }).click();
  const field = frame.getByRole('textbox', { name: /^The address of this conversation/ });
  const address = new URL(await field.inputValue());
  expect(address.pathname).toBe(everywhere);
  path = address.searchParams.get('path') ?? '';
});
afterAll(() => site.close());

const openLink = (person: string, to: string) =>
  site.open(person, `${everywhere}?path=${encodeURIComponent(to)}`);

describe('a link to a post', () => {
  it('shows the post to who may read it, above the groups, until it is closed', async () => {
    const opened = await openLink('ada', path);
    const { page, frame } = opened;
    await frame.getByRole('heading', { name: 'A post in Council' }).waitFor();
    await frame.getByText('Between us').waitFor();
    expect(await violations(opened)).toEqual([]);
    await frame.getByRole('button', { name: 'Close' }).click();
    await frame.getByText('Between us').waitFor({ state: 'detached' });
    await expect.poll(() => new URL(page.url()).searchParams.get('path')).toBe('/');
  });

  it.each(['ben', 'dora'])('R13: says one sentence to %s, whom it is not for', async (person) => {
    for (const link of [path, path.replace(/[^/]*$/, 'never'), '/closed%3Anever/never']) {
      const { frame } = await openLink(person, link);
      await frame.getByText(sentence).waitFor();
      expect(await frame.getByText('Council').count()).toBe(0);
    }
  });
});
