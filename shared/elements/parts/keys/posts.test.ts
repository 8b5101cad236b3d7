import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  everyElement,
  expectAccessible,
  focused,
  focusedName,
  mount,
  settled,
  stage,
} from '../../testing/index.ts';
import type { Stage } from '../../testing/index.ts';
import type { Wall } from '../../wall/wall.ts';
import '../../wall/define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage();
  await company.as('chika').groups.join({ group: company.group });
  for (const text of ['First bread', 'Then soup', 'Tea at two']) {
    company.travel(60_000);
    const { id } = await company.post('bram', text);
    const on = { group: company.group, post: id, key: company.reader.newKey() };
    await company.as('chika').wall.comment({ ...on, text: `Yes, ${text.toLowerCase()}` });
  }
});

async function open(): Promise<Wall> {
  const wall = await mount('kantine-wall', { community: company.reader, group: company.group });
  await expect.element(page.getByText('First bread', { exact: true })).toBeVisible();
  await settled();
  return wall;
}

const press = (keys: string) => userEvent.keyboard(keys);
const tab = () => userEvent.tab();
const isPost = (): boolean => focused()?.localName === 'kantine-post';
const posts = (wall: Wall) => [...wall.renderRoot.querySelectorAll('kantine-post')];

/** Into the wall, and on to its first post. */
async function toFirstPost(wall: Wall): Promise<void> {
  await userEvent.click(page.getByRole('heading', { name: 'The bakery' }));
  await expect
    .poll(async () => {
      await tab();
      return isPost();
    })
    .toBe(true);
  expect(focused()).toBe(posts(wall)[0]);
}

describe('keys: posts', () => {
  it('are accessible with the focus on one, and in one', async () => {
    const wall = await open();
    await toFirstPost(wall);
    await expectAccessible(wall);
    await press('{Enter}');
    await expectAccessible(wall);
  });

  it('are one Tab stop each', async () => {
    const wall = await open();
    wall.after(document.createElement('button'));
    await toFirstPost(wall);
    for (const post of posts(wall).slice(1)) {
      await tab();
      expect(focused()).toBe(post);
    }
    await tab();
    expect(isPost()).toBe(false);
    await userEvent.tab({ shift: true });
    expect(focused()).toBe(posts(wall)[2]);
    await userEvent.tab({ shift: true });
    expect(focused()).toBe(posts(wall)[1]);
  });

  it('Enter goes into one, where Tab walks along what is in it; Escape goes back', async () => {
    const wall = await open();
    await toFirstPost(wall);
    await press('{Enter}');
    await expect.poll(focusedName).toBe('Bram Okafor');
    await press('{Escape}{Escape}');
    await expect.poll(isPost).toBe(true);
    await press('{Enter}');
    await expect.poll(focusedName).toBe('Bram Okafor');
    const names = [];
    for (let stop = 0; stop < 25 && !isPost(); stop += 1) {
      names.push(focusedName());
      await tab();
    }
    // The card behind a name opens with the focus on it, and is walked along too.
    const own = ['Like', 'Reply', 'More', 'Chika Tanaka', 'Write a comment'];
    expect(names.filter((name) => own.includes(name))).toEqual([
      ...own.slice(0, 4),
      ...own.slice(0, 3),
      'Write a comment',
    ]);
    expect(focused()).toBe(posts(wall)[1]);
  });

  it('Page Up and Page Down lead from post to post, and from within one', async () => {
    const wall = await open();
    await toFirstPost(wall);
    await press('{PageDown}');
    expect(focused()).toBe(posts(wall)[1]);
    await press('{Enter}');
    await expect.poll(focusedName).toBe('Bram Okafor');
    await press('{PageDown}');
    expect(focused()).toBe(posts(wall)[2]);
    await press('{PageUp}{PageUp}');
    expect(focused()).toBe(posts(wall)[0]);
  });

  it('Ctrl+Home and Ctrl+End lead out of them', async () => {
    const wall = await open();
    const after = document.createElement('button');
    after.textContent = 'After the wall';
    wall.after(after);
    await toFirstPost(wall);
    await press('{Control>}{End}{/Control}');
    expect(focusedName()).toBe('After the wall');
    await userEvent.tab({ shift: true });
    expect(focused()).toBe(posts(wall)[2]);
    await press('{Control>}{Home}{/Control}');
    expect(focusedName()).toBe('Waiting for an answer');
  });

  it('leave the keys to who writes in a field', async () => {
    const wall = await open();
    await toFirstPost(wall);
    await userEvent.click(page.getByRole('button', { name: 'Write a comment' }).first());
    await expect.poll(() => focused()?.localName).toBe('textarea');
    await press('Rye{PageDown}{Control>}{End}{/Control}');
    expect(focused()?.localName).toBe('textarea');
  });

  it('say who wrote them, where they stand, and once how to go in', async () => {
    const wall = await open();
    await toFirstPost(wall);
    const [first, second] = posts(wall);
    expect(first?.role).toBe('article');
    expect(first?.ariaLabel).toMatch(/^Bram Okafor, /);
    expect([first?.ariaPosInSet, first?.ariaSetSize]).toEqual(['1', '3']);
    expect(first?.getAttribute('aria-keyshortcuts')).toBe('Enter');
    const hint = first?.getAttribute('aria-describedby') ?? '';
    expect(wall.shadowRoot?.getElementById(hint)?.textContent).toContain('Press Enter');
    await tab();
    expect(second?.hasAttribute('aria-describedby')).toBe(false);
  });

  it('have a ring that is seen', async () => {
    const wall = await open();
    await toFirstPost(wall);
    const { outlineWidth, outlineOffset } = getComputedStyle(posts(wall)[0] as Element);
    expect([outlineWidth, outlineOffset]).toEqual(['2px', '2px']);
  });

  it('keep everything in them for a pointer and a screen reader', async () => {
    const wall = await open();
    await toFirstPost(wall);
    const hidden = [...everyElement(posts(wall)[1] as Element)].filter((element) =>
      element.matches('[inert], [aria-hidden=true]:has(button, a)'),
    );
    expect(hidden).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Like' }).nth(2));
    await expect.element(page.getByRole('button', { name: 'Like: 1' })).toBeVisible();
    await tab();
    expect(focusedName()).toBe('Reply');
  });

  it('that come while somebody reads are one stop too', async () => {
    const wall = await open();
    await toFirstPost(wall);
    await company.post('dora', 'Cake!');
    await expect.element(page.getByText('Cake!')).toBeVisible();
    expect(focused()).toBe(posts(wall)[1]);
    await userEvent.tab({ shift: true });
    expect(focused()).toBe(posts(wall)[0]);
    expect(posts(wall).map((post) => post.ariaPosInSet)).toEqual(['1', '2', '3', '4']);
  });
});

