import fc from 'fast-check';
import { html } from 'lit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyElement, expectAccessible, mountTemplate } from '../../testing/index.ts';
import { markdown, markdownStyles } from './markdown.ts';
import { parse } from './parse.ts';
import { safeAddress } from './safe-address.ts';

beforeAll(() => {
  const { styleSheet } = markdownStyles;
  document.adoptedStyleSheets = styleSheet ? [styleSheet] : [];
});
afterAll(() => {
  document.adoptedStyleSheets = [];
});

/** Renders a message once the parser is there. */
async function show(text: string): Promise<HTMLElement> {
  // The first message with markup shows as it was typed until the parser has arrived.
  const root = mountTemplate(html`<div class="markdown">${markdown('**ready**')}</div>`);
  await expect.poll(() => root.querySelector('strong')).not.toBeNull();
  return mountTemplate(html`<div class="markdown">${markdown(text)}</div>`);
}

const links = (root: Element): string[] =>
  [...root.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');

/** What is on the screen, without what a line of layout adds. */
const seen = (root: Element): string => (root.textContent || '').replace(/\s+/g, ' ').trim();

const allowed = new Set([
  'main',
  'div',
  'p',
  'br',
  'strong',
  'em',
  'code',
  'pre',
  'span',
  'a',
  'ul',
  'ol',
  'li',
  'blockquote',
]);

describe('markdown: accessible', () => {
  it('with everything it knows', async () => {
    const text = [
      'A **strong** and *soft* word, `code`, https://kantine.example and mail@kantine.example',
      '> quoted\n> twice',
      '- one\n  - two\n    1. three',
      '```js\nconst long = "a line of code that is longer than a narrow column is wide";\n```',
      'שלום לכולם',
    ].join('\n\n');
    const root = await show(text);
    await expectAccessible(root.firstElementChild as HTMLElement);
  });
});

describe('markdown: what people mean', () => {
  it.each([
    ['plain', '<p>plain</p>'],
    ['one\ntwo', '<p>one<br>two</p>'],
    ['one\n\n\ntwo', '<p>one</p><p>two</p>'],
    ['**a** *b* `c`', '<p><strong>a</strong><em>b</em><code>c</code></p>'],
    ['> a', '<blockquote><p>a</p></blockquote>'],
    ['- a\n  - b', '<ul><li><div>a</div><ul><li><div>b</div></li></ul></li></ul>'],
    ['3. a', '<ol start="3"><li><div>a</div></li></ol>'],
    ['# no heading', '<p># no heading</p>'],
    ['![no](picture)', null],
    ['a\n---', '<p>a<br>---</p>'],
    ['    four spaces', '<p>    four spaces</p>'],
    ['&amp; &lt;b&gt; &nbsp;', '<p>&amp;amp; &amp;lt;b&amp;gt; &amp;nbsp;</p>'],
    ['2 * 3 * 4 and snake_case_name', '<p>2 * 3 * 4 and snake_case_name</p>'],
  ])('%j', async (text, expected) => {
    const root = await show(text);
    if (expected === null) {
      expect(root.querySelector('img')).toBeNull();
      return;
    }
    const plain = root.querySelector('.markdown')?.cloneNode(true) as HTMLElement;
    for (const element of everyElement(plain)) {
      for (const name of ['dir', 'tabindex']) element.removeAttribute(name);
    }
    const markup = plain.innerHTML
      .replace(/<!--.*?-->/gs, '')
      .replace(/>\s+</g, '><')
      .trim();
    expect(markup).toBe(expected);
  });

  it('a fence shows what stands beside it too', async () => {
    expect(seen(await show('```sql\nselect\n```'))).toBe('sql select');
    expect(seen(await show('```not closed'))).toBe('not closed');
  });

  it('every block finds its own direction, and code is left to right', async () => {
    const root = await show('שלום\n\n- مرحبا\n\n> hello\n\n```\nx\n```');
    const direction = (selector: string) => root.querySelector(selector)?.getAttribute('dir');
    expect(['p', 'li', 'blockquote'].map(direction)).toEqual(['auto', 'auto', 'auto']);
    expect(direction('pre')).toBe('ltr');
  });
});

describe('markdown: links', () => {
  it.each([
    ['https://kantine.example/a?b=c', 'https://kantine.example/a?b=c'],
    ['www.kantine.example', 'http://www.kantine.example/'],
    ['mail@kantine.example', 'mailto:mail@kantine.example'],
    ['[menu](https://kantine.example)', 'https://kantine.example/'],
    ['<https://kantine.example>', 'https://kantine.example/'],
    ['[write](mailto:mail@kantine.example)', 'mailto:mail@kantine.example'],
  ])('%s leads to %s, in a new tab that knows nothing of this one', async (text, href) => {
    const root = await show(text);
    expect(links(root)).toEqual([href]);
    expect(root.querySelector('a')?.rel).toContain('noopener');
    expect(root.querySelector('a')?.target).toBe('_blank');
  });

  it.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](java\nscript:alert(1))',
    '[a](data:text/html,x)',
    '[a](vbscript:x)',
    '[a](file:///etc/passwd)',
    '[a](/relative)',
    '[a](//other.example)',
    '<javascript:alert(1)>',
  ])('%j is no link, and shows where it would have led', async (text) => {
    const root = await show(text);
    expect(links(root)).toEqual([]);
    const letters = (value: string) => value.replace(/[^a-z0-9]/gi, '');
    expect(letters(seen(root))).toBe(letters(text));
  });

  it('safeAddress takes absolute addresses of three protocols', () => {
    expect(safeAddress('HTTPS://a.example/x y')).toBe('https://a.example/x%20y');
    expect(safeAddress('mailto:a@b.example')).toBe('mailto:a@b.example');
    for (const bad of ['', 'a', '/a', ' javascript:x', 'ftp://a.example', 'https:'])
      expect(safeAddress(bad)).toBeUndefined();
  });
});

