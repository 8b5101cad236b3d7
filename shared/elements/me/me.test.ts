/** What came of what somebody gave, what is stored of them, and erasing it. */
import { collections } from '@kantine/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useLanguage } from '../locale/locale.ts';
import {
  expectAccessible,
  floodOfThanks,
  focused,
  mount,
  shownText,
  stage,
} from '../testing/index.ts';
import type { Stage } from '../testing/index.ts';
import { jsonOf, pageOf } from './export.ts';
import type { Me } from './me.ts';
import { fieldWords, unshownFields } from './field-words.ts';
import { kindWords } from './stored-words.ts';
import './define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage();
});
afterEach(() => useLanguage('en'));

const open = (): Promise<Me> => mount('kantine-me', { community: company.reader });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const row = (name: RegExp) => page.getByRole('row', { name });
const stored = page.getByRole('heading', { name: 'What is stored about you' });

/** Anna posts, answers, reacts and thanks; colleagues answer her and thank her. */
async function someMonths(): Promise<void> {
  const { group } = company;
  const anna = company.as('anna');
  const key = () => anna.newKey();
  await anna.groups.join({ group });
  const asked = { group, text: 'Who has rye?', kind: 'question', key: key() } as const;
  const { id: question } = await company.as('chika').wall.post(asked);
  const answer = { group, post: question, text: 'Ask the mill', key: key() };
  const { id: comment } = await anna.wall.comment(answer);
  await company.as('chika').wall.accept({ group, post: question, comment });
  await company.as('dora').wall.helped({ group, post: question, comment, helped: true });
  const { id: own } = await anna.wall.post({ group, text: 'Bread at ten', key: key() });
  await company.as('bram').wall.comment({ group, post: own, text: 'Lovely', key: key() });
  await anna.wall.post({ group, text: 'Nobody answered', key: key() });
  const message = { group, kind: 'post', id: question } as const;
  await anna.wall.react({ message, post: question, kind: 'love' });
  const thanks = { value: 'helps-out', reason: 'carried my crates', as: 'kudos' } as const;
  await company.as('bram').kudos.give({ ...thanks, recipients: ['anna'], key: key() });
  company.travel(60_000);
}

describe('me: accessible', () => {
  it('while it looks, with nothing, and when that failed', async () => {
    await expectAccessible(await mount('kantine-me'));
    const element = await open();
    await expect.element(stored).toBeVisible();
    await expect.poll(() => shownText(element)).toContain('Nothing is stored about you.');
    expect(shownText(element)).toContain('Nothing to tell yet this year.');
    await expectAccessible(element);
    company.faults.inject({ kind: 'offline', on: 'read' });
    const failed = await open();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expectAccessible(failed);
  });

  it('with rows that are seen, narrow, and while one chooses what to erase', async () => {
    await someMonths();
    const element = await open();
    await expect.element(row(/^Posts/)).toBeVisible();
    await userEvent.click(button('See: Posts'));
    await expect.element(page.getByText('Bread at ten', { exact: true })).toBeVisible();
    await expectAccessible(element);
    element.style.inlineSize = '18rem';
    await expectAccessible(element);
    await userEvent.click(button('What do you want to erase?'));
    await expectAccessible(element);
  });
});

describe('what came of it', () => {
  it('is told in sentences, to oneself', async () => {
    await someMonths();
    const element = await open();
    await expect.element(stored).toBeVisible();
    await expect.poll(() => shownText(element)).toContain('A colleague thanked you this year.');
    const sentence = element.shadowRoot?.querySelector('.outcomes li')?.textContent ?? '';
    expect(sentence).toMatch(/Your answer “.*Ask the mill.*” solved it for .* and one other\./);
    await expect.poll(() => shownText(element)).toContain('They mention:');
    expect(shownText(element)).toContain('Only you see this.');
  });
});

