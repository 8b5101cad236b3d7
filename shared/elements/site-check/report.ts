/** The answers of a SharePoint site in words: for the table, and as text to copy. */
import { reportIn, rowIn } from './answers.ts';
import type { Row, Say, Vocabulary } from './answers.ts';
import { answerWords, failedMeans } from './answer-words.ts';
import { factWords } from './fact-words.ts';
import type { CheckAnswer } from './port.ts';

const vocabulary: Vocabulary = { answers: answerWords, facts: factWords, failed: failedMeans };

/** An answer in words. */
export const rowOf = (answer: CheckAnswer, say: Say): Row => rowIn(vocabulary, answer, say);

/** What is copied: it names no person and no site. */
export const reportOf = (answers: readonly CheckAnswer[], say: Say): string =>
  reportIn(vocabulary, answers, say);
