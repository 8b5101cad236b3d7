import { describe, expect, it } from 'vitest';
import { modules } from '../modules/index.ts';
import { guessedHeight, keptHeights } from './heights.ts';

/** A storage in memory, which takes so many characters. */
function memoryStorage(most = Number.POSITIVE_INFINITY): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: () => null,
    getItem: (name) => kept.get(name) ?? null,
    removeItem: (name) => void kept.delete(name),
    setItem(name, value) {
      if (value.length > most) throw new DOMException('full', 'QuotaExceededError');
      kept.set(name, value);
    },
  };
}

const guess = (key: string, config: Readonly<Record<string, unknown>>): number =>
  guessedHeight(modules[key]?.outline, modules[key]?.settings ?? [], config);

describe('the height of the last visit', () => {
  it('is found again for the same frame in about the same width', () => {
    const heights = keptHeights(memoryStorage());
    heights.keep('wall', 920, 2066);
    heights.keep('card', 920, 120);
    expect(heights.last('wall', 925)).toBe(2066);
    expect(heights.last('card', 920)).toBe(120);
    expect(heights.last('wall', 320)).toBeUndefined();
    expect(heights.last('kudos', 920)).toBeUndefined();
  });

  it('is kept of the hundred frames that were seen last', () => {
    const heights = keptHeights(memoryStorage());
    for (let at = 0; at < 100; at += 1) heights.keep(`frame ${String(at)}`, 920, 100);
    heights.keep('frame 0', 920, 200);
    heights.keep('one more', 920, 300);
    expect(heights.last('frame 0', 920)).toBe(200);
    expect(heights.last('one more', 920)).toBe(300);
    expect(heights.last('frame 1', 920)).toBeUndefined();
    expect(heights.last('frame 2', 920)).toBe(100);
  });

  it('tells nobody else at the same browser who saw what', () => {
    const storage = memoryStorage();
    const frame = '["a-site","712020:anna-4f1e","wall","macro-7"]';
    keptHeights(storage).keep(frame, 920, 2066);
    expect(storage.getItem('kantine.heights')).toContain('2066');
    expect(storage.getItem('kantine.heights')).not.toMatch(/anna|712020|site|wall|macro/);
    expect(keptHeights(storage).last(frame, 920)).toBe(2066);
    expect(keptHeights(storage).last(frame.replace('anna', 'ben'), 920)).toBeUndefined();
  });

  it('is none where the storage is missing, full or holds something else', () => {
    const full = keptHeights(memoryStorage(10));
    full.keep('wall', 920, 2066);
    const other = memoryStorage();
    for (const content of ['not JSON', 'null', '{"wall 12":"high"}']) {
      other.setItem('kantine.heights', content);
      expect(keptHeights(other).last('wall', 920)).toBeUndefined();
    }
    expect(full.last('wall', 920)).toBeUndefined();
    expect(keptHeights(undefined).last('wall', 920)).toBeUndefined();
  });
});

describe('the height of a first visit', () => {
  it('follows from the settings of the widget: how many posts, and the layout', () => {
    expect(guess('wall', { posts: 10 })).toBeGreaterThan(guess('wall', { posts: 3 }));
    expect(guess('wall', { posts: 10, layout: 'compact' })).toBeLessThan(
      guess('wall', { posts: 10 }),
    );
    expect(guess('profile-card', { layout: 'compact' })).toBeLessThan(guess('profile-card', {}));
  });

  it('is guessed for each module, whatever its page keeps', () => {
    for (const key of Object.keys(modules)) {
      expect(guess(key, { posts: 'many', count: null, layout: 7 }), key).toBeGreaterThan(50);
      expect(guess(key, {}), key).toBeLessThan(2000);
    }
  });
});
