/** A colleague mentions another and answers her question, on both packages: she sees it, opens it, mutes a group. */
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intranetUnderTest } from '../intranet-under-test.ts';
import type { HostPage, IntranetUnderTest } from '../intranet-under-test.ts';
import { violations } from '../violations.ts';
import { button, press } from '../pressing.ts';

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest();
});
afterAll(() => intranet.close());

const ada = 'nadia.belkacem';
const bo = 'dennis.vanderkolk';
const group = 'De Kantine';
const club = 'Fietsclub';
const question = 'Wie heeft de sleutel van lokaal 3?';

/** Where things are on a host's page, and what they are called there. */
interface Place {
  readonly host: HostPage;
  readonly until: string;
  /** What a page shows of a widget. */
  in(page: Page, tag: string): Locator;
  openGroups(person: string): Promise<Page>;
  openForYou(person: string): Promise<Page>;
  readonly words: Readonly<
    Record<
      | 'aQuestion'
      | 'ask'
      | 'reply'
      | 'comment'
      | 'post'
      | 'start'
      | 'called'
      | 'startGroup'
      | 'forYou'
      | 'answered'
      | 'mentioned'
      | 'mute'
      | 'back'
      | 'nothing'
      | 'unmute'
      | 'edit'
      | 'more'
      | 'join'
      | 'leave'
      | 'tellMe'
      | 'stopTelling'
      | 'everyone'
      | 'toEveryone'
      | 'followed'
      | 'takenBack'
      | 'save'
      | 'doneWithAll'
      | 'done',
      string
    >
  >;
}

const sharePoint: Place = {
  host: 'sharepoint',
  until: 'kantine-wall kantine-post',
  in: (page, tag) => page.locator(tag),
  openGroups: (person) => intranet.open(person, 'sharepoint', { until: 'kantine-groups h2' }),
  openForYou: async (person) => {
    const page = await intranet.open(person, 'sharepoint', { until: 'kantine-wall' });
    await page.getByRole('link', { name: 'Voor jou' }).click();
    return page;
  },
  words: {
    aQuestion: 'A question',
    ask: 'Ask',
    reply: 'Reply',
    comment: 'Comment',
    post: 'Post',
    start: 'Start a group',
    called: 'What is it called?',
    startGroup: 'Start group',
    forYou: 'for you',
    answered: 'answered your question',
    mentioned: 'mentioned you',
    mute: 'Mute',
    back: 'Back to what waits for you',
    nothing: 'Nothing needs you. Nice.',
    doneWithAll: 'Done with all',
    done: 'Done',
    unmute: 'Unmute',
    edit: 'Edit',
    more: 'More',
    join: 'Join group',
    leave: 'Leave group',
    tellMe: 'Tell me in “For you”',
    stopTelling: 'Stop telling me',
    everyone: 'everyone in this group',
    toEveryone: 'mentioned everyone in',
    followed: 'which you follow',
    takenBack: 'took this back.',
    save: 'Save',
  },
};

/** Everybody there reads Dutch: the language is that of their account. */
const confluence: Place = {
  host: 'confluence',
  until: 'iframe',
  in: (page, tag) => page.locator('iframe').first().contentFrame().locator(tag),
  openGroups: async (person) => {
    const page = await intranet.open(person, 'confluence', { until: 'iframe' });
    await page.getByRole('link', { name: 'Groups of this space' }).click();
    return page;
  },
  openForYou: async (person) => {
    const page = await intranet.open(person, 'confluence', { until: 'iframe' });
    await page.getByRole('link', { name: 'Voor jou' }).click();
    return page;
  },
  words: {
    aQuestion: 'Een vraag',
    ask: 'Vragen',
    reply: 'Antwoorden',
    comment: 'Reageren',
    post: 'Plaatsen',
    start: 'Een groep beginnen',
    called: 'Hoe heet de groep?',
    startGroup: 'Groep beginnen',
    forYou: 'voor jou',
    answered: 'antwoordde op je vraag',
    mentioned: 'noemde je',
    mute: 'Dempen',
    back: 'Terug naar wat er op je wacht',
    nothing: 'Er wacht niets op je. Fijn.',
    doneWithAll: 'Klaar met alles',
    done: 'Klaar',
    unmute: 'Niet meer dempen',
    edit: 'Bewerken',
    more: 'Meer',
    join: 'Lid worden',
    leave: 'Groep verlaten',
    tellMe: 'Volgen onder “Voor jou”',
    stopTelling: 'Niet meer volgen',
    everyone: 'iedereen in deze groep',
    toEveryone: 'noemde iedereen in',
    followed: 'dat je volgt',
    takenBack: 'heeft dit ingetrokken.',
    save: 'Opslaan',
  },
};

