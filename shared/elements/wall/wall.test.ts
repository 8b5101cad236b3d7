import { collections, groupContainer } from '@kantine/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  callsAfter,
  expectAccessible,
  focused,
  focusedName,
  mount,
  settled,
  shownText,
  stage,
  press,
} from '../testing/index.ts';
import type { Stage } from '../testing/index.ts';
import type { Wall } from './wall.ts';
import './define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage();
});

const open = async (properties: Partial<Wall> = {}): Promise<Wall> =>
  mount('kantine-wall', { community: company.reader, group: company.group, ...properties });

/** Waits until the wall shows its group. */
async function ready(properties: Partial<Wall> = {}): Promise<Wall> {
  const wall = await open(properties);
  await expect.element(page.getByRole('heading', { name: 'The bakery' })).toBeVisible();
  return wall;
}

const composer = page.getByRole('textbox', { name: 'Write to The bakery' });
const posts = page.getByRole('article');
const button = (name: string) => page.getByRole('button', { name, exact: true });
const alert = page.getByRole('alert');
const texts = (wall: Wall): string => shownText(wall);

/** Until when the reader has read the wall. */
const readMark = async (): Promise<number | undefined> =>
  (await company.reader.wall.read({ group: company.group })).readUntil;

async function write(text: string): Promise<void> {
  await userEvent.fill(composer, text);
  await userEvent.click(button('Post'));
}

describe('wall: accessible', () => {
  it('without a group, and while it loads', async () => {
    await expectAccessible(await open({ group: undefined }));
    await expectAccessible(await open({ community: undefined }));
  });

  it('empty, and with the composer open', async () => {
    const wall = await ready();
    await expectAccessible(wall);
    await userEvent.click(composer);
    await expectAccessible(wall);
  });

  it('filled: answers, replies, reactions, long words, deleted and edited messages, somebody who left', async () => {
    const long = 'Lebensmittelqualitätssicherungsabteilung'.repeat(4);
    const post = await company.post('dora', `**${long}** https://tarwijk.example/${long}`);
    const key = () => company.reader.newKey();
    const { group } = company;
    const on = { group, post: post.id };
    const comment = await company.as('bram').wall.comment({ ...on, text: long, key: key() });
    await company
      .as('chika')
      .wall.comment({ ...on, parent: comment.id, text: 'ありがとう', key: key() });
    const mine = await company.as('anna').wall.comment({ ...on, text: 'Mine', key: key() });
    const message = { group, kind: 'comment', id: mine.id } as const;
    await company.as('anna').wall.edit({ ...message, version: mine.version, text: 'Mine, edited' });
    for (const person of ['anna', 'bram', 'chika'] as const) {
      await company.as(person).wall.react({ message, post: post.id, kind: 'celebrate' });
      await company.as(person).groups.join({ group });
    }
    await company.post(
      'anna',
      'A list:\n- one\n- two\n\n> quoted\n\n```\ncode that is rather long and scrolls by itself\n```',
    );
    const wall = await ready();
    await expect.element(posts.first()).toBeVisible();
    await expectAccessible(wall);
  });

  it('failed, without access, deleted', async () => {
    company.faults.inject({ kind: 'offline', on: 'read' });
    const failed = await open();
    await expect.element(alert).toBeVisible();
    await expectAccessible(failed);
    company.faults.heal();
    company.restrict('none');
    const closed = await open();
    await expect.element(page.getByText('Only its members read this wall')).toBeVisible();
    await expectAccessible(closed);
    const gone = await open({ group: 'nowhere' });
    await expect.element(page.getByText('This group is gone')).toBeVisible();
    await expectAccessible(gone);
  });

  it('while a post is sent, and when that failed', async () => {
    const wall = await ready();
    const release = company.holdWrites();
    await write('Fresh bread');
    await expect.element(page.getByRole('button', { name: 'Sending…' })).toBeVisible();
    await expectAccessible(wall);
    company.faults.inject({ kind: 'offline', on: 'write' });
    release();
    await expect.element(page.getByRole('button', { name: 'Post', exact: true })).toBeVisible();
    await write('More bread');
    await expect.element(alert).toBeVisible();
    await expectAccessible(wall);
  });
});

