import { html } from 'lit';
import { describe, expect, it } from 'vitest';
import { mountTemplate } from '../../testing/index.ts';
import { markdown } from './markdown.ts';
import { safeAddress } from './safe-address.ts';

const show = (text: string): HTMLElement => mountTemplate(html`<div>${markdown(text)}</div>`);

const links = (root: Element): string[] =>
  [...root.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');

describe('links', () => {
  it.each([
    ['https://kantine.example/a?b=c', 'https://kantine.example/a?b=c'],
    ['www.kantine.example', 'http://www.kantine.example/'],
    ['mail@kantine.example', 'mailto:mail@kantine.example'],
    ['mailto:mail@kantine.example', 'mailto:mail@kantine.example'],
    ["mary.o'brien@kantine.example", "mailto:mary.o'brien@kantine.example"],
    ['[menu](https://kantine.example)', 'https://kantine.example/'],
    ['<https://kantine.example>', 'https://kantine.example/'],
    ['[write](mailto:mail@kantine.example)', 'mailto:mail@kantine.example'],
    ['[the [new] plan](https://kantine.example)', 'https://kantine.example/'],
    ['[a](<https://kantine.example/b c>)', 'https://kantine.example/b%20c'],
    [
      '[Menu (May).docx](https://kantine.example/Shared Documents/Menu (May).docx)',
      'https://kantine.example/Shared%20Documents/Menu%20(May).docx',
    ],
  ])('%s leads to %s, in a new tab that knows nothing of this one', (text, href) => {
    const root = show(text);
    expect(links(root)).toEqual([href]);
    expect(root.querySelector('a')?.rel).toContain('noopener');
    expect(root.querySelector('a')?.target).toBe('_blank');
  });

  it.each([
    ['„https://example.com/plan“', 'https://example.com/plan'],
    ['«https://example.com/b»', 'https://example.com/b'],
    ['»https://example.com/b«', 'https://example.com/b'],
    ['“https://example.com/b”', 'https://example.com/b'],
    ["'https://example.com/b'", 'https://example.com/b'],
    ['"https://example.com/b"', 'https://example.com/b'],
    ['(https://example.com/b)', 'https://example.com/b'],
    ['(https://example.com/b_(c))', 'https://example.com/b_(c)'],
    ['See https://example.com/b.', 'https://example.com/b'],
    ['https://example.com/b, https', 'https://example.com/b'],
    ['**https://example.com/b**!', 'https://example.com/b'],
    ['https://example.com/a_b/*c?d[]=e&f=g', 'https://example.com/a_b/*c?d[]=e&f=g'],
    ['Write to mail@example.com.', 'mail@example.com'],
  ])('of %s the address is %s', (text, address) => {
    expect(show(text).querySelector('a')?.textContent).toBe(address);
  });

  it.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](java\nscript:alert(1))',
    '[a](java\tscript:alert(1))',
    '[a](data:text/html,x)',
    '[a](vbscript:x)',
    '[a](file:///etc/passwd)',
    '[a](/relative)',
    '[a](//other.example)',
    '<javascript:alert(1)>',
    '[\u200B](https:)',
    'xhttps://kantine.example',
    'ftp://www.kantine.example',
  ])('%j is no link, and shows where it would have led', (text) => {
    const root = show(text);
    expect(links(root)).toEqual([]);
    const letters = (value: string) => value.replace(/[^a-z0-9]/gi, '');
    expect(letters(root.textContent)).toBe(letters(text));
  });

  it('a link holds no other, and shows something', () => {
    const inner = '[a https://b.example c](https://d.example)';
    expect(links(show(inner))).toEqual(['https://d.example/']);
    expect(links(show('[a [b](https://c.example) d](x)'))).toEqual(['https://c.example/']);
    expect(links(show('[\u200B](https://a.example)'))).toEqual(['https://a.example/']);
    expect(show('[\u200B](https://a.example)').querySelector('a')?.textContent).toBe(
      'https://a.example',
    );
  });

  it('safeAddress takes absolute addresses of three protocols', () => {
    expect(safeAddress('HTTPS://a.example/x y')).toBe('https://a.example/x%20y');
    expect(safeAddress('mailto:a@b.example')).toBe('mailto:a@b.example');
    for (const bad of ['', 'a', '/a', ' javascript:x', 'ftp://a.example', 'https:'])
      expect(safeAddress(bad)).toBeUndefined();
  });
});

