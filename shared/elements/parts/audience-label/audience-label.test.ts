import type { Audience } from '@kantine/core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, mountTemplate } from '../../testing/index.ts';
import { audienceLabel } from './audience-label.ts';

const show = (audience: Audience): HTMLElement => mountTemplate(audienceLabel(audience));

const known = (count: number, firstNames: readonly string[], laterJoiners = true): Audience => ({
  known: true,
  count,
  firstNames,
  laterJoiners,
});

const text = (audience: Audience): string => show(audience).textContent.replace(/\s+/g, ' ').trim();

describe('audience', () => {
  it('is accessible', async () => {
    await expectAccessible(show(known(1234, ['Anna', 'Bram'])).firstElementChild as Element);
    await expectAccessible(show({ known: false }).firstElementChild as Element);
  });

  it.each<[Audience, string]>([
    [known(1, []), '1 person can read this: you.'],
    [known(2, ['Bram'], true), '2 people can read this: you and Bram.'],
    [known(4, ['Bram', 'Chika']), '4 people can read this: you, Bram, Chika, and 1 other.'],
    [
      known(1234, ['Bram', 'Chika']),
      '1,234 people can read this: you, Bram, Chika, and 1,231 others.',
    ],
  ])('names how many, and who', (audience, expected) => {
    expect(text(audience)).toContain(expected);
  });

  it('S-B3: counts guests apart, and does not mention that there are none', () => {
    const guests = (count: number): Audience =>
      ({ ...known(12, ['Bram']), guests: count }) as Audience;
    expect(text(guests(3))).toContain('12 people can read this (3 guests): you, Bram');
    expect(text(guests(1))).toContain('12 people can read this (1 guest): you');
    expect(text(known(12, ['Bram']))).not.toContain('guest');
  });

  it('says whether later joiners can read it, and that administrators can', () => {
    expect(text(known(2, [], true))).toContain(
      'People who join later can too, and so can administrators.',
    );
    expect(text(known(2, [], false))).toContain(
      'People who join later cannot; administrators can.',
    );
  });

  it('admits what the host does not tell', () => {
    expect(text({ known: false })).toBe(
      'This place does not tell who can read it. Administrators can.',
    );
  });
});
