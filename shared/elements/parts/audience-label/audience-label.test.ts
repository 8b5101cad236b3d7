import type { Audience, GroupAudience, Joined } from '@kantine/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, mountTemplate } from '../../testing/index.ts';
import { audienceLabel, audienceStyles } from './audience-label.ts';

// As the element around it draws it.
const styles = audienceStyles.styleSheet as CSSStyleSheet;
beforeAll(() => void document.adoptedStyleSheets.push(styles));
afterAll(() => {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== styles);
});

const show = (audience: GroupAudience): HTMLElement => mountTemplate(audienceLabel(audience));

const spaced = (text: string | null | undefined): string =>
  (text ?? '').replace(/\s+/g, ' ').trim();
const sentence = (audience: GroupAudience): string =>
  spaced(show(audience).querySelector('summary')?.textContent);
const entries = (audience: GroupAudience): readonly string[] =>
  [...show(audience).querySelectorAll('li')].map(({ textContent }) => spaced(textContent));

const administrators =
  'Administrators of this site can read everything in it, as they can everywhere.';

const each = (
  count: number,
  firstNames: readonly string[] = [],
  laterJoiners = true,
): Audience => ({
  ...{ known: true, kind: 'each', count, firstNames, laterJoiners },
});
const groups = (told: object): Audience => ({
  ...{ known: false, kind: 'groups', groups: [], people: 0 },
  ...told,
});
const site = { kind: 'site', name: 'Marketing' } as const;
const space = { kind: 'space', name: 'Marketing' } as const;
const nothing: Audience = { known: false, kind: 'nothing' };

const person = (name: string) => ({ id: name, name, active: true });
const joined: Joined = {
  count: 34,
  isIn: false,
  people: ['Mira Ek', 'Bo', 'Chen Li'].map(person),
};
const whoJoined = '34 people have joined this group: Mira, Bo, Chen, and 31 others.';
const alone: Joined = { count: 1, isIn: true, people: [] };
const day = 24 * 3_600_000;
const weekday = new Intl.DateTimeFormat('en', { weekday: 'long' }).format(Date.now() - 2 * day);

