import { erasureKinds, goesWith, runErasure } from '@kantine/core';
import type { Erased, Erasure, ErasureKind } from '@kantine/core';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { errorText } from '../kit/error-text.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { errorNotice, noticeStyles } from '../kit/notice.ts';
import { numberText } from '../locale/formats.ts';
import { inReadersLanguage } from '../locale/locale.ts';
import { plural } from '../locale/plural.ts';
import { patience } from './at-leisure.ts';
import type { Stored } from './gather.ts';
import { kindsText } from './kind-text.ts';
import { meStyles } from './me.styles.ts';
import { erasureWords, filled, pageWords } from './page-words.ts';

/**
 * Erases what the reader chooses, after saying how much goes. What was begun before goes on by itself.
 * @fires kantine-erased when all of it is gone.
 */
export class EraseOwn extends CommunityElement {
  @property({ attribute: false }) stored: Stored | undefined;
  @state() private isAsking = false;
  @state() private kind: ErasureKind = 'given';
  @state() private gone = 0;
  @state() private isDone = false;
  readonly #acting = new Acting<'erase'>(this);
  /** What was begun before this page was opened. */
  readonly #begun = new Asking<Erasure | null>(this, {
    ask: ({ me }) => me.erasing(),
    mayRefresh: () => false,
    answered: (job) => {
      if (job) void this.#run(() => Promise.resolve(job));
    },
  });

  async #run(begin: () => Promise<Erasure>): Promise<void> {
    const { community } = this;
    if (!community) return;
    this.isDone = false;
    const done = await this.#acting.run('erase', async () => {
      this.gone = 0;
      const count = ({ gone, emptied }: Erased): void => {
        this.gone += gone + emptied;
      };
      await runErasure(community, await begin(), count, patience);
    });
    if (!done) return;
    this.isAsking = false;
    this.isDone = true;
    this.emit('kantine-erased', undefined);
    this.focusOn('h3');
  }

  readonly #erase = (): void => {
    const { community, kind } = this;
    if (community) void this.#run(() => community.me.beginErasing({ kind }));
  };

  readonly #toggle = (): void => {
    this.isAsking = !this.isAsking;
    this.isDone = false;
    this.#acting.clear();
    this.focusOn(this.isAsking ? 'input' : '.begin');
  };

  protected override render(): TemplateResult {
    const { error, isBusy, repeat } = this.#acting;
    const number = numberText(this.gone);
    return html`<section aria-labelledby="title">
      <h3 id="title" tabindex="-1">${inReadersLanguage(pageWords.erase)}</h3>
      <p role="status">
        ${
          isBusy
            ? filled(inReadersLanguage(pageWords.erasing), { number })
            : this.isDone
              ? plural(this.gone, {
                  one: inReadersLanguage(pageWords.erasedOne),
                  other: filled(inReadersLanguage(pageWords.erased), { number }),
                })
              : nothing
        }
      </p>
      ${
        error === undefined
          ? nothing
          : errorNotice(errorText(error), {
              label: inReadersLanguage(pageWords.goOn),
              run: repeat,
            })
      }
      ${isBusy || this.#begun.error !== undefined ? nothing : this.isAsking ? this.#form() : this.#opener()}
    </section>`;
  }

  #opener(): TemplateResult {
    return html`<button type="button" class="secondary begin" @click=${this.#toggle}>
      ${inReadersLanguage(pageWords.whatToErase)}
    </button>`;
  }

  /** How much of each kind of rows goes. */
  get #going(): readonly (readonly [string, { number: number; isMore: boolean }])[] {
    const { kinds = [], own } = this.stored ?? {};
    return kinds
      .filter(({ erasing }) => goesWith({ privacy: { erasing } }, this.kind))
      .flatMap(({ name }) => {
        const number = own?.get(name);
        return number ? [[name, number] as const] : [];
      });
  }

  #form(): TemplateResult {
    const going = this.#going;
    const text = (words: (typeof pageWords)[keyof typeof pageWords]) => inReadersLanguage(words);
    const hasWords = this.kind === 'words' || this.kind === 'everything';
    return html`<div class="panel">
      <fieldset>
        <legend>${text(pageWords.whatToErase)}</legend>
        ${erasureKinds.map(
          (kind) =>
            html`<label class="choice">
              <input
                type="radio"
                name="kind"
                .checked=${this.kind === kind}
                @change=${() => (this.kind = kind)}
              />${inReadersLanguage(erasureWords[kind])}
            </label>`,
        )}
      </fieldset>
      <p class="preview" aria-live="polite">
        ${
          going.length === 0
            ? text(pageWords.noPreview)
            : filled(text(pageWords.preview), { kinds: kindsText(going) })
        }
      </p>
      ${hasWords ? html`<p>${text(pageWords.answered)}</p>` : nothing}
      <div class="buttons">
        <button type="button" class="quiet" @click=${this.#toggle}>${text(pageWords.keep)}</button>
        <button
          type="button"
          class="danger"
          aria-disabled=${going.length === 0}
          @click=${() => {
            if (going.length > 0) this.#erase();
          }}
        >
          ${text(pageWords.eraseNow)}
        </button>
      </div>
      <p class="muted">${text(pageWords.forGood)}</p>
    </div>`;
  }

  static override styles = [controls, noticeStyles, meStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-erase-own': EraseOwn;
  }
}
