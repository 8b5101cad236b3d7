import { describe, expect, it } from 'vitest';
import { isEmpty } from './loaded.ts';
import type { Loaded } from './loaded.ts';

const none: Loaded = {
  me: 'ada',
  holdsBack: true,
  articles: [],
  canWrite: true,
  dropped: 0,
  groups: [],
  subscriptions: [],
};

describe('a list without articles', () => {
  it('is empty where nothing is left out, and no more comes', () => {
    expect(isEmpty(none)).toBe(true);
  });

  it('is not empty where rows are left out that are no articles, or older ones may come', () => {
    expect(isEmpty({ ...none, dropped: 5 })).toBe(false);
    expect(isEmpty({ ...none, cursor: 'after 20' })).toBe(false);
  });
});
