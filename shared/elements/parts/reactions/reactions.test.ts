import type { MessageRef, PostView, ReactionSummary } from '@kantine/core';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { controls } from '../../kit/controls.ts';
import { define } from '../../kit/define.ts';
import { KantineElement } from '../../kit/kantine-element.ts';
import { popoverStyles } from '../../kit/popover.ts';
import { expectAccessible, focusedName, mount, stage } from '../../testing/index.ts';
import type { Stage } from '../../testing/index.ts';
import { Reactions, reactionStyles } from './reactions.ts';

let company: Stage;
let post: PostView;
beforeEach(async () => {
  company = await stage();
  post = await company.post('bram', 'Fresh bread');
});

const message = (): MessageRef => ({ group: company.group, kind: 'post', id: post.id });

/** An element that has nothing but reactions. */
class Reacted extends KantineElement {
  @property({ attribute: false }) summary: ReactionSummary = { counts: {} };
  @property({ type: Boolean }) disabled = false;
  /** What was asked for, in order. */
  readonly asked: unknown[] = [];
  readonly #reactions = new Reactions(this, {
    react: (kind) => void this.asked.push(kind),
    reactors: () => company.reader.wall.reactors(message()),
    failed: (error) => void this.asked.push(error),
  });

  protected override render(): TemplateResult {
    return this.#reactions.render(this.summary, this.disabled);
  }

  static override styles = [controls, popoverStyles, reactionStyles];
}
define('test-reacted', Reacted);

declare global {
  interface HTMLElementTagNameMap {
    'test-reacted': Reacted;
  }
}

const show = (properties: Partial<Reacted> = {}): Promise<Reacted> =>
  mount('test-reacted', properties);

const more = page.getByRole('button', { name: 'More reactions' });
const choices = page.getByRole('group', { name: 'Reactions' });
const chip = (name: string) => page.getByRole('button', { name, exact: true });

const react = (person: 'bram' | 'chika' | 'dora', kind: 'like' | 'thanks'): Promise<void> =>
  company.as(person).wall.react({ message: message(), post: post.id, kind });

describe('reactions: accessible', () => {
  it.each<[string, Partial<Reacted>]>([
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
    await userEvent.click(chip('Like'));
    element.summary = { counts: { like: 1 }, mine: 'like' };
    await element.updateComplete;
    expect(chip('Like: 1').element().getAttribute('aria-pressed')).toBe('true');
    await userEvent.click(chip('Like: 1'));
    expect(element.asked).toEqual(['like', undefined]);
  });

  it('offer the others with the keyboard; Escape closes them and gives the focus back', async () => {
    const { asked } = await show();
    await userEvent.tab();
    await userEvent.tab();
    expect(focusedName()).toBe('More reactions');
    await userEvent.keyboard('{Enter}');
    await expect.element(choices).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(choices).not.toBeInTheDocument();
    expect(focusedName()).toBe('More reactions');
    await userEvent.keyboard('{Enter}');
    await expect.element(choices).toBeVisible();
    await userEvent.keyboard('{Tab}{Tab}{Tab}');
    expect(focusedName()).toBe('Celebrate');
    await userEvent.keyboard('{Enter}');
    expect(asked).toEqual(['celebrate']);
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
    const { asked } = await show({ disabled: true, summary: { counts: { like: 1 } } });
    expect((chip('Like: 1').element() as HTMLButtonElement).disabled).toBe(true);
    await userEvent.click(more);
    await expect.element(choices).toMatchTextContent('Bram Okafor');
    expect(asked).toEqual([]);
  });
});
