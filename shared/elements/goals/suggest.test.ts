import { metricFacts, metrics } from '@kantine/core';
import { describe, expect, it } from 'vitest';
import { closeTo, groupKinds, suggestionsFor } from './suggest.ts';

describe('what is close to some words', () => {
  it.each([
    ['communicate better', 'answeredShare'],
    ['Beter communiceren', 'answeredShare'],
    ['besser kommunizieren', 'answeredShare'],
    ['mieux communiquer', 'answeredShare'],
    ['Answer faster', 'medianHoursToFirstReply'],
    ['Nieuwe collega’s voelen zich welkom', 'newcomersGreeted'],
    ['Mehr Leute machen mit', 'contributors'],
    ['Plus d’idées', 'ideasDecided'],
    ['Be nicer', 'answeredShare'],
    ['', 'answeredShare'],
  ])('%s: %s', (words, metric) => {
    expect(closeTo(words).metric).toBe(metric);
  });

  it('is always something that the form takes', () => {
    for (const kind of groupKinds) {
      for (const { what, metric, days } of suggestionsFor(kind)) {
        expect(what).not.toBe('');
        expect(metrics).toContain(metric);
        expect(days).toBe(metricFacts[metric].days?.usual ?? 0);
      }
    }
  });
});
