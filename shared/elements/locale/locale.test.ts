import { html } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { cast, mount, mountTemplate, shownText, stage } from '../testing/index.ts';
import '../wall/define.ts';
import { templates } from './generated/nl.ts';
import { listOf } from './list.ts';
import { currentLocale, useLanguage } from './locale.ts';
import { fullMomentText, momentText } from './moment.ts';
import { plural } from './plural.ts';
import { shortId } from './short-id.ts';

afterEach(() => useLanguage('en'));

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.UTC(2026, 10, 23, 12);

describe('languages', () => {
  it.each([
    ['nl-BE', 'nl'],
    ['NL', 'nl'],
    ['de-CH', 'de'],
    ['fr', 'fr'],
    ['en-GB', 'en'],
    ['pt-BR', 'en'],
    ['', 'en'],
  ])('%j is shown in %s', async (tag, locale) => {
    await useLanguage(tag);
    expect(currentLocale()).toBe(locale);
  });

  it('the words on the page follow at once, and so do later ones', async () => {
    const company = await stage();
    company.travel(-3 * hour);
    await company.post('bram', 'Fresh bread');
    const wall = await mount('kantine-wall', { community: company.reader, group: company.group });
    await expect.element(page.getByText('3 hours ago')).toBeVisible();
    await useLanguage('nl');
    await expect.element(page.getByText('3 uur geleden')).toBeVisible();
    await useLanguage('fr');
    await expect.element(page.getByText('il y a 3 heures')).toBeVisible();
    expect(shownText(wall)).not.toContain('3 uur geleden');
  });

  it('each translation is found by the beginning of its id, one that was given a name as well', () => {
    for (const id of Object.keys(templates)) expect(shortId(id)).toBe(id);
  });

  it('elements without a community follow too', async () => {
    const root = mountTemplate(
      html`<kantine-person-name .person=${cast.anna}></kantine-person-name>`,
    );
    await useLanguage('de');
    expect(shownText(root)).toContain('Anna de Vries');
  });
});

describe('moments', () => {
  it.each([
    [0, 'just now'],
    [59_999, 'just now'],
    [-4 * minute, 'just now'],
    [minute, '1 minute ago'],
    [59 * minute, '59 minutes ago'],
    [hour, '1 hour ago'],
    [23 * hour, '23 hours ago'],
    [day, 'yesterday'],
    [6 * day, '6 days ago'],
    [7 * day, 'November 16'],
    [400 * day, 'October 19, 2025'],
    [-2 * hour, 'November 23'],
  ])('%i ms ago is «%s»', (age, text) => {
    expect(momentText(now - age, now)).toBe(text);
  });

  it('count the days of the reader’s calendar, not blocks of 24 hours', () => {
    const thursdayNoon = new Date(2026, 10, 19, 12).getTime();
    const saturdayNight = new Date(2026, 10, 21, 0, 10).getTime();
    expect(momentText(thursdayNoon, saturdayNight)).toBe('2 days ago');
    expect(momentText(thursdayNoon, new Date(2026, 10, 20, 23, 50).getTime())).toBe('yesterday');
  });

  it('are written as in the reader’s own region, within the language', () => {
    const languages = vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['nl-NL', 'en-GB']);
    expect(fullMomentText(now)).toMatch(/^Monday,? 23 November 2026/);
    expect(fullMomentText(now)).not.toMatch(/[AP]M/i);
    languages.mockRestore();
  });

  it('are written in full on request', () => {
    expect(fullMomentText(now)).toContain('Monday, November 23, 2026');
  });
});

describe('numbers and lists', () => {
  it('pick the wording by the language’s own rule', async () => {
    const words = { one: 'one', other: 'other' };
    expect([0, 1, 2].map((count) => plural(count, words))).toEqual(['other', 'one', 'other']);
    await useLanguage('fr');
    expect([0, 1, 2].map((count) => plural(count, words))).toEqual(['one', 'one', 'other']);
  });

  it('join names as the language does', async () => {
    expect(listOf([])).toBe('');
    expect(listOf(['Anna', 'Bram', 'Chika'])).toBe('Anna, Bram, and Chika');
    await useLanguage('nl');
    expect(listOf(['Anna', 'Bram', 'Chika'])).toBe('Anna, Bram en Chika');
  });
});
