import type { MessageRef, PostView } from '@kantine/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, focusedName, mount, stage } from '../../testing/index.ts';
import type { Stage } from '../../testing/index.ts';
import type { Reactions } from './reactions.ts';
import './define.ts';

let company: Stage;
let post: PostView;
beforeEach(async () => {
  company = await stage();
  post = await company.post('bram', 'Fresh bread');
});

const message = (): MessageRef => ({ group: company.group, kind: 'post', id: post.id });

const show = (properties: Partial<Reactions> = {}): Promise<Reactions> =>
  mount('kantine-reactions', {
    reactors: () => company.reader.wall.reactors(message()),
    ...properties,
  });

const more = page.getByRole('button', { name: 'More reactions' });
const choices = page.getByRole('group', { name: 'Reactions' });
const chip = (name: string) => page.getByRole('button', { name, exact: true });

/** What the element asks for, in order. */
function asked(element: Reactions): unknown[] {
  const kinds: unknown[] = [];
  element.addEventListener('kantine-react', (event) => kinds.push((event as CustomEvent).detail));
  return kinds;
}

const react = (person: 'bram' | 'chika' | 'dora', kind: 'like' | 'thanks'): Promise<void> =>
  company.as(person).wall.react({ message: message(), post: post.id, kind });

describe('reactions: accessible', () => {
  it.each<[string, Partial<Reactions>]>([
    ['none yet', {}],
    [
      'several, one of them mine',
      { summary: { counts: { like: 3, thanks: 1200 }, mine: 'thanks' } },
    ],
    [
      'all kinds',
      { summary: { counts: { like: 1, love: 2, celebrate: 3, insight: 4, thanks: 5, smile: 6 } } },
    ],
    ['disabled', { disabled: true, summary: { counts: { like: 3 } } }],
  ])('%s', async (_, properties) => {
    await expectAccessible(await show(properties));
  });

  it('with the choices open', async () => {
    await react('dora', 'like');
    const element = await show({ summary: { counts: { like: 1 } } });
    await userEvent.click(more);
    await expect.element(choices).toMatchTextContent('Dorothea');
    await expectAccessible(element);
  });
});

describe('reactions', () => {
  it('ask for one with a tap, and take it back with another', async () => {
    const element = await show();
    const kinds = asked(element);
    await userEvent.click(chip('Like'));
    element.summary = { counts: { like: 1 }, mine: 'like' };
    await element.updateComplete;
    expect(chip('Like: 1').element().getAttribute('aria-pressed')).toBe('true');
    await userEvent.click(chip('Like: 1'));
    expect(kinds).toEqual([{ kind: 'like' }, {}]);
  });

  it('offer the others with the keyboard; Escape closes them and gives the focus back', async () => {
    const kinds = asked(await show());
    await userEvent.tab();
    await userEvent.tab();
    expect(focusedName()).toBe('More reactions');
    await userEvent.keyboard('{Enter}');
    await expect.element(choices).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(choices).not.toBeInTheDocument();
    expect(focusedName()).toBe('More reactions');
    await userEvent.keyboard('{Enter}{Tab}{Tab}{Tab}');
    expect(focusedName()).toBe('Celebrate');
    await userEvent.keyboard('{Enter}');
    expect(kinds).toEqual([{ kind: 'celebrate' }]);
    await expect.element(choices).not.toBeInTheDocument();
    expect(focusedName()).toBe('More reactions');
  });

  it('name who reacted, and say when that cannot be had', async () => {
    await react('bram', 'like');
    await react('chika', 'thanks');
    await show();
    await userEvent.click(more);
    await expect.element(choices).toMatchTextContent(/Bram Okafor 👍/);
    await expect.element(choices).toMatchTextContent(/Chika Tanaka 🙏/);
    await userEvent.keyboard('{Escape}');
    company.faults.inject({ kind: 'offline', on: 'read' });
    await userEvent.click(more);
    await expect.element(choices).toMatchTextContent('could not be loaded');
  });

  it('say that nobody reacted yet', async () => {
    await show();
    await userEvent.click(more);
    await expect.element(choices).toMatchTextContent('Nobody has reacted yet.');
  });

  it('ask for nothing where the reader may not write, but still name who reacted', async () => {
    await react('bram', 'like');
    const kinds = asked(await show({ disabled: true, summary: { counts: { like: 1 } } }));
    expect((chip('Like: 1').element() as HTMLButtonElement).disabled).toBe(true);
    await userEvent.click(more);
    await expect.element(choices).toMatchTextContent('Bram Okafor');
    expect(kinds).toEqual([]);
  });
});
