/** The stewards of a group and what is reported to whom, in the list of groups. */
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cast, expectAccessible, focused, mount, shownText, stage } from '../testing/index.ts';
import type { Role, Stage } from '../testing/index.ts';
import type { GroupStewards } from './group-stewards.ts';
import type { Groups } from './groups.ts';
import './define.ts';

let company: Stage;

/** Bram founded the group. */
async function open(
  reader: Role,
  options: Parameters<typeof stage>[1] = {},
  before: () => Promise<unknown> = () => Promise.resolve(),
): Promise<GroupStewards> {
  company = await stage(reader, options);
  await before();
  const group = await company.reader.groups.read({ group: company.group });
  return mount('kantine-group-stewards', { community: company.reader, group });
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const stewards = page.getByRole('list', { name: 'Stewards' });

describe('the stewards of an open group', () => {
  it('are shown to everybody, the founder as such', async () => {
    const element = await open('anna');
    await expect.poll(() => shownText(element)).toContain('Bram Okafor');
    await expect.element(page.getByText('Founder')).toBeVisible();
    await expectAccessible(element);
    await expect.element(button('Make steward')).not.toBeInTheDocument();
  });

  it('stand right below their heading', async () => {
    await open('anna');
    const heading = page.getByRole('heading', { name: 'Stewards' });
    await expect.element(heading).toHaveStyle({ marginBlock: '0px' });
  });

  it('appoint colleagues and dismiss them again', async () => {
    const element = await open('bram');
    const field = page.getByRole('combobox', { name: 'Make colleagues stewards' });
    await userEvent.fill(field, 'Anna');
    await userEvent.click(page.getByRole('option').first());
    await userEvent.click(button('Make steward'));
    await expect.poll(() => shownText(element)).toContain('Anna de Vries');
    await expectAccessible(element);
    company.travel(1000);
    await userEvent.click(button(/No longer steward.*Anna/));
    await expect.element(page.getByText('Anna de Vries is no steward any more.')).toBeVisible();
    await expect.element(button(/No longer steward.*Anna/)).not.toBeInTheDocument();
  });
});

describe('what is reported', () => {
  const report = async () => {
    const { id } = await company.post('chika', 'Foo left us');
    const message = { group: company.group, kind: 'post', id } as const;
    await company.as('anna').stewards.report({ ...message, why: 'private', note: 'Look' });
  };

  it('waits for owners of the site, who hide it by the keyboard', async () => {
    const element = await open('dora', { owners: ['dora'] }, report);
    await expect.element(button('Reports')).toBeVisible();
    await userEvent.click(button('Reports'));
    await expect
      .poll(() => shownText(element))
      .toContain('Anna de Vries reports what Chika Tanaka wrote: It holds private information');
    await expectAccessible(element);
    const hide = button(/^Hide…/);
    await expect.element(hide).toBeVisible();
    (hide.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => focused()?.getAttribute('name')).toBe('reason');
    await expectAccessible(element);
    await userEvent.keyboard('names a customer{Enter}');
    await expect.element(page.getByText('Nothing is waiting for you.')).toBeVisible();
    const { posts } = await company.as('anna').wall.read({ group: company.group });
    expect(posts[0]).toMatchObject({ text: '', hidden: { reason: 'names a customer' } });
  });

  it('is not there for a member, nor for a steward of an open group', async () => {
    for (const reader of ['anna', 'bram'] as const) {
      const element = await open(reader, {}, report);
      await expect.element(stewards).toBeVisible();
      expect(shownText(element)).not.toContain('Reports');
      element.remove();
    }
  });
});

describe('an owner of the site who is not in a group', () => {
  const options = { owners: ['dora'], supports: { closedLetters: 'owners' } } as const;
  const openList = async (reader: Role): Promise<Groups> => {
    company = await stage(reader, options);
    const draft = {
      name: 'Board',
      purpose: '',
      access: 'closed',
      key: 'key-of-the-board-1',
    } as const;
    const { id } = await company.as('chika').groups.create(draft);
    await company.as('dora').groups.approve({ group: id, by: cast.chika.id });
    await company.as('chika').groups.create(draft);
    return mount('kantine-groups', { community: company.reader });
  };

  it('sees who is in an open one, and what is reported there, without joining', async () => {
    await openList('dora');
    await userEvent.click(button('Members: The bakery'));
    await expect.element(page.getByRole('list', { name: 'Members' })).toBeVisible();
    await expect.element(button('Reports')).toBeVisible();
  });

  it('finds what is reported in a closed one', async () => {
    const element = await openList('dora');
    await expect.element(button('Reports: Board')).toBeVisible();
    await expectAccessible(element);
    await userEvent.click(button('Reports: Board'));
    await expect.element(page.getByRole('heading', { name: 'Reports' })).toBeVisible();
    await expectAccessible(element);
  });

  it('alone is offered that', async () => {
    const element = await openList('anna');
    await expect.poll(() => shownText(element)).toContain('Board');
    await expect.element(button('Members: The bakery')).toBeVisible();
    expect(shownText(element)).not.toContain('Reports');
  });
});

describe('the topics of a group', () => {
  it('are kept by a steward, in a group without a post too', async () => {
    const element = await open('bram');
    await userEvent.click(button('Topics'));
    const field = page.getByRole('textbox', { name: 'A new topic, at most 24 characters' });
    await userEvent.fill(field, 'Lunch');
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Rename…: Lunch')).toBeVisible();
    await expectAccessible(element);
    const { topics } = await company.as('anna').wall.read({ group: company.group });
    expect(topics).toMatchObject([{ name: 'Lunch' }]);
  });
});
