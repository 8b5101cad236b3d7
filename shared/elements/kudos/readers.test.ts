/** Thanks that one group reads: who that is said before one writes, and nobody else sees them. */
import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, focused, mount, shownText, stage } from '../testing/index.ts';
import type { Stage } from '../testing/index.ts';
import type { Kudos } from './kudos.ts';
import './define.ts';

let company: Stage;
/** A closed group of Anna, the reader, and Bram. */
let den: string;
beforeEach(async () => {
  company = await stage();
  const anna = company.as('anna');
  const draft = { name: 'Den', purpose: '', access: 'closed', key: 'key-of-den' } as const;
  ({ id: den } = await anna.groups.create(draft));
  await anna.groups.admit({ group: den, person: 'bram', role: 'member' });
});

const readers = page.getByRole('combobox', { name: 'Who reads it?' });
const picker = page.getByRole('combobox', { name: 'Whom do you want to thank?' });
const button = (name: string) => page.getByRole('button', { name, exact: true });

async function openForm(): Promise<Kudos> {
  const element = await mount('kantine-kudos', { community: company.reader });
  await userEvent.click(button('Thank a colleague'));
  await expect.element(readers).toBeVisible();
  return element;
}
async function fill(name: string): Promise<void> {
  await userEvent.fill(picker, name);
  await userEvent.click(page.getByRole('listbox').getByRole('option').first());
  await userEvent.click(page.getByText(/Shares knowledge/).first());
  await userEvent.fill(page.getByRole('textbox'), 'carried all my crates');
}
const feed = async (person: 'bram' | 'chika') =>
  (await company.as(person).kudos.read({ isWide: true })).thankYous;

it('are for everyone unless a group is chosen, and the form says what changes', async () => {
  const element = await openForm();
  await expect.element(readers).toHaveDisplayValue('Everyone');
  expect(shownText(element)).toContain('you can give kudos to 5 more colleagues');
  await userEvent.selectOptions(readers, 'Den');
  await expect.poll(() => shownText(element)).toContain('2 people can read this: you and');
  expect(shownText(element)).toContain('In a group you say thanks without kudos');
  await expectAccessible(element);
  await userEvent.selectOptions(readers, 'Everyone');
  await expect.poll(() => shownText(element)).toContain('4 people can read this');
});

it('are sent to it alone, take no kudos, and say who reads them', async () => {
  const element = await openForm();
  await userEvent.selectOptions(readers, 'Den');
  await fill('bram');
  await userEvent.click(button('Say thanks'));
  await expect.poll(() => shownText(element)).toContain('Only those who read see this. Den');
  await expectAccessible(element);
  expect(await feed('bram')).toMatchObject([{ group: { id: den, name: 'Den' }, isKudos: false }]);
  expect(await feed('chika')).toEqual([]);
  expect((await company.as('anna').kudos.budget()).left).toBe(5);
});

it('ask nobody about who reads them when one changes that oneself', async () => {
  await openForm();
  await userEvent.selectOptions(readers, 'Den');
  await fill('bram');
  await userEvent.selectOptions(readers, 'Everyone');
  await userEvent.click(button('Give kudos'));
  await expect.poll(() => feed('chika')).toMatchObject([{ isKudos: true }]);
});

it('name who would not read them, and lead to the choice', async () => {
  const element = await openForm();
  await userEvent.selectOptions(readers, 'Den');
  await fill('chika');
  await expect.poll(() => shownText(element)).toContain('Chika Tanaka cannot read this group.');
  (button('Say thanks').element() as HTMLElement).click();
  await expect.poll(focused).toBe(readers.element());
});

it('are hidden by their recipient, and withdrawn by their giver', async () => {
  const words = { value: 'helps-out', reason: 'carried my crates', as: 'thanks' } as const;
  const give = (by: 'anna' | 'bram', to: 'anna' | 'bram', key: string) =>
    company.as(by).kudos.give({ ...words, recipients: [to], key, group: den });
  await give('bram', 'anna', 'key-of-the-first');
  const element = await mount('kantine-kudos', { community: company.reader });
  await userEvent.click(button('Thanks in your groups, too'));
  await userEvent.click(page.getByRole('button', { name: /^Keep it between us/ }));
  await expect.poll(() => shownText(element)).toContain('Only you and see this. Bram Okafor');
  company.travel(60_000);
  await give('anna', 'bram', 'key-of-the-second');
  await userEvent.click(page.getByRole('button', { name: /^Withdraw your thanks/ }));
  await userEvent.click(button('Withdraw'));
  await expect.poll(() => feed('bram')).toHaveLength(1);
});
