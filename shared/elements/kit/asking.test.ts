import type { Community, WallPage } from '@kantine/core';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible, mount, settled, shownText, stage } from '../testing/index.ts';
import type { Stage } from '../testing/index.ts';
import { Asking } from './asking.ts';
import { WidgetElement } from './kantine-element.ts';

/** Shows the newest post of a group, and nothing else. */
class Newest extends WidgetElement {
  @property() group: string | undefined;
  readonly asking = new Asking<WallPage>(this, {
    args: () => [this.group],
    ask: ({ wall }) =>
      this.group === undefined ? undefined : wall.read({ group: this.group, limit: 1 }),
  });

  protected override render(): TemplateResult {
    const { answer, error, isLoading } = this.asking;
    return html`<p>${isLoading ? 'Loading' : error ? 'Failed' : answer?.posts[0]?.text}</p>`;
  }
}
customElements.define('test-newest', Newest);

declare global {
  interface HTMLElementTagNameMap {
    'test-newest': Newest;
  }
}

let company: Stage;
beforeEach(async () => {
  company = await stage();
  await company.post('bram', 'Bread');
});

/** The asking element, as wide as its own community lets it. */
async function show(community: Community = company.reader): Promise<Newest> {
  const element = await mount('test-newest', { group: company.group });
  element.community = community;
  await expect.poll(() => shownText(element)).toBe('Bread');
  return element;
}

describe('asking', () => {
  it('is accessible while it loads, with an answer and without', async () => {
    const element = await mount('test-newest', { group: company.group });
    await expectAccessible(element);
    element.community = company.reader;
    await expect.poll(() => shownText(element)).toBe('Bread');
    await expectAccessible(element);
  });

  it('asks again when what the answer depends on has changed, and for nothing else', async () => {
    const element = await show();
    const { id: other } = await company.as('bram').groups.create({ name: 'Other', purpose: '' });
    const reads = company.reads();
    const post = { group: other, text: 'Elsewhere', key: 'a-key-of-a-post' };
    await company.as('bram').wall.post(post);
    await new Promise((resolve) => setTimeout(resolve, 400));
    // The new group itself is news to a wall, which shows how many are in its own; its posts are not.
    expect(company.reads() - reads).toBeLessThanOrEqual(2);
    await company.post('bram', 'Cake');
    await expect.poll(() => shownText(element)).toBe('Cake');
  });

  it('takes the answer to the last question alone', async () => {
    const { id: other } = await company.as('bram').groups.create({ name: 'Other', purpose: '' });
    await company.as('bram').wall.post({ group: other, text: 'Tea', key: 'a-key-of-tea' });
    const element = await show();
    element.group = other;
    await element.updateComplete;
    element.group = company.group;
    await expect.poll(() => shownText(element)).toBe('Bread');
    await settled();
    expect(shownText(element)).toBe('Bread');
  });

  it('is not told of a write that it shows by itself, but of the same write by others', async () => {
    const element = await show();
    const { wall } = company.reader;
    const write = (text: string) => (options: { origin: string }) =>
      wall.post({ group: company.group, text, key: `a-key-of-${text}` }, options);
    const reads = company.reads();
    await element.asking.settling(write('Own'));
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(company.reads()).toBe(reads);
    expect(shownText(element)).toBe('Bread');
    await write('Other')({ origin: 'an-id-of-another-call' });
    await expect.poll(() => shownText(element)).toBe('Other');
  });

  it('is asked once where its element asks after a write that has been told already', async () => {
    const element = await show();
    await company.post('bram', 'Cake');
    const reads = company.reads();
    await element.asking.ask();
    const once = company.reads() - reads;
    expect(shownText(element)).toBe('Cake');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(company.reads() - reads).toBe(once);
  });

  it('hears of a write whose answer was lost, for it may have happened', async () => {
    const element = await show();
    company.faults.inject({ kind: 'answer-lost', on: 'write' });
    const { wall } = company.reader;
    const lost = element.asking.settling((options) =>
      wall.post({ group: company.group, text: 'Lost', key: 'a-key-of-lost' }, options),
    );
    await expect(lost).rejects.toMatchObject({ tag: 'Offline' });
    await expect.poll(() => shownText(element)).toBe('Lost');
  });

  it('takes no answer to a question from before an own write', async () => {
    const element = await show();
    const release = company.holdWrites();
    const { wall } = company.reader;
    const writing = element.asking.settling((options) =>
      wall.post({ group: company.group, text: 'Own', key: 'a-key-of-own' }, options),
    );
    element.asking.show((answer) => ({ ...answer, posts: [] }));
    await element.asking.ask();
    expect(element.asking.answer?.posts).toEqual([]);
    release();
    await writing;
    await expect.poll(() => shownText(element)).toBe('Own');
  });

  it('keeps an answer through a passing fault, and lets it go with the access', async () => {
    const element = await show();
    company.faults.inject({ kind: 'fail-once', on: 'read' });
    await element.asking.ask();
    expect(shownText(element)).toBe('Bread');
    company.restrict('none');
    await element.asking.ask();
    await expect.poll(() => shownText(element)).toBe('Failed');
  });

  it('is silent while nobody sees the page, and catches up', async () => {
    const element = await show();
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    await company.post('bram', 'Cake');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(shownText(element)).toBe('Bread');
    visibility.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(() => shownText(element)).toBe('Cake');
    visibility.mockRestore();
  });

  it('listens no longer than its element is on the page', async () => {
    const element = await show();
    expect(company.listeners()).toBe(1);
    element.remove();
    expect(company.listeners()).toBe(0);
  });
});
