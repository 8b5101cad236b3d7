/** The answers of a Confluence site in words: for the table, and as text to copy. */
import { reportIn, rowIn } from '@kantine/elements/site-check/answers';
import type { Row, Say, Vocabulary } from '@kantine/elements/site-check/answers';
import type { CheckAnswer } from '@kantine/confluence-host/page';
import { answerWords, failedMeans, factWords } from './check-words.ts';
import type { Language } from './check-words.ts';

const vocabulary: Vocabulary = { answers: answerWords, facts: factWords, failed: failedMeans };

const sayIn =
  (language: Language): Say =>
  (words) =>
    words[language];

export const rowOf = (answer: Pick<CheckAnswer, 'id' | 'answer'>, language: Language): Row =>
  rowIn(vocabulary, answer, sayIn(language));

/** Names no person, space or site. */
export const reportOf = (answers: readonly CheckAnswer[], language: Language): string =>
  reportIn(vocabulary, answers, sayIn(language));
