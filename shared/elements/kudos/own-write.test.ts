/** After an own write the widget shows what the write answered, and asks for nothing that it shows. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { callsAfter, mount, press, shownText, stage } from '../testing/index.ts';
import type { Stage } from '../testing/index.ts';
import type { Kudos } from './kudos.ts';
import './define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage();
});

const button = (name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const start = button('Thank a colleague');
const reason = page.getByRole('textbox');
const items = page.getByRole('listitem');

async function open(recipient?: string): Promise<Kudos> {
  const element = await mount('kantine-kudos', { community: company.reader, recipient });
  await expect.element(page.getByRole('heading', { name: 'Kudos' })).toBeVisible();
  return element;
}

async function fill(text: string): Promise<void> {
  await userEvent.click(start);
  await userEvent.fill(page.getByRole('combobox', { name: 'Whom do you want to thank?' }), 'bram');
  await userEvent.click(page.getByRole('listbox').getByRole('option').first());
  await userEvent.click(page.getByText(/Helps out/).first());
  await userEvent.fill(reason, text);
}

const others = (turn: number, from: 'anna' | 'bram' = 'bram') =>
  company.as(from).kudos.give({
    recipients: ['chika'],
    value: 'helps-out',
    reason: `Time number ${turn}`,
    as: 'kudos',
    key: `key-of-turn-${turn}`,
  });

describe('kudos: an own write', () => {
  it('shows thanks that were given, and what is left, without a question', async () => {
    const element = await open();
    await fill('Stayed until it ran');
    const calls = await callsAfter(
      company,
      () => userEvent.click(button('Give kudos')),
      () => expect.element(items).toHaveLength(1),
    );
    expect(calls).toEqual(['kudos.give']);
    await userEvent.click(start);
    expect(shownText(element)).toContain('This week you can give kudos to 4 more colleagues.');
  });

  it('asks nothing about the person who was thanked from elsewhere', async () => {
    await open('bram');
    await expect.element(reason).toBeVisible();
    await userEvent.click(page.getByText(/Helps out/).first());
    await userEvent.fill(reason, 'Stayed until it ran');
    const calls = await callsAfter(
      company,
      () => userEvent.click(button('Give kudos')),
      () => expect.element(items).toHaveLength(1),
    );
    expect(calls).toEqual(['kudos.give']);
  });

  it('takes thanks that were withdrawn off the page, and gives their place back', async () => {
    await others(1, 'anna');
    await others(2);
    const element = await open();
    await userEvent.click(button(/^Withdraw your thanks/));
    const calls = await callsAfter(
      company,
      () => userEvent.click(button('Withdraw')),
      () => expect.element(items).toHaveLength(1),
    );
    expect(calls).toEqual(['kudos.withdraw']);
    await userEvent.click(start);
    expect(shownText(element)).toContain('This week you can give kudos to 5 more colleagues.');
  });

  it('that is refused says what is left, as the refusal tells', async () => {
    const element = await open();
    await fill('Stayed until it ran');
    for (let turn = 0; turn < 5; turn += 1) await others(turn, 'anna');
    const calls = await callsAfter(
      company,
      () => press(button('Give kudos')),
      () => expect.poll(() => shownText(element)).toContain('Say thanks'),
    );
    // What the other window gave is news, and is asked for once.
    expect(calls.filter((name) => name === 'kudos.budget').length).toBeLessThanOrEqual(1);
  });
});

describe('kudos: a colleague’s write', () => {
  it('is asked for once', async () => {
    await open();
    const calls = await callsAfter(
      company,
      () => others(1),
      () => expect.element(items).toHaveLength(1),
    );
    expect(calls).toEqual(['people.me', 'kudos.budget', 'kudos.read', 'kudos.audience']);
  });
});
