import type { PostView } from '@kantine/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useLanguage } from '../../locale/locale.ts';
import {
  everyElement,
  cast,
  expectAccessible,
  focused,
  focusedName,
  mount,
  shownText,
  stage,
} from '../../testing/index.ts';
import type { Stage } from '../../testing/index.ts';
import type { Wall } from '../../wall/wall.ts';
import '../../wall/define.ts';

let company: Stage;
let post: PostView;
beforeEach(async () => {
  company = await stage();
  post = await company.post('anna', 'Fresh braed');
});

const ref = () => ({ group: company.group, kind: 'post', id: post.id }) as const;

/** A message lives on a wall, which loads and refreshes it. */
async function open(): Promise<Wall> {
  const wall = await mount('kantine-wall', { community: company.reader, group: company.group });
  await expect.element(message).toBeVisible();
  return wall;
}

const message = page.getByRole('article').first();
const button = (name: string) => message.getByRole('button', { name, exact: true });
const alert = page.getByRole('alert');
const editor = page.getByRole('textbox', { name: 'Edit your message' });
const value = (): string => (editor.element() as HTMLTextAreaElement).value;
const edit = (text: string) =>
  company.as('anna').wall.edit({ ...ref(), version: post.version, text });
const stored = async (): Promise<PostView | undefined> =>
  (await company.as('bram').wall.read({ group: company.group })).posts[0];
const comment = () =>
  company
    .as('bram')
    .wall.comment({ group: company.group, post: post.id, text: 'Yum', key: 'comment-1' });

describe('message: accessible', () => {
  it('edited, with its history open', async () => {
    await edit('Fresh bread');
    const wall = await open();
    await userEvent.click(button('edited'));
    await expect.element(page.getByText('Fresh braed')).toBeVisible();
    await expectAccessible(wall);
  });

  it('being edited, being deleted, deleted', async () => {
    await comment();
    const wall = await open();
    await userEvent.click(button('Edit'));
    await expectAccessible(wall);
    await userEvent.click(page.getByRole('button', { name: 'Cancel' }));
    await userEvent.click(button('Delete'));
    await expectAccessible(wall);
    await userEvent.click(page.getByRole('button', { name: 'Delete', exact: true }).last());
    await expect.element(message.getByText('Deleted by its author.')).toBeVisible();
    await expectAccessible(wall);
  });

  it('with a reaction that failed', async () => {
    const wall = await open();
    company.faults.inject({ kind: 'offline', on: 'write' });
    await userEvent.click(button('Like'));
    await expect.element(alert).toBeVisible();
    await expectAccessible(wall);
  });
});

describe('message: edits', () => {
  it('say who will read them', async () => {
    await open();
    await userEvent.click(button('Edit'));
    await expect.element(message.getByText(/people can read this/)).toBeVisible();
  });

  it('are saved, shown, and the earlier wording can be read', async () => {
    await open();
    await userEvent.click(button('Edit'));
    await expect.element(editor).toBeVisible();
    await expect.poll(() => focused()).toBe(editor.element());
    expect(value()).toBe('Fresh braed');
    await userEvent.fill(editor, 'Fresh bread');
    await userEvent.click(page.getByRole('button', { name: 'Save' }));
    await expect.element(message.getByText('Fresh bread')).toBeVisible();
    expect(editor.query()).toBeNull();
    expect(focusedName()).toBe('Edit');
    await userEvent.click(button('edited'));
    await expect
      .element(page.getByRole('region', { name: 'Earlier versions' }))
      .toMatchTextContent('Fresh braed');
  });

  it('given up change nothing and give the focus back', async () => {
    await open();
    await userEvent.click(button('Edit'));
    await userEvent.fill(editor, 'Something else');
    await userEvent.click(page.getByRole('button', { name: 'Cancel' }));
    await expect.element(editor).not.toBeInTheDocument();
    expect(focusedName()).toBe('Edit');
    expect((await stored())?.text).toBe('Fresh braed');
  });

  it('that failed stay in the editor', async () => {
    await open();
    await userEvent.click(button('Edit'));
    await userEvent.fill(editor, 'Fresh bread');
    company.faults.inject({ kind: 'fail-once', on: 'write' });
    await userEvent.click(page.getByRole('button', { name: 'Save' }));
    await expect.element(alert).toBeVisible();
    expect(value()).toBe('Fresh bread');
    await userEvent.click(page.getByRole('button', { name: 'Save' }));
    await expect.poll(async () => (await stored())?.text).toBe('Fresh bread');
  });

  it('in two windows keep both texts in sight, and the second can be saved knowingly', async () => {
    const wall = await open();
    await userEvent.click(button('Edit'));
    await userEvent.fill(editor, 'Fresh bread at ten');
    await edit('Fresh bread at nine');
    await company.post('bram', 'A refresh arrives');
    await expect.poll(() => shownText(wall)).toContain('A refresh arrives');
    await userEvent.click(page.getByRole('button', { name: 'Save' }));
    await expect.element(alert).toMatchTextContent('changed meanwhile');
    expect(value()).toBe('Fresh bread at ten');
    expect(
      (await company.as('bram').wall.read({ group: company.group })).posts.some(
        ({ text }) => text === 'Fresh bread at nine',
      ),
    ).toBe(true);
    await expect.poll(() => shownText(wall)).toContain('Fresh bread at nine');
    await userEvent.click(page.getByRole('button', { name: 'Save' }));
    await expect.element(editor).not.toBeInTheDocument();
    await expect.poll(() => shownText(wall)).toContain('Fresh bread at ten');
  });

  it('whose history cannot be had say so, and «Try again» works', async () => {
    await edit('Fresh bread');
    await open();
    company.faults.inject({ kind: 'fail-once', on: 'read' });
    await userEvent.click(button('edited'));
    await expect.element(alert).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.element(page.getByText('Fresh braed')).toBeVisible();
  });
});

