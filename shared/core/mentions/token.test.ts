import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../kernel/visible-text.ts';
import { mentionedIn, withoutTokens } from './token.ts';
import { mentionToken } from './write-token.ts';

/** Ids of any characters, as a host may have them. */
const anyId = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 200 })
  .filter((id) => id.length <= 200);
/** Text that may look like tokens, but that holds none. */
const plainText = fc
  .string({ unit: fc.constantFrom('@', '[', ']', '(', '~', ' ', '\n', 'a', '*', '0', 'é', '\\') })
  .filter((text) => mentionedIn(text).length === 0);

describe('a token', () => {
  it.each([
    ['7', '@[7]'],
    ['712020:ada-4f1e', '@[712020:ada-4f1e]'],
    [
      'i:0#.f|membership|ada@tarwijk.example',
      '@[i:0~0023.f~007cmembership~007cada~0040tarwijk.example]',
    ],
    ['a]b\n', '@[a~005db~000a]'],
  ])('of %j is %s', (id, token) => {
    expect(mentionToken(id)).toBe(token);
  });

  it('names the person that it was written for, whatever their id holds', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        expect(mentionedIn(mentionToken(id))).toEqual([id]);
      }),
    );
  });

  it('is found in any text, which is otherwise as it was', () => {
    fc.assert(
      fc.property(plainText, anyId, plainText, (before, id, after) => {
        fc.pre(!after.startsWith('('));
        const text = `${before} ${mentionToken(id)}${after}`;
        expect(mentionedIn(text)).toEqual([id]);
        expect(withoutTokens(text, mentionToken)).toBe(text);
        expect(withoutTokens(text, () => '')).toBe(`${before} ${after}`);
      }),
    );
  });

  it('is changed by nothing that cleans a text', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        expect(cleanText(`so ${mentionToken(id)} says`)).toBe(`so ${mentionToken(id)} says`);
      }),
    );
  });

  it.each(['@[]', '@[a b]', '@[a#b]', '@ [a]', '[a]', '@[a](https://a.example)', '@[a\nb]'])(
    'is not %j',
    (text) => {
      expect(mentionedIn(text)).toEqual([]);
      expect(withoutTokens(text, () => '')).toBe(text);
    },
  );

  it('is found in time in proportion to the text', () => {
    for (const text of ['@[a'.repeat(100_000), '@['.repeat(100_000), `@[${'a~'.repeat(100_000)}`]) {
      const start = Date.now();
      expect(mentionedIn(text)).toEqual([]);
      expect(Date.now() - start).toBeLessThan(1000);
    }
  });
});
