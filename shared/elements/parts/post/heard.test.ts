/** What somebody hears of a wall who does not see it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  expectAccessible,
  focused,
  focusedName,
  hears,
  mount,
  settled,
  stage,
} from '../../testing/index.ts';
import type { Stage } from '../../testing/index.ts';
import type { Wall } from '../../wall/wall.ts';
import '../../wall/define.ts';

let company: Stage;
let wall: Wall;
let post: string;
beforeEach(async () => {
  company = await stage();
  const { group } = company;
  post = (await company.post('bram', 'Older bread')).id;
  company.travel(60_000);
  const comment = { group, post, text: 'With seeds', key: 'key-of-a-comment' };
  await company.as('chika').wall.comment(comment);
  wall = await mount('kantine-wall', { community: company.reader, group });
  await expect.element(page.getByText('Older bread')).toBeVisible();
  await settled();
});

const button = (name: string) => page.getByRole('button', { name, exact: true }).first();
const press = async (name: string): Promise<void> => {
  await expect.element(button(name)).toBeVisible();
  (button(name).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
};
/** Long enough that whatever would be said has been. */
const silence = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 700));

describe('what was done on a wall is said once', () => {
  it('and the wall is accessible then', async () => {
    await press('Join group');
    await silence();
    await expectAccessible(wall);
  });

  it('when a post is sent, twice too', async () => {
    for (const text of ['Fresh bread', 'More bread']) {
      await userEvent.click(page.getByRole('textbox', { name: 'Write to The bakery' }));
      // What takes Ctrl and Enter comes with the first focus.
      await expect.element(page.getByRole('button', { name: 'Post', exact: true })).toBeVisible();
      const heard = hears(wall);
      await userEvent.keyboard(`${text}{Control>}{Enter}{/Control}`);
      await expect.element(page.getByText(text)).toBeVisible();
      await silence();
      expect(heard()).toEqual(['Posted.']);
    }
  });

  it('when a reply is sent, edited and deleted', async () => {
    await press('Reply');
    await expect.poll(focusedName).toBe('Reply to Bram Okafor');
    const sent = hears(wall);
    await userEvent.keyboard('Rye?{Control>}{Enter}{/Control}');
    await silence();
    expect(sent()).toEqual(['Reply sent.']);
    await press('Edit');
    await expect.poll(focusedName).toBe('Edit your message');
    const saved = hears(wall);
    await userEvent.keyboard(' Or oats?{Control>}{Enter}{/Control}');
    await silence();
    expect(saved()).toEqual(['Your change is saved.']);
    await press('Delete');
    await expect.poll(() => focused()?.localName).toBe('input');
    const deleted = hears(wall);
    await userEvent.keyboard('{Enter}');
    await silence();
    expect(deleted()).toEqual(['Deleted.']);
  });

  it('when one joins its group, and leaves it', async () => {
    const heard = hears(wall);
    await press('Join group');
    await silence();
    await press('Leave group');
    await silence();
    expect(heard()).toEqual(['You are in “The bakery” now.', 'You have left “The bakery”.']);
  });
});

describe('what a steward decides about a message is said once', () => {
  async function decide(name: string, done: string, reason = ''): Promise<readonly string[]> {
    const opener = button(name);
    if (!opener.query()) await press('More');
    await press(name);
    await expect.element(button(done)).toBeVisible();
    await expect.poll(() => focused()?.localName).toBe('input');
    const heard = hears(wall);
    await userEvent.keyboard(`${reason}{Enter}`);
    await silence();
    return heard();
  }

  beforeEach(async () => {
    wall.remove();
    company = await stage('bram');
    await company.post('chika', 'Foo left us');
    company.travel(1000);
    const { group } = company;
    wall = await mount('kantine-wall', { community: company.reader, group });
    await expect.element(page.getByText('Foo left us')).toBeVisible();
    await settled();
  });

  it('when it is hidden, and shown again', async () => {
    expect(await decide('Hide…', 'Hide', 'names a customer')).toEqual([
      'The message is hidden now.',
    ]);
    expect(await decide('Show again…', 'Show again')).toEqual(['The message is shown again.']);
  });

  it('when its conversation is closed, and opened again', async () => {
    const why = 'all is said now';
    expect(await decide('Close the conversation…', 'Close the conversation', why)).toEqual([
      'The conversation is closed now.',
    ]);
    expect(await decide('Open the conversation again…', 'Open again')).toEqual([
      'The conversation is open again.',
    ]);
  });
});

describe('what colleagues do on a wall', () => {
  it('is said as one polite count where they post, and not at all where they answer or react', async () => {
    const { group } = company;
    const heard = hears(wall);
    const chika = company.as('chika');
    await chika.wall.comment({ group, post, text: 'And butter', key: 'key-of-another' });
    const message = { group, kind: 'post', id: post } as const;
    await chika.wall.react({ message, post, kind: 'like' });
    await expect.element(page.getByText('And butter')).toBeVisible();
    await silence();
    expect(heard()).toEqual([]);
    await company.post('bram', 'Tea at two');
    await expect.element(page.getByText('Tea at two')).toBeVisible();
    await silence();
    expect(heard()).toEqual(['New post by Bram Okafor']);
  });
});

it('comments belong to their post: each is an article of its author, in the article of the post', async () => {
  const article = page.getByRole('article', { name: /^Bram Okafor/ });
  await expect.element(article).toBeVisible();
  const comments = article.getByRole('list', { name: 'Comments' });
  await expect.element(comments.getByRole('article', { name: /^Chika Tanaka/ })).toBeVisible();
});
