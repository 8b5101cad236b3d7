import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentWords, topicsAmong } from './content-words.ts';

const about = (text: string, ...topics: string[]) => topicsAmong(contentWords(text), topics);

describe('what a text is about', () => {
  it('is told by its words, without those that every text has', () => {
    expect(contentWords('Hoe deel ik een Power BI-rapport?')).toEqual([
      'deel',
      'power',
      'bi',
      'rapport',
    ]);
    expect(contentWords('How do I ... with it?')).toEqual([]);
  });

  it.each([
    ['How do I share a Power BI report?', ['Power BI'], ['Power BI']],
    ['The power is out', ['Power BI'], []],
    ['Who sends reports?', ['Report', 'Vans'], ['Report']],
    ['Qui connaît la réunion?', ['Reunion'], ['Reunion']],
    ['How do I do this?', ['how to do it', 'this'], []],
    ['Das Getriebe der Rijs 20 klemmt', ['Getriebe', 'Rijs'], ['Getriebe', 'Rijs']],
    ['car', ['cart', 'cards'], []],
  ])('«%s» is about some of %j: %j', (text, topics, found) => {
    expect(about(text, ...topics)).toEqual(found);
  });

  it('takes at most forty words, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => {
        const words = contentWords(text);
        expect(words.length).toBeLessThanOrEqual(40);
        expect(new Set(words).size).toBe(words.length);
      }),
    );
    const long = Array.from({ length: 100_000 }, (_, at) => `word${at}`).join(' ');
    expect(contentWords(long)).toHaveLength(40);
  });

  it('is each topic that it names, whatever else it says', () => {
    const word = fc
      .stringMatching(/^[b-df-hj-np-tv-xz]{3,10}$/)
      .filter((one) => contentWords(one).length > 0);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 3 }),
        fc.array(word, { maxLength: 20 }),
        (topic, rest) => {
          const text = [...rest, ...topic].join(' ');
          expect(about(text, topic.join(' '))).toEqual([topic.join(' ')]);
        },
      ),
    );
  });
});