it('what came of it may be more than could be looked through, which is said', async () => {
  await floodOfThanks(company);
  const element = await open();
  await expect.poll(() => shownText(element)).toContain('There may be more: not everything');
  await expectAccessible(element);
});

describe('what is stored', () => {
  it('is a table of what, what for, who reads it, until when and how many', async () => {
    await someMonths();
    const element = await open();
    const posts = row(/^Posts/);
    await expect.element(posts).toMatchTextContent('What people write on the wall of a group.');
    await expect.element(posts).toMatchTextContent('Everyone who reads the group');
    await expect.element(posts).toMatchTextContent('Until you remove it');
    await expect.element(posts).toMatchTextContent('2');
    expect(shownText(element)).toContain('Everything here lies in this browser');
    expect(shownText(element)).toContain('kudos and thanks for you (1)');
    expect(shownText(element)).toContain('Nothing of yours: ');
  });

  it.each([
    ['owners', 'Its owners can read all of it'],
    ['operators', 'the people who operate the app could reach it'],
  ] as const)('says who could reach it: %s', async (reachedBy, text) => {
    company = await stage('anna', { supports: { reachedBy } });
    const element = await open();
    await expect.poll(() => shownText(element)).toContain(text);
  });

  it('is seen in words: names of columns, people, groups and values, and moments', async () => {
    const { group } = company;
    const anna = company.as('anna');
    await someMonths();
    const thanks = { value: 'helps-out', reason: 'lent me the van', as: 'kudos' } as const;
    await anna.kudos.give({ ...thanks, recipients: ['bram'], key: anna.newKey() });
    const until = Date.UTC(2026, 10, 25, 9);
    await anna.wall.markRead({ group, until });
    const element = await open();
    const list = () => shownText(element.shadowRoot?.querySelector('kantine-stored') ?? element);
    await userEvent.click(button('See: Kudos and thanks you gave'));
    await expect.poll(list).toContain('For Bram Okafor Value Helps out Reason lent me the van');
    await userEvent.click(button('See: Open groups you joined'));
    await expect.poll(list).toContain('Group The bakery');
    await userEvent.click(button('See: Reactions'));
    await expect.poll(list).toContain('Reaction ❤️');
    await userEvent.click(button('See: Answers and comments'));
    await expect.poll(list).toContain('Text Ask the mill Answers Chika Tanaka');
    expect(list()).not.toContain('parent');
    await userEvent.click(button('See: How far you read'));
    await expect.poll(list).toContain('Read until Wednesday, November 25, 2026');
    await expectAccessible(element);
  });

  it('names or leaves out each column of each collection', () => {
    for (const { name, fields } of Object.values(collections)) {
      const named = Object.keys(fieldWords[name] ?? {});
      const all = Object.keys(fields);
      expect(
        named.filter((field) => !all.includes(field)),
        name,
      ).toEqual([]);
      const left = all.filter((field) => !named.includes(field));
      expect(
        left.filter((field) => !unshownFields.has(`${name}.${field}`)),
        name,
      ).toEqual([]);
    }
  });

  it('has a name and a purpose in every language for each collection', () => {
    const names = Object.values(collections).map(({ name }) => name);
    expect(Object.keys(kindWords).toSorted()).toEqual(names.toSorted());
    for (const { name, privacy } of Object.values(collections)) {
      expect(kindWords[name]?.purpose.en).toBe(privacy.purpose);
    }
  });

  it('is taken along as a file, made in the browser', async () => {
    await someMonths();
    await open();
    const made: Blob[] = [];
    const spy = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      made.push(blob as Blob);
      return 'blob:none';
    });
    await userEvent.click(button('Download everything (JSON)'));
    await expect.poll(() => made.length).toBe(1);
    await userEvent.click(button('Download everything (page)'));
    await expect.poll(() => made.length).toBe(2);
    spy.mockRestore();
    const all = JSON.parse(await (made[0] as Blob).text()) as {
      stored: { kind: string; rows: { place: string; fields: { text: string } }[] }[];
    };
    const posts = all.stored.find(({ kind }) => kind === 'posts')?.rows;
    expect(posts?.map(({ place, fields }) => [place, fields.text])).toContainEqual([
      'The bakery',
      'Bread at ten',
    ]);
    expect(await (made[1] as Blob).text()).toContain('<dd>Bread at ten</dd>');
  });
});

