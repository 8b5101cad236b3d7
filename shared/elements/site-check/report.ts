/** The answers of a site in words. */
import type { Words } from '../registry/words.ts';
import { answerWords, failedMeans } from './answer-words.ts';
import { factWords } from './fact-words.ts';
import { pageWords } from './page-words.ts';
import type { CheckAnswer } from './port.ts';

/** Chooses one language. */
export type Say = (words: Words) => string;

interface Row {
  readonly fact: string;
  readonly answer: string;
  readonly means: string;
}

/** A fact without words is shown as the host named it. */
export function rowOf({ id, answer }: CheckAnswer, say: Say): Row {
  const known = factWords[id];
  const means = answer === 'failed' ? failedMeans : known?.means[answer];
  const name = answerWords[answer];
  return {
    fact: known ? say(known.fact) : id,
    answer: name ? say(name) : answer,
    means: means ? say(means) : '',
  };
}

/** The table as text, with names of facts and codes for developers. It names no person and no site. */
export function reportOf(answers: readonly CheckAnswer[], say: Say): string {
  const lines = answers.map((each) => {
    const { fact, answer, means } = rowOf(each, say);
    const code = [`${each.id}=${each.answer}`, each.detail ?? ''].join(' ').trim();
    return `${fact}: ${answer}. ${means} [${code}]`;
  });
  return [`Kantine: ${say(pageWords.caption)}`, ...lines, ''].join('\n');
}
