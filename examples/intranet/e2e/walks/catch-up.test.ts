/** Five things happen to a colleague, on both packages: she catches up by keyboard, is done, and nothing needs her. */
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intranetUnderTest } from '../intranet-under-test.ts';
import type { HostPage, IntranetUnderTest } from '../intranet-under-test.ts';
import { button, press } from '../pressing.ts';
import { violations } from '../violations.ts';

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest();
});
afterAll(() => intranet.close());

const ada = 'nadia.belkacem';
const bo = 'dennis.vanderkolk';
const text = 'Wie brengt er taart mee?';
const answers = ['Ik appel.', 'Ik peer.', 'Ik pruim.', 'Ik kers.', 'En jij?'];

interface Place {
  readonly host: HostPage;
  readonly until: string;
  in(page: Page, tag: string): Locator;
  readonly words: Readonly<
    Record<
      'post' | 'edit' | 'reply' | 'comment' | 'forYou' | 'finish' | 'over' | 'first' | 'nothing',
      string
    > &
      Record<'week' | 'weekOf' | 'remind' | 'catchUp', string>
  >;
}

const sharePoint: Place = {
  host: 'sharepoint',
  until: 'kantine-wall kantine-post',
  in: (page, tag) => page.locator(tag),
  words: {
    post: 'Post',
    edit: 'Edit',
    reply: 'Reply',
    comment: 'Comment',
    forYou: 'for you',
    finish: 'Done until tomorrow',
    over: 'You’re done until tomorrow.',
    first: 'Three things worth knowing here',
    nothing: 'Nothing needs you. Nice.',
    week: 'The whole week',
    weekOf: 'The week of',
    remind: 'Remind me on Mondays',
    catchUp: 'Catch up',
  },
};

/** Everybody there reads Dutch. */
const confluence: Place = {
  host: 'confluence',
  until: 'iframe',
  in: (page, tag) => page.locator('iframe').first().contentFrame().locator(tag),
  words: {
    post: 'Plaatsen',
    edit: 'Bewerken',
    reply: 'Antwoorden',
    comment: 'Reageren',
    forYou: 'voor jou',
    finish: 'Klaar tot morgen',
    over: 'Je bent klaar tot morgen.',
    first: 'Drie dingen die hier goed zijn om te weten',
    nothing: 'Er wacht niets op je. Fijn.',
    week: 'De hele week',
    weekOf: 'De week van',
    remind: 'Herinner me op maandag',
    catchUp: 'Bijlezen',
  },
};

describe.each([
  ['SharePoint', sharePoint],
  ['Confluence', confluence],
] as const)('catching up on %s', (_, place) => {
  const { host, until, words } = place;
  const openWall = (person: string): Promise<Page> => intranet.open(person, host, { until });
  async function openCatchUp(person: string): Promise<readonly [Page, Locator]> {
    const page = await openWall(person);
    await page.getByRole('link', { name: 'Voor jou' }).click();
    return [page, place.in(page, 'kantine-catch-up')];
  }

  it('begins with three things to know, and is over once one says so', async () => {
    const [page, widget] = await openCatchUp(ada);
    await widget.getByRole('heading', { name: words.first }).waitFor();
    await press(button(widget, words.finish));
    await widget.getByText(words.over).waitFor();
    await page.close();
  });

  it('has five things that a colleague did', async () => {
    const hers = await openWall(ada);
    const wall = place.in(hers, 'kantine-wall');
    await wall.getByRole('textbox').first().click();
    const composer = wall.locator('kantine-composer').first();
    await composer.getByRole('textbox').fill(text);
    await press(button(composer, words.post));
    await button(wall.locator('kantine-post').filter({ hasText: text }), words.edit).waitFor();
    await hers.close();

    const his = await openWall(bo);
    const post = place.in(his, 'kantine-wall').locator('kantine-post').filter({ hasText: text });
    for (const answer of answers) {
      await press(post.getByRole('button', { name: words.reply }).first());
      await post.getByRole('textbox').fill(answer);
      await press(button(post, words.comment));
      await post.getByText(answer, { exact: true }).waitFor();
      await expect.poll(() => post.getByRole('textbox').count()).toBe(0);
    }
    // What is on its way has no such button yet.
    await expect.poll(() => button(post, words.edit).count()).toBe(answers.length);
    await his.close();
  });

  it('takes the keyboard from the first line to the end, and then nothing needs one', async () => {
    const [page, widget] = await openCatchUp(ada);
    await widget.getByRole('heading', { name: `5 ${words.forYou}` }).waitFor();
    await button(widget, words.finish).waitFor();
    if (host === 'sharepoint') expect(await violations(page)).toEqual([]);
    const lines = widget.locator('li.line[data-line] button.open');
    await lines.first().focus();
    const ends = await tabsTo(page, button(widget, words.finish));
    expect(ends).toBeLessThanOrEqual(12);
    await page.keyboard.press('Enter');
    await widget.getByText(words.over).waitFor();
    await expect.poll(() => lines.count()).toBe(0);
    await page.close();

    const [again, empty] = await openCatchUp(ada);
    await empty.getByText(words.nothing).waitFor();
    await expect.poll(() => button(empty, words.finish).count()).toBe(0);
    expect(await empty.getByRole('heading', { name: words.first }).count()).toBe(0);
    await press(button(empty, words.week));
    await empty.getByRole('heading', { name: words.weekOf }).waitFor();
    await expect.poll(() => empty.locator('.week li a').count()).toBeGreaterThanOrEqual(5);
    if (host === 'sharepoint') expect(await violations(again)).toEqual([]);
    const download = again.waitForEvent('download');
    await press(button(empty, words.remind));
    expect((await download).suggestedFilename()).toBe('kantine.ics');
    await again.close();
  });

  it('causes no trouble', () => {
    expect(intranet.trouble).toEqual([]);
  });
});

/** How often Tab is pressed until something has the focus. */
async function tabsTo(page: Page, target: Locator): Promise<number> {
  for (let turn = 1; turn <= 40; turn += 1) {
    await page.keyboard.press('Tab');
    const isThere = await target.evaluate(
      (element) => (element.getRootNode() as Document | ShadowRoot).activeElement === element,
    );
    if (isThere) return turn;
  }
  throw new Error('The keyboard does not get there.');
}

describe('the number on Confluence’s homepage', () => {
  it('stands above the feed, and the list comes by one button', async () => {
    const page = await intranet.open(ada, 'confluence', { until: 'iframe' });
    await page.getByRole('link', { name: 'Homepage feed' }).click();
    const widget = confluence.in(page, 'kantine-catch-up');
    await press(button(widget, confluence.words.catchUp));
    await widget.getByText(confluence.words.nothing).waitFor();
    await page.close();
  });
});
