import { Offline } from '@kantine/core';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { describe, expect, it } from 'vitest';
import { expectAccessible, mount, shownText } from '../testing/index.ts';
import { Acting } from './acting.ts';
import { KantineElement } from './kantine-element.ts';

class Doing extends KantineElement {
  readonly acting = new Acting<'save'>(this);

  protected override render(): TemplateResult {
    const { busy, error } = this.acting;
    return html`<p role="status">${busy ?? (error === undefined ? 'idle' : 'failed')}</p>`;
  }
}
customElements.define('test-doing', Doing);

declare global {
  interface HTMLElementTagNameMap {
    'test-doing': Doing;
  }
}

describe('acting', () => {
  it('says that something is under way, and what came of it, accessibly', async () => {
    const element = await mount('test-doing');
    await expectAccessible(element);
    let finish = (): void => undefined;
    const work = new Promise<void>((resolve) => (finish = resolve));
    const done = element.acting.run('save', () => work);
    await expect.poll(() => shownText(element)).toBe('save');
    finish();
    expect(await done).toBe(true);
    await expect.poll(() => shownText(element)).toBe('idle');
  });

  it('does one thing at a time', async () => {
    const { acting } = await mount('test-doing');
    let begun = 0;
    const work = async (): Promise<void> => {
      begun += 1;
      await Promise.resolve();
    };
    const outcomes = [acting.run('save', work), acting.run('save', work)];
    expect(await Promise.all(outcomes)).toEqual([true, false]);
    expect(begun).toBe(1);
  });

  it('keeps why it failed until the next one, and repeats what failed', async () => {
    const element = await mount('test-doing');
    let fails = true;
    const work = (): Promise<void> => (fails ? Promise.reject(new Offline()) : Promise.resolve());
    expect(await element.acting.run('save', work)).toBe(false);
    expect(element.acting.error).toMatchObject({ tag: 'Offline' });
    await expect.poll(() => shownText(element)).toBe('failed');
    fails = false;
    element.acting.repeat();
    await expect.poll(() => shownText(element)).toBe('idle');
    expect(element.acting.error).toBeUndefined();
  });
});
