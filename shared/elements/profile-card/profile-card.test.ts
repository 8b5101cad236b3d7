import { noProfile } from '@kantine/core';
import type { Profile } from '@kantine/core';
import { limits } from '@kantine/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  callsAfter,
  cast,
  expectAccessible,
  focused,
  focusedName,
  mount,
  shownText,
  stage,
} from '../testing/index.ts';
import type { Role, Stage } from '../testing/index.ts';
import type { CardForm, ProfileCard } from './profile-card.ts';
import './define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage();
});

const profile: Profile = {
  ...noProfile,
  about: 'I bake.',
  askMeAbout: ['Sourdough', 'Ovens'],
  interests: ['Chess'],
};
const write = (person: Role, edit: Partial<Profile> = {}) =>
  company.as(person).card.update({ ...profile, ...edit });

/** Waits for the card of a person, the reader's own without one. */
async function show(person?: Role | 'nobody', form: CardForm = 'full'): Promise<ProfileCard> {
  const card = await mount('kantine-profile-card', { community: company.reader, person, form });
  await expect.poll(() => shownText(card)).not.toContain('Loading');
  return card;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = (name: string) => page.getByRole('textbox', { name });
const alert = page.getByRole('alert');
const value = (name: string): string => (field(name).element() as HTMLInputElement).value;
const stored = async (): Promise<Profile> =>
  (await company.as('bram').card.read({ person: 'anna' })).profile;

describe('profile card: accessible', () => {
  it.each<[string, Role | 'nobody', CardForm]>([
    ['my own', 'anna', 'full'],
    ['my own, being edited', 'anna', 'edit'],
    ['a colleague’s', 'chika', 'full'],
    ['a colleague’s, compact', 'chika', 'compact'],
    ['with long names', 'dora', 'full'],
    ['with long names, compact', 'dora', 'compact'],
    ['of somebody who left', 'emil', 'full'],
    ['of somebody whom the host forgot', 'nobody', 'full'],
  ])('%s', async (_, person, form) => {
    await write('chika', { about: 'x'.repeat(300), interests: ['y'.repeat(40)] });
    await write('anna');
    await expectAccessible(await show(person, form));
  });

  it('loading, failed, and an edit that was refused', async () => {
    await expectAccessible(await mount('kantine-profile-card', {}));
    company.faults.inject({ kind: 'offline', on: 'read' });
    await expectAccessible(await show('bram'));
    company.faults.heal();
    const card = await show('anna', 'edit');
    await userEvent.fill(
      field('Ask me about'),
      Array.from({ length: 13 }, (_, n) => `topic ${n}`).join(),
    );
    await userEvent.click(button('Save'));
    await expect.element(alert).toBeVisible();
    await expectAccessible(card);
  });
});

describe('profile card: shows', () => {
  it('who somebody is, what to ask them, and what you have in common', async () => {
    await write('anna', { askMeAbout: [], interests: ['chess'] });
    await write('bram');
    const { group } = company;
    await company.as('anna').groups.join({ group });
    await company.as('chika').kudos.give({
      recipients: ['bram'],
      value: 'helps-out',
      reason: 'Helped me out',
      as: 'kudos',
      key: 'kudos-key',
    });
    const text = shownText(await show('bram'));
    for (const part of [
      'Bram Okafor',
      'Head of baking',
      'I bake.',
      'Sourdough',
      'bram@tarwijk.example',
    ])
      expect(text).toContain(part);
    expect(text).toContain('You have in common: The bakery and Chess');
    expect(text).not.toContain('Thanked');
  });

  it('how many colleagues thanked them this year to oneself alone', async () => {
    await company.as('chika').kudos.give({
      recipients: ['anna'],
      value: 'helps-out',
      reason: 'Helped me out',
      as: 'kudos',
      key: 'kudos-key',
    });
    const text = shownText(await show('anna'));
    expect(text).toContain('Thanked by a colleague this year. Only you see this.');
  });

  it('the manager as somebody with a card of their own, but not on a card behind a name', async () => {
    await show('chika');
    await expect.element(button('Bram Okafor')).toBeVisible();
    const compact = await show('chika', 'compact');
    expect(shownText(compact)).toContain('Bram Okafor');
    expect(button('Bram Okafor').query()).toBeNull();
  });

  it.each(['full', 'compact'] as const)(
    'a way to write them a mail, on a %s card',
    async (form) => {
      await show('bram', form);
      const mail = page.getByRole('link', { name: 'bram@tarwijk.example' });
      await expect.element(mail).toHaveAttribute('href', 'mailto:bram@tarwijk.example');
    },
  );

  it('the time where they are, and none where the host’s zone is no zone', async () => {
    const now = new Intl.DateTimeFormat('en', { timeStyle: 'short', timeZone: 'Asia/Tokyo' });
    await expect
      .poll(async () => shownText(await show('chika')))
      .toContain(`${now.format(Date.now())} local time`);
    expect(shownText(await show('dora'))).not.toContain('local time');
  });

  it('that somebody left, and that the host forgot somebody', async () => {
    expect(shownText(await show('emil'))).toContain('Has left the company');
    expect(shownText(await show('nobody'))).toContain('The directory no longer knows this person.');
  });

  it('the reader’s own without being told whose, and another when asked', async () => {
    const card = await show();
    expect(shownText(card)).toContain('Anna de Vries');
    card.person = 'bram';
    await expect.poll(() => shownText(card)).toContain('Bram Okafor');
    expect(button('Edit my profile').query()).toBeNull();
  });

  it('a change by itself, and «Try again» after a fault', async () => {
    company.faults.inject({ kind: 'fail-once', on: 'read' });
    const card = await show('bram');
    await userEvent.click(button('Try again'));
    await expect.poll(() => shownText(card)).toContain('has not written anything yet');
    await write('bram');
    await expect.poll(() => shownText(card)).toContain('I bake.');
    card.remove();
    expect(company.listeners()).toBe(0);
  });

  it('a colleague in full where the page asks to edit them', async () => {
    const card = await show('bram', 'edit');
    expect(page.getByRole('textbox').query()).toBeNull();
    const section = card.shadowRoot?.querySelector('section') as Element;
    expect(getComputedStyle(section).borderTopWidth).toBe('1px');
  });
});

describe('profile editor', () => {
  const edit = async (): Promise<ProfileCard> => {
    const card = await show('anna');
    await userEvent.click(button('Edit my profile'));
    await expect.poll(() => focused()?.localName).toBe('textarea');
    return card;
  };

  it('saves, shows what was saved, and gives the focus back', async () => {
    const card = await edit();
    await userEvent.fill(field('About me'), 'I bake\nbread.');
    await userEvent.fill(field('Ask me about'), 'Rye; sourdough, , SOURDOUGH');
    await userEvent.click(button('Save'));
    await expect.poll(() => shownText(card)).toContain('Rye');
    await expect.poll(focusedName).toBe('Edit my profile');
    expect(await stored()).toMatchObject({
      about: 'I bake\nbread.',
      askMeAbout: ['Rye', 'SOURDOUGH'],
    });
  });

  it('shows what was saved without a question, and saves again', async () => {
    const card = await edit();
    for (const about of ['I bake.', 'I bake rye.']) {
      await userEvent.fill(field('About me'), about);
      const calls = await callsAfter(
        company,
        () => userEvent.click(button('Save')),
        () => expect.poll(() => shownText(card)).toContain(about),
      );
      expect(calls).toEqual(['card.update']);
      await userEvent.click(button('Edit my profile'));
    }
  });

  it('shows what was saved in another window after one question', async () => {
    const card = await show('anna');
    const calls = await callsAfter(
      company,
      () => write('anna'),
      () => expect.poll(() => shownText(card)).toContain('I bake.'),
    );
    expect(calls.filter((name) => name === 'card.read')).toEqual(['card.read']);
  });

  it('given up changes nothing, and gives the focus back', async () => {
    await edit();
    await userEvent.fill(field('About me'), 'Never mind');
    await userEvent.click(button('Cancel'));
    await expect.poll(focusedName).toBe('Edit my profile');
    expect((await stored()).about).toBe('');
  });

  it.each([
    [
      'Ask me about',
      Array.from({ length: limits.profileTags + 1 }, (_, n) => `t${n}`).join(),
      '13; at most 12',
    ],
    ['Interests', 'x'.repeat(limits.profileTag + 1), '41 characters long; at most 40'],
    ['About me', 'x'.repeat(limits.profileAbout + 1), '601 characters long; at most 600'],
  ])(
    'refuses too much in «%s», marks the field and keeps what was typed',
    async (name, typed, said) => {
      await edit();
      await userEvent.fill(field(name), typed);
      await userEvent.click(button('Save'));
      await expect.element(alert).toMatchTextContent(said);
      expect(value(name)).toBe(typed);
      expect(field(name).element().getAttribute('aria-invalid')).toBe('true');
      await expect.poll(() => focused()).toBe(field(name).element());
    },
  );

  it('keeps what was typed through a fault', async () => {
    const card = await edit();
    await userEvent.fill(field('About me'), 'I bake.');
    company.faults.inject({ kind: 'answer-lost', on: 'write' });
    await userEvent.click(button('Save'));
    await expect.element(alert).toBeVisible();
    expect(value('About me')).toBe('I bake.');
    await userEvent.click(button('Save'));
    await expect.element(button('Edit my profile')).toBeVisible();
    await expect.poll(() => shownText(card)).toContain('I bake.');
  });

  it('in two windows keeps what was typed here, takes the rest from there, and then saves', async () => {
    await write('anna', { about: 'Before' });
    await edit();
    await userEvent.fill(field('About me'), 'Mine');
    const { profileVersion: version } = await company.as('anna').card.read({ person: 'anna' });
    await company.as('anna').card.update({
      ...profile,
      about: 'Theirs',
      interests: ['Rowing'],
      ...(version === undefined ? {} : { version }),
    });
    await userEvent.click(button('Save'));
    await expect.element(alert).toMatchTextContent('changed meanwhile');
    expect(value('About me')).toBe('Mine');
    await expect.poll(() => value('Interests')).toBe('Rowing');
    await userEvent.click(button('Save'));
    await expect.element(button('Edit my profile')).toBeVisible();
    expect(await stored()).toMatchObject({ about: 'Mine', interests: ['Rowing'] });
  });

  it('is not replaced by a refresh while somebody types', async () => {
    await edit();
    await userEvent.fill(field('About me'), 'Half a tho');
    await write('bram');
    await company.as('bram').kudos.give({
      recipients: ['anna'],
      value: 'helps-out',
      reason: 'Helped me out',
      as: 'kudos',
      key: 'kudos-key',
    });
    expect(value('About me')).toBe('Half a tho');
    expect(cast.anna.name).toBe('Anna de Vries');
  });
});

describe('profile card: of somebody whom one would rather not see', () => {
  const wish = () => button(`I’d rather not see ${cast.chika.name}`);

  it('says what that means, and takes it back', async () => {
    const card = await show('chika');
    await userEvent.click(wish());
    await expect
      .poll(() => shownText(card))
      .toContain('They are not told, and can still read what you write in groups you share.');
    await expectAccessible(card);
    const { blocked } = await company.reader.preferences.read();
    expect(blocked.map(({ id }) => id)).toEqual([cast.chika.id]);
    await userEvent.click(button('Show again'));
    await expect.element(wish()).toBeVisible();
    expect((await company.reader.preferences.read()).blocked).toEqual([]);
  });

  it('says what went wrong, and works again when tried again', async () => {
    await show('chika', 'compact');
    company.faults.inject({ kind: 'fail-once', on: 'write' });
    await userEvent.click(wish());
    await expect.element(alert.getByText(/could not be reached/)).toBeVisible();
    await userEvent.click(wish());
    await expect.element(button('Show again')).toBeVisible();
  });

  it('is not offered about oneself', async () => {
    const card = await show();
    expect(shownText(card)).not.toContain('rather not see');
  });
});
