/** Of any typed text nothing runs, nothing is lost, and nothing takes long. */
import fc from 'fast-check';
import { html } from 'lit';
import { describe, expect, it } from 'vitest';
import { everyElement, mountTemplate } from '../../testing/index.ts';
import { markdown } from './markdown.ts';
import { parse } from './parse.ts';

const show = (text: string): HTMLElement => mountTemplate(html`<div>${markdown(text)}</div>`);

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

const marks = ['*', '**', '***', '_', '__', '`', '``', '```', '\n', '\n\n', '> ', '- ', '1. '];
const signs = ['[', ']', '](', '[](', '(', ')', '<', '>', '</', '&', '&lt;', '\\', '~', '#', '!'];
const spaces = [' ', '  ', '\t', '    ', '\r\n', '\v', '\u2028', '\u00A0', '\u200B', '\u202E'];
const addresses = ['javascript:', 'https://', 'mailto:', 'data:', 'www.', '@', '.', ':', '/', '"'];
const words = ['script', 'onerror', 'style', 'a', 'b1', '24', 'example', 'com', 'ÿ', '語', 'א'];
const whole = [
  '[a](https://b.example/c d "e")',
  '[b.example](https://c.example)',
  '*a* ',
  '\n- b',
  '\n> c',
];
const piece = fc.oneof(
  ...[marks, signs, spaces, addresses, words, whole].map((some) => fc.constantFrom(...some)),
  fc.string({ maxLength: 4 }),
);
const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

describe('markdown: safe', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<b>bold</b>',
    '<!-- comment -->',
    '<style>*{}</style>',
    '<a href="https://x.example" onclick="x">x</a>',
  ])('markup is shown as text: %s', (typed) => {
    const root = show(typed);
    expect(seen(root).replace(/\s/g, '')).toContain(typed.slice(0, 8).replace(/\s/g, ''));
    expect(root.querySelector('script, img, b, style, [onclick], [onerror]')).toBeNull();
  });

  it('only known elements, no handlers, no styles, three protocols, no link in a link', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const root = show(typed);
        for (const element of everyElement(root)) {
          expect(allowed).toContain(element.localName);
          for (const { name } of element.attributes) {
            expect(name).toMatch(/^(dir|href|rel|target|value|tabindex|class)$/);
          }
        }
        for (const { protocol } of root.querySelectorAll('a')) {
          expect(['http:', 'https:', 'mailto:']).toContain(protocol);
        }
        expect(root.querySelector('a a')).toBeNull();
      }),
      { numRuns: 600 },
    );
  });

  it('the parser never throws', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (typed) => void parse(typed)),
      { numRuns: 300 },
    );
  });
});

/** Stands where the address of a link may have been typed. */
const address = '\uE000';

/** The text of a message with its numbers, without the hosts that are said behind links. */
function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element) || node.matches('a + span')) return '';
  const inner = [...node.childNodes].map(textOf).join('');
  if (node.matches('a')) return inner + address;
  return `${node.getAttribute('value') ?? ''} ${inner} `;
}

describe('markdown: what was typed', () => {
  const letters = (value: string): string => (value.match(/[\p{L}\p{N}\uE000]/gu) ?? []).join('');

  it('shows every letter and digit in its order, but for the addresses of links', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const parts = letters(textOf(show(typed))).split(address);
        const shown = new RegExp(`^${parts.join(typed.includes('](') ? '.*' : '')}$`, 'u');
        expect(letters(typed)).toMatch(shown);
      }),
      { numRuns: 1000 },
    );
  });

  it('shows nothing that was not typed', () => {
    fc.assert(
      fc.property(text, (typed) => {
        let at = 0;
        for (const sign of textOf(show(typed)).replaceAll(address, '').match(/\S/gu) ?? []) {
          at = typed.indexOf(sign, at) + 1;
          expect(at, `«${sign}» of ${JSON.stringify(typed)}`).toBeGreaterThan(0);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('keeps half characters and controls of direction', () => {
    for (const typed of [
      'a\uD83D b\uDE00',
      '\u202Eabc\u202C',
      '\u2067אב\u2069',
      '*\uD83D*\u200F',
    ]) {
      expect(show(typed).textContent).toBe(typed.replaceAll('*', ''));
    }
  });
});

const repeated = (typed: string, length: number): string =>
  typed.repeat(Math.ceil(length / typed.length)).slice(0, length);

/** In milliseconds. The fastest of three: the machine may have been busy with something else. */
function timeOf(work: () => void): number {
  const times = [1, 2, 3].map(() => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return Math.min(...times);
}

/**
 * A text takes little more time than its ten parts do: ten times as much, if each part were read for each other.
 * Compared several times, since the machine may have been busy during one of the two.
 */
function expectNoBlowUp(typed: string): void {
  const length = Math.ceil(typed.length / 10);
  const parts = Array.from({ length: 10 }, (_, at) => typed.slice(at * length, (at + 1) * length));
  // What takes less than the clock can tell is no measure.
  const isSound = () =>
    timeOf(() => parse(typed)) <
    5 *
      Math.max(
        10,
        timeOf(() => parts.forEach(parse)),
      );
  expect([1, 2, 3, 4, 5].some(isSound)).toBe(true);
}

describe('markdown: time', () => {
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
    ' *a',
    'a* ',
    '***a',
    '- a\n  ',
    '[a](b',
    '[a](https://b.example)',
    'https://',
    'www.',
    "'a",
    'a_',
    'a@',
    'a.',
    'https://a([{',
    '\ud800',
  ])('10,000 characters of %j take no time, and what was typed is shown', (some) => {
    const typed = `${repeated(some, 10_000)} end`;
    expectNoBlowUp(typed);
    expect(seen(show(typed))).toContain('end');
  });

  it('nor do any others that repeat themselves', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), text, (pieces, other) => {
        const some = repeated(pieces.join('') || ' ', 10_000);
        expectNoBlowUp(some + other);
        expectNoBlowUp(other + some);
      }),
      { numRuns: 200 },
    );
  });

  it('nor do backticks of every number', () => {
    const runs = Array.from({ length: 140 }, (_, index) => '`'.repeat(index + 1));
    expectNoBlowUp(runs.join(' '));
    expectNoBlowUp(runs.reverse().join(' '));
  });

  it('nothing is nested deeper than people write', () => {
    const depthOf = (element: Element): number =>
      1 + Math.max(0, ...[...element.children].map(depthOf));
    for (const some of ['> - 1. ', '*a _b ', '**a __b *c _d [', '- a\n  > ', '> ']) {
      const typed = repeated(some, 5_000);
      const closed = typed + repeated('* _ ** __ ](https://a.example) ', 5_000);
      expect(depthOf(show(typed))).toBeLessThan(50);
      expect(depthOf(show(closed))).toBeLessThan(50);
    }
  });
});
