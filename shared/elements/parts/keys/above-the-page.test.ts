import { describe, expect, it } from 'vitest';
import { isAboveThePage } from './above-the-page.ts';

const escape = (more: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key: 'Escape', ...more });

describe('Escape', () => {
  it('closes something of the page', () => {
    expect(isAboveThePage(escape())).toBe(false);
  });

  it('K3: belongs to an input method that is composing, and closes nothing of the page then', () => {
    expect(isAboveThePage(escape({ isComposing: true }))).toBe(true);
    expect(isAboveThePage(escape({ keyCode: 229 }))).toBe(true);
  });
});