describe('links: where they really lead', () => {
  it.each([
    ['[https://bank.example](https://evil.example/x)', 'https://bank.example (evil.example)'],
    ['[bank.example/plan](https://evil.example)', 'bank.example/plan (evil.example)'],
    ['[See bank.example.](https://evil.example)', 'See bank.example. (evil.example)'],
    ['[**bank**.example](https://evil.example)', 'bank.example (evil.example)'],
    ['[ＢＡＮＫ．example](https://evil.example)', 'ＢＡＮＫ．example (evil.example)'],
    ['[bank\u200B.example](https://evil.example)', 'bank\u200B.example (evil.example)'],
    ['[bаnk.example](https://bank.example)', 'bаnk.example (bank.example)'],
    ['[elpmaxe.knab\u202E](https://evil.example)', 'elpmaxe.knab\u202E (evil.example)'],
    ['[http://intranet](https://evil.example)', 'http://intranet (evil.example)'],
    ['[bank.example](https://bank.example@evil.example)', 'bank.example (evil.example)'],
    ['https://bank.example@evil.example', 'https://bank.example@evil.example (evil.example)'],
    ['[a@bank.example](mailto:a@evil.example)', 'a@bank.example (evil.example)'],
    ['[bank.example](https://evil.example/bank.example)', 'bank.example (evil.example)'],
    [
      '[bank.example//evil.example](https://evil.example)',
      'bank.example//evil.example (evil.example)',
    ],
    [
      '[evil.example,bank.example](https://evil.example)',
      'evil.example,bank.example (evil.example)',
    ],
    [
      '[see/bank.example/plan.pdf](https://evil.example)',
      'see/bank.example/plan.pdf (evil.example)',
    ],
    ['[plan.pdf/bank.example](https://evil.example)', 'plan.pdf/bank.example (evil.example)'],
    ['[192.168.1.10/login](https://evil.example)', '192.168.1.10/login (evil.example)'],
    ['[a@bank.example](mailto:a%40evil.example)', 'a@bank.example (evil.example)'],
  ])('%j', (text, shown) => {
    expect(show(text).textContent).toBe(shown);
  });

  it.each([
    '[the plan](https://bank.example)',
    '[Plan 24.12.2026, v2.1, z.B. (final).docx](https://bank.example)',
    '[https://bank.example/a.html](https://bank.example/b)',
    '[https://bank.example](http://www.bank.example/plan)',
    '[bank.example](https://www.bank.example)',
    '[Bank.Example](https://bank.example)',
    '[bücher.example](https://bücher.example)',
    '[a.b@bank.example](mailto:a.b@bank.example)',
    'https://www.bank.example/plan.html and http://my_server/x',
    'http://intranet:8080/read.me, http://192.168.1.5/read.me and https://bank.example.',
    'a.b@bank.example, info@bücher.example',
  ])('%s says so itself', (text) => {
    expect(show(text).textContent).not.toMatch(/\([^)]*example\)$/);
    expect(show(text).querySelector('a + span')).toBeNull();
  });

  it('T16: neither text nor title can hide where it leads', () => {
    const root = show('\u202E[bank.example](https://evil.example "bank.example")');
    expect(root.querySelector('a')?.title).toBe('');
    expect(root.querySelector('a')?.dir).toBe('auto');
    expect(root.querySelector('a + span')?.getAttribute('dir')).toBe('ltr');
  });
});
