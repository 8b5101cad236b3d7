/** Colleagues who are asked into a group: by its stewards, and what they answer. */
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cast, expectAccessible, focusedName, mount, shownText, stage } from '../testing/index.ts';
import type { Role, Stage } from '../testing/index.ts';
import type { Groups } from './groups.ts';
import './define.ts';

let company: Stage;

const begin = async (reader: Role, options: Parameters<typeof stage>[1] = {}): Promise<void> => {
  company = await stage(reader, options);
  company.travel(1000);
};

async function open(): Promise<Groups> {
  const element = await mount('kantine-groups', { community: company.reader });
  await expect.element(page.getByRole('heading', { name: 'Groups', exact: true })).toBeVisible();
  return element;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const heading = (name: string) => page.getByRole('heading', { name });
const press = async (name: string): Promise<void> => {
  await expect.element(button(name)).toBeVisible();
  (button(name).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
};

/** Bram asks somebody into a group of his. */
async function invite(person: Role, group = company.group): Promise<void> {
  const key = company.reader.newKey();
  await company.as('bram').groups.invite({ group, person, key });
  company.travel(1000);
}

async function shutGroup(): Promise<string> {
  const about = { name: 'Works council', purpose: '', access: 'closed' } as const;
  return (await company.as('bram').groups.create(about)).id;
}

describe('somebody who is asked into an open group', () => {
  it('finds it among theirs, and joins by the keyboard', async () => {
    await begin('anna');
    await invite('anna');
    const element = await open();
    await expect.element(heading('Your groups')).toBeVisible();
    await expectAccessible(element);
    expect(shownText(element)).toContain('Bram Okafor asks whether you want to join.');
    await press('Join: The bakery');
    await expect.element(page.getByText('You are in “The bakery” now.')).toBeVisible();
    await expect.poll(focusedName).toBe('Groups');
    expect(shownText(element)).not.toContain('asks whether');
    await expectAccessible(element);
    await company.reader.groups.leave({ group: company.group });
    const { others } = await company.reader.groups.browse();
    expect(others[0]).not.toHaveProperty('invited');
  });

  it('says no without a word to anybody', async () => {
    await begin('anna');
    await invite('anna');
    const element = await open();
    await press('Not now: The bakery');
    await expect
      .element(page.getByText('You will no longer be asked to join “The bakery”. Nobody is told.'))
      .toBeVisible();
    await expect.element(heading('Groups to join')).toBeVisible();
    expect(shownText(element)).not.toContain('Not now');
    await expect.element(button('Join: The bakery')).toBeVisible();
  });
});

describe('somebody who was let into a closed group', () => {
  it('is told by whom, and stays', async () => {
    await begin('anna');
    await invite('anna', await shutGroup());
    const element = await open();
    await expect.poll(() => shownText(element)).toContain('Bram Okafor asked you in.');
    await expectAccessible(element);
    await press('Stay: Works council');
    await expect.element(page.getByText('You stay in “Works council”.')).toBeVisible();
    expect(shownText(element)).not.toContain('asked you in');
    await expect.element(button('Leave: Works council')).toBeVisible();
  });

  it('leaves quietly', async () => {
    await begin('anna');
    await invite('anna', await shutGroup());
    await open();
    await press('Leave quietly: Works council');
    await expect.element(page.getByText('You have left “Works council”.')).toBeVisible();
    await expect.element(button('Ask to join: Works council')).toBeVisible();
  });

  it('asks a steward to be taken out where members cannot leave, and has it folded away', async () => {
    await begin('anna', { leaving: 'asked' });
    const group = await shutGroup();
    await invite('anna', group);
    const element = await open();
    await press('Ask a steward to take me out: Works council');
    await expect.element(page.getByText(/A steward has been asked to take you out/)).toBeVisible();
    await expectAccessible(element);
    const asks = await company.as('bram').groups.asks({ group });
    expect(asks).toMatchObject([{ by: { name: cast.anna.name }, kind: 'leave' }]);
  });

  it('says what went wrong, and answers again', async () => {
    await begin('anna');
    await invite('anna', await shutGroup());
    await open();
    company.faults.inject({ kind: 'fail-once', on: 'write' });
    await press('Stay: Works council');
    await expect.element(page.getByRole('alert')).toBeVisible();
    await press('Stay: Works council');
    await expect.element(page.getByText('You stay in “Works council”.')).toBeVisible();
  });
});

describe('a steward', () => {
  it('asks a colleague into an open group', async () => {
    await begin('bram');
    const element = await open();
    await press('Members: The bakery');
    const field = page.getByRole('combobox', { name: 'Ask colleagues to join' });
    await userEvent.fill(field, 'Anna');
    await userEvent.click(page.getByRole('option').first());
    await expectAccessible(element);
    await userEvent.click(button('Ask them to join'));
    await expect.element(page.getByText('They are asked whether they want to join.')).toBeVisible();
    await expectAccessible(element);
    const { others } = await company.as('anna').groups.browse();
    expect(others[0]).toMatchObject({ invited: { by: { name: cast.bram.name } } });
  });

  it('lets a colleague into a closed one, who is told by whom', async () => {
    await begin('bram');
    await shutGroup();
    await open();
    await press('Members: Works council');
    const field = page.getByRole('combobox', { name: 'Let colleagues in' });
    await userEvent.fill(field, 'Anna');
    await userEvent.click(page.getByRole('option').first());
    await userEvent.click(button('Let in'));
    await expect.element(page.getByText('They are members now.')).toBeInTheDocument();
    const { own } = await company.as('anna').groups.browse();
    expect(own).toMatchObject([{ joined: true, invited: { by: { name: cast.bram.name } } }]);
  });
});
