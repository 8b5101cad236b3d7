import { html } from 'lit';
import { state } from 'lit/decorators.js';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible, hears, mountTemplate, settled } from '../testing/index.ts';
import { controls } from './controls.ts';
import { define } from './define.ts';
import { WidgetElement } from './kantine-element.ts';
import { confirmationStyles, confirmed } from './later-confirmation.ts';
import { tokens } from './tokens.ts';

class Counter extends WidgetElement {
  static override styles = [tokens, controls, confirmationStyles];
  @state() done = '';

  protected override render() {
    return html`<div>${confirmed(this.done)}<button>Send</button></div>`;
  }
}
define('kantine-counter', Counter);

it('a confirmation is seen and said once, and takes no room before', async () => {
  const column = mountTemplate(html`<kantine-counter></kantine-counter>`);
  const counter = column.querySelector('kantine-counter') as unknown as Counter;
  await counter.updateComplete;
  await expectAccessible(counter);
  const button = page.getByRole('button').element();
  expect(button.getBoundingClientRect().top - column.getBoundingClientRect().top).toBeLessThan(1);
  const heard = hears(counter);
  counter.done = 'Your thanks have been sent.';
  await settled();
  const { height, width } = page.getByText(counter.done).element().getBoundingClientRect();
  expect(height).toBeGreaterThan(16);
  expect(width).toBeGreaterThan(200);
  expect(heard()).toEqual(['Your thanks have been sent.']);
  await expectAccessible(counter);
});
