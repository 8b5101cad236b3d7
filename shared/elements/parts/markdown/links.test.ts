import fc from 'fast-check';
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
    ['[http://intranet/plan](https://evil.example/plan)', 'http://intranet/plan (evil.example)'],
    ['[http://[::1]/plan](https://evil.example)', 'http://[::1]/plan (evil.example)'],
    ['[https://bank.pdf](https://evil.example)', 'https://bank.pdf (evil.example)'],
    ['[www.Bank.Example](https://evil.example)', 'www.Bank.Example (evil.example)'],
    ['[Bank.Com](https://evil.example)', 'Bank.Com (evil.example)'],
    ['[Bank.Example/plan](https://evil.example)', 'Bank.Example/plan (evil.example)'],
  ])('%j', (text, shown) => {
    expect(show(text).textContent).toBe(shown);
  });

  it.each([
    ['https://bank.example/plan', 'https://bank.example/other', 'bank.example/other'],
    ['bank.example/plan', 'https://www.bank.example/other', 'www.bank.example/other'],
    ['See bank.example/plan.', 'https://bank.example/other', 'bank.example/other'],
    ['https://bank.example/a.html', 'https://bank.example/b', 'bank.example/b'],
    ['https://bank.example/plan', 'https://bank.example/plan?as=b', 'bank.example/plan?as=b'],
    ['bank.example?as=b', 'https://bank.example/?as=c', 'bank.example/?as=c'],
    ['https://bank.example/#a', 'https://bank.example/#b', 'bank.example/#b'],
    ['https://bank.example/plan.html', 'https://bank.example/plan', 'bank.example/plan'],
    ['http://intranet/plan', 'http://intranet/other', 'intranet/other'],
    ['a@bank.example', 'mailto:b@bank.example', 'b@bank.example'],
    ['Write to a@bank.example.', 'mailto:b@bank.example', 'b@bank.example'],
    ['a@bank', 'mailto:b@bank', 'b@bank'],
    ['a@bank.example', 'mailto:e@evil.example,a@bank.example', 'e@evil.example,a@bank.example'],
    [
      'a@bank.example',
      'mailto:a@bank.example?bcc=e@evil.example',
      'a@bank.example?bcc=e@evil.example',
    ],
    [
      'a@bank.example',
      'mailto:a@bank.example?x=1&CC=e@x.example',
      'a@bank.example?x=1&CC=e@x.example',
    ],
    ['a@bank.example', 'mailto:a@bank.example?%74o=e@x.example', 'a@bank.example?%74o=e@x.example'],
    ['a@bank.example', 'mailto:a@bank.example,b@bank.example', 'a@bank.example,b@bank.example'],
  ])('of the same host, [%s](%s) leads to %s', (text, address, shown) => {
    expect(show(`[${text}](${address})`).textContent).toBe(`${text} (${shown})`);
  });

  it.each([
    'README.md',
    'Node.js',
    'Have you read plan.pdf?',
    'v1.2.3',
    'Windows 10.0.19045.3803',
    'e.g.',
    'i.e. this',
    'z.B. hier',
    'and/or',
    'Dr.Smith',
    'J.R.Tolkien',
    'We are done.Then we go',
    'Is it so?Yes.No',
    '24.12.2026/25.12.2026',
    'see: this',
  ])('%s is no address', (text) => {
    expect(show(`[${text}](https://bank.example/x)`).textContent).toBe(text);
  });

  it.each([
    '[the plan](https://bank.example)',
    '[Plan 24.12.2026, v2.1, z.B. (final).docx](https://bank.example)',
    '[See bank.example?](https://bank.example/b)',
    '[bank.example/plan, page 3](https://bank.example/plan)',
    '[(bank.example/plan)](https://bank.example/plan/#top)',
    '[https://bank.example/A plan_b.docx](https://bank.example/A%20plan_b.docx)',
    '[https://bank.example/B%C3%BCcher](https://bank.example/Bücher)',
    '[Write to A_b@Bank.Example.](mailto:a_b@bank.example?subject=x)',
    '[write](mailto:a@bank.example)',
    'https://bank.example/100%, http://[::1]/x and https://bank.example/B%C3%BCcher',
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

  it('a bare address says itself where it leads', () => {
    const name = fc.stringMatching(/^[a-z0-9~%_*ü.-]{0,8}$/);
    fc.assert(
      fc.property(fc.array(name), name, (path, query) => {
        const root = show(`https://bank.example/${path.join('/')}?${query}`);
        expect(root.querySelector('a + span')).toBeNull();
      }),
    );
  });

  it('T16: neither text nor title can hide where it leads', () => {
    const root = show('\u202E[bank.example](https://evil.example "bank.example")');
    expect(root.querySelector('a')?.title).toBe('');
    expect(root.querySelector('a')?.dir).toBe('auto');
    expect(root.querySelector('a + span')?.getAttribute('dir')).toBe('ltr');
  });
});