describe('one kind of rows', () => {
  it('is taken along by itself', async () => {
    await someMonths();
    await open();
    const made: Blob[] = [];
    const spy = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      made.push(blob as Blob);
      return 'blob:none';
    });
    await userEvent.click(button('Download: Posts'));
    await expect.poll(() => made.length).toBe(1);
    spy.mockRestore();
    const text = await (made[0] as Blob).text();
    expect(text).toContain('<dd>Bread at ten</dd>');
    expect(text).not.toContain('Ask the mill');
  });

  it('is erased by itself, after how much goes was said', async () => {
    await someMonths();
    const element = await open();
    await userEvent.click(button('Erase: Answers and comments'));
    await expect
      .element(page.getByRole('radio', { name: 'Only: Answers and comments' }))
      .toBeChecked();
    expect(focused()).toBe(page.getByRole('radio', { checked: true }).element());
    expect(shownText(element)).toContain('This goes: Answers and comments (1).');
    await expectAccessible(element);
    await userEvent.click(button('Erase for good'));
    await expect.poll(() => shownText(element), { timeout: 20_000 }).toContain('Done:');
    await expect.poll(() => row(/^Answers and comments/).query()).toBeNull();
    await expect.element(row(/^Posts/)).toBeVisible();
  });

  it('of which nothing is erased says that it stays', async () => {
    await company.as('anna').groups.create({ name: 'Rye', purpose: '' });
    await open();
    const started = row(/^Groups you started/);
    await expect.element(started).toMatchTextContent('Stays: others rely on it');
    expect(button('Erase: Groups you started').query()).toBeNull();
  });
});

describe('what stays quiet', () => {
  it('is nothing at first, and no messages are sent at any hour', async () => {
    const element = await open();
    await expect.poll(() => shownText(element)).toContain('No group is muted');
    expect(shownText(element)).toContain('no e-mails or notifications');
  });

  it('is listed in one place, and taken back there', async () => {
    const anna = company.as('anna');
    await anna.groups.join({ group: company.group });
    await anna.preferences.mute({ group: company.group });
    await anna.preferences.block({ person: 'dora' });
    const element = await open();
    await expect.element(button('Unmute: The bakery')).toBeVisible();
    await expectAccessible(element);
    await userEvent.click(button('Unmute: The bakery'));
    await expect.poll(() => shownText(element)).toContain('The bakery is not muted any more.');
    await userEvent.click(button(/^Show again: /));
    await expect.poll(() => shownText(element)).toContain('No group is muted');
    expect(await anna.preferences.read()).toEqual({ muted: [], blocked: [] });
  });

  it('says what could not be done, and does it again', async () => {
    await company.as('anna').groups.join({ group: company.group });
    await company.as('anna').preferences.mute({ group: company.group });
    await open();
    await expect.element(button('Unmute: The bakery')).toBeVisible();
    company.faults.inject({ kind: 'offline', on: 'write' });
    await userEvent.click(button('Unmute: The bakery'));
    await expect.element(page.getByRole('alert')).toBeVisible();
    company.faults.heal();
    await userEvent.click(button('Try again'));
    await expect.poll(() => button('Unmute: The bakery').query()).toBeNull();
  });
});

