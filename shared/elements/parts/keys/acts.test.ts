/** After whatever a reader does by the keyboard, the keyboard goes on where they were: in every element. */
import type { PostView } from '@kantine/core';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  everyElement,
  expectAccessible,
  expectFocusKept,
  mount,
  pressKey,
  shownText,
  stage,
} from '../../testing/index.ts';
import type { Role, Stage } from '../../testing/index.ts';
import '../../blog/define.ts';
import '../../goals/define.ts';
import '../../groups/define.ts';
import '../../ideas/define.ts';
import '../../kudos/define.ts';
import '../../wall/define.ts';

let company: Stage;
let post: PostView;
const words = 'names a customer';

const button = (name: string) => page.getByRole('button', { name, exact: true }).first();

async function press(...names: readonly string[]): Promise<void> {
  for (const name of names) await pressKey(name);
}

/** Types into the field that has the focus, and sends. */
async function answer(typed: string): Promise<void> {
  await userEvent.keyboard(`${typed}{Enter}`);
  await expectFocusKept();
}

async function wall(reader: Role, author: Role): Promise<Element> {
  company = await stage(reader);
  post = await company.post(author, 'Foo left us');
  company.travel(1000);
  const { group } = company;
  const element = await mount('kantine-wall', { community: company.reader, group });
  await expect.element(page.getByRole('article').first()).toBeVisible();
  return element;
}

const ref = () => ({ group: company.group, kind: 'post', id: post.id }) as const;

describe('focus: is kept on a wall', () => {
  it('when a steward hides a message, and shows it again', async () => {
    const element = await wall('bram', 'chika');
    await expectAccessible(element);
    await press('More', 'Hide…');
    await answer(words);
    await expect.poll(() => shownText(element)).toContain('Hidden by Bram Okafor');
    await press('Show again…');
    await answer('');
    await expect.poll(() => shownText(element)).not.toContain('Hidden by');
    await expectFocusKept();
  });

  it('when a steward closes a conversation, and opens it again', async () => {
    const element = await wall('bram', 'chika');
    await press('More', 'Close the conversation…');
    await answer('all is said now');
    await expect.poll(() => shownText(element)).toContain('Closed by Bram Okafor');
    await press('More', 'Open the conversation again…', 'Open again');
    await expect.element(button('Reply')).toBeVisible();
    await expectFocusKept();
  });

  it('when a steward pins a post, and takes it down again', async () => {
    await wall('bram', 'chika');
    await press('More', 'Pin above the wall', 'Close', 'More', 'Unpin', 'Close');
  });

  it('when a reader reports a message, and gives that up', async () => {
    await wall('anna', 'chika');
    await press('More', 'Report…', 'Cancel', 'More', 'Report…');
    await userEvent.click(page.getByRole('radio').first());
    await press('Report', 'Close');
  });

  it('when the message goes that one reports: what is typed on lands in no other field', async () => {
    const element = await wall('anna', 'chika');
    await press('More', 'Report…');
    await userEvent.click(page.getByRole('radio').first());
    const note = page.getByRole('textbox').last();
    await userEvent.click(note);
    await userEvent.keyboard('Chika is ');
    const { id, version } = post;
    await company.as('chika').wall.remove({ ...ref(), id, version, reason: '' });
    await expect.element(page.getByText('Foo left us')).not.toBeInTheDocument();
    await expectFocusKept();
    await userEvent.keyboard('unkind');
    const fields = [...everyElement(element)].filter((each) => each.matches('textarea, input'));
    expect(fields.map((each) => (each as HTMLInputElement).value).join()).not.toContain('unkind');
  });

  it('when an author asks to look again', async () => {
    await wall('chika', 'chika');
    const reason = { reason: words, key: company.reader.newKey() };
    await company.as('bram').stewards.hide({ ...ref(), ...reason });
    await press('Ask to look again');
    await answer('It names nobody');
    await press('Close', 'Ask to look again', 'Close', 'Change it', 'Cancel');
  });

  it('when a post is deleted, and when that is given up', async () => {
    await wall('anna', 'anna');
    await press('Delete', 'Keep it', 'Delete');
    await answer('');
    await expect.element(page.getByText('Foo left us')).not.toBeInTheDocument();
    await expectFocusKept();
  });

  it('when one joins its group, and leaves it', async () => {
    await wall('anna', 'chika');
    await press('Join group', 'Leave group');
  });
});

describe('focus: is kept elsewhere', () => {
  it('when thanks are taken back, and kept between the two', async () => {
    company = await stage('anna');
    for (const [by, to] of [
      ['anna', 'bram'],
      ['bram', 'anna'],
    ] as const) {
      const given = { recipients: [to], reason: 'You helped me a lot' } as const;
      const as = { value: 'helps-out', as: 'thanks', key: company.reader.newKey() } as const;
      await company.as(by).kudos.give({ ...given, ...as });
    }
    const element = await mount('kantine-kudos', { community: company.reader });
    await press('Keep it between us: thanks from \u2068Bram Okafor\u2069');
    await press('Show it to others again: thanks from \u2068Bram Okafor\u2069');
    await press('Withdraw your thanks to Bram Okafor', 'Keep them');
    await press('Withdraw your thanks to Bram Okafor', 'Withdraw');
    await expect.poll(() => shownText(element)).toContain('withdrawn');
    await press('Thank a colleague', 'Cancel');
  });

  it('when an idea is taken back, and its panels are closed', async () => {
    company = await stage('anna');
    const { group } = company;
    const idea = { text: 'Soup on Fridays', unsure: false, key: company.reader.newKey() };
    await company.as('anna').ideas.putForward({ group, ...idea });
    await mount('kantine-ideas', { community: company.reader, group });
    await press('I have an idea, or half of one', 'Cancel');
    await press('Take back', 'Keep it', 'Take back');
    await answer('');
    await expect.element(button('Take back')).not.toBeInTheDocument();
    await expectFocusKept();
  });

  it('when an article is removed, and when it is kept', async () => {
    company = await stage('anna');
    const { group } = company;
    const cover = { colour: 'amber', icon: 'idea' } as const;
    const article = { title: 'Bread', lead: 'Three loaves', text: 'Patience', cover, series: '' };
    await company.as('anna').blog.publish({ group, ...article, key: 'key-of-an-article-1' });
    const element = await mount('kantine-blog', { community: company.reader, group });
    await press('Bread', 'Remove…', 'Keep it', 'Remove…', 'Remove it');
    await expect.poll(() => shownText(element)).toContain('No articles yet');
    await expectFocusKept();
  });

  it('when a group is left, and its panels are closed', async () => {
    company = await stage('chika');
    const closed = { name: 'Works council', purpose: '', access: 'closed' } as const;
    const { id: group } = await company.as('bram').groups.create(closed);
    await company.as('bram').groups.admit({ group, person: 'chika', role: 'member' });
    await company.as('chika').groups.join({ group: company.group });
    await mount('kantine-groups', { community: company.reader });
    await press('Leave: The bakery');
    await press('Leave: Works council', 'Leave this group: Works council');
    await expect.element(button('Leave: Works council')).not.toBeInTheDocument();
    await expectFocusKept();
    await press('Start a group', 'Cancel');
  });
});
