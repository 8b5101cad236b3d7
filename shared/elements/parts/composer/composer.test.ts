import { Forbidden, Invalid, Offline, Throttled } from '@kantine/core';
import type { Audience } from '@kantine/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  expectAccessible,
  focused,
  mount,
  press,
  settled,
  shownText,
  stage,
} from '../../testing/index.ts';
import type { Stage } from '../../testing/index.ts';
import type { Composer } from './composer.ts';
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
const alert = page.getByRole('alert');
const value = (): string => (field.element() as HTMLTextAreaElement).value;
const posted = async (): Promise<string[]> =>
  (await company.as('bram').wall.read({ group: company.group })).posts.map(({ text }) => text);

/** What stands in for the photo of whoever writes. */
const initials = (composer: Composer): string | undefined =>
  composer.shadowRoot?.querySelector<HTMLElement>('.face .initials')?.dataset.initials;

describe('composer: accessible', () => {
  it.each<[string, Partial<Composer>]>([
    ['open', {}],
    ['closed', { compact: true }],
    ['without an audience', { audience: undefined }],
    ['with an unknown audience', { audience: { known: false } }],
    [
      'cancellable, with a text and what it answers',
      { cancellable: true, initial: 'Draft', context: 'Reply to Bram' },
    ],
    ['with more than fits', { max: 10, initial: 'far more than ten' }],
    ['near its end', { max: 10, initial: 'nine char' }],
  ])('%s', async (_, properties) => {
    await expectAccessible(await compose(properties));
  });

  it('while it sends, and when that failed', async () => {
    const release = company.holdWrites();
    const element = await compose();
    await userEvent.fill(field, 'Fresh bread');
    await userEvent.click(button);
    await expect.element(page.getByRole('button', { name: 'Sending…' })).toBeVisible();
    await expectAccessible(element);
    release();
    company.faults.inject({ kind: 'offline', on: 'write' });
    await userEvent.fill(field, 'More bread');
    await userEvent.click(button);
    await expect.element(alert).toBeVisible();
    await expectAccessible(element);
  });
});

describe('composer: keeps what was typed', () => {
  it.each([
    ['offline', () => Promise.reject(new Offline()), 'could not be reached'],
    ['throttled', () => Promise.reject(new Throttled(30)), 'try again in 30 seconds'],
    ['forbidden', () => Promise.reject(new Forbidden('group')), 'no access'],
    ['an error of nobody', () => Promise.reject(new Error('?')), 'Something unexpected'],
    [
      'too long',
      () =>
        Promise.reject(
          new Invalid({ field: 'text', reason: 'too-long', actual: 12_000, limit: 10_000 }, ''),
        ),
      '12,000 characters long; at most 10,000',
    ],
  ])('through %s, and says so', async (_, send, said) => {
    await compose({ send });
    await userEvent.fill(field, 'Fresh bread');
    await userEvent.click(button);
    await expect.element(alert).toMatchTextContent(said);
    expect(value()).toBe('Fresh bread');
    await expect.poll(() => focused()?.localName).toBe('textarea');
  });

  it('through a reload, with the same key', async () => {
    const keys: string[] = [];
    const send: Send = (_, key) => {
      keys.push(key);
      return Promise.reject(new Offline());
    };
    await compose({ send });
    await userEvent.fill(field, 'Half a tho');
    await userEvent.click(button);
    await expect.element(alert).toBeVisible();
    await compose({ send });
    expect(value()).toBe('Half a tho');
    await userEvent.click(button);
    await expect.poll(() => keys.length).toBe(2);
    expect(keys[1]).toBe(keys[0]);
  });

  it('for each place apart', async () => {
    await compose();
    await userEvent.fill(field, 'For the bakery');
    const element = await compose({ draftName: 'elsewhere' });
    expect(value()).toBe('');
    element.draftName = 'the-bakery';
    await element.updateComplete;
    expect(value()).toBe('For the bakery');
  });

  it('while properties change around it', async () => {
    const element = await compose({ initial: 'old' });
    await userEvent.fill(field, 'being typed');
    element.initial = 'newer';
    element.audience = { known: false };
    await element.updateComplete;
    expect(value()).toBe('being typed');
  });

  it('with 50,000 characters and 10,000 lines, refused with its length', async () => {
    const text = `${'a'.repeat(40_000)}\n${'b\n'.repeat(5_000)}`;
    const lines = Array.from({ length: 10_000 }, (_, line) => `${line}`).join('\n');
    const element = await compose();
    for (const [typed, length] of [
      [text, '50,000'],
      [lines, '48,889'],
    ] as const) {
      // Pasted in one piece; typing as many lines one by one is the browser's own affair.
      (field.element() as HTMLTextAreaElement).value = typed;
      field.element().dispatchEvent(new InputEvent('input'));
      await userEvent.click(button);
      await expect
        .element(alert)
        .toMatchTextContent(`${length} characters long; at most 10,000 fit`);
      expect(value()).toBe(typed);
    }
    expect(shownText(element)).toContain('characters too many');
    expect(await posted()).toEqual([]);
  });

  it('lets go of it when the writer gives up', async () => {
    const element = await compose({ cancellable: true });
    let cancelled = 0;
    element.addEventListener('kantine-cancel', () => (cancelled += 1));
    await userEvent.fill(field, 'Never mind');
    await userEvent.click(page.getByRole('button', { name: 'Cancel' }));
    expect(cancelled).toBe(1);
    expect(value()).toBe('');
    await compose();
    expect(value()).toBe('');
  });
});