describe('wall: opens', () => {
  it('says what is wrong, and «Try again» works', async () => {
    company.faults.inject({ kind: 'offline', on: 'read' });
    await open();
    await expect.element(alert).toMatchTextContent('could not be reached');
    company.faults.heal();
    await userEvent.click(button('Try again'));
    await expect.element(page.getByText('It is quiet here')).toBeVisible();
  });

  it('T8: says that it left something out, and calls itself quiet only when it is', async () => {
    const forge = async (count: number): Promise<void> => {
      for (let turn = 0; turn < count; turn += 1) {
        const fields = { text: turn } as never;
        const store = company.storeOf('chika');
        const row = `row ${count} ${turn}`;
        await store.insert(collections.posts, groupContainer(company.group), row, fields);
      }
    };
    await forge(1);
    const wall = await ready();
    await expect.element(page.getByText(/Something here is left out/)).toBeVisible();
    await expectAccessible(wall);
    expect(texts(wall)).not.toContain('quiet');
    await forge(100);
    wall.group = undefined;
    await settled();
    wall.group = company.group;
    await expect.element(button('Show older posts')).toBeVisible();
    expect(texts(wall)).not.toContain('quiet');
  });

  it('shows another group when it is given one', async () => {
    await company.post('bram', 'In the bakery');
    const wall = await ready();
    const { id } = await company.as('bram').groups.create({ name: 'Runners', purpose: '' });
    wall.group = id;
    await expect.element(page.getByRole('heading', { name: 'Runners' })).toBeVisible();
    expect(texts(wall)).not.toContain('In the bakery');
  });

  it('draws a line where the reader stopped, once they had time to read, and keeps it during the visit', async () => {
    const line = page.getByText('Already read');
    await company.post('bram', 'Old');
    await ready();
    await expect.element(posts).toHaveLength(1);
    expect(line.query()).toBeNull();
    expect(await readMark()).toBeUndefined();
    await expect.poll(readMark, { timeout: 5_000 }).toBeDefined();
    company.travel(1000);
    await company.post('chika', 'New');
    const wall = await ready();
    await expect.element(line).toBeInTheDocument();
    expect(texts(wall)).toMatch(/New.*Already read.*Old/s);
    company.travel(1000);
    await company.post('chika', 'Newer');
    await expect.poll(() => texts(wall)).toMatch(/Newer.*New.*Already read.*Old/s);
  });

  it('loads older posts, also after that failed once', async () => {
    for (let number = 1; number <= 25; number += 1) {
      company.travel(1000);
      await company.post('bram', `Post number ${number}.`);
    }
    const wall = await ready();
    await expect.element(posts).toHaveLength(20);
    company.faults.inject({ kind: 'fail-once', on: 'read' });
    await userEvent.click(button('Show older posts'));
    await expect.element(alert).toBeVisible();
    await userEvent.click(button('Try again'));
    await expect.element(posts).toHaveLength(25);
    expect(texts(wall)).toContain('That is everything.');
    expect(texts(wall)).toContain('Post number 1.');
    company.travel(1000);
    await company.post('bram', 'One more');
    await expect.element(posts).toHaveLength(26);
    expect(texts(wall)).toContain('Post number 1.');
  });

  it('draws only the words of older posts, until they come near', async () => {
    for (let number = 1; number <= 40; number += 1) {
      company.travel(1000);
      await company.post('bram', `Post number ${number}, ${'with a good story '.repeat(20)}`);
    }
    const wall = await ready();
    // Without scrolling there, which would bring them near.
    await expect.element(button('Show older posts')).toBeInTheDocument();
    press(button('Show older posts'));
    await expect.element(posts).toHaveLength(40);
    const oldest = [...wall.renderRoot.querySelectorAll('kantine-post')].at(-1);
    const parts = () => oldest?.renderRoot.querySelectorAll('kantine-message').length;
    expect(parts()).toBe(0);
    expect(texts(wall)).toContain('Post number 1, with a good story');
    oldest?.scrollIntoView();
    await expect.poll(parts).toBe(1);
    await expectAccessible(wall);
  });

  it('brings the post that the address names into view, and an older one above the wall', async () => {
    const linked = await company.post('bram', 'The one');
    for (let number = 1; number <= 25; number += 1) {
      company.travel(1000);
      await company.post('chika', `Post number ${number}`);
    }
    location.hash = `#post-${linked.id}`;
    await ready();
    await expect.poll(focusedName).toBe('The post of the link');
    await expect.element(page.getByText('The one')).toBeInViewport();
    const near = (await company.reader.wall.read({ group: company.group })).posts[3];
    location.hash = `#post-${near?.id}`;
    await expect.poll(() => focused()?.id).toBe(`post-${near?.id}`);
  });
});