describe('markdown: safe', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<b>bold</b>',
    '<!-- comment -->',
    '<style>*{}</style>',
    '<a href="https://x.example" onclick="x">x</a>',
  ])('markup is shown as text: %s', async (text) => {
    expect(seen(await show(text)).replace(/\s/g, '')).toContain(
      text.slice(0, 8).replace(/\s/g, ''),
    );
    expect(
      (await show(text)).querySelector('script, img, b, style, [onclick], [onerror]'),
    ).toBeNull();
  });

  it.each([
    '>',
    '[',
    '*',
    '_',
    '`',
    '- ',
    '(',
    '![',
    '[](',
    '> - ',
    '\\',
    '<',
    '*a',
    '[a](',
    '~',
    '1. ',
  ])('5,000 times %j does not hang, and keeps what was typed', async (piece) => {
    const text = `${piece.repeat(5000)}end`;
    const started = performance.now();
    const root = await show(text);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(seen(root)).toContain('end');
  });

  const piece = fc.oneof(
    fc.constantFrom(
      '*',
      '**',
      '_',
      '`',
      '```',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '1. ',
      '[',
      '](',
      ')',
      '<',
      '>',
      '</',
      '&',
      '&lt;',
      '\\',
      '~',
    ),
    fc.constantFrom(
      'javascript:',
      'https://',
      'mailto:',
      'data:',
      'www.',
      '@',
      '.',
      ':',
      '/',
      '#',
      '!',
      '|',
      '"',
      '=',
      ' ',
      '  ',
      '\t',
    ),
    fc.constantFrom(
      'script',
      'img',
      'onerror',
      'style',
      'href',
      'a',
      'b1',
      'example',
      'com',
      'ÿ',
      '語',
      'א',
    ),
    fc.string({ maxLength: 4 }),
  );
  const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

  it('whatever is typed: only known elements, no handlers, no styles, three protocols, every letter kept', async () => {
    await show('');
    const letters = (value: string): string[] => value.match(/[a-z]/gi) ?? [];
    fc.assert(
      fc.property(text, (typed) => {
        const root = mountTemplate(html`<div>${markdown(typed)}</div>`);
        for (const element of everyElement(root)) {
          expect(allowed).toContain(element.localName);
          for (const { name } of element.attributes) {
            expect(name).toMatch(/^(dir|href|rel|target|title|start|tabindex|class)$/);
          }
        }
        for (const href of links(root)) {
          expect(['http:', 'https:', 'mailto:']).toContain(new URL(href).protocol);
        }
        const titles = [...root.querySelectorAll('a')].map(({ title }) => title);
        const shown = letters(
          [root.textContent, ...links(root), ...titles].join(' ').toLowerCase(),
        );
        for (const letter of letters(typed.toLowerCase())) {
          const at = shown.indexOf(letter);
          expect(at, `«${letter}» of ${JSON.stringify(typed)}`).toBeGreaterThanOrEqual(0);
          shown.splice(at, 1);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('the parser never throws', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (typed) => void parse(typed)),
      {
        numRuns: 300,
      },
    );
  });
});
