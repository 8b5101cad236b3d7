/** The answers of a check in words: as a table, and as text to copy. Each host has facts of its own. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Words } from '../registry/words.ts';
import { tableWords } from './table-words.ts';

/** An answer that a site gave. */
interface Answer {
  readonly id: string;
  readonly answer: string;
  /** Codes, for developers. */
  readonly detail?: string | undefined;
}

export interface FactWords {
  /** What was tried. */
  readonly fact: Words;
  /** What each answer means for Kantine. */
  readonly means: Readonly<Record<string, Words>>;
}

/** What a check says about the facts of one host. */
export interface Vocabulary {
  /** The answers' own names. */
  readonly answers: Readonly<Record<string, Words>>;
  readonly facts: Readonly<Record<string, FactWords>>;
  /** What it means that a fact could not be tried, whichever it is. */
  readonly failed: Words;
}

/** Says a text in one language. */
export type Say = (words: Words) => string;

/** An answer in words. */
export interface Row {
  readonly fact: string;
  readonly answer: string;
  readonly means: string;
}

export function rowIn(
  { answers, facts, failed }: Vocabulary,
  { id, answer }: Answer,
  say: Say,
): Row {
  const known = facts[id];
  const means = answer === 'failed' ? failed : known?.means[answer];
  const name = answers[answer];
  return {
    fact: known ? say(known.fact) : id,
    answer: name ? say(name) : answer,
    means: means ? say(means) : '',
  };
}

/** Names no person and no site. */
export function reportIn(vocabulary: Vocabulary, answers: readonly Answer[], say: Say): string {
  const lines = answers.map((each) => {
    const { fact, answer, means } = rowIn(vocabulary, each, say);
    const code = [`${each.id}=${each.answer}`, each.detail ?? ''].join(' ').trim();
    return `${fact}: ${answer}. ${means} [${code}]`;
  });
  return [`Kantine: ${say(tableWords.caption)}`, ...lines, ''].join('\n');
}

export interface AnswersTable {
  readonly rows: readonly Row[];
  readonly say: Say;
  readonly copy: () => unknown;
  /** The text, where the page may not reach the clipboard. */
  readonly text: string | undefined;
}

/** A table of answers. Roles are said, since styles of narrow columns would take them away. */
export const answersTable = ({ rows, say, copy, text }: AnswersTable): TemplateResult =>
  html`<table role="table">
      <caption>
        ${say(tableWords.caption)}
      </caption>
      <thead>
        <tr role="row">
          <th role="columnheader" scope="col">${say(tableWords.fact)}</th>
          <th role="columnheader" scope="col" class="answer">${say(tableWords.answer)}</th>
          <th role="columnheader" scope="col">${say(tableWords.means)}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ fact, answer, means }) =>
            html`<tr role="row">
              <th role="rowheader" scope="row">${fact}</th>
              <td role="cell" class="answer">${answer}</td>
              <td role="cell">${means}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <div class="action">
      <button type="button" class="secondary" @click=${copy}>${say(tableWords.copy)}</button>
    </div>
    ${
      text === undefined
        ? nothing
        : html`<label class="field">
            ${say(tableWords.toCopy)}
            <textarea readonly rows="6" .value=${text}></textarea>
          </label>`
    }`;

export { sharedAnswers, tableWords } from './table-words.ts';
