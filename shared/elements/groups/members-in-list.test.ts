/** Who is in a group, from the list of groups. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cast, expectAccessible, focused, mount, shownText, stage } from '../testing/index.ts';
import type { Stage } from '../testing/index.ts';
import type { Groups } from './groups.ts';
import './define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage();
  await company.as('chika').groups.join({ group: company.group });
  for (const name of ['Running', 'Singing', 'Sailing']) {
    await company.as('bram').groups.create({ name, purpose: '' });
  }
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const count = button('2 members: The bakery');
const list = page.getByRole('list', { name: 'Members', exact: true });

async function open(): Promise<Groups> {
  const element = await mount('kantine-groups', { community: company.reader });
  await expect.element(count).toBeVisible();
  return element;
}

describe('members of a group in the list', () => {
  it('are accessible', async () => {
    const element = await open();
    await userEvent.click(count);
    await expect.element(list).toBeVisible();
    await expectAccessible(element);
  });

  it('open by how many they are, before one is in it, and say what they do', async () => {
    const element = await open();
    await userEvent.click(count);
    await expect.element(list.getByText(cast.chika.name)).toBeVisible();
    expect(shownText(element)).toContain(cast.chika.title);
    expect(count.element().getAttribute('aria-expanded')).toBe('true');
  });

  it('take the whole width of the list, and stay in sight', async () => {
    await open();
    await userEvent.click(count);
    await expect.element(list).toBeVisible();
    const item = count.element().closest('article')?.getBoundingClientRect();
    const whole = page.getByRole('region', { name: 'Groups' }).first().element();
    expect(item?.width).toBeGreaterThan(whole.getBoundingClientRect().width * 0.9);
    expect(count.element().getBoundingClientRect().top).toBeGreaterThanOrEqual(0);
    expect(focused()).toBe(count.element());
  });

  it('close with a second press, and with Escape wherever the keyboard is', async () => {
    await open();
    await userEvent.click(count);
    await expect.element(list).toBeVisible();
    await userEvent.click(count);
    await expect.element(list).not.toBeInTheDocument();
    await userEvent.click(count);
    const person = list.getByRole('button', { name: cast.chika.name });
    await expect.element(person).toBeVisible();
    (person.element() as HTMLElement).focus();
    await userEvent.keyboard('{Escape}');
    await expect.element(list).not.toBeInTheDocument();
    expect(focused()).toBe(count.element());
  });

  it('Escape closes the card of somebody first', async () => {
    await open();
    await userEvent.click(count);
    await userEvent.click(list.getByRole('button', { name: cast.chika.name }));
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(list).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(list).not.toBeInTheDocument();
  });

  it('of a closed group come in parts, each with what a steward may do', async () => {
    const besides = Array.from({ length: 40 }, (_, at) => `colleague ${at}`);
    company = await stage('anna', { besides });
    const about = { name: 'Council', purpose: '', access: 'closed', key: 'key-of-group' } as const;
    const { id: group } = await company.as('anna').groups.create(about);
    for (const person of besides) {
      await company.as('anna').groups.admit({ group, person, role: 'member' });
    }
    const element = await mount('kantine-groups', { community: company.reader });
    await userEvent.click(button('Members: Council'));
    await expect.poll(() => list.getByRole('listitem').elements().length).toBe(30);
    await expectAccessible(element);
    const more = button('Show more');
    (more.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => list.getByRole('listitem').elements().length).toBe(41);
    await expect.poll(() => focused()?.localName).toBe('li');
    await expect.element(button('Make steward: colleague 39')).toBeVisible();
  });
});