describe('audience', () => {
  it.each<[string, GroupAudience]>([
    ['few', { ...each(9, ['Mira']), joined }],
    ['groups', groups({ groups: ['Sales'], place: site, noted: 1 })],
    ['a place', { known: false, kind: 'place', place: site }],
    ['nothing', nothing],
  ])('is accessible: %s', async (_, audience) => {
    const label = show(audience).firstElementChild as Element;
    await expectAccessible(label);
    await userEvent.click(page.getByText(/can read this/));
    await expectAccessible(label);
  });

  it.each<[string, GroupAudience, string]>([
    [
      'few who are known one by one',
      each(9, ['Mira', 'Bo', 'Chen']),
      '9 people can read this: you, Mira, Bo, Chen, and 5 others. People who join later can too.',
    ],
    ['two', each(2, ['Bram'], false), '2 people can read this: you and Bram.'],
    ['only me', each(1, [], false), 'Only you can read this.'],
    [
      'only me until somebody is let in',
      each(1),
      'Only you can read this. People who join later can too.',
    ],
    [
      'few on a site, who are named by nobody',
      each(1234),
      '1,234 people can read this. People who join later can too.',
    ],
    [
      'few on a site, beside who joined',
      { ...each(40), joined },
      `40 people can read this. People who join later can too. ${whoJoined}`,
    ],
    [
      'everyone in the company',
      { ...groups({ everyone: 'company', groups: ['Sales'], people: 3, place: site }), joined },
      `Everyone in the company can read this, and people who join later. ${whoJoined}`,
    ],
    [
      'everyone and their guests',
      groups({ everyone: 'company-and-guests', place: site }),
      'Everyone in the company can read this, its guests too, and people who join later.',
    ],
    [
      'groups of unknown size',
      { ...groups({ groups: ['Marketing'], people: 6, place: site }), joined },
      `The people of this site can read this: Marketing and 6 colleagues by name. ${whoJoined}`,
    ],
    [
      'many groups',
      groups({ groups: ['A', 'B', 'C', 'D', 'E'], place: site }),
      'The people of this site can read this: A, B, C, and 2 others.',
    ],
    [
      'people whose names are nobody’s to know',
      groups({ people: 6, atMost: 9, guests: 2, place: site }),
      'Up to 9 people can read this. Among them: 2 guests.',
    ],
    [
      'a site that will not say',
      { known: false, kind: 'place', place: site, joined },
      `Everyone with access to the site Marketing can read this. ${whoJoined}`,
    ],
    [
      'a space and the sizes of its groups',
      { ...groups({ groups: ['a'], atMost: 412, place: space }), joined },
      `Everyone in the space Marketing can read this: up to 412 people. ${whoJoined}`,
    ],
    [
      'all of Confluence',
      groups({ everyone: 'host', atMost: 1830, place: space }),
      'Everyone who uses this Confluence can read this: up to 1,830 people.',
    ],
    [
      'all of Confluence, whose number is not told',
      groups({ everyone: 'host' }),
      'Everyone who uses this Confluence can read this.',
    ],
    [
      'anonymous readers',
      groups({ everyone: 'internet', groups: ['a'], atMost: 9, place: space }),
      'Anyone who has the link can read this space, without signing in. Kantine shows this group to signed-in colleagues only.',
    ],
    [
      'a space whose sizes are not permitted',
      { ...groups({ groups: ['a'], place: space }), joined },
      `Everyone who can open the space Marketing can read this. ${whoJoined}`,
    ],
    [
      'a space that does not tell its permissions',
      { known: false, kind: 'place', place: space },
      'Everyone who can open the space Marketing can read this.',
    ],
    [
      'nothing but what it was',
      {
        ...nothing,
        last: {
          audience: groups({ atMost: 412, place: space }),
          at: Date.now() - 2 * day,
        },
      },
      `Who can read this could not be checked just now. It was everyone in Marketing on ${weekday}.`,
    ],
    [
      'nothing but that it was everyone',
      {
        ...nothing,
        last: { audience: groups({ everyone: 'company', place: site }), at: Date.now() - 2 * day },
      },
      `Who can read this could not be checked just now. It was everyone in the company on ${weekday}.`,
    ],
    [
      'nothing but what takes a sentence of its own',
      {
        ...nothing,
        last: { audience: groups({ everyone: 'internet', place: space }), at: Date.now() },
      },
      'Members of this place can read this; how many could not be checked just now.',
    ],
    [
      'nothing',
      nothing,
      'Members of this place can read this; how many could not be checked just now.',
    ],
    [
      'nothing, as an earlier version said it',
      { known: false },
      'Members of this place can read this; how many could not be checked just now.',
    ],
    [
      'few, as an earlier version said it',
      { known: true, count: 2, firstNames: ['Bo'], laterJoiners: true },
      '2 people can read this: you and Bo. People who join later can too.',
    ],
    [
      'a new group of a place',
      { ...groups({ groups: ['a'], atMost: 412, place: space }), joined: alone },
      'So far only you are here. Everyone in Marketing can find and read it.',
    ],
    [
      'a new group that everyone may find',
      { ...groups({ everyone: 'company', place: site }), joined: alone },
      'So far only you are here. Everyone in the company can read this, and people who join later.',
    ],
    [
      'a group that nobody joined',
      { known: false, kind: 'place', place: site, joined: { ...alone, count: 0, isIn: false } },
      'Everyone with access to the site Marketing can read this.',
    ],
    [
      'a group of two',
      { ...each(40), joined: { count: 2, isIn: true, people: [person('Bo Ek')] } },
      '40 people can read this. People who join later can too. 2 people have joined this group: you and Bo.',
    ],
  ])('says in one sentence: %s', (_, audience, expected) => {
    expect(sentence(audience)).toBe(expected);
  });

  it('gives a number that is not exact as «up to», and nothing that is unknown as a number', () => {
    for (const told of [{ groups: ['a'] }, { groups: ['a'], people: 6 }, { everyone: 'company' }]) {
      for (const place of [site, space]) {
        expect(sentence(groups({ ...told, place }))).not.toMatch(/\d+ people can read/);
      }
    }
  });

  it.each([
    ['this time last week', 9 * day],
    ['a month ago', 30 * day],
  ])('names the date of an answer that is older: %s', (_, age) => {
    const at = Date.now() - age;
    const date = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long' }).format(at);
    expect(sentence({ ...nothing, last: { audience: each(9), at } })).toBe(
      `Who can read this could not be checked just now. It was 9 people on ${date}.`,
    );
  });

  it('S-B3: counts guests apart, and does not mention that there are none', () => {
    const guests = (count: number): Audience =>
      ({ ...each(12, ['Bram']), guests: count }) as Audience;
    expect(sentence(guests(3))).toContain('12 people can read this (3 guests): you, Bram');
    expect(sentence(guests(1))).toContain('12 people can read this (1 guest): you');
    expect(sentence(each(12, ['Bram']))).not.toContain('guest');
  });

  it('isolates names, whatever they hold', () => {
    const label = show({
      ...groups({ groups: ['9 people \u2069\u202e', 'مطبخ'], people: 1, place: site }),
      joined: { count: 3, isIn: true, people: [person('<b>Bo</b>')] },
    });
    const names = [...label.querySelectorAll('summary bdi')].map(({ textContent }) => textContent);
    expect(names).toEqual(['9 people \u202e', 'مطبخ', '<b>Bo</b>']);
    expect(label.querySelector('b')).toBeNull();
  });

  it('shows a list on request: who, through which group, and who can change it', async () => {
    show(
      groups({
        groups: ['Sales'],
        people: 6,
        guests: 1,
        place: site,
        noted: Date.UTC(2026, 2, 3, 12),
      }),
    );
    await expect.element(page.getByText('Through the group Sales')).not.toBeVisible();
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.element(page.getByText('Through the group Sales')).toBeVisible();
    expect(
      entries(
        groups({
          groups: ['Sales'],
          people: 6,
          guests: 1,
          place: site,
          noted: Date.UTC(2026, 2, 3, 12),
        }),
      ),
    ).toEqual([
      'Through the group Sales',
      '6 colleagues by name',
      '1 guest',
      'Owners of this site decide who can read it.',
      'Who has a right to it was noted on March 3, 2026.',
      administrators,
    ]);
  });

  it('A3: lists the members of a closed group, and readers of a site by nothing but a number', () => {
    const members = [
      { id: 'bo', firstName: 'Bo' },
      { id: 'chen', firstName: 'Chen' },
    ];
    const closed = { ...each(3, ['Bo', 'Chen']), members } as Audience;
    expect(entries(closed)).toEqual([
      'You',
      'Bo',
      'Chen',
      'Stewards of this group let people in and take them out.',
      administrators,
    ]);
    expect(entries(each(3))).toEqual([administrators]);
  });

  it('says once in every list that administrators can read it', () => {
    for (const audience of [
      each(1),
      groups({ place: space }),
      nothing,
      groups({ everyone: 'host' }),
    ]) {
      expect(entries(audience).filter((entry) => entry === administrators)).toHaveLength(1);
    }
    expect(entries(groups({ place: space }))).toContain(
      'Administrators of this space decide who can read it.',
    );
  });
});
