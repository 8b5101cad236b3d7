import { isKantineError } from '@kantine/core';
import type { CheckAnswer, Confluence } from '@kantine/confluence-host/page';
import { Acting } from '@kantine/elements';
import { answersTable, tableWords } from '@kantine/elements/site-check/answers';
import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formStyles } from '../settings/form.styles.ts';
import { languageOf, pageWords } from './check-words.ts';
import type { Said } from './check-words.ts';
import { loadsPicture } from './loads-picture.ts';
import { reportOf, rowOf } from './report.ts';
import { tableStyles } from './table.styles.ts';

/** An administrator of the site tries on it what nobody promises; what each answer means stands beside it. */
export class SiteCheckForm extends LitElement {
  @property({ attribute: false }) confluence!: Pick<Confluence, 'openCheck'>;
  @property() locale = 'en';
  @state() private answers: readonly CheckAnswer[] = [];
  @state() private said = '';
  @state() private text: string | undefined;
  readonly #acting = new Acting<'check'>(this);

  #say(words: Said): string {
    return words[languageOf(this.locale)];
  }

  readonly #check = (): Promise<boolean> =>
    this.#acting.run('check', async () => {
      this.answers = [];
      this.said = '';
      this.text = undefined;
      const check = await this.confluence.openCheck(loadsPicture);
      await check.run((answer) => {
        this.answers = [...this.answers, answer];
        this.said = `${this.answers.length} / ${check.facts.length}`;
      });
    });

  /** The frame may not reach the clipboard: the text is there, selected. */
  readonly #copy = (): void => {
    this.text = reportOf(this.answers, languageOf(this.locale));
  };

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('text')) this.renderRoot.querySelector('textarea')?.select();
  }

  protected override render(): TemplateResult {
    const isFirst = this.answers.length === 0;
    const { error, isBusy } = this.#acting;
    const { check, checking, again } = tableWords;
    const label = isBusy ? checking : isFirst ? check : again;
    return html`<section aria-labelledby="title">
      <h2 id="title">${this.#say(pageWords.title)}</h2>
      <p>${this.#say(pageWords.intro)}</p>
      <div>
        <button type="button" aria-disabled=${isBusy} @click=${this.#check}>
          ${this.#say(label)}
        </button>
      </div>
      ${
        error === undefined
          ? nothing
          : html`<p role="alert">
              ${this.#say(isKantineError(error, 'Forbidden') ? pageWords.refused : pageWords.notChecked)}
            </p>`
      }
      ${isFirst ? nothing : this.#table()}
      <p role="status">${this.said}</p>
    </section>`;
  }

  #table(): TemplateResult {
    const language = languageOf(this.locale);
    return answersTable({
      rows: this.answers.map((each) => rowOf(each, language)),
      say: (words) => words[language],
      copy: this.#copy,
      text: this.text,
    });
  }

  static override styles = [formStyles, tableStyles];
}

customElements.define('kantine-confluence-check', SiteCheckForm);
