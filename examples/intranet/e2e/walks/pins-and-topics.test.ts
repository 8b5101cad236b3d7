/** A steward pins two posts and keeps a topic, on both packages, by the keyboard; a colleague reads by topic. */
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

const steward = 'dennis.vanderkolk';
const reader = 'nadia.belkacem';
const club = 'Tuinclub';
const topic = 'Zaden';

interface Place {
  readonly host: HostPage;
  /** What a page shows of a widget. */
  in(page: Page, tag: string): Locator;
  openGroups(person: string): Promise<Page>;
  readonly words: Readonly<
    Record<
      | 'start'
      | 'called'
      | 'startGroup'
      | 'post'
      | 'more'
      | 'pin'
      | 'pinnedBy'
      | 'close'
      | 'topic'
      | 'newTopic'
      | 'addTopic'
      | 'save'
      | 'all'
      | 'nothing'
      | 'edit',
      string
    >
  >;
}

const sharePoint: Place = {
  host: 'sharepoint',
  in: (page, tag) => page.locator(tag),
  openGroups: (person) => intranet.open(person, 'sharepoint', { until: 'kantine-groups h2' }),
  words: {
    start: 'Start a group',
    called: 'What is it called?',
    startGroup: 'Start group',
    post: 'Post',
    more: 'More',
    pin: 'Pin above the wall',
    pinnedBy: 'Pinned by',
    close: 'Close',
    topic: 'Topic…',
    newTopic: 'A new topic, at most 24 characters',
    addTopic: 'Add topic',
    save: 'Save',
    all: 'All',
    nothing: 'Nothing under',
    edit: 'Edit',
  },
};

/** Everybody there reads Dutch: the language is that of their account. */
const confluence: Place = {
  host: 'confluence',
  in: (page, tag) => page.locator('iframe').first().contentFrame().locator(tag),
  openGroups: async (person) => {
    const page = await intranet.open(person, 'confluence', { until: 'iframe' });
    await page.getByRole('link', { name: 'Groups of this space' }).click();
    return page;
  },
  words: {
    start: 'Een groep beginnen',
    called: 'Hoe heet de groep?',
    startGroup: 'Groep beginnen',
    post: 'Plaatsen',
    more: 'Meer',
    pin: 'Boven het prikbord vastzetten',
    pinnedBy: 'Vastgezet door',
    close: 'Sluiten',
    topic: 'Onderwerp…',
    newTopic: 'Een nieuw onderwerp, hooguit 24 tekens',
    addTopic: 'Onderwerp toevoegen',
    save: 'Opslaan',
    all: 'Alle',
    nothing: 'Nog niets onder',
    edit: 'Bewerken',
  },
};

async function write(wall: Locator, { words }: Place, text: string): Promise<Locator> {
  const field = wall.getByRole('textbox').first();
  await field.click();
  const composer = wall.locator('kantine-composer').first();
  await composer.waitFor();
  await composer.getByRole('textbox').fill(text);
  await press(button(composer, words.post));
  const post = wall.locator('kantine-post').filter({ hasText: text });
  // What is on its way has no such button yet.
  await button(post, words.edit).waitFor();
  return post;
}

/** A list of groups with the wall of one of them. */
async function openClub(page: Page, place: Place): Promise<Locator> {
  const groups = place.in(page, 'kantine-groups');
  const wall = groups.locator('kantine-wall');
  await button(groups, club).or(wall).first().waitFor();
  if ((await wall.count()) === 0) await press(button(groups, club));
  await wall.locator('h2').waitFor();
  return wall;
}

describe.each([
  ['SharePoint', sharePoint],
  ['Confluence', confluence],
] as const)('on %s', (_, place) => {
  const { host, words } = place;

  it('a steward pins two posts and moves one to a topic, by the keyboard', async () => {
    const page = await place.openGroups(steward);
    const groups = place.in(page, 'kantine-groups');
    await press(button(groups, words.start));
    await groups.getByRole('textbox', { name: words.called }).fill(club);
    await press(button(groups, words.startGroup));
    const wall = await openClub(page, place);

    const first = await write(wall, place, 'Zaaien in maart');
    await write(wall, place, 'Wie heeft een schop?');
    for (const text of ['Zaaien in maart', 'Wie heeft een schop?']) {
      const post = wall.locator('.page kantine-post').filter({ hasText: text });
      await press(button(post, words.more));
      await press(button(post, words.pin));
      await press(button(post, words.close));
    }
    const pins = wall.getByRole('button', { name: new RegExp(words.pinnedBy) });
    await expect.poll(() => pins.count()).toBe(2);
    await press(pins.last());
    await wall.locator('kantine-conversation').getByText('Zaaien in maart').waitFor();
    await press(pins.last());

    await press(button(first, words.more));
    await press(button(first, words.topic));
    await first.getByRole('textbox', { name: words.newTopic }).fill(topic);
    await page.keyboard.press('Enter');
    await button(wall, topic).waitFor();
    await first.getByRole('radio', { name: topic }).focus();
    await page.keyboard.press('Space');
    await press(button(first, words.save));
    await first.locator('.tag').getByText(topic).waitFor();
    if (host === 'sharepoint') expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it('a colleague sees both, and reads what is about the topic, by the keyboard', async () => {
    const page = await place.openGroups(reader);
    const wall = await openClub(page, place);
    const pins = wall.getByRole('button', { name: new RegExp(words.pinnedBy) });
    await expect.poll(() => pins.count()).toBe(2);
    await press(button(wall, topic));
    const found = wall.locator('kantine-topic-posts kantine-post');
    await expect.poll(() => found.count()).toBe(1);
    await found.getByText('Zaaien in maart').waitFor();
    if (host === 'sharepoint') expect(await violations(page)).toEqual([]);
    await press(button(wall, words.all));
    await expect.poll(() => wall.locator('.page kantine-post').count()).toBe(2);
    await page.close();
  });
});

describe('all of it', () => {
  it('broke no policy and reported no error', () => {
    expect(intranet.trouble).toEqual([]);
  });
});
