/**
 * Somebody asks, a colleague answers, the asker says that it solved it and another that it did for them too; and
 * the next one who asks is told how questions fare. On both packages, with the keyboard.
 */
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intranetUnderTest } from '../intranet-under-test.ts';
import type { HostPage, IntranetUnderTest } from '../intranet-under-test.ts';
import { violations } from '../violations.ts';

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest();
});
afterAll(() => intranet.close());

const ada = 'nadia.belkacem';
const mira = 'marijke.hoogland';
const bo = 'dennis.vanderkolk';
const question = 'Hoe deel ik een Power BI-rapport?';
const answer = 'Met de knop Delen, rechtsboven.';

/** Where things are on a host's page, and what they are called there. */
interface Place {
  readonly host: HostPage;
  readonly until: string;
  wallOn(page: Page): Locator;
  readonly words: Readonly<
    Record<'aQuestion' | 'reply' | 'solved' | 'helped' | 'whatSolved', string>
  >;
  readonly hint: RegExp;
}

const sharePoint: Place = {
  host: 'sharepoint',
  until: 'kantine-wall kantine-post',
  wallOn: (page) => page.locator('kantine-wall'),
  words: {
    aQuestion: 'A question',
    reply: 'Reply',
    solved: 'This solved it',
    helped: 'Solved it for me too',
    whatSolved: 'What solved it',
  },
  hint: /^(Of the last \d+ questions here|Questions here often wait)/,
};

/** Everybody there reads Dutch: the language is that of their account. */
const confluence: Place = {
  host: 'confluence',
  until: 'iframe',
  wallOn: (page) => page.locator('iframe').first().contentFrame().locator('kantine-wall'),
  words: {
    aQuestion: 'Een vraag',
    reply: 'Antwoorden',
    solved: 'Dit loste het op',
    helped: 'Loste het ook voor mij op',
    whatSolved: 'Wat het oploste',
  },
  hint: /^(Van de laatste \d+ vragen hier|Vragen wachten hier vaak)/,
};

const postWith = (wall: Locator, text: string): Locator =>
  wall.locator('kantine-post').filter({ hasText: text });

/** Writes a question in the composer, without the mouse, and leaves it unsent. */
async function write(wall: Locator, { words }: Place, text: string): Promise<Locator> {
  await wall.getByRole('textbox').first().focus();
  const composer = wall.locator('kantine-composer').first();
  await composer.waitFor();
  await composer.getByRole('textbox').pressSequentially(text);
  const kind = composer.getByRole('radio', { name: words.aQuestion });
  await composer.getByRole('radio').first().focus();
  await composer.getByRole('radio').first().press('ArrowDown');
  await expect.poll(() => kind.isChecked()).toBe(true);
  return composer;
}

describe.each([
  ['SharePoint', sharePoint],
  ['Confluence', confluence],
] as const)('a question on %s', (_, place) => {
  const { host, until, words } = place;
  const openWall = (person: string): Promise<Page> => intranet.open(person, host, { until });

  it('is asked, answered, solved, and helps somebody else, with the keyboard', async () => {
    const hers = await openWall(ada);
    const wall = place.wallOn(hers);
    await write(wall, place, question);
    await hers.keyboard.press('Control+Enter');
    const asked = postWith(wall, question);
    await asked.getByRole('button', { name: words.reply }).first().waitFor();

    const miras = await openWall(mira);
    const answered = postWith(place.wallOn(miras), question);
    await answered.getByRole('button', { name: words.reply }).first().press('Enter');
    await answered.getByRole('textbox').pressSequentially(answer);
    await miras.keyboard.press('Control+Enter');
    await answered.getByText(answer).waitFor();

    const solved = asked.getByRole('button', { name: words.solved });
    await solved.waitFor();
    await solved.press('Enter');
    await asked.getByRole('region', { name: words.whatSolved }).getByText(answer).waitFor();
    await hers.close();
    await miras.close();

    const his = await openWall(bo);
    const there = postWith(place.wallOn(his), question);
    await there.getByRole('region', { name: words.whatSolved }).getByText(answer).waitFor();
    const helped = there.getByRole('button', { name: words.helped });
    await helped.press('Enter');
    await expect.poll(() => helped.textContent()).toContain('1');
    if (host === 'sharepoint') expect(await violations(his)).toEqual([]);
    await his.close();
  });

  it('is told how the last ones fared, once there are enough of them', async () => {
    const page = await openWall(ada);
    const wall = place.wallOn(page);
    for (let at = 1; at < 5; at += 1) {
      const text = `Wie weet het antwoord op vraag ${at}?`;
      await write(wall, place, text);
      await page.keyboard.press('Control+Enter');
      await postWith(wall, text).getByRole('button', { name: words.reply }).first().waitFor();
    }
    await page.close();
    const his = await openWall(bo);
    const composer = await write(place.wallOn(his), place, 'Nog een vraag');
    await composer.getByText(place.hint).waitFor();
    if (host === 'sharepoint') expect(await violations(his)).toEqual([]);
    await his.close();
  });
});

describe('all of it', () => {
  it('broke no policy and reported no error', () => {
    expect(intranet.trouble).toEqual([]);
  });
});
