import type { TopicView } from '@kantine/core';
import { Invalid } from '@kantine/core';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, focused, focusedName, mount, shownText } from '../../testing/index.ts';
import type { TopicKeeper } from './topic-keeper.ts';
import './define.ts';

const tools: TopicView = { id: 'tools', name: 'Tools' };
const lunch: TopicView = { id: 'lunch', name: 'Lunch' };

/** A group's topics, and what a steward did to them. */
async function open(...before: readonly TopicView[]) {
  const done: string[] = [];
  const show = (topics: readonly TopicView[]): void => {
    keeper.topics = topics;
  };
  const keeper: TopicKeeper = await mount('kantine-topic-keeper', {
    topics: before,
    keeping: {
      add: (name: string) => {
        done.push(`add ${name}`);
        show([...keeper.topics, { id: name, name }]);
        return Promise.resolve();
      },
      rename: (topic: string, name: string) => {
        done.push(`rename ${topic} ${name}`);
        show(keeper.topics.map((each) => (each.id === topic ? { id: topic, name } : each)));
        return Promise.resolve();
      },
      drop: (topic: string) => {
        done.push(`drop ${topic}`);
        show(keeper.topics.filter(({ id }) => id !== topic));
        return Promise.resolve();
      },
    },
  });
  return { keeper, done };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = (name: string) => page.getByRole('textbox', { name });
const newTopic = 'A new topic, at most 24 characters';
async function press(name: string): Promise<void> {
  await expect.element(button(name)).toBeVisible();
  (button(name).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
}

describe('the topics of a group, for a steward', () => {
  it('are accessible: with none, with some, while one is renamed, and before one goes', async () => {
    const { keeper } = await open();
    await expectAccessible(keeper);
    // Red is what was refused, and nothing was sent yet.
    await expect.element(field(newTopic)).not.toHaveAttribute('aria-invalid');
    keeper.topics = [tools, lunch];
    await keeper.updateComplete;
    await expectAccessible(keeper);
    await press('Rename…: Tools');
    await expect.poll(() => focused()?.getAttribute('name')).toBe('name');
    await expectAccessible(keeper);
    await press('Cancel');
    await expect.poll(focusedName).toBe('Rename…: Tools');
    await press('Remove…: Lunch');
    await expect.poll(() => shownText(keeper)).toContain('Remove “Lunch”? Its posts stay');
    await expectAccessible(keeper);
  });

  it('get another name by the keyboard, and it is said once', async () => {
    const { keeper, done } = await open(tools, lunch);
    await press('Rename…: Lunch');
    await expect.element(field('New name')).toHaveValue('Lunch');
    await userEvent.fill(field('New name'), 'Food');
    await userEvent.keyboard('{Enter}');
    await expect
      .element(page.getByRole('status'))
      .toHaveTextContent('“Lunch” is called “Food” now.');
    expect(done).toEqual(['rename lunch Food']);
    await expect.poll(focusedName).toBe('Rename…: Food');
    expect(shownText(keeper)).not.toContain('New name');
  });

  it('are not taken away before the question is answered', async () => {
    const { done } = await open(tools, lunch);
    await press('Remove…: Tools');
    await expect.poll(focusedName).toBe('Remove');
    await press('Keep it');
    await expect.poll(focusedName).toBe('Rename…: Tools');
    expect(done).toEqual([]);
    await press('Remove…: Tools');
    await press('Remove');
    await expect
      .element(page.getByRole('status'))
      .toHaveTextContent('“Tools” is no topic any more.');
    expect(done).toEqual(['drop tools']);
    await expect.poll(() => focused()?.getAttribute('name')).toBe('name');
  });

  it('take no name that is empty or taken, in whatever letters', async () => {
    const { done } = await open(tools, lunch);
    await press('Add topic');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Give it a name first.');
    await userEvent.fill(field(newTopic), 'TOOLS');
    await userEvent.keyboard('{Enter}');
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('There is a topic with this name already.');
    await press('Rename…: Lunch');
    await userEvent.fill(field('New name'), 'tools');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(focused()?.getAttribute('name')).toBe('name');
    expect(done).toEqual([]);
  });

  it('keep what is typed where the host says no, and say why', async () => {
    const { keeper } = await open(tools);
    keeper.keeping = {
      add: () =>
        Promise.reject(
          new Invalid({ field: 'name', reason: 'too-many', limit: 12 }, 'A group has at most 12.'),
        ),
      rename: () => Promise.resolve(),
      drop: () => Promise.resolve(),
    };
    await userEvent.fill(field(newTopic), 'Weather');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(field(newTopic)).toHaveValue('Weather');
  });
});