describe('message: deleting', () => {
  const confirm = async (): Promise<void> =>
    userEvent.click(page.getByRole('button', { name: 'Delete', exact: true }).last());

  it('asks first, and can be called off', async () => {
    await open();
    await userEvent.click(button('Delete'));
    await expect.poll(() => focused()?.localName).toBe('input');
    await userEvent.click(page.getByRole('button', { name: 'Keep it' }));
    expect(focusedName()).toBe('Delete');
    expect((await stored())?.deleted).toBe(false);
  });

  it('leaves a trace with the reason where colleagues answered', async () => {
    await comment();
    await open();
    await userEvent.click(button('Delete'));
    await expect.poll(() => focused()?.localName).toBe('input');
    await userEvent.keyboard('Wrong group{Enter}');
    await expect.element(message.getByText('Deleted by its author: Wrong group')).toBeVisible();
    await expect.element(page.getByText('Yum')).toBeVisible();
    expect(focused()?.className).toContain('message');
  });

  it('leaves nothing where nobody answered', async () => {
    const wall = await open();
    await userEvent.click(button('Delete'));
    await confirm();
    await expect.poll(() => shownText(wall)).toContain('It is quiet here');
  });

  it('that failed changes nothing, and «Try again» works', async () => {
    const wall = await open();
    company.faults.inject({ kind: 'fail-once', on: 'write' });
    await userEvent.click(button('Delete'));
    await confirm();
    await expect.element(alert).toBeVisible();
    expect(shownText(wall)).toContain('Fresh braed');
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.poll(() => shownText(wall)).not.toContain('Fresh braed');
  });
});

