import { isKantineError } from '@kantine/core';
import type { CheckAnswer, Confluence } from '@kantine/confluence-host/page';
import { Acting } from '@kantine/elements';
import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formStyles } from '../settings/form.styles.ts';
import { languageOf, pageWords } from './check-words.ts';
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

  #say(name: keyof typeof pageWords): string {
    return pageWords[name][languageOf(this.locale)];
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
    const label = isBusy ? 'checking' : isFirst ? 'check' : 'again';
    return html`<section aria-labelledby="title">
      <h2 id="title">${this.#say('title')}</h2>
      <p>${this.#say('intro')}</p>
      <div>
        <button type="button" aria-disabled=${isBusy} @click=${this.#check}>
          ${this.#say(label)}
        </button>
      </div>
      ${
        error === undefined
          ? nothing
          : html`<p role="alert">
              ${this.#say(isKantineError(error, 'Forbidden') ? 'refused' : 'notChecked')}
            </p>`
      }
      ${isFirst ? nothing : this.#table()}
      <p role="status">${this.said}</p>
    </section>`;
  }

  #table(): TemplateResult {
    const language = languageOf(this.locale);
    return html`<table>
        <caption>
          ${this.#say('caption')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${this.#say('fact')}</th>
            <th scope="col">${this.#say('answer')}</th>
            <th scope="col">${this.#say('means')}</th>
          </tr>
        </thead>
        <tbody>
          ${this.answers.map((each) => {
            const { fact, answer, means } = rowOf(each, language);
            return html`<tr>
              <th scope="row">${fact}</th>
              <td>${answer}</td>
              <td>${means}</td>
            </tr>`;
          })}
        </tbody>
      </table>
      <div>
        <button type="button" class="secondary" @click=${this.#copy}>${this.#say('copy')}</button>
      </div>
      ${
        this.text === undefined
          ? nothing
          : html`<label class="field">
              ${this.#say('toCopy')}
              <textarea readonly rows="6" .value=${this.text}></textarea>
            </label>`
      }`;
  }

  static override styles = [formStyles, tableStyles];
}

customElements.define('kantine-confluence-check', SiteCheckForm);
