/** Thanking somebody from the card behind their name. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, focused, mount, press, stage } from '../testing/index.ts';
import type { Stage } from '../testing/index.ts';
import type { CardForm, ProfileCard } from './profile-card.ts';
import './define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage();
});

const show = (person: string, form: CardForm = 'compact'): Promise<ProfileCard> =>
  mount('kantine-profile-card', { community: company.reader, person, form });
const thank = page.getByRole('button', { name: /^Thank / });
const form = page.getByRole('form', { name: 'Thank a colleague' });

describe('thanking from a card', () => {
  it('is accessible before, in the form, and when the form could not be opened', async () => {
    const card = await show('bram');
    await expect.element(thank).toBeVisible();
    await expectAccessible(card);
    company.faults.inject({ kind: 'offline', on: 'read' });
    await userEvent.click(thank);
    await expect.element(page.getByRole('alert')).toMatchTextContent('could not be reached');
    await expectAccessible(card);
    company.faults.heal();
    await userEvent.click(thank);
    await expect.element(form).toBeVisible();
    await expectAccessible(card);
  });

  it('begins with them, says when it is sent, and leads back to the button', async () => {
    await show('bram');
    await expect.element(thank).toBeVisible();
    (thank.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(form).toBeVisible();
    await expect.element(page.getByText('Bram Okafor').first()).toBeVisible();
    await userEvent.click(page.getByText(/Helps out/).first());
    await userEvent.fill(
      page.getByRole('textbox', { name: 'What did they do?' }),
      'carried all my crates',
    );
    press(page.getByRole('button', { name: 'Give kudos' }));
    await expect.element(page.getByText('Your thanks have been sent.')).toBeVisible();
    await expect.poll(() => focused()?.textContent).toContain('Thank Bram');
    const { thankYous } = await company.as('dora').kudos.read({});
    expect(thankYous[0]).toMatchObject({
      reason: 'carried all my crates',
      recipients: [{ id: 'bram' }],
    });
  });

  it('is offered neither to oneself nor to who left', async () => {
    const own = await show('anna');
    await expect.poll(() => own.shadowRoot?.querySelector('h3')).not.toBeNull();
    expect(thank.query()).toBeNull();
    own.remove();
    await show('emil');
    await expect.element(page.getByText('Has left the company')).toBeVisible();
    expect(thank.query()).toBeNull();
  });
});