/** What waits, line by line. */
const linesIn = (widget: Locator): Promise<string[]> =>
  widget.locator('li.line[data-line]').allTextContents();

/** Types in a wall's composer, behind a line that stands for it. */
async function typeIn(wall: Locator, text: string): Promise<Locator> {
  const field = wall.getByRole('textbox').first();
  await field.click();
  await wall.locator('kantine-composer').first().waitFor();
  const composer = wall.locator('kantine-composer').first();
  await composer.getByRole('textbox').pressSequentially(text);
  return composer;
}

async function mention(wall: Locator, { words }: Place, text: string): Promise<void> {
  const composer = await typeIn(wall, '@nadia');
  await composer.getByRole('option', { name: /Nadia Belkacem/ }).waitFor();
  await composer.getByRole('textbox').press('Enter');
  await expect.poll(() => composer.getByRole('textbox').inputValue()).toBe('@Nadia Belkacem ');
  await composer.getByRole('textbox').pressSequentially(text);
  await press(button(composer, words.post));
  const post = wall.locator('kantine-post').filter({ hasText: text });
  await button(post, 'Nadia Belkacem').first().waitFor();
  // What is on its way has no such button yet.
  await button(post, words.edit).waitFor();
}

/** The page of groups with the wall of the club. */
async function openClub(place: Place, person: string): Promise<Page> {
  const page = await place.openGroups(person);
  const groups = place.in(page, 'kantine-groups');
  const wall = clubOf(place, page);
  await button(groups, club).or(wall).first().waitFor();
  if ((await wall.count()) === 0) await press(button(groups, club));
  await wall.locator('kantine-post').first().waitFor();
  return page;
}

const clubOf = (place: Place, page: Page): Locator =>
  place.in(page, 'kantine-groups').locator('kantine-wall');

