/** The packaged app on a site that updates it, and that has answered enough for an hour. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { enableTeam, startLunch } from '../../testing/first-steps.ts';
import { siteUnderTest } from '../../testing/site.ts';
import type { SiteUnderTest } from '../../testing/site.ts';

const hour = 3_600_000;
/** Enough to open a page, to use up the quota, and to see it said. In milliseconds. */
const leftOfTheHour = 25_000;

let site: SiteUnderTest;
afterEach(async () => {
  vi.restoreAllMocks();
  await site.close();
});

async function startAGroup(): Promise<void> {
  await enableTeam(site);
  await startLunch(site, { content: '1', localId: 'the-wall' });
}

const openWall = async () => (await site.open('ben', '/wiki/spaces/TEAM/pages/1')).frame;

describe('the app', () => {
  it('F-A7: works from the first question on where nothing told it that it is there', async () => {
    site = await siteUnderTest({ isTold: false });
    await startAGroup();
    const wall = await openWall();
    await wall.getByRole('textbox', { name: 'Write to Lunch' }).fill('Soup is ready');
    await wall.getByRole('button', { name: 'Post', exact: true }).click();
    await wall.locator('kantine-post').getByRole('button', { name: 'Edit' }).waitFor();
    expect(site.trouble).toEqual([]);
  });

  it('F-B3: finds a colleague by parts of their name in any order', async () => {
    site = await siteUnderTest();
    await startAGroup();
    const { frame } = await site.open('ben', '/wiki/apps/kudos?content=1');
    await frame.getByRole('button', { name: 'Thank a colleague' }).click();
    await frame.getByRole('combobox').fill('love ad');
    await frame.getByRole('option', { name: 'Ada Lovelace' }).waitFor();
  });

  it('F-A4: says calmly that an hour is used up, keeps what it shows and what was typed, and goes on after it', async () => {
    const { now } = Date;
    const ahead = hour - (now() % hour) - leftOfTheHour;
    // The emulator and the app's functions, which run in this process.
    vi.spyOn(Date, 'now').mockImplementation(() => now() + ahead);
    site = await siteUnderTest({ ahead });
    await startAGroup();
    const wall = await openWall();
    const text = wall.getByRole('textbox', { name: 'Write to Lunch' });
    await text.fill('Soup is ready');
    site.forge.ledger.points.spend(65_000);
    await wall.getByRole('button', { name: 'Post', exact: true }).click();
    await wall.getByText('Confluence answers no more questions from Kantine until').waitFor();
    await wall.getByRole('heading', { name: 'Lunch' }).waitFor();
    expect(await text.inputValue()).toBe('Soup is ready');
    await wall
      .getByText('Confluence answers no more questions from Kantine until')
      .waitFor({ state: 'detached', timeout: 2 * leftOfTheHour });
    await wall.getByRole('button', { name: 'Post', exact: true }).click();
    await wall.locator('kantine-post').getByRole('button', { name: 'Edit' }).waitFor();
  });
});
