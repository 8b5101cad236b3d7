/** The answers of a site in words: for the table, and as text to copy. */
import type { CheckAnswer } from '@kantine/confluence-host/page';
import { answerWords, failedMeans, factWords, pageWords } from './check-words.ts';
import type { Language } from './check-words.ts';

interface Row {
  readonly fact: string;
  readonly answer: string;
  readonly means: string;
}

export function rowOf({ id, answer }: Pick<CheckAnswer, 'id' | 'answer'>, language: Language): Row {
  const known = factWords[id];
  const means = answer === 'failed' ? failedMeans : known?.means[answer];
  return {
    fact: known?.fact[language] ?? id,
    answer: answerWords[answer]?.[language] ?? answer,
    means: means?.[language] ?? '',
  };
}

/** Names no person, space or site. */
export function reportOf(answers: readonly CheckAnswer[], language: Language): string {
  const lines = answers.map((each) => {
    const { fact, answer, means } = rowOf(each, language);
    const code = [`${each.id}=${each.answer}`, each.detail ?? ''].join(' ').trim();
    return `${fact}: ${answer}. ${means} [${code}]`;
  });
  return [`Kantine: ${pageWords.caption[language]}`, ...lines, ''].join('\n');
}
