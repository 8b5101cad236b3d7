import { removalBeginnings } from '@kantine/confluence-host/page';
import { describe, expect, it } from 'vitest';
import { words as de } from './de.ts';
import { words as en } from './en.ts';
import { words as fr } from './fr.ts';
import { words as nl } from './nl.ts';
import { filled, wordsFor } from './words.ts';

describe('the words', () => {
  it.each(Object.entries({ nl, de, fr }))('are all there in %s', (_, words) => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(en).sort());
    for (const [name, word] of Object.entries<string>({ ...words })) {
      const gaps = /\{\w+\}/g;
      expect(word).toMatch(/\S/);
      expect(word.match(gaps)).toEqual(en[name as keyof typeof en].match(gaps));
    }
  });

  it('come in the language of the reader, as Confluence writes it, or in English', async () => {
    expect(await wordsFor('nl_NL')).toBe(nl);
    expect(await wordsFor('fr-CA')).toBe(fr);
    expect(await wordsFor('pt-BR')).toBe(en);
  });

  it('say of a removed message what the resolver has said of it too', () => {
    const said = [en, nl, de, fr].map(({ removedBecause }) => removedBecause);
    expect(said).toEqual(removalBeginnings.map((beginning) => `${beginning}{reason}`));
  });

  it('leave no gap', () => {
    expect(filled('{a} of {b}', { a: '1', b: '2' })).toBe('1 of 2');
  });
});