describe('wall: writes', () => {
  it('shows a post as on its way, then confirmed', async () => {
    const wall = await ready();
    const release = company.holdWrites();
    await write('Fresh bread');
    await expect.element(posts.getByText('Fresh bread')).toBeVisible();
    expect(texts(wall)).toContain('Sending…');
    release();
    await expect.poll(() => texts(wall)).not.toContain('Sending…');
    await expect.poll(() => texts(wall)).toContain('just now');
    expect((composer.element() as HTMLTextAreaElement).value).toBe('');
  });

  it('takes a post that failed off the wall, and its text is in the composer with the reason', async () => {
    company.faults.inject({ kind: 'offline', on: 'write' });
    await ready();
    await write('Fresh bread');
    await expect.element(alert).toMatchTextContent('could not be reached');
    expect(posts.query()).toBeNull();
    expect((composer.element() as HTMLTextAreaElement).value).toBe('Fresh bread');
  });

  it('posts once when the answer to the first attempt was lost', async () => {
    company.faults.inject({ kind: 'answer-lost', on: 'write' });
    await ready();
    await write('Fresh bread');
    await expect.element(alert).toBeVisible();
    await userEvent.click(button('Post'));
    await expect.element(alert).not.toBeInTheDocument();
    await expect.element(posts).toHaveLength(1);
  });

  it('joins and leaves, and says when that failed', async () => {
    const wall = await ready();
    company.faults.inject({ kind: 'fail-once', on: 'write' });
    await userEvent.click(button('Join group'));
    await expect.element(alert).toBeVisible();
    await userEvent.click(button('Join group'));
    await expect.element(button('Leave group')).toBeVisible();
    expect(texts(wall)).toContain('2 members');
    expect(focusedName()).toBe('Leave group');
    await userEvent.click(button('Leave group'));
    await expect.element(button('Join group')).toBeVisible();
    expect(texts(wall)).toContain('1 member');
  });

  it('shows who is in the group after joining and leaving without asking for it', async () => {
    await ready();
    const press = (name: string, next: string) =>
      callsAfter(
        company,
        () => userEvent.click(button(name)),
        () => expect.element(button(next)).toBeVisible(),
      );
    expect(await press('Join group', 'Leave group')).toEqual(['groups.join']);
    expect(await press('Leave group', 'Join group')).toEqual(['groups.leave']);
  });
});

describe('wall: colleagues', () => {
  it('a post, a comment and a reaction of a colleague appear by themselves, a post is said politely', async () => {
    const wall = await ready();
    const post = await company.post('bram', 'Fresh bread');
    await expect.element(posts.getByText('Fresh bread')).toBeVisible();
    expect(texts(wall)).toContain('New post by Bram Okafor');
    const { group } = company;
    await company
      .as('chika')
      .wall.comment({ group, post: post.id, text: 'Lovely', key: wall.community?.newKey() ?? '' });
    await expect.element(page.getByText('Lovely')).toBeVisible();
    await company
      .as('chika')
      .wall.react({ message: { group, kind: 'post', id: post.id }, post: post.id, kind: 'love' });
    await expect.element(button('Love: 1')).toBeVisible();
  });

  it('what is being typed stays while a refresh arrives, and so does the focus', async () => {
    await ready();
    await userEvent.fill(composer, 'Half a tho');
    await company.post('bram', 'Fresh bread');
    await expect.element(posts).toBeVisible();
    expect((composer.element() as HTMLTextAreaElement).value).toBe('Half a tho');
    expect(focused()).toBe(composer.element());
  });

  it('without the right to write any more, the reader can copy what they had typed', async () => {
    const wall = await ready();
    await userEvent.fill(composer, 'Half a tho');
    company.restrict('read');
    await company.post('bram', 'Fresh bread');
    await expect.poll(() => texts(wall)).toContain('You can read here, but not write.');
    expect((page.getByRole('textbox').element() as HTMLTextAreaElement).value).toBe('Half a tho');
    expect(button('Reply').query()).toBeNull();
  });

  it('without any right any more, sending says so and loses nothing', async () => {
    await ready();
    company.restrict('none');
    await write('Fresh bread');
    await expect.element(alert).toMatchTextContent('no access');
    expect((composer.element() as HTMLTextAreaElement).value).toBe('Fresh bread');
  });

  it('a wall that was taken off the page stops listening, and catches up when it is back', async () => {
    const wall = await ready();
    const column = wall.parentElement;
    wall.remove();
    expect(company.listeners()).toBe(0);
    const reads = company.reads();
    await company.post('bram', 'Meanwhile');
    await settled();
    expect(company.reads()).toBe(reads);
    column?.append(wall);
    await expect.element(posts.getByText('Meanwhile')).toBeVisible();
    expect(company.listeners()).toBeGreaterThan(0);
  });

  it('a hidden page asks for nothing, and catches up when it is seen', async () => {
    await ready();
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    try {
      const reads = company.reads();
      await company.post('bram', 'Meanwhile');
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(company.reads()).toBe(reads);
    } finally {
      Reflect.deleteProperty(document, 'visibilityState');
    }
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.element(posts.getByText('Meanwhile')).toBeVisible();
  });

  it('a fault during a refresh changes nothing on the screen', async () => {
    await company.post('bram', 'Fresh bread');
    const wall = await ready();
    company.faults.inject({ kind: 'fail-once', on: 'read' });
    await company.post('bram', 'Second');
    await company.post('bram', 'Third');
    await expect.poll(() => texts(wall)).toContain('Fresh bread');
    expect(alert.query()).toBeNull();
  });

  it('a deleted group says so while it is open', async () => {
    const wall = await ready();
    await company.drop();
    company.restrict('none');
    await write('Anybody?');
    await expect.element(alert).toBeVisible();
    expect(texts(wall)).toContain('The bakery');
  });
});

