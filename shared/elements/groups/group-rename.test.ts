/** Groups that get another name in the list of groups. */
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, focused, focusedName, mount, stage } from '../testing/index.ts';
import type { Role, Stage } from '../testing/index.ts';
import type { Groups } from './groups.ts';
import './define.ts';

let company: Stage;

/** Bram founded The bakery. */
async function open(reader: Role, before: () => Promise<unknown> = () => Promise.resolve()) {
  company = await stage(reader);
  company.travel(1000);
  await before();
  const element = await mount('kantine-groups', { community: company.reader });
  await expect.element(page.getByRole('heading', { name: 'Groups', exact: true })).toBeVisible();
  await press('Members: The bakery');
  return element satisfies Groups;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const press = async (name: string): Promise<void> => {
  await expect.element(button(name)).toBeVisible();
  (button(name).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
};
const type = async (name: string): Promise<void> => {
  await userEvent.fill(page.getByRole('textbox', { name: 'New name' }), name);
  await userEvent.keyboard('{Enter}');
};

describe('who started a group', () => {
  it('gives it another name by the keyboard', async () => {
    const element = await open('bram');
    await press('Rename the group…');
    await expect.poll(() => focused()?.getAttribute('name')).toBe('name');
    await expectAccessible(element);
    await type('The bread club');
    await expect
      .element(page.getByText('“The bakery” is called “The bread club” now.'))
      .toBeVisible();
    await expect.poll(focusedName).toBe('Groups');
    await expect.element(button('The bread club')).toBeVisible();
    await expectAccessible(element);
  });

  it('is told that a name is taken, and chooses another', async () => {
    const element = await open('bram', () =>
      company.as('anna').groups.create({ name: 'Running', purpose: '' }),
    );
    await press('Rename the group…');
    await type('running');
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expectAccessible(element);
    await press('Cancel');
    await expect.poll(focusedName).toBe('Rename the group…');
  });
});

it('another steward is told whose it is to do: nobody changes a record but its author', async () => {
  const element = await open('anna', async () => {
    const { group, reader } = company;
    await reader.groups.join({ group });
    const [{ id: person }, key] = [await reader.people.me(), reader.newKey()];
    await company.as('bram').stewards.appoint({ group, person, key });
    company.travel(1000);
  });
  await press('Rename the group…');
  await expect.element(page.getByText('Only who started this group can rename it.')).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'New name' })).not.toBeInTheDocument();
  await expectAccessible(element);
});
