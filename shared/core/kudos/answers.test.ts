import { beforeEach, describe, expect, it } from 'vitest';
import { organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';

let company: Organisation;
beforeEach(() => {
  company = organisation();
});

const thanks = { value: 'helps-out', reason: 'carried my crates' } as const;

describe('what giving and withdrawing thanks answers', () => {
  it.each(['kudos', 'thanks'] as const)('is what reading shows afterwards: %s', async (as) => {
    const ada = company.as('ada');
    const input = { ...thanks, recipients: ['bram', 'chloe'], as, key: company.key() };
    const { thankYou, budget } = await ada.kudos.give(input);
    expect([thankYou]).toEqual((await ada.kudos.read()).thankYous);
    expect(budget).toEqual(await ada.kudos.budget());
    expect(await ada.kudos.give({ ...input, reason: 'carried all my crates' })).toEqual({
      thankYou: { ...thankYou, reason: 'carried all my crates' },
      budget,
    });
    expect(await ada.kudos.withdraw({ id: input.key })).toEqual(await ada.kudos.budget());
    expect(await ada.kudos.withdraw({ id: input.key })).toMatchObject({ left: 5 });
  });
});