describe('wall: as the editor of the page wants it', () => {
  it('without a group, leads an editor to the choice, and tells a reader quietly', async () => {
    const wall = await open({ group: undefined, editing: true });
    await expectAccessible(wall);
    const asked = new Promise((resolve) => wall.addEventListener('kantine-configure', resolve));
    await userEvent.click(button('Choose a group'));
    await asked;
    await open({ group: undefined });
    await expect.element(page.getByRole('paragraph')).toBeVisible();
    expect(page.getByRole('button').query()).toBeNull();
  });

  it('asks for as many posts as are wanted, and for the others on request', async () => {
    for (let number = 1; number <= 5; number += 1) await company.post('bram', `Post ${number}`);
    const wall = await ready({ posts: 3 });
    await expect.element(posts.nth(2)).toBeVisible();
    expect(posts.elements()).toHaveLength(3);
    const reads = company.reads();
    await userEvent.click(button('Show older posts'));
    await expect.element(posts.nth(4)).toBeVisible();
    expect(company.reads()).toBeGreaterThan(reads);
    await expect.element(page.getByText('That is everything.')).toBeVisible();
    wall.posts = 2;
    await expect.poll(() => posts.elements().length).toBe(2);
  });

  it('finds a linked post beyond those', async () => {
    const { id } = await company.post('bram', 'The first');
    for (let number = 1; number <= 4; number += 1) await company.post('bram', `Post ${number}`);
    history.replaceState(null, '', `#post-${id}`);
    await ready({ posts: 2 });
    await expect.element(page.getByText('The first')).toBeVisible();
  });

  it('compact, keeps faces away and comments folded until they are wanted', async () => {
    const { group } = company;
    const { id: post } = await company.post('bram', 'Who has the key?');
    for (const text of ['Me', 'No, me'])
      await company.as('dora').wall.comment({ group, post, text, key: company.reader.newKey() });
    await company.as('bram').groups.join({ group });
    const wall = await ready({ layout: 'compact' });
    await expectAccessible(wall);
    expect(page.getByRole('list', { name: 'Newest members' }).query()).toBeNull();
    expect(page.getByText('No, me').query()).toBeNull();
    await userEvent.click(button('Show 2 comments'));
    await expect.element(page.getByText('No, me')).toBeVisible();
    expect(focusedName()).toBe('Comments');
    await expectAccessible(wall);
  });

  it('compact, lets one answer at once', async () => {
    await company.post('bram', 'Who has the key?');
    await ready({ layout: 'compact' });
    await userEvent.click(button('Reply'));
    await userEvent.fill(page.getByRole('textbox', { name: 'Reply to Bram Okafor' }), 'Me');
    await userEvent.click(button('Comment'));
    await expect.poll(() => page.getByRole('article').elements()).toHaveLength(2);
  });
});
