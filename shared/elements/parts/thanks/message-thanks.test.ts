/** Thanking for a message from its menu, and keeping thanks to oneself. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, focused, mount, shownText, stage } from '../../testing/index.ts';
import type { Role, Stage } from '../../testing/index.ts';
import type { Wall } from '../../wall/wall.ts';
import '../../wall/define.conversation.ts';
import '../../wall/define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage();
});

const open = (): Promise<Wall> =>
  mount('kantine-wall', { community: company.reader, group: company.group });
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const press = async (name: string): Promise<void> => {
  await expect.element(button(name).first()).toBeVisible();
  (button(name).first().element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
};
const thank = (by: Role, id: string) =>
  company.as(by).thanks.thank({ group: company.group, kind: 'post', id, thanked: true });

describe('a colleague’s message', () => {
  let post: string;
  beforeEach(async () => {
    ({ id: post } = await company.post('chika', 'The bread is in the oven'));
  });

  it('is thanked for by keyboard, after who reads it was said, and that is taken back', async () => {
    const wall = await open();
    await press('More');
    const name = /^Thank \W*Chika.* for this$/;
    await expect.element(button(name)).toBeVisible();
    expect(shownText(wall)).toContain('Everyone who reads this group can see it.');
    await expectAccessible(wall);
    (button(name).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Withdraw my thanks')).toBeVisible();
    expect(focused()).toBe(button('Withdraw my thanks').element());
    await expect.poll(() => shownText(wall)).toContain('finds it under “For you”');
    await expectAccessible(wall);
    expect((await company.as('chika').thanks.received()).thanks).toMatchObject([
      { by: [{ name: 'Anna de Vries' }], message: { id: post } },
    ]);
    await press('Withdraw my thanks');
    await expect.element(button(name)).toBeVisible();
    expect((await company.as('chika').thanks.received()).thanks).toEqual([]);
  });

  it('says who thanked for it, and no number', async () => {
    await thank('bram', post);
    const wall = await open();
    await press('More');
    await expect
      .poll(() => shownText(wall))
      .toContain('thanked for this. Bram Okafor Chika Tanaka');
    expect(shownText(wall)).not.toContain('the number');
  });

  it('says where thanks could not be sent, and tries again', async () => {
    await open();
    await press('More');
    const name = /^Thank \W*Chika.* for this$/;
    await expect.element(button(name)).toBeVisible();
    company.faults.inject({ kind: 'offline', on: 'write' });
    (button(name).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert')).toMatchTextContent('could not be reached');
    company.faults.heal();
    await press('Try again');
    await expect.element(button('Withdraw my thanks')).toBeVisible();
  });

  it('offers readers who may not write no thanks', async () => {
    company.restrict('read');
    const wall = await open();
    await press('More');
    await expect.element(button('Copy link')).toBeVisible();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(shownText(wall)).not.toContain('for this');
  });
});

describe('one’s own message', () => {
  let post: string;
  beforeEach(async () => {
    const { group } = company;
    const input = { group, text: 'Mine', key: 'key-of-my-post' };
    ({ id: post } = await company.as('anna').wall.post(input));
  });

  it('says who thanked for it, which is kept from others and shown again', async () => {
    for (const by of ['bram', 'chika', 'dora'] as const) {
      company.travel(1000);
      await thank(by, post);
    }
    const wall = await open();
    await press('More');
    await expect.poll(() => shownText(wall)).toContain('thanked you for this.');
    await expectAccessible(wall);
    const seen = () =>
      company.as('dora').thanks.ofMessage({ group: company.group, kind: 'post', id: post });
    expect((await seen()).people).toHaveLength(2);
    await press('Keep it between us');
    await expect.element(button('Show it to others again')).toBeVisible();
    await expect.poll(() => shownText(wall)).toContain('only you and those who thanked you see it');
    await expectAccessible(wall);
    expect((await seen()).people).toHaveLength(0);
    await press('Show it to others again');
    await expect.element(button('Keep it between us')).toBeVisible();
    expect((await seen()).people).toHaveLength(2);
  });

  it('that nobody thanked for says nothing of thanks', async () => {
    const wall = await open();
    await press('More');
    await expect.element(button('Copy link')).toBeVisible();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(shownText(wall)).not.toContain('hank');
  });
});

it('on a host that holds nothing back, keeping says where it stays', async () => {
  company = await stage('anna', { holdsBack: false });
  const { group } = company;
  const input = { group, text: 'Mine', key: 'key-of-my-post' };
  const { id } = await company.as('anna').wall.post(input);
  await thank('bram', id);
  const wall = await open();
  await press('More');
  await press('Keep it between us');
  await expect.poll(() => shownText(wall)).toContain('It stays in the site’s list.');
});
