import type { PersonSummary } from '@kantine/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cast, expectAccessible, focused, mount, shownText, stage } from '../../testing/index.ts';
import type { Stage } from '../../testing/index.ts';
import type { PeoplePicker } from './people-picker.ts';
import './define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage();
});

const show = (properties: Partial<PeoplePicker> = {}): Promise<PeoplePicker> =>
  mount('kantine-people-picker', { community: company.reader, label: 'Whom?', ...properties });

const field = page.getByRole('combobox', { name: 'Whom?' });
const options = page.getByRole('option');
const names = ({ chosen }: { chosen: readonly PersonSummary[] }): string[] =>
  chosen.map(({ id }) => id);

describe('people picker: accessible', () => {
  it('empty, and with people chosen', async () => {
    await expectAccessible(await show());
    await expectAccessible(await show({ chosen: [cast.bram, cast.dora] }));
  });

  it('with the list open, nobody found, and the directory out of reach', async () => {
    const element = await show();
    await userEvent.fill(field, 'b');
    await expect.element(options.first()).toBeVisible();
    await expectAccessible(element);
    await userEvent.fill(field, 'nobody at all');
    await expect.poll(() => shownText(element)).toContain('Nobody found');
    await expectAccessible(element);
    company.faults.inject({ kind: 'offline', on: 'directory' });
    await userEvent.fill(field, 'bram');
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expectAccessible(element);
  });
});

describe('people picker', () => {
  it('finds and chooses with the keyboard alone, and says so', async () => {
    const element = await show();
    const changes: string[][] = [];
    element.addEventListener('kantine-change', () => changes.push(names(element)));
    await userEvent.tab();
    await userEvent.keyboard('b');
    await expect.element(options).toHaveLength(4);
    expect(shownText(element)).toContain('4 colleagues found');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}');
    const active = field.element().getAttribute('aria-activedescendant') ?? '';
    const option = element.shadowRoot?.getElementById(active);
    expect(option?.getAttribute('aria-selected')).toBe('true');
    await userEvent.keyboard('{Enter}');
    expect(element.chosen).toHaveLength(1);
    await expect.poll(() => shownText(element)).toContain('added');
    expect(changes).toHaveLength(1);
    expect((field.element() as HTMLInputElement).value).toBe('');
    expect(focused()).toBe(field.element());
  });

  it('chooses with a tap, removes with the button and with Backspace', async () => {
    const element = await show();
    for (const name of ['bram', 'chika']) {
      await userEvent.fill(field, name);
      await userEvent.click(options.first());
    }
    expect(names(element)).toEqual(['bram', 'chika']);
    await userEvent.click(page.getByRole('button', { name: 'Remove Bram Okafor' }));
    expect(names(element)).toEqual(['chika']);
    expect(focused()).toBe(field.element());
    await userEvent.keyboard('{Backspace}');
    expect(names(element)).toEqual([]);
  });

  it('never offers those left out, chosen already, or gone', async () => {
    const element = await show({ without: ['anna'], chosen: [cast.bram] });
    for (const name of ['anna', 'bram', 'emil']) {
      await userEvent.fill(field, name);
      await expect.poll(() => shownText(element)).toContain('Nobody found');
      await userEvent.fill(field, '');
      await expect.element(options).toHaveLength(0);
    }
  });

  it('takes Escape for itself while a name is half typed, be its list open or not', async () => {
    const element = await show();
    let left = 0;
    element.addEventListener('keydown', () => (left += 1));
    await userEvent.click(field);
    await userEvent.keyboard('Bra{Escape}');
    expect((field.element() as HTMLInputElement).value).toBe('Bra');
    const before = left;
    await userEvent.keyboard('{Escape}');
    expect(left).toBe(before);
    await userEvent.clear(field);
    await userEvent.keyboard('{Escape}');
    expect(left).toBeGreaterThan(before);
  });

  it('closes with Escape and keeps what was typed', async () => {
    await show();
    await userEvent.fill(field, 'bram');
    await expect.element(options).toHaveLength(1);
    expect(field.element().getAttribute('aria-expanded')).toBe('true');
    await userEvent.keyboard('{Escape}');
    await expect.element(options).toHaveLength(0);
    expect((field.element() as HTMLInputElement).value).toBe('bram');
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(options).toHaveLength(1);
  });

  it('Enter on a name half typed does not send the form around it', async () => {
    const element = await show();
    const form = document.createElement('form');
    let sent = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      sent += 1;
    });
    element.parentElement?.append(form);
    form.append(element);
    await userEvent.fill(field, 'bra');
    await userEvent.keyboard('{Enter}');
    expect(sent).toBe(0);
  });

  it('says when the directory cannot be reached, and goes on when it can', async () => {
    await show();
    company.faults.inject({ kind: 'fail-once', on: 'directory' });
    await userEvent.fill(field, 'bram');
    await expect.element(page.getByRole('alert')).toMatchTextContent('could not be reached');
    await userEvent.fill(field, 'bram o');
    await expect.element(options).toHaveLength(1);
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  it('takes no colleague with Enter who does not match what stands in the field', async () => {
    const element = await show();
    await userEvent.fill(field, 'b');
    await expect.poll(() => options.elements().length).toBeGreaterThan(1);
    // Faster than the pause after which the directory is asked.
    await userEvent.keyboard('ram{Enter}');
    await expect.poll(() => names(element)).toEqual(['bram']);
  });

  it('chooses with Enter, pressed before the answer comes, the only one whom it finds', async () => {
    const element = await show();
    const release = company.holdSearches();
    await userEvent.click(field);
    await userEvent.keyboard('chika{Enter}');
    expect(names(element)).toEqual([]);
    release();
    await expect.poll(() => names(element)).toEqual(['chika']);
    await expect.element(field).toHaveValue('');
  });

  it('leaves the choice to the reader where Enter was pressed too early and several are found', async () => {
    const element = await show();
    await userEvent.click(field);
    await userEvent.keyboard('b{Enter}');
    await expect.poll(() => options.elements().length).toBeGreaterThan(1);
    expect(names(element)).toEqual([]);
    await userEvent.keyboard('{Enter}');
    expect(names(element)).toHaveLength(1);
  });

  it('chooses nobody with an early Enter once something else is typed', async () => {
    const element = await show();
    const release = company.holdSearches();
    await userEvent.click(field);
    await userEvent.keyboard('bram{Enter} x');
    release();
    await expect.element(page.getByText('Nobody found. Check the spelling.').first()).toBeVisible();
    expect(names(element)).toEqual([]);
  });

  it('leaves the keys of an input method alone', async () => {
    const element = await show({ chosen: [cast.bram] });
    const composing = (key: string): boolean =>
      field
        .element()
        .dispatchEvent(
          new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true }),
        );
    expect(composing('Backspace')).toBe(true);
    expect(names(element)).toEqual(['bram']);
    await userEvent.fill(field, 'chika');
    await expect.element(options).toHaveLength(1);
    for (const key of ['Enter', 'ArrowDown', 'Escape']) expect(composing(key)).toBe(true);
    expect(names(element)).toEqual(['bram']);
    await expect.element(options).toHaveLength(1);
  });
});
