import type { KudosPage, ThankYou } from '@kantine/core';
import { describe, expect, it } from 'vitest';
import { cast } from '../testing/index.ts';
import { withGiven, withOlder, withPage } from './loaded.ts';
import type { Loaded } from './loaded.ts';

const thankYou = (created: number): ThankYou => ({
  id: `thanks-${created}`,
  giver: cast.bram,
  recipients: [cast.chika],
  value: 'helps-out',
  reason: 'For all the help',
  created,
  isKudos: true,
  mine: false,
});
const list = (times: readonly number[], cursor?: string): Loaded => ({
  me: cast.anna,
  budget: { left: 5, of: 5, resetsAt: 0 },
  audience: { known: true, count: 4, firstNames: [], laterJoiners: false },
  thankYous: times.map(thankYou),
  cursor,
  dropped: 0,
  values: [],
});
const page = (times: readonly number[], cursor?: string): KudosPage => ({
  thankYous: times.map(thankYou),
  dropped: 1,
  values: [],
  ...(cursor === undefined ? {} : { cursor }),
});
const times = ({ thankYous }: Loaded) => thankYous.map(({ created }) => created);

describe('the list of thanks', () => {
  it('takes an older page where it goes on there', () => {
    const now = withPage(list([9, 8], 'after 8'), 'after 8', page([7, 6], 'after 6'));
    expect(times(now)).toEqual([9, 8, 7, 6]);
    expect(now).toMatchObject({ cursor: 'after 6', dropped: 1 });
  });

  it('takes no older page that came after another answer took its place', () => {
    const fresh = list([10, 9], 'after 9');
    expect(withPage(fresh, 'after 8', page([7, 6], 'after 6'))).toBe(fresh);
  });

  it('keeps older pages when it is refreshed, and goes on behind them', () => {
    const before = list([9, 8, 7, 6], 'after 6');
    const now = withOlder(list([10, 9], 'after 9'), before);
    expect(times(now)).toEqual([10, 9, 8, 7, 6]);
    expect(now.cursor).toBe('after 6');
  });

  it('shows thanks that were sent again once', () => {
    const budget = { left: 4, of: 5, resetsAt: 0 };
    const again = { ...thankYou(8), reason: 'For all your help' };
    const now = withGiven(list([9, 8]), { thankYou: again, budget });
    expect(times(now)).toEqual([9, 8]);
    expect(now.thankYous[1]?.reason).toBe('For all your help');
    expect(now.budget).toBe(budget);
  });
});
