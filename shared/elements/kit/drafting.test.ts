import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible, mount } from '../testing/index.ts';
import { Drafting } from './drafting.ts';
import { draftName, hasDrafts, isForeign } from './drafts.ts';
import { KantineElement } from './kantine-element.ts';

interface Note {
  readonly text: string;
}

class Noting extends KantineElement {
  @property() name: string | undefined = 'note';
  readonly draft = new Drafting<Note>(this, {
    empty: () => ({ text: '' }),
    accept: ({ text }) => (typeof text === 'string' ? { text } : undefined),
    name: () => this.name,
    isEmpty: ({ text }) => text === '',
    leave: () => (this.isLeft = true),
  });
  isLeft = false;

  protected override render(): TemplateResult {
    return html`<p>${this.draft.fields.text}</p>`;
  }
}
customElements.define('test-noting', Noting);

declare global {
  interface HTMLElementTagNameMap {
    'test-noting': Noting;
  }
}

beforeEach(() => sessionStorage.clear());

describe('drafting', () => {
  it('keeps text and key together through a reload, accessibly', async () => {
    const before = await mount('test-noting');
    before.draft.change({ text: 'Half a tho' });
    const { key } = before.draft;
    const after = await mount('test-noting');
    await expectAccessible(after);
    expect(after.draft.fields.text).toBe('Half a tho');
    expect(after.draft.key).toBe(key);
  });

  it('begins anew once it was emptied: what is typed next is another message', async () => {
    const { draft } = await mount('test-noting');
    draft.change({ text: 'Who has the key of the boiler room?' });
    const { key } = draft;
    draft.change({ text: '' });
    expect(hasDrafts()).toBe(false);
    draft.change({ text: 'There is cake in the hall' });
    expect(draft.key).not.toBe(key);
  });

  it('keeps its key while it is changed, so that sending again doubles nothing', async () => {
    const { draft } = await mount('test-noting');
    draft.change({ text: 'Bread' });
    const { key } = draft;
    draft.change({ text: 'Fresh bread' });
    expect(draft.key).toBe(key);
    draft.renewKey();
    expect(draft.key).not.toBe(key);
    expect(draft.fields.text).toBe('Fresh bread');
  });

  it('takes another key where another tab took the draft along', async () => {
    // Another tab holds the key; this one finds it in the storage that was copied with the tab.
    const key = 'a-key-of-a-duplicated-tab';
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    void navigator.locks.request(`kantine.draft.${key}`, () => held);
    sessionStorage.setItem('kantine.draft.note', JSON.stringify({ text: 'Bread', key }));
    const { draft } = await mount('test-noting');
    expect(draft.fields.text).toBe('Bread');
    await expect.poll(() => isForeign(key)).toBe(true);
    expect(draft.key).not.toBe(key);
    release();
  });

  it('believes nothing that it did not store', async () => {
    for (const stored of [
      '',
      '7',
      'null',
      '{"text":7,"key":"k"}',
      '{"text":"no key"}',
      '{broken',
    ]) {
      sessionStorage.setItem('kantine.draft.note', stored);
      const { draft } = await mount('test-noting');
      expect(draft.fields, stored).toEqual({ text: '' });
    }
  });

  it('is apart for each person, place and site of one origin', () => {
    const names = [
      draftName('https://a.example/sites/one', '7', '12', 'post'),
      draftName('https://a.example/sites/two', '7', '12', 'post'),
      draftName('https://a.example/sites/one', '8', '12', 'post'),
      draftName(undefined, '7', '12', 'post'),
    ];
    expect(new Set(names).size).toBe(names.length);
  });

  it('is left by Escape while nobody typed anything, and keeps what was typed', async () => {
    const noting = await mount('test-noting');
    const press = (more: KeyboardEventInit = {}): void => {
      noting.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', ...more }));
    };
    noting.draft.change({ text: 'Bread' });
    press();
    expect(noting.isLeft).toBe(false);
    noting.draft.change({ text: '' });
    press({ isComposing: true });
    expect(noting.isLeft).toBe(false);
    press();
    expect(noting.isLeft).toBe(true);
  });

  it('lives as long as its element where it has no name', async () => {
    const { draft } = await mount('test-noting', { name: undefined });
    draft.change({ text: 'Bread' });
    expect(hasDrafts()).toBe(false);
    expect(draft.fields.text).toBe('Bread');
  });
});
