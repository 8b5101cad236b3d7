import type { Impact, KudosValue } from '@kantine/core';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { WidgetElement } from '../kit/kantine-element.ts';
import { failureNotice, loadingNotice, noticeStyles } from '../kit/notice.ts';
import { tokens } from '../kit/tokens.ts';
import { inReadersLanguage } from '../locale/locale.ts';
import { withNames } from '../parts/audience-label/isolated.ts';
import { impactTexts } from './impact-text.ts';
import { meStyles } from './me.styles.ts';
import { pageWords } from './page-words.ts';

/** The names of the company's values, which the widget of thanks has. */
const loadValues = () => import(/* webpackChunkName: 'value-names' */ '../kudos/values.ts');

/** What is stored comes after what came of it. */
const loadStored = (): Promise<unknown> =>
  import(/* webpackChunkName: 'stored' */ './define.stored.ts');

/**
 * What came of what the reader gave, and what is stored about them: to see, download and erase.
 *
 * @tag kantine-me
 * @cssproperty --kantine-* the colours, radius and font of the host's theme; see the theming guide
 */
export class Me extends WidgetElement {
  @state() private valueName: ((value: KudosValue) => string) | undefined;
  readonly #asking = new Asking<Impact>(this, {
    ask: ({ me }) => me.impact(),
    keepsAnswer: true,
    answered: ({ values }) => {
      loadStored().catch(() => undefined);
      if (values.length > 0 && !this.valueName)
        loadValues().then(
          ({ valueName }) => (this.valueName = valueName),
          () => undefined,
        );
    },
  });

  protected override render(): TemplateResult {
    const { answer, error, ask } = this.#asking;
    return html`<section aria-labelledby="title">
      <h2 id="title" tabindex="-1">${inReadersLanguage(pageWords.title)}</h2>
      ${
        error !== undefined
          ? failureNotice(error, () => void ask())
          : answer
            ? this.#impact(answer)
            : loadingNotice(inReadersLanguage(pageWords.impact))
      }
      ${
        answer
          ? html`<kantine-own-choices></kantine-own-choices><kantine-stored></kantine-stored>`
          : nothing
      }
    </section>`;
  }

  #impact(impact: Impact): TemplateResult {
    const { valueName } = this;
    const shown = valueName ? impact : { ...impact, values: [] };
    const texts = impactTexts(shown, valueName ?? String);
    return html`<section class="impact" aria-labelledby="impact">
      <h3 id="impact">${inReadersLanguage(pageWords.impact)}</h3>
      ${
        texts.length === 0
          ? html`<p class="muted">${inReadersLanguage(pageWords.noImpact)}</p>`
          : html`<ul class="plain outcomes">
              ${texts.map((text) => html`<li>${withNames(text)}</li>`)}
            </ul>`
      }
      <p class="muted">${inReadersLanguage(pageWords.onlyYou)}</p>
    </section>`;
  }

  static override styles = [tokens, controls, noticeStyles, meStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-me': Me;
  }
}
