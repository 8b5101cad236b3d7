import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entries } from '../testing/things.ts';
import { after, indexPrefix, orderText, rowKey, uniqueKey } from './keys.ts';

describe('a number as text', () => {
  it('sorts like the number', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (a, b) => {
        expect(orderText(a) < orderText(b)).toBe(a < b);
        expect(orderText(a) === orderText(b)).toBe(a === b);
      }),
    );
  });

  it('is the nearest one that has a text when it is out of bounds', () => {
    expect(orderText(-5)).toBe(orderText(0));
    expect(orderText(Infinity)).toBe(orderText(Number.MAX_SAFE_INTEGER));
  });
});

/** Text without halves of characters, which the door keeps out. */
const texts = fc.string({ unit: 'grapheme', maxLength: 12 });

describe('keys', () => {
  it('are ASCII, and two places have two keys', () => {
    fc.assert(
      fc.property(fc.tuple(texts, texts), fc.tuple(texts, texts), (one, other) => {
        const keys = [one, other].map(([container, id]) => rowKey(entries, container, id));
        expect(keys.every((key) => /^[\x21-\x7e]+$/.test(key))).toBe(true);
        const isSame = one[0] === other[0] && one[1] === other[1];
        expect(keys[0] === keys[1]).toBe(isSame);
      }),
    );
  });

  it('of one value of an index lie together, and no other value’s lie between', () => {
    fc.assert(
      fc.property(texts, texts, (value, other) => {
        const prefix = indexPrefix(entries, 'c', 'byShelf', value);
        const inside = `${indexPrefix(entries, 'c', 'byShelf', other)}${orderText(7)}/1`;
        expect(prefix <= inside && inside < after(prefix)).toBe(value === other);
      }),
    );
  });

  it('of records, of unique keys and of indexes are apart', () => {
    const all = [rowKey(entries, 'c', '1'), uniqueKey(entries, 'c', '1')];
    expect(new Set(all.map((key) => key.split('/')[0])).size).toBe(2);
  });
});
