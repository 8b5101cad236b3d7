import { html } from 'lit';
import { expect, it } from 'vitest';
import { mountTemplate } from '../testing/index.ts';
import { timeElement } from './time-element.ts';

it('shows a moment in short, and tells it in full to the pointer that rests on it', () => {
  const instant = Date.UTC(2026, 10, 23, 12);
  const root = mountTemplate(html`${timeElement(instant, 'yesterday')}`);
  const time = root.querySelector('time') as HTMLTimeElement;
  expect(time.textContent).toBe('yesterday');
  expect(time.dateTime).toBe('2026-11-23T12:00:00.000Z');
  expect(time.title).toBe('');
  time.dispatchEvent(new PointerEvent('pointerenter'));
  expect(time.title).toContain('Monday, November 23, 2026');
});
