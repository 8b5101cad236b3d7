import { html } from 'lit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyElement, expectAccessible, mountTemplate } from '../../testing/index.ts';
import { markdown, markdownStyles } from './markdown.ts';

beforeAll(() => {
  const { styleSheet } = markdownStyles;
  document.adoptedStyleSheets = styleSheet ? [styleSheet] : [];
});
afterAll(() => {
  document.adoptedStyleSheets = [];
});

const show = (text: string): HTMLElement =>
  mountTemplate(html`<div class="markdown">${markdown(text)}</div>`);

/** What is on the screen, without what a line of layout adds. */
const seen = (root: Element): string => (root.textContent || '').replace(/\s+/g, ' ').trim();

/** The elements of a message, without what is the same everywhere. */
function markup(root: HTMLElement): string {
  const plain = root.querySelector('.markdown')?.cloneNode(true) as HTMLElement;
  for (const element of everyElement(plain)) {
    for (const name of ['dir', 'tabindex']) element.removeAttribute(name);
  }
  return plain.innerHTML
    .replace(/<!--.*?-->/gs, '')
    .replace(/>\s+</g, '><')
    .trim();
}

describe('markdown: accessible', () => {
  it('with everything it knows', async () => {
    const text = [
      'A **strong** and *soft* word, `code`, https://kantine.example and mail@kantine.example',
      '> quoted\n> twice',
      '- one\n  - two\n    1. three',
      '```js\nconst long = "a line of code that is longer than a narrow column is wide";\n```',
      'שלום לכולם',
      '[bank.example](https://elsewhere.example)',
    ].join('\n\n');
    await expectAccessible(show(text).firstElementChild as HTMLElement);
  });
});

describe('markdown: what people mean', () => {
  it.each([
    ['plain', '<p>plain</p>'],
    ['one\ntwo', '<p>one<br>two</p>'],
    ['one\n\n\ntwo', '<p>one</p><p>two</p>'],
    ['**a** *b* `c`', '<p><strong>a</strong><em>b</em><code>c</code></p>'],
    ['__a__ _b_', '<p><strong>a</strong><em>b</em></p>'],
    ['***a***', '<p><em><strong>a</strong></em></p>'],
    ['**a *b***', '<p><strong>a <em>b</em></strong></p>'],
    ['*one\ntwo*', '<p><em>one<br>two</em></p>'],
    [String.raw`\*a\*`, String.raw`<p>\*a\*</p>`],
    ['`` a`b ``', '<p><code>a`b</code></p>'],
    ['`*a* [b](https://c.example)`', '<p><code>*a* [b](https://c.example)</code></p>'],
    ['> a', '<blockquote><p>a</p></blockquote>'],
    ['> a\n>\n> > b', '<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>'],
    ['- a\n  - b', '<ul><li><div>a</div><ul><li><div>b</div></li></ul></li></ul>'],
    ['-\ta\n\t- b', '<ul><li><div>a</div><ul><li><div>b</div></li></ul></li></ul>'],
    ['- a\n  b', '<ul><li><div>a<br>b</div></li></ul>'],
    ['+ a\n\n+ b', '<ul><li><div>a</div></li><li><div>b</div></li></ul>'],
    ['1. a\n\n   b', '<ol><li value="1"><div>a</div><div>b</div></li></ol>'],
    ['a\n- b', '<p>a</p><ul><li><div>b</div></li></ul>'],
    ['3. a', '<ol><li value="3"><div>a</div></li></ol>'],
    ['# no heading', '<p># no heading</p>'],
    ['![no](picture)', null],
    ['a\n---', '<p>a<br>---</p>'],
    ['    four spaces', '<p>    four spaces</p>'],
    ['&amp; &lt;b&gt; &nbsp;', '<p>&amp;amp; &amp;lt;b&amp;gt; &amp;nbsp;</p>'],
    ['2 * 3 * 4 and snake_case_name', '<p>2 * 3 * 4 and snake_case_name</p>'],
  ])('%j', (text, expected) => {
    const root = show(text);
    if (expected === null) {
      expect(root.querySelector('img')).toBeNull();
      return;
    }
    expect(markup(root)).toBe(expected);
  });

  it.each([
    'Liebe Kolleg*innen, alle Mitarbeiter*innen',
    'Alle Lehrer_innen und Schüler_innen',
    '120*60*40 cm',
    '5*, 7* (*) and (*)',
    '**one* and __two_',
    String.raw`\\dateien01\_vorlagen\brief.docx`,
    String.raw`\\srv\_alt_\plan.docx`,
    String.raw`\\srv\__archiv__\x and C:\Users\*\AppData\*`,
    '/home/_old_/x',
    '- - -',
    '* * *',
    '-',
    '2026.',
    '007. Bond',
    '~~~',
    '[ ] to do, [x] done, [1]',
    '[anchor](#chapter)',
  ])('%s stays as typed', (text) => {
    expect(markup(show(text))).toBe(`<p>${text}</p>`);
  });

  it('numbers are those that were typed', () => {
    const root = show('24. Dezember zu\n31. Dezember zu');
    expect([...root.querySelectorAll('li')].map(({ value }) => value)).toEqual([24, 31]);
    expect(root.textContent).not.toMatch(/\d/);
    expect(markup(show('We close on\n24. December'))).toBe('<p>We close on<br>24. December</p>');
  });

  it.each([
    ['> We are closed on Monday.\nThat is wrong, we are open.', 'blockquote'],
    ['- We are closed on Monday.\nThat is wrong, we are open.', 'ul'],
    ['1. We are closed on Monday.\nThat is wrong, we are open.', 'ol'],
  ])('the line after a quote or an item is outside of it: %j', (text, block) => {
    const root = show(text);
    expect(root.querySelector(block)?.textContent.trim()).toBe('We are closed on Monday.');
    expect(root.querySelector(`${block} + p`)?.textContent).toBe('That is wrong, we are open.');
  });

  it.each(['\n', '\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'])(
    '%j is a line break',
    (lineBreak) => {
      expect(markup(show(`Viele Grüße${lineBreak}Anna`))).toBe('<p>Viele Grüße<br>Anna</p>');
    },
  );

  it('a fence shows what stands beside it too', () => {
    expect(seen(show('```sql\nselect\n```'))).toBe('sql select');
    expect(seen(show('```not closed'))).toBe('not closed');
  });

  it('between fences everything is as typed', () => {
    const typed = '*a*\n\n\t> b\n    - c\n``\n[d](https://e.example)';
    expect(show(`\`\`\`\n${typed}\n\`\`\`\nafter`).querySelector('pre')?.textContent).toBe(typed);
    expect(show('- a\n  ```\n    b\n  ```').querySelector('li pre')?.textContent).toBe('  b');
  });

  it('every block finds its own direction, and code is left to right', () => {
    const root = show('שלום\n\n- مرحبا\n\n> hello\n\n```\nx\n```');
    const direction = (selector: string) => root.querySelector(selector)?.getAttribute('dir');
    expect(['p', 'li', 'blockquote'].map(direction)).toEqual(['auto', 'auto', 'auto']);
    expect(direction('pre')).toBe('ltr');
  });
});