describe('a page to take along', () => {
  const options = {
    title: 'T',
    made: 0,
    language: 'en',
    placeName: () => '<b>',
    valueName: String,
  };
  const fields = { text: '<script>alert(1)</script>"\'&', list: ['<i>', 'b'], no: false };
  const rows = [{ id: '1', container: 'group:1', created: 0, modified: 0, fields, people: {} }];
  const kinds = [{ name: 'posts', title: '<h1>', purpose: '</p>', rows }];

  it('runs nothing of what somebody wrote, has no style of its own and loads nothing', () => {
    const text = pageOf(kinds, options);
    const parsed = new DOMParser().parseFromString(text, 'text/html');
    expect(parsed.querySelector('script, style, [style], link, img, i, b')).toBeNull();
    expect(parsed.querySelector('dd')?.textContent).toBe(fields.text);
    expect(text).toContain(`content="default-src 'none'"`);
    expect(JSON.parse(jsonOf(kinds, options))).toMatchObject({ stored: [{ rows: [{ fields }] }] });
  });
});

describe('erasing', () => {
  const begin = async (what: string): Promise<Me> => {
    const element = await open();
    await userEvent.click(button('What do you want to erase?'));
    await userEvent.click(page.getByText(what, { exact: true }));
    return element;
  };

  it('is of nothing until somebody chose, to which its button leads', async () => {
    await someMonths();
    const element = await open();
    await userEvent.click(button('What do you want to erase?'));
    expect(page.getByRole('radio', { checked: true }).query()).toBeNull();
    expect(shownText(element)).not.toContain('This goes');
    const now = button('Erase for good');
    await expect.element(now).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(now, { force: true });
    expect(focused()).toBe(page.getByRole('radio').first().element());
    await expect.poll(() => shownText(element)).toContain('Choose first what to erase.');
    expect(await company.reader.me.erasing()).toBeNull();
    await expectAccessible(element);
  });

  it('says what stays', async () => {
    await someMonths();
    const element = await begin('What I gave: reactions and thanks');
    await expect.poll(() => shownText(element)).toMatch(/This stays: .*Posts \(2\)/);
    expect(shownText(element)).toContain('What others wrote about you also stays; it is theirs.');
    await userEvent.click(button('Keep it all'));
    await userEvent.click(button('Erase: Posts'));
    expect(shownText(element)).toContain('Everything else stays.');
  });

  it('says before how much goes, and then what is gone', async () => {
    await someMonths();
    const element = await begin('What I gave: reactions and thanks');
    await expect.poll(() => shownText(element)).toContain('This goes: Reactions (1).');
    await userEvent.click(button('Erase for good'));
    await expect.poll(() => shownText(element)).toContain('Done: one entry is gone.');
    await expect.element(row(/^Posts/)).toBeVisible();
    await expect.element(row(/^Reactions/)).toHaveLength(0);
    await expectAccessible(element);
  });

  it('everything leaves answered messages without their words', async () => {
    sessionStorage.setItem('kantine.draft.of-a-post', '{}');
    await someMonths();
    const element = await begin('Everything');
    expect(shownText(element)).toContain('Messages that colleagues answered stay');
    await userEvent.click(button('Erase for good'));
    await expect.poll(() => shownText(element), { timeout: 10_000 }).toContain('Done: ');
    const { posts } = await company.as('bram').wall.read({ group: company.group });
    expect(posts.map(({ text }) => text).filter((text) => text !== '')).toEqual(['Who has rye?']);
    expect(sessionStorage.getItem('kantine.draft.of-a-post')).toBeNull();
  });

  it('that was stopped says so, and goes on with one press, or with the next visit', async () => {
    await someMonths();
    const element = await begin('Everything');
    company.faults.inject({ kind: 'offline', on: 'write' }, 3);
    await userEvent.click(button('Erase for good'));
    await expect.element(page.getByRole('alert')).toMatchTextContent('could not be reached');
    await expectAccessible(element);
    element.remove();
    company.faults.heal();
    const later = await open();
    await expect.poll(() => shownText(later), { timeout: 10_000 }).toContain('Done: ');
    expect(await company.reader.me.erasing()).toBeNull();
  });
});