describe.each([
  ['SharePoint', sharePoint],
  ['Confluence', confluence],
] as const)('what waits for somebody on %s', (_, place) => {
  const { host, until, words } = place;
  const openWall = (person: string): Promise<Page> => intranet.open(person, host, { until });

  it('is nothing once one is done with all of it', async () => {
    const page = await place.openForYou(ada);
    const widget = place.in(page, 'kantine-catch-up');
    const nothing = widget.getByText(words.nothing, { exact: true });
    const done = button(widget, words.doneWithAll).or(button(widget, words.done)).or(nothing);
    await done.first().waitFor();
    // The week before has left what waits for her.
    if ((await nothing.count()) === 0) {
      await done.first().click();
      // The lines go at once; that it was written is said when it was.
      await widget.getByText(new RegExp(`^${words.done}\\. `)).waitFor({ state: 'attached' });
    }
    await nothing.waitFor();
    await page.close();
  });

  it('is what a colleague writes in two groups', async () => {
    const hers = await openWall(ada);
    const wall = place.in(hers, 'kantine-wall');
    const composer = await typeIn(wall, question);
    await composer.getByRole('radio', { name: words.aQuestion }).check();
    await press(button(composer, words.ask));
    const asked = wall.locator('kantine-post').filter({ hasText: question });
    await asked.getByRole('button', { name: words.reply }).first().waitFor();
    await hers.close();

    const his = await openWall(bo);
    const there = place.in(his, 'kantine-wall');
    const answered = there.locator('kantine-post').filter({ hasText: question });
    await answered.getByRole('button', { name: words.reply }).first().click();
    await answered.getByRole('textbox').fill('Die hangt bij de receptie.');
    await press(button(answered, words.comment));
    await answered.getByText('Die hangt bij de receptie.').waitFor();
    await button(answered, words.edit).waitFor();
    await mention(there, place, 'kijk eens');
    await his.close();

    const page = await place.openGroups(bo);
    const groups = place.in(page, 'kantine-groups');
    await press(button(groups, words.start));
    await groups.getByRole('textbox', { name: words.called }).fill(club);
    await press(button(groups, words.startGroup));
    const started = groups.locator('kantine-wall');
    await button(groups, club).or(started).first().waitFor();
    if ((await started.count()) === 0) await press(button(groups, club));
    await mention(started, place, 'fiets je mee?');
    await page.close();
  });

  it('is shown, opened with the keyboard, and less once a group is muted', async () => {
    const page = await place.openForYou(ada);
    const widget = place.in(page, 'kantine-catch-up');
    await expect.poll(() => linesIn(widget)).toHaveLength(3);
    await widget.getByRole('heading', { name: `3 ${words.forYou}` }).waitFor();
    expect(await widget.getByText(words.mentioned).count()).toBeGreaterThan(1);
    if (host === 'sharepoint') expect(await violations(page)).toEqual([]);

    const line = widget.getByRole('button', { name: new RegExp(`^\\W*Dennis.*${words.answered}`) });
    await line.focus();
    await page.keyboard.press('Enter');
    const conversation = widget.locator('kantine-conversation');
    await conversation.getByText('Die hangt bij de receptie.').waitFor();
    await widget.getByRole('heading', { name: `2 ${words.forYou}` }).waitFor();
    if (host === 'sharepoint') expect(await violations(page)).toEqual([]);
    await button(widget, words.back).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => linesIn(widget)).toHaveLength(2);
    await expect.poll(() => conversation.count()).toBe(0);

    const list = await place.openGroups(ada);
    await press(button(place.in(list, 'kantine-groups'), `${words.mute}: ${group}`));
    await button(place.in(list, 'kantine-groups'), `${words.unmute}: ${group}`).waitFor();
    await list.close();
    const again = await place.openForYou(ada);
    const left = place.in(again, 'kantine-catch-up');
    await left.getByRole('heading', { name: `1 ${words.forYou}` }).waitFor();
    await left.getByText('fiets je mee?').waitFor();
    await again.close();
  });

  it('is a post that one follows, and what is said to everybody, until it is taken back', async () => {
    const hers = await openClub(place, ada);
    const wall = clubOf(place, hers);
    await press(button(wall, words.join));
    await button(wall, words.leave).waitFor();
    const invitation = wall.locator('kantine-post').filter({ hasText: 'fiets je mee?' });
    await button(invitation, words.more).first().press('Enter');
    await button(invitation, words.tellMe).press('Enter');
    await button(invitation, words.stopTelling).waitFor();
    if (host === 'sharepoint') expect(await violations(hers)).toEqual([]);
    await hers.close();

    const his = await openClub(place, bo);
    const there = clubOf(place, his);
    const composer = await typeIn(there, `@${words.everyone.slice(0, 6)}`);
    await composer.getByRole('option', { name: words.everyone }).waitFor();
    await composer.getByRole('textbox').press('Enter');
    const text = composer.getByRole('textbox');
    await expect.poll(() => text.inputValue()).toBe(`@${words.everyone} `);
    await text.pressSequentially('om vijf uur');
    await press(button(composer, words.post));
    const said = there.locator('kantine-post').filter({ hasText: 'om vijf uur' });
    await button(said, words.edit).waitFor();
    await said.getByText(`@${words.everyone}`).waitFor();
    const followed = there.locator('kantine-post').filter({ hasText: 'fiets je mee?' });
    await followed.getByRole('button', { name: words.reply }).first().click();
    await followed.getByRole('textbox').fill('Of om zes uur?');
    await press(button(followed, words.comment));
    await followed.getByText('Of om zes uur?').waitFor();

    const page = await place.openForYou(ada);
    const widget = place.in(page, 'kantine-catch-up');
    await widget.getByRole('button', { name: words.toEveryone }).first().waitFor();
    await widget.getByRole('button', { name: words.followed }).first().waitFor();
    await widget.getByText(`@${words.everyone} om vijf uur`).waitFor();
    if (host === 'sharepoint') expect(await violations(page)).toEqual([]);

    await press(button(said, words.edit));
    // Its words are in the field now; it is the newest post.
    const edited = there.locator('kantine-post').first();
    await edited.getByRole('textbox').fill('Toch niet');
    await press(button(edited, words.save));
    await there.getByText('Toch niet').waitFor();
    await his.close();
    if (host === 'sharepoint') {
      // The page looks for changes within a minute.
      await widget.getByText(words.takenBack).waitFor({ timeout: 100_000 });
      await expect
        .poll(() => widget.getByRole('button', { name: words.toEveryone }).count())
        .toBe(0);
    } else {
      // A page of Confluence hears of the groups that it shows, and this one shows none.
      const later = await place.openForYou(ada);
      const left = place.in(later, 'kantine-catch-up');
      await left.getByRole('button', { name: words.followed }).first().waitFor();
      expect(await left.getByRole('button', { name: words.toEveryone }).count()).toBe(0);
      await later.close();
    }
    await page.close();
  }, 240_000);
});

describe('all of it', () => {
  it('broke no policy and reported no error', () => {
    expect(intranet.trouble).toEqual([]);
  });
});
