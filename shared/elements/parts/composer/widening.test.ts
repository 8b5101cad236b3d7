import { Offline } from '@kantine/core';
import type { Audience } from '@kantine/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, focused, mount, stage } from '../../testing/index.ts';
import type { Stage } from '../../testing/index.ts';
import type { Composer, Used } from './composer.ts';
import type { Send } from './sending.ts';
import './define.ts';

const audience: Audience = {
  known: true,
  count: 40,
  firstNames: ['Bram', 'Chika', 'Dora'],
  laterJoiners: true,
};

let company: Stage;
beforeEach(async () => {
  company = await stage();
});

/** Sends to the wall of the group. */
const toTheWall: Send = async (text, key) => {
  await company.reader.wall.post({ group: company.group, text, key });
};

const compose = (properties: Partial<Composer> = {}): Promise<Composer> =>
  mount('kantine-composer', {
    community: company.reader,
    label: 'Write to The bakery',
    placeholder: 'Share something',
    submitLabel: 'Post',
    draftName: 'the-bakery',
    audience,
    send: toTheWall,
    ...properties,
  });

const field = page.getByRole('textbox');
const button = page.getByRole('button', { name: 'Post' });
const value = (): string => (field.element() as HTMLTextAreaElement).value;
const posted = async (): Promise<string[]> =>
  (await company.as('bram').wall.read({ group: company.group })).posts.map(({ text }) => text);

const closed = (...firstNames: readonly string[]): Audience => ({
  ...{ known: true, kind: 'each', count: firstNames.length + 1, laterJoiners: true },
  firstNames: firstNames.slice(0, 3),
  members: firstNames.map((firstName) => ({ id: firstName, firstName })),
});

describe('composer: more people can read than when one began', () => {
  const look = page.getByRole('button', { name: 'Look again' });
  const question = page.getByRole('group', { name: /since you began/ });

  /** A composer in which something is written to two, and which four can read by now. */
  async function begun(properties: Partial<Composer> = {}): Promise<Composer> {
    const element = await compose({ audience: closed('Bram'), ...properties });
    await userEvent.fill(field, 'Fresh bread');
    element.audience = closed('Bram', 'Dora', 'Eli');
    await element.updateComplete;
    return element;
  }

  it('shows them before anything is sent, and asks once: accessible', async () => {
    const element = await begun();
    const label = element.shadowRoot?.querySelector('summary')?.textContent;
    expect(label).toContain('4 people can read this: you, Bram, Dora, and Eli.');
    await userEvent.click(button);
    await expect
      .element(question)
      .toHaveAccessibleName(
        'Two more people can read this since you began: Dora and Eli. Post to all of them?',
      );
    await expectAccessible(element);
    expect(await posted()).toEqual([]);
    expect(value()).toBe('Fresh bread');
    await userEvent.click(button);
    await expect.poll(posted).toEqual(['Fresh bread']);
    await expect.poll(value).toBe('');
    await expect.element(question).not.toBeInTheDocument();
  });

  it('is answered with the keyboard alone', async () => {
    await begun();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => focused()?.textContent.trim()).toBe('Look again');
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Enter}');
    await expect.poll(posted).toEqual(['Fresh bread']);
  });

  it('sends nothing to who wants to look again, and does not ask about the same people twice', async () => {
    const element = await begun();
    await userEvent.click(button);
    await userEvent.click(look);
    expect(value()).toBe('Fresh bread');
    expect(await posted()).toEqual([]);
    await userEvent.click(button);
    await expect.poll(posted).toEqual(['Fresh bread']);
    element.audience = closed('Bram', 'Dora', 'Eli', 'Finn');
    await userEvent.fill(field, 'More bread');
    await userEvent.click(button);
    await expect.poll(async () => (await posted()).length).toBe(2);
  });

  it('asks again about who came after it asked', async () => {
    const element = await begun();
    await userEvent.click(button);
    await userEvent.click(look);
    element.audience = closed('Bram', 'Dora', 'Eli', 'Finn');
    await userEvent.click(button);
    await expect
      .element(question)
      .toHaveAccessibleName(/^One more person can read this since you began: Finn\. /);
  });

  it('sends nothing to who came while it asked, and asks about them', async () => {
    const element = await begun();
    await userEvent.click(button);
    element.audience = closed('Bram', 'Dora', 'Eli', 'Finn');
    await element.updateComplete;
    await userEvent.click(button);
    await expect
      .element(question)
      .toHaveAccessibleName(/^One more person can read this since you began: Finn\. /);
    expect(await posted()).toEqual([]);
    await userEvent.click(button);
    await expect.poll(posted).toEqual(['Fresh bread']);
  });

  it.each<[string, Audience, Audience]>([
    ['somebody left', closed('Bram', 'Dora'), closed('Bram')],
    ['nobody came', closed('Bram'), closed('Bram')],
    ['nothing can be told', closed('Bram'), { known: false, kind: 'nothing' }],
    ['it is told for the first time', { known: false, kind: 'nothing' }, closed('Bram', 'Dora')],
  ])('asks nothing where %s', async (_, before, after) => {
    const element = await compose({ audience: before });
    await userEvent.fill(field, 'Fresh bread');
    element.audience = after;
    await element.updateComplete;
    await userEvent.click(button);
    await expect.poll(posted).toEqual(['Fresh bread']);
  });

  it('asks about a group whose members nobody knows, without a number', async () => {
    const element = await compose({ audience: closed('Bram') });
    await userEvent.fill(field, 'Fresh bread');
    element.audience = { known: false, kind: 'groups', groups: ['Sales'], people: 0 };
    await userEvent.click(button);
    await expect
      .element(question)
      .toHaveAccessibleName('More people can read this since you began. Post to all of them?');
  });

  it('names at most five, and isolates their names', async () => {
    const element = await compose({ audience: closed() });
    await userEvent.fill(field, 'Fresh bread');
    element.audience = closed('A', 'B', 'C', 'D', 'E', 'F', 'G');
    await userEvent.click(button);
    await expect
      .element(question)
      .toHaveAccessibleName(
        /^7 more people can read this since you began: A, B, C, D, E, and 2 others\. /,
      );
    expect(element.shadowRoot?.querySelectorAll('#wider bdi')).toHaveLength(5);
  });

  it('asks who reads it as it is entered, and before it is sent to few', async () => {
    let asked = 0;
    const element = await compose({ audience: closed('Bram') });
    element.addEventListener('kantine-used', (event) => {
      asked += 1;
      const { detail } = event as CustomEvent<Used>;
      detail.answer(Promise.resolve(closed('Bram', 'Dora')));
    });
    await userEvent.fill(field, 'Fresh bread');
    expect(asked).toBe(1);
    await userEvent.click(button);
    await expect.element(question).toHaveAccessibleName(/: Dora\. /);
    expect(asked).toBe(2);
    expect(await posted()).toEqual([]);
  });

  it('sends it all the same where nobody answers who reads it', async () => {
    const element = await compose({ audience: closed('Bram') });
    element.addEventListener('kantine-used', (event) => {
      (event as CustomEvent<Used>).detail.answer(Promise.reject(new Offline()));
    });
    await userEvent.fill(field, 'Fresh bread');
    await userEvent.click(button);
    await expect.poll(posted).toEqual(['Fresh bread']);
  });
});
