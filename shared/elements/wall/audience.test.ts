/** Every field in which somebody writes says above it who reads that; on a wall it goes along with the group. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, mount, stage } from '../testing/index.ts';
import type { Stage } from '../testing/index.ts';
import '../groups/define.ts';
import '../kudos/define.ts';
import '../profile-card/define.ts';
import './define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage();
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
/** Every field is described by the sentence about who reads it. */
const describedAs = async (name: string | RegExp, description: RegExp): Promise<void> => {
  await expect
    .element(page.getByRole('textbox', { name }))
    .toHaveAccessibleDescription(description);
};
const readers = /\d+ people can read this\. People who join later can too\./;

describe('who reads what one writes, above', () => {
  const onWall = async () => {
    await company.post('bram', 'Who has the key?');
    await mount('kantine-wall', { community: company.reader, group: company.group });
    await expect.element(page.getByText('Who has the key?')).toBeVisible();
  };

  it('a post, and a question', async () => {
    await onWall();
    await userEvent.click(page.getByRole('textbox', { name: 'Write to The bakery' }));
    await describedAs('Write to The bakery', readers);
    await userEvent.click(page.getByRole('radio', { name: /question/i }));
    await describedAs('Write to The bakery', readers);
  });

  it('a comment, and a reply', async () => {
    await onWall();
    await userEvent.click(button('Reply'));
    await userEvent.click(page.getByRole('textbox', { name: 'Reply to Bram Okafor' }));
    await describedAs('Reply to Bram Okafor', readers);
  });

  it('an edit', async () => {
    await company.reader.wall.post({
      group: company.group,
      text: 'Mine',
      key: company.reader.newKey(),
    });
    await mount('kantine-wall', { community: company.reader, group: company.group });
    await userEvent.click(button('Edit'));
    await describedAs('Edit your message', readers);
  });

  it('thanks', async () => {
    await mount('kantine-kudos', { community: company.reader });
    await userEvent.click(button('Thank a colleague'));
    await describedAs('What did they do?', readers);
  });

  it('the form that starts a group, as it is chosen', async () => {
    await mount('kantine-groups', { community: company.reader });
    await userEvent.click(button('Start a group'));
    await describedAs('What is it called?', readers);
    await userEvent.click(page.getByRole('radio', { name: /Secret/ }));
    await describedAs(
      'What is it called?',
      /Only you can read this\. People who join later can too\./,
    );
  });

  it('one’s own profile', async () => {
    const profile = await mount('kantine-profile-card', { community: company.reader });
    await userEvent.click(button(/^Edit/));
    await describedAs('About me', readers);
    await expectAccessible(profile);
  });
});

describe('a group that changes while one writes', () => {
  async function den(...others: readonly ('bram' | 'chika' | 'dora')[]): Promise<string> {
    const start = { name: 'Den', purpose: '', access: 'closed' } as const;
    const { id } = await company.as('anna').groups.create(start);
    for (const person of others) {
      await company.as('anna').groups.admit({ group: id, person, role: 'member' });
    }
    return id;
  }
  const field = page.getByRole('textbox', { name: 'Write to Den' });
  const texts = async (group: string) =>
    (await company.as('anna').wall.read({ group })).posts.map(({ text }) => text);

  it('is asked about once when somebody was let in, and their name is the group’s', async () => {
    const group = await den('bram');
    await mount('kantine-wall', { community: company.reader, group });
    await userEvent.click(field);
    await describedAs('Write to Den', /2 people can read this: you and Bram\./);
    await userEvent.fill(field, 'Only for Bram');
    await company.as('anna').groups.admit({ group, person: 'chika', role: 'member' });
    await userEvent.click(button('Post'));
    await expect
      .element(
        page.getByRole('group', {
          name: /^One more person can read this since you began: Chika\. /,
        }),
      )
      .toBeVisible();
    expect(await texts(group)).toEqual([]);
    await userEvent.click(button('Post'));
    await expect.poll(() => texts(group)).toEqual(['Only for Bram']);
  });

  it('says how many have joined an open group, and that somebody just did', async () => {
    const { group } = company;
    await company.as('bram').groups.join({ group });
    await mount('kantine-wall', { community: company.reader, group });
    const open = page.getByRole('textbox', { name: 'Write to The bakery' });
    await userEvent.click(open);
    await describedAs('Write to The bakery', /1 person has joined this group: Bram\./);
    await company.as('chika').groups.join({ group });
    await describedAs(
      'Write to The bakery',
      /2 people have joined this group: Chika and Bram\.|2 people have joined this group: Bram and Chika\./,
    );
  });

  it('is new: so far only the one who started it is there', async () => {
    const { id } = await company.reader.groups.create({ name: 'Den', purpose: '' });
    await mount('kantine-wall', { community: company.reader, group: id });
    await userEvent.click(field);
    await describedAs('Write to Den', /^So far only you are here\. \d+ people can read this/);
  });
});
