import { describe, expect, it } from 'vitest';
import { knownToPage } from './known-to-page.ts';

describe('what a page knows', () => {
  it('is who is reading, and a digest with its time', () => {
    const legacy = { userId: 12, formDigestValue: '0xAB,now', formDigestTimeoutSeconds: 1800 };
    expect(knownToPage(legacy)).toEqual({
      userId: 12,
      formDigest: { value: '0xAB,now', seconds: 1800 },
    });
  });

  it.each([undefined, null, {}, { userId: 0 }, { userId: '12' }, { formDigestValue: 'x' }])(
    'is left to ask for where it is missing: %j',
    (legacy) => {
      expect(knownToPage(legacy)).toEqual({});
    },
  );
});