describe('message: reactions', () => {
  it('are given and taken back', async () => {
    await open();
    await userEvent.click(button('Like'));
    await expect.element(button('Like: 1')).toBeVisible();
    await expect.poll(async () => (await stored())?.reactions.counts.like).toBe(1);
    await userEvent.click(button('Like: 1'));
    await expect.element(button('Like')).toBeVisible();
    await expect.poll(async () => (await stored())?.reactions.counts.like).toBeUndefined();
    expect(alert.query()).toBeNull();
  });

  it('that fail go back visibly, and «Try again» gives them', async () => {
    await open();
    company.faults.inject({ kind: 'fail-once', on: 'write' });
    await userEvent.click(button('Like'));
    await expect.element(alert).toBeVisible();
    await expect.element(button('Like')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.element(button('Like: 1')).toBeVisible();
    await expect.poll(async () => (await stored())?.reactions.counts.like).toBe(1);
  });

  it('tapped twice at once end as the last tap says', async () => {
    const release = company.holdWrites();
    await open();
    await userEvent.click(button('Like'));
    await userEvent.click(button('Like: 1'));
    release();
    await expect.poll(() => company.writes()).toBeGreaterThan(1);
    await expect.poll(async () => (await stored())?.reactions.counts.like).toBeUndefined();
    await expect.element(button('Like')).toBeVisible();
  });
});

describe('message: who and what', () => {
  it('opens the card of its author with a tap on the face, which is no stop for the keyboard', async () => {
    await open();
    const face = [...everyElement(message.element())].find((each) =>
      each.matches('.face'),
    ) as HTMLElement;
    expect(face.tabIndex).toBe(-1);
    expect(face.getAttribute('aria-hidden')).toBe('true');
    await userEvent.click(face);
    await expect.element(page.getByRole('dialog', { name: 'About Anna de Vries' })).toBeVisible();
  });

  it('is one stop for the keyboard a person, and edits only what is one’s own', async () => {
    await company.post('bram', 'Not mine');
    await open();
    const theirs = page.getByRole('article').filter({ hasText: 'Not mine' });
    await expect.element(theirs.getByRole('button', { name: 'Bram Okafor' })).toHaveLength(1);
    expect(theirs.getByRole('button', { name: 'Edit' }).query()).toBeNull();
    expect(theirs.getByRole('button', { name: 'Delete' }).query()).toBeNull();
  });
});

describe('message: by somebody whom one would rather not see', () => {
  beforeEach(async () => {
    const { group } = company;
    const { id } = await company.post('bram', 'Stale bread');
    const key = company.reader.newKey();
    await company.as('chika').wall.comment({ group, post: id, text: 'Not again', key });
    await company.reader.preferences.block({ person: cast.bram.id });
  });

  it('is folded until one looks, and what others answer stays', async () => {
    const wall = await open();
    await expect.element(page.getByText('A post by somebody you chose not to see.')).toBeVisible();
    expect(shownText(wall)).not.toContain('Stale bread');
    expect(shownText(wall)).toContain('Not again');
    await expectAccessible(wall);
    await userEvent.click(page.getByRole('button', { name: 'Show', exact: true }));
    await expect.element(page.getByText('Stale bread')).toBeVisible();
    await expect.poll(() => focused()?.className).toContain('message');
  });
});

describe('message: its link', () => {
  it('is the address of the page with the name of the post', async () => {
    await open();
    await userEvent.click(button('More'));
    await expect.poll(focusedName).toBe('Copy link');
    await userEvent.keyboard('{Enter}');
    const shown = () => (focused() as Partial<HTMLInputElement> | undefined)?.value ?? '';
    await expect.poll(shown).not.toBe('');
    const address = new URL(shown());
    expect(address.searchParams.get('kantine')).toBe(`${company.group}/${post.id}`);
    expect(address.pathname).toBe(location.pathname);
  });

  it('opens and closes by the keyboard, and gives the focus back', async () => {
    const wall = await open();
    await userEvent.click(button('More'));
    await expect.poll(focusedName).toBe('Copy link');
    await expectAccessible(wall);
    await userEvent.click(button('More'));
    await expect.poll(() => page.getByRole('button', { name: 'Copy link' }).query()).toBeNull();
    expect(focusedName()).toBe('More');
  });
});

describe('what can be done with a message', () => {
  it.each(['en', 'nl', 'de', 'fr'] as const)(
    'stands in one row of a phone, in the language %s',
    async (language) => {
      await useLanguage(language);
      const { id } = await company.post('chika', 'Rye is out');
      const reacted = { group: company.group, kind: 'post', id } as const;
      await company.as('bram').wall.react({ message: reacted, post: id, kind: 'like' });
      await company.as('dora').wall.react({ message: reacted, post: id, kind: 'smile' });
      const wall = await open();
      // A page of 320 px leaves a margin on both sides.
      wall.style.inlineSize = '18rem';
      const shown = [...everyElement(wall)].find((each) => each.localName === 'kantine-message');
      const buttons = () => [...(shown?.shadowRoot?.querySelectorAll('.actions button') ?? [])];
      await expect.poll(() => buttons().length).toBe(5);
      const middles = buttons().map((each) => {
        const { top, bottom } = each.getBoundingClientRect();
        return (top + bottom) / 2;
      });
      expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(4);
      await useLanguage('en');
    },
  );
});