describe('composer: sends', () => {
  it.each(['{Control>}{Enter}{/Control}', '{Meta>}{Enter}{/Meta}'])('with %s', async (keys) => {
    await compose();
    await userEvent.fill(field, 'Fresh bread');
    await userEvent.keyboard(keys);
    await expect.poll(posted).toEqual(['Fresh bread']);
    await expect.poll(value).toBe('');
  });

  it('nothing while an input method composes a character', async () => {
    await compose();
    await userEvent.fill(field, '新しい');
    const keys = { key: 'Enter', ctrlKey: true, isComposing: true, bubbles: true };
    field.element().dispatchEvent(new KeyboardEvent('keydown', keys));
    await settled();
    expect(value()).toBe('新しい');
    expect(await posted()).toEqual([]);
  });

  it('another post after the field was emptied, whatever became of the first', async () => {
    company.faults.inject({ kind: 'answer-lost', on: 'write' });
    await compose();
    await userEvent.fill(field, 'Who has the key of the boiler room?');
    await userEvent.click(button);
    await expect.element(alert).toBeVisible();
    await userEvent.fill(field, '');
    await userEvent.fill(field, 'There is cake in the hall');
    await userEvent.click(button);
    await expect.poll(value).toBe('');
    expect((await posted()).toSorted()).toEqual([
      'There is cake in the hall',
      'Who has the key of the boiler room?',
    ]);
  });

  it('a new line with Enter alone', async () => {
    await compose();
    await userEvent.fill(field, 'Fresh');
    await userEvent.keyboard('{Enter}bread');
    expect(value()).toBe('Fresh\nbread');
    expect(await posted()).toEqual([]);
  });

  it('once, however often the button is pressed', async () => {
    const release = company.holdWrites();
    await compose();
    await userEvent.fill(field, 'Fresh bread');
    await userEvent.click(button);
    await expect.element(page.getByRole('button', { name: 'Sending…' })).toBeVisible();
    press(page.getByRole('button', { name: 'Sending…' }));
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    release();
    await expect.poll(value).toBe('');
    expect(await posted()).toEqual(['Fresh bread']);
  });

  it('the same key again after a lost answer, so that nothing is doubled', async () => {
    company.faults.inject({ kind: 'answer-lost', on: 'write' });
    await compose();
    await userEvent.fill(field, 'Fresh bread');
    await userEvent.click(button);
    await expect.element(alert).toBeVisible();
    await userEvent.click(button);
    await expect.poll(value).toBe('');
    expect(await posted()).toEqual(['Fresh bread']);
  });

  it('and shows no success before the host confirmed it', async () => {
    const release = company.holdWrites();
    await compose();
    await userEvent.fill(field, 'Fresh bread');
    await userEvent.click(button);
    await expect.element(page.getByRole('button', { name: 'Sending…' })).toBeVisible();
    await settled();
    expect(value()).toBe('Fresh bread');
    expect((field.element() as HTMLTextAreaElement).readOnly).toBe(true);
    release();
    await expect.poll(value).toBe('');
  });

  it('nothing that is empty', async () => {
    await compose();
    await userEvent.fill(field, ' \n\u200B ');
    await userEvent.click(button);
    await expect.element(alert).toMatchTextContent('Write something first');
    expect(field.element().getAttribute('aria-invalid')).toBe('true');
    await userEvent.fill(field, 'x');
    await expect.element(alert).not.toBeInTheDocument();
  });
});

