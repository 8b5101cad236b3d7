import { describe, expect, it } from 'vitest';
import { expectAccessible, mountTemplate } from '../testing/index.ts';
import { html } from './compact.ts';

describe('a compact template', () => {
  it('is drawn without the line breaks of its source, and is accessible', async () => {
    const words = ['one', 'two'];
    const root = mountTemplate(
      html`<ul>
        ${words.map(
          (word) =>
            html`<li>
              <b>${word}</b>
            </li>`,
        )}
      </ul>`,
    );
    await expectAccessible(root.firstElementChild as Element);
    expect([...root.querySelectorAll('li')].map((item) => item.childNodes.length)).toEqual([1, 1]);
    expect(root.textContent).toBe('onetwo');
  });

  it('keeps spaces within a line, and every line break of a value', () => {
    const root = mountTemplate(html`<p>Asked by <b>Ada</b> ${'a\nb'}</p>`);
    expect(root.textContent).toBe('Asked by Ada a\nb');
  });

  it('is the same template each time, so that what stands there is only brought up to date', () => {
    const item = (text: string) => html`<p>${text}</p>`;
    expect(item('a').strings).toBe(item('b').strings);
  });
});
