import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closedContainer } from '@kantine/core';
import { closedName, closedNamed } from './earlier-names.ts';

/** What SharePoint takes in the name of a list and of a group alike. */
const plain = /^[a-z0-9]+$/;

describe('the name of a closed container', () => {
  it('says which it is, in letters and digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), (id) => {
        const name = closedName(closedContainer(id));
        expect(name).toMatch(plain);
        expect(closedNamed(name)).toBe(closedContainer(id));
      }),
    );
  });

  it('is no other’s, where case and punctuation count for nothing', () => {
    const ids = ['12', 'x12', 'Den', 'den', 'd en', 'd-en', 'x3132'];
    const names = ids.map((id) => closedName(closedContainer(id)));
    expect(new Set(names).size).toBe(ids.length);
    expect(names[0]).toBe('12');
  });

  it('is found in nothing else', () => {
    for (const name of ['', 'x', 'x1', 'xzz', '12a', 'Reactions', 'x3132 ']) {
      expect(closedNamed(name)).toBeUndefined();
    }
  });
});