describe('composer: opens and closes', () => {
  it('says who reads it, as part of what the field is', async () => {
    await compose();
    await expect
      .element(field)
      .toHaveAccessibleDescription(
        /40 people can read this: you, Bram, Chika, Dora, and 36 others/,
      );
  });

  it('says so above what is written, and not before somebody is about to write', async () => {
    const element = await compose({ compact: true });
    expect(shownText(element)).not.toContain('can read this');
    await userEvent.click(field);
    await expect.poll(() => shownText(element)).toContain('can read this');
    const label = element.shadowRoot?.querySelector('.audience');
    const order = label?.compareDocumentPosition(field.element()) ?? 0;
    expect(order & Node.DOCUMENT_POSITION_FOLLOWING).not.toBe(0);
  });

  it('opens when it is entered, and closes when it is left empty with the keyboard', async () => {
    await compose({ compact: true });
    await expect.element(button).not.toBeInTheDocument();
    await userEvent.click(field);
    await expect.element(button).toBeVisible();
    await userEvent.keyboard('{Tab}{Tab}');
    await expect.element(button).not.toBeInTheDocument();
  });

  it('stays open under a pointer that goes elsewhere, and with a text', async () => {
    const element = await compose({ compact: true });
    const other = document.createElement('button');
    element.after(other);
    await userEvent.click(field);
    await userEvent.click(other);
    await expect.element(button).toBeVisible();
    await userEvent.fill(field, 'Something');
    await userEvent.keyboard('{Tab}{Tab}');
    await expect.element(button).toBeVisible();
  });

  it('counts only where the end is near', async () => {
    const element = await compose({ max: 10 });
    await userEvent.fill(field, 'seven..');
    expect(shownText(element)).not.toContain('characters');
    await userEvent.fill(field, 'eight...');
    await expect.poll(() => shownText(element)).toContain('2 characters left');
    await userEvent.fill(field, 'eleven chars');
    await expect.poll(() => shownText(element)).toContain('2 characters too many');
  });
});

/** The closed group of the writer and of these. */

describe('composer: whose it is', () => {
  it('shows the face of whoever is in it, and moves nothing when it comes', async () => {
    const composer = await compose({ compact: true });
    expect(initials(composer)).toBeUndefined();
    await userEvent.click(field);
    await composer.updateComplete;
    const { top } = field.element().getBoundingClientRect();
    await expect.poll(() => initials(composer)).toBe('AV');
    expect(field.element().getBoundingClientRect().top).toBe(top);
  });

  it('shows none at an edit, which has one beside it', async () => {
    const composer = await compose({ initial: 'Draft' });
    await userEvent.click(field);
    await settled();
    expect(composer.shadowRoot?.querySelector('.face')).toBeNull();
  });
});
