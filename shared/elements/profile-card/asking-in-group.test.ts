/** Asking somebody in a group in common, from the card behind their name. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useLanguage } from '../locale/locale.ts';
import { expectAccessible, focused, focusedName, mount, press, stage } from '../testing/index.ts';
import type { Stage } from '../testing/index.ts';
import type { CardForm, ProfileCard } from './profile-card.ts';
import './define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage();
  await company.as('anna').groups.join({ group: company.group });
});

const show = (person: string, form: CardForm = 'compact'): Promise<ProfileCard> =>
  mount('kantine-profile-card', { community: company.reader, person, form });
const ask = page.getByRole('button', { name: /^Ask Bram Okafor in a group/ });
const field = page.getByRole('textbox', { name: 'Your question' });
const send = page.getByRole('button', { name: 'Ask', exact: true });
const written = () => (field.element() as HTMLTextAreaElement).value;

async function open(): Promise<ProfileCard> {
  const card = await show('bram');
  await expect.element(ask).toBeVisible();
  (ask.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(field).toBeVisible();
  return card;
}

describe('asking from a card', () => {
  it('is accessible before, in the form, once asked, and when the form could not be opened', async () => {
    const card = await show('bram');
    await expect.element(ask).toBeVisible();
    await expectAccessible(card);
    company.faults.inject({ kind: 'offline', on: 'read' });
    await userEvent.click(ask);
    await expect.element(page.getByRole('alert')).toMatchTextContent('could not be reached');
    await expectAccessible(card);
    company.faults.heal();
    await userEvent.click(ask);
    await expect.element(field).toBeVisible();
    await expectAccessible(card);
    await userEvent.type(field, 'who has rye?');
    press(send);
    await expect.element(page.getByText(/Your question is asked in/)).toBeVisible();
    await expectAccessible(card);
  });

  it('begins with their name, and asks in the group that both are in, where they are told', async () => {
    await open();
    await expect.poll(focusedName).toBe('Your question');
    expect(written()).toBe('@Bram Okafor ');
    await userEvent.keyboard('who has rye?');
    expect(written()).toBe('@Bram Okafor who has rye?');
    press(send);
    await expect
      .element(
        page.getByText('Your question is asked in The bakery. You will be told of answers there.'),
      )
      .toBeVisible();
    await expect.poll(() => focused()?.textContent).toContain('Ask Bram');
    const { posts } = await company.as('bram').wall.read({ group: company.group });
    expect(posts[0]).toMatchObject({ kind: 'question', mentions: [{ id: 'bram' }] });
    const { lines } = await company.as('bram').catchUp.forYou();
    expect(lines).toHaveLength(1);
  });

  it('is given up with Escape or Cancel, which lead back to the button', async () => {
    await open();
    await userEvent.click(page.getByRole('button', { name: 'Cancel' }));
    await expect.poll(() => focused()?.textContent).toContain('Ask Bram');
    await userEvent.keyboard('{Enter}');
    await expect.poll(focusedName).toBe('Your question');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => focused()?.textContent).toContain('Ask Bram');
  });

  it('lets one choose where several groups are in common', async () => {
    const { id } = await company.as('bram').groups.create({ name: 'Running', purpose: '' });
    await company.as('anna').groups.join({ group: id });
    await open();
    const choice = page.getByRole('combobox', { name: 'Group' });
    await userEvent.selectOptions(choice, id);
    await userEvent.type(field, 'when?');
    press(send);
    await expect.element(page.getByText(/Your question is asked in Running/)).toBeVisible();
    expect((await company.as('bram').wall.read({ group: id })).posts).toHaveLength(1);
  });

  it('keeps what was typed when it could not be sent', async () => {
    await open();
    await userEvent.type(field, 'who has rye?');
    company.faults.inject({ kind: 'fail-once', on: 'write' });
    press(send);
    await expect.element(page.getByRole('alert')).toMatchTextContent('could not be reached');
    expect(written()).toContain('who has rye?');
  });

  it('says that the groups in common are archived', async () => {
    const { group } = company;
    await show('bram');
    await expect.element(ask).toBeVisible();
    const act = { group, reason: 'all is said', key: 'key-of-archive' };
    await company.as('bram').stewards.archive(act);
    await userEvent.click(ask);
    await expect
      .element(page.getByText('The groups that you are both in are archived.'))
      .toBeVisible();
  });

  it('is offered neither to oneself, nor where nothing is in common', async () => {
    const own = await show('anna');
    await expect.poll(() => own.shadowRoot?.querySelector('h3')).not.toBeNull();
    await show('chika');
    await expect.element(page.getByRole('button', { name: /^Thank Chika/ })).toBeVisible();
    expect(page.getByRole('button', { name: /^Ask / }).query()).toBeNull();
  });

  it.each([
    ['nl', /^Bram Okafor iets vragen/],
    ['de', /^Bram Okafor in einer Gruppe fragen/],
    ['fr', /^Poser une question à Bram Okafor dans un groupe/],
  ])('speaks %s', async (language, name) => {
    await useLanguage(language);
    await show('bram');
    await expect.element(page.getByRole('button', { name })).toBeVisible();
    await useLanguage('en');
  });
});
