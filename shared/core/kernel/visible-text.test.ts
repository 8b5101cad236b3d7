import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptText, countWords } from './accept-text.ts';
import { cleanText, isVisible } from './visible-text.ts';

describe('text that people type', () => {
  it('is empty when nothing of it can be seen', () => {
    const unseen = ['', '   ', '\n\n\n', '\u200B\u200D\uFEFF', '\u2060\u00AD', '\u202E', '\uFE0F'];
    for (const text of unseen) {
      expect(isVisible(cleanText(text)), JSON.stringify(text)).toBe(false);
    }
  });

  it('may be only emoji, in any script, and from right to left', () => {
    for (const text of ['👍', '👨‍👩‍👧', 'שלום', 'مرحبا', '日本語', '​a']) {
      expect(acceptText('message', text, 100)).toBe(cleanText(text));
    }
  });

  it('names its length and the limit when it is too long', () => {
    expect(() => acceptText('message', 'x'.repeat(50_000), 10_000)).toThrow(
      'The message has 50000 characters; at most 10000 fit. Shorten it or split it.',
    );
  });

  it.each(['\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'])(
    'has a line break where one was typed, %j too',
    (lineBreak) => {
      expect(acceptText('message', `Viele Grüße${lineBreak}Anna`, 100)).toBe('Viele Grüße\nAnna');
    },
  );

  it('loses control characters and half characters, and nothing else', () => {
    expect(cleanText(' a\u0000b\r\nc\td\uD800 ')).toBe('ab\nc\td\uFFFD');
  });

  it('is the same after being cleaned twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });
});

describe('words', () => {
  it('are counted in any script, without emoji and marks', () => {
    expect(countWords('Thanks 🎉 — !')).toBe(1);
    expect(countWords('voor de uitleg')).toBe(3);
    expect(countWords("l'aide d'hier, merci")).toBeGreaterThanOrEqual(3);
    expect(countWords('ありがとう')).toBeGreaterThan(0);
  });
});

describe('any text at all', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 60 });

  it('is either refused as empty or stored with everything that can be seen', () => {
    fc.assert(
      fc.property(texts, (text) => {
        if (!isVisible(cleanText(text))) {
          expect(() => acceptText('message', text, 1_000)).toThrow('The message is empty.');
        } else {
          const stored = acceptText('message', text, 1_000);
          expect(isVisible(stored)).toBe(true);
          expect(stored).toBe(stored.trim());
        }
      }),
    );
  });

  it('never ends in half a character, nor holds a control character', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const clean = cleanText(text);
        expect(/^\P{Surrogate}*$/u.test(clean)).toBe(true);
        expect(/[\u0000-\u0008\u000b-\u001f\u007f]/.test(clean)).toBe(false);
      }),
    );
  });

  it('counts no fewer words when words are added', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(countWords(`${text} and more`)).toBeGreaterThanOrEqual(countWords(text) + 1);
      }),
    );
  });
});
