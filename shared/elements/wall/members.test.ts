/** Who is in a group, from the head of its wall: nothing is asked before somebody wants to see them. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cast, expectAccessible, focused, mount, shownText, stage } from '../testing/index.ts';
import type { Stage } from '../testing/index.ts';
import type { Wall } from './wall.ts';
import './define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage('anna');
  await company.as('chika').groups.join({ group: company.group });
  await company.post('bram', 'Hello');
});

async function open(group = company.group): Promise<Wall> {
  const wall = await mount('kantine-wall', { community: company.reader, group });
  await expect.element(page.getByRole('heading', { level: 2 })).toBeVisible();
  return wall;
}
const count = () => page.getByText('2 members', { exact: true });
const list = page.getByRole('list', { name: 'Members', exact: true });
const asked = () => company.calls().filter((name) => name === 'groups.browseMembers').length;

describe('who is in the group of a wall', () => {
  it('is accessible, folded and unfolded', async () => {
    const wall = await open();
    await expectAccessible(wall);
    await userEvent.click(count());
    await expect.element(list).toBeVisible();
    await expectAccessible(wall);
  });

  it('is asked for when somebody opens it, and told with what they do', async () => {
    const wall = await open();
    expect(asked()).toBe(0);
    await userEvent.click(count());
    await expect.element(list).toBeVisible();
    expect(asked()).toBe(1);
    expect(shownText(wall)).toContain(cast.chika.title);
  });

  it('stands below the head in its whole width, and moves nothing beside what was pressed', async () => {
    await open();
    const before = count().element().getBoundingClientRect();
    await userEvent.click(count());
    await expect.element(list).toBeVisible();
    const after = count().element().getBoundingClientRect();
    expect([after.top, after.left]).toEqual([before.top, before.left]);
    const head = count().element().closest('header')?.getBoundingClientRect();
    expect(list.element().getBoundingClientRect().width).toBeCloseTo(head?.width ?? 0, 0);
  });

  it('is opened by the keyboard, and closed with the same key or with Escape, which gives the focus back', async () => {
    await open();
    const summary = count().element() as HTMLElement;
    summary.focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(list).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(list).not.toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    await expect.element(list).toBeVisible();
    const person = list.getByRole('button', { name: cast.chika.name });
    (person.element() as HTMLElement).focus();
    await userEvent.keyboard('{Escape}');
    await expect.element(list).not.toBeInTheDocument();
    expect(focused()).toBe(summary);
  });

  it('is told of a closed group to those inside', async () => {
    const about = {
      name: 'Council',
      purpose: '',
      access: 'closed',
      key: 'key-of-council',
    } as const;
    const { id } = await company.as('anna').groups.create(about);
    await company.as('anna').groups.admit({ group: id, person: 'chika', role: 'member' });
    await open(id);
    await userEvent.click(count());
    await expect.element(list.getByText(cast.chika.name)).toBeVisible();
  });
});
