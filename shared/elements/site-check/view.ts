/** Parts of the page of a check that depend on what they are given alone. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { inReadersLanguage as say } from '../locale/locale.ts';
import type { Words } from '../registry/words.ts';
import { pageWords } from './page-words.ts';
import type { SiteChecks } from './port.ts';

/** What the rows of long lists may be. */
const rowChoices: readonly (readonly [rows: number, words: Words])[] = [
  [0, pageWords.noRows],
  [5001, pageWords.someRows],
  [20_001, pageWords.manyRows],
];

export const rowsField = (
  chosen: number,
  isDisabled: boolean,
  choose: (rows: number) => void,
): TemplateResult =>
  html`<label class="field">
    ${say(pageWords.rows)}
    <select
      ?disabled=${isDisabled}
      @change=${({ currentTarget }: Event) =>
        choose(Number((currentTarget as HTMLSelectElement).value))}
    >
      ${rowChoices.map(
        ([rows, words]) =>
          html`<option value=${rows} ?selected=${rows === chosen}>${say(words)}</option>`,
      )}
    </select>
  </label>`;

/** How many answers an owner waits for. */
export const expectedOf = ({ alone, long }: SiteChecks, rows: number): number =>
  alone.length + Object.values(long).filter((least) => least <= rows).length;

/** A sentence with its numbers. */
export const filledIn = (words: Words, numbers: readonly number[]): string =>
  say(words).replace(/\{(\d)\}/g, (_, at: string) => String(numbers[Number(at)]));

/** The address that a colleague opens, to be copied. */
export const linkField = (address: string): TemplateResult =>
  html`<label class="field">
    ${say(pageWords.link)}
    <input
      readonly
      .value=${address}
      @focus=${({ currentTarget }: Event) => (currentTarget as HTMLInputElement).select()}
    />
  </label>`;

export const progressBar = (done: number, of: number): TemplateResult =>
  html`<progress max=${of} .value=${done} aria-label=${say(pageWords.progress)}></progress>`;

export const quietButton = (words: Words, act: () => unknown): TemplateResult =>
  html`<button type="button" class="secondary" @click=${act}>${say(words)}</button>`;
