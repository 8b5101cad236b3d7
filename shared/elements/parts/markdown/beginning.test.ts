import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf } from './beginning.ts';
import { parse } from './parse.ts';
import type { Block } from './tree.ts';

const cut = (text: string): readonly Block[] | undefined => beginningOf(parse(text));

/** Everything that a tree says, whatever it is. */
const textIn = (node: unknown): string => {
  if (Array.isArray(node)) return node.map(textIn).join('');
  if (typeof node !== 'object' || node === null) return '';
  const { value, children, items } = node as Record<string, unknown>;
  return [typeof value === 'string' ? value : '', textIn(children), textIn(items)].join('');
};

/** Half a character. */
const half = /\p{Surrogate}/u;

const linesIn = (node: unknown): number => JSON.stringify(node).split('\\n').length;

describe('the beginning of a long text', () => {
  it('is nothing of its own where a screen has room for all', () => {
    expect(cut('Soup is ready.\n'.repeat(20))).toBeUndefined();
    expect(cut('Soup is ready. '.repeat(60))).toBeUndefined();
  });

  it('ends after some lines, however many there are', () => {
    expect(linesIn(cut('x\n'.repeat(9_000)))).toBeLessThan(20);
    expect(linesIn(cut(`\`\`\`\n${'x\n'.repeat(9_000)}\`\`\``))).toBeLessThan(20);
    expect(textIn(cut('- soup\n'.repeat(100))).length).toBeLessThan(20 * 'soup'.length);
    expect(cut('Soup.\n\n'.repeat(100))?.length).toBeLessThan(20);
  });

  it('ends at a word, in what is cut', () => {
    const [first] = cut('Soup of the day '.repeat(200)) ?? [];
    expect(textIn(first)).toMatch(
      /^(?:Soup of the day )+(?:Soup|Soup of|Soup of the|Soup of the day)…$/u,
    );
    expect(textIn(first).length).toBeLessThanOrEqual(801);
  });

  it('is what stands at the beginning, and whole characters of it, whatever was typed', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom('\n', '\n\n', '- ', '1. ', '> ', '**', '`', '```\n', '😀', ' '),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
        const blocks = parse(pieces.join(''));
        const beginning = beginningOf(blocks);
        if (beginning === undefined) return;
        const kept = textIn(beginning);
        if (!half.test(textIn(blocks))) expect(kept).not.toMatch(half);
        expect(textIn(blocks).startsWith(kept.replace(/…$/u, ''))).toBe(true);
        expect(kept.length).toBeLessThan(24 * 50 + 50);
      }),
      { numRuns: 300 },
    );
  });
});