describe('keys: rows', () => {
  it('faces and how many they are stand in one stop, with arrows, Home and End to move along them', async () => {
    for (const person of ['dora', 'anna'] as const)
      await company.as(person).groups.join({ group: company.group });
    const wall = await open();
    const people = [
      ...wall.renderRoot.querySelectorAll<HTMLElement>('.faces kantine-person-name'),
    ].map((face) => face.shadowRoot?.querySelector('button'));
    expect(people.length).toBeGreaterThan(2);
    const faces = [...people, wall.renderRoot.querySelector('header summary')] as HTMLElement[];
    faces[0]?.focus();
    await expect.poll(() => wall.renderRoot.querySelector('[role=feed]')).not.toBeNull();
    await press('{ArrowRight}');
    expect(focused()).toBe(faces[1]);
    await press('{End}');
    expect(focused()).toBe(faces.at(-1));
    await press('{ArrowRight}');
    expect(focused()).toBe(faces[0]);
    await press('{ArrowLeft}{Home}{ArrowRight}');
    expect(focused()).toBe(faces[1]);
    await tab();
    expect(focusedName()).toBe('Leave group');
    await userEvent.tab({ shift: true });
    expect(focused()).toBe(faces[1]);
  });

  it('reactions are one stop, with arrows, Home and End to move along them', async () => {
    const wall = await open();
    await toFirstPost(wall);
    await press('{Enter}');
    await expect.poll(focusedName).toBe('Bram Okafor');
    await tab();
    expect(focusedName()).toBe('Like');
    await press('{ArrowRight}');
    expect(focusedName()).toBe('More reactions');
    await press('{ArrowRight}');
    expect(focusedName()).toBe('Like');
    await press('{End}');
    await tab();
    expect(focusedName()).toBe('Reply');
    await userEvent.tab({ shift: true });
    expect(focusedName()).toBe('More reactions');
    await press('{Enter}');
    const choices = page.getByRole('group', { name: 'Reactions' });
    await expect.element(choices).toBeVisible();
    await tab();
    const first = focusedName();
    await press('{ArrowRight}');
    expect(focusedName()).not.toBe(first);
    await press('{Home}');
    expect(focusedName()).toBe(first);
    await press('{Escape}');
    await expect.element(choices).not.toBeInTheDocument();
    expect(isPost()).toBe(false);
  });
});
