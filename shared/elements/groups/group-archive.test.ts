/** Groups that their stewards archive, in the list of groups and on their walls. */
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  expectAccessible,
  focused,
  focusedName,
  mount,
  shownText,
  stage,
} from '../testing/index.ts';
import type { Role, Stage } from '../testing/index.ts';
import type { Groups } from './groups.ts';
import './define.ts';

let company: Stage;
const reason = 'project is done';

/** Bram founded The bakery. */
async function begin(reader: Role): Promise<void> {
  company = await stage(reader);
  company.travel(1000);
}

const archive = async (by: Role = 'bram') => {
  const { group, reader } = company;
  await company.as(by).stewards.archive({ group, reason, key: reader.newKey() });
  company.travel(1000);
};

async function open(): Promise<Groups> {
  const element = await mount('kantine-groups', { community: company.reader });
  await expect.element(page.getByRole('heading', { name: 'Groups', exact: true })).toBeVisible();
  return element;
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const press = async (name: string | RegExp): Promise<void> => {
  await expect.element(button(name).first()).toBeVisible();
  (button(name).first().element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
};
const said =
  /Closed on .+ by Bram Okafor: project is done .*Everything can still be read by the same people\./;

describe('a steward', () => {
  it('archives a group by the keyboard, with a reason', async () => {
    await begin('bram');
    const element = await open();
    await press('Members: The bakery');
    await press('Archive the group…');
    await expect.poll(() => focused()?.getAttribute('name')).toBe('reason');
    await expectAccessible(element);
    await userEvent.keyboard('all done{Enter}');
    await expect.element(page.getByText('Say why in at least three words.')).toBeVisible();
    await expectAccessible(element);
    await userEvent.fill(page.getByRole('textbox').first(), reason);
    await userEvent.keyboard('{Enter}');
    await expect
      .element(page.getByText('“The bakery” is archived. It can be read as before.'))
      .toBeVisible();
    await expect.poll(focusedName).toBe('Groups');
    await expectAccessible(element);
    const view = await company.as('anna').groups.read({ group: company.group });
    expect(view.archived).toMatchObject({ reason });
  });

  it('opens it again', async () => {
    await begin('bram');
    await archive();
    const element = await open();
    await userEvent.click(page.getByText('Archived (1)'));
    await press('Members: The bakery');
    await press('Open the group again…');
    await expectAccessible(element);
    await press('Open again');
    await expect.element(page.getByText('“The bakery” is open again.')).toBeVisible();
    expect(shownText(element)).not.toContain('Archived');
  });
});

describe('a reader', () => {
  it('finds an archived group folded away, with who closed it and why', async () => {
    await begin('anna');
    await archive();
    const element = await open();
    await expect.element(page.getByText('Archived (1)')).toBeVisible();
    await expectAccessible(element);
    await expect.element(button('The bakery')).not.toBeInTheDocument();
    (page.getByText('Archived (1)').element().closest('summary') as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(button('The bakery')).toBeVisible();
    expect(shownText(element)).toMatch(said);
    expect(shownText(element)).not.toContain('Join');
    await expectAccessible(element);
    await press('The bakery');
    await expect.poll(focusedName).toBe('All groups');
    await press('All groups');
    await expect.poll(focusedName).toBe('The bakery');
  });

  it('is offered nothing of it who is no steward', async () => {
    await begin('anna');
    await company.reader.groups.join({ group: company.group });
    const element = await open();
    await press('Members: The bakery');
    await expect.poll(() => shownText(element)).toContain('Founder');
    expect(shownText(element)).not.toContain('Archive the group');
  });

  it('reads its wall, and has no composer', async () => {
    await begin('anna');
    await company.post('bram', 'Bread is out');
    company.travel(1000);
    await archive();
    const wall = await mount('kantine-wall', { community: company.reader, group: company.group });
    await expect.element(page.getByText('Bread is out')).toBeVisible();
    await expect.poll(() => shownText(wall)).toMatch(said);
    await expect.element(page.getByRole('textbox')).not.toBeInTheDocument();
    await expectAccessible(wall);
  });

  it('is told that their own post arrived too late, and may copy it', async () => {
    await begin('anna');
    const { group, reader } = company;
    await archive();
    await reader.wall.post({ group, text: 'One more', key: reader.newKey() });
    const wall = await mount('kantine-wall', { community: reader, group });
    await expect
      .element(page.getByText('This group was archived before your post arrived.'))
      .toBeVisible();
    await expect.element(button('Copy it')).toBeVisible();
    await expectAccessible(wall);
  });
});
