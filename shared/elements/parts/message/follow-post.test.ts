/** Following a post from its menu, by the keyboard. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, focused, mount, shownText, stage } from '../../testing/index.ts';
import type { Stage } from '../../testing/index.ts';
import type { Wall } from '../../wall/wall.ts';
import '../../wall/define.conversation.ts';
import '../../wall/define.ts';

let company: Stage;
let post: string;
beforeEach(async () => {
  company = await stage();
  post = (await company.post('chika', 'Where do we eat on Friday?')).id;
  company.travel(1000);
});

const open = (): Promise<Wall> =>
  mount('kantine-wall', { community: company.reader, group: company.group });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const press = async (name: string): Promise<void> => {
  await expect.element(button(name).first()).toBeVisible();
  (button(name).first().element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
};
const answer = (by: 'bram' | 'dora', text: string) =>
  company.as(by).wall.comment({ group: company.group, post, text, key: `key-of-${text}` });

describe('a post in its menu', () => {
  it('is followed and followed no more, by the keyboard, and says what that means', async () => {
    const wall = await open();
    await press('More');
    await expect.element(button('Tell me in “For you”')).toBeVisible();
    await expectAccessible(wall);
    await press('Tell me in “For you”');
    await expect.element(button('Stop telling me')).toBeVisible();
    await expect.poll(() => shownText(wall)).toContain('Nobody else sees that.');
    // The button stays where the keyboard is.
    expect(focused()).toBe(button('Stop telling me').element());
    await expectAccessible(wall);
    company.travel(1000);
    await answer('bram', 'At the market');
    const [line] = (await company.reader.catchUp.forYou()).lines;
    expect(line).toMatchObject({ why: 'followed', about: 'Where do we eat on Friday?' });
    await press('Stop telling me');
    await expect.element(button('Tell me in “For you”')).toBeVisible();
    expect((await company.reader.catchUp.forYou()).lines).toEqual([]);
  });

  it('says where that could not be kept, and tries again', async () => {
    await open();
    await press('More');
    await expect.element(button('Tell me in “For you”')).toBeVisible();
    company.faults.inject({ kind: 'offline', on: 'write' });
    await press('Tell me in “For you”');
    await expect.element(page.getByRole('alert')).toMatchTextContent('could not be reached');
    company.faults.heal();
    await press('Try again');
    await expect.element(button('Stop telling me')).toBeVisible();
  });

  it('offers nothing for one’s own post, whose comments wait anyway', async () => {
    const { id } = await company.as('anna').wall.post({
      group: company.group,
      text: 'Mine',
      key: 'key-of-my-post',
    });
    const shown = { community: company.reader, group: company.group, post: id };
    const wall = await mount('kantine-conversation', shown);
    await press('More');
    await expect.element(button('Copy link')).toBeVisible();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(shownText(wall)).not.toContain('Tell me');
  });
});
