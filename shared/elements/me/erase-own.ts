import { erasureKinds, goesWith, runErasure } from '@kantine/core';
import type { Erased, Erasure, ErasureOf } from '@kantine/core';
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
import { forgetDrafts } from './forget-drafts.ts';
import type { Number, Stored } from './gather.ts';
import { kindName, kindsText } from './kind-text.ts';
import { meStyles } from './me.styles.ts';
import { erasureWords, filled, pageWords } from './page-words.ts';

/**
 * Erases what the reader chooses, after saying how much goes. What was begun before goes on by itself.
 * @fires kantine-erased when all of it is gone.
 */
export class EraseOwn extends CommunityElement {
  @property({ attribute: false }) stored: Stored | undefined;
  @state() private isAsking = false;
  /** Nothing is chosen beforehand. */
  @state() private what: ErasureOf | undefined;
  /** Somebody wanted to erase before they chose what. */
  @state() private isMissing = false;
  /** The kind of rows that was chosen in the table, offered beside the others. */
  @state() private only: string | undefined;
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
      const begun = await begin();
      await runErasure(community, begun, count, patience);
      if (begun.kind === 'words' || begun.kind === 'everything') forgetDrafts();
    });
    if (!done) return;
    this.isAsking = false;
    this.isDone = true;
    this.emit('kantine-erased', undefined);
    this.focusOn('h3');
  }

  readonly #erase = (): void => {
    const { community, what } = this;
    if (!what) {
      this.isMissing = true;
      this.focusOn('input');
    } else if (community && this.#going.length > 0) {
      void this.#run(() => community.me.beginErasing(what));
    } else this.focusOn('input:checked');
  };

  readonly #toggle = (): void => {
    this.isAsking = !this.isAsking;
    this.only = undefined;
    this.what = undefined;
    this.isMissing = false;
    this.isDone = false;
    this.#acting.clear();
    this.focusOn(this.isAsking ? 'input' : '.begin');
  };

  /** Asks whether one kind of rows is to be erased, and how much goes with it. While something is, nothing else begins. */
  choose(collection: string): void {
    if (!this.#acting.isBusy && this.#begun.error === undefined) {
      this.only = collection;
      this.what = { kind: 'one', collection };
      this.isAsking = true;
      this.isDone = false;
      this.#acting.clear();
    }
    this.focusOn(this.#acting.isBusy ? 'h3' : 'input:checked');
  }

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

  /** How much of each kind of rows goes, or stays. */
  #rows(isGoing: boolean): readonly (readonly [string, Number])[] {
    const { what } = this;
    const { kinds = [], own } = this.stored ?? {};
    return kinds
      .filter(
        ({ name, erasing }) =>
          (what !== undefined && goesWith({ name, privacy: { erasing } }, what)) === isGoing,
      )
      .flatMap(({ name }) => {
        const number = own?.get(name);
        return number ? [[name, number] as const] : [];
      });
  }

  get #going(): readonly (readonly [string, Number])[] {
    return this.#rows(true);
  }

  #onlyChoice(): TemplateResult | typeof nothing {
    const { only } = this;
    if (only === undefined) return nothing;
    const text = filled(inReadersLanguage(pageWords.oneOnly), { kind: kindName(only) });
    return this.#choice({ kind: 'one', collection: only }, text);
  }

  #choice(what: ErasureOf, text: string): TemplateResult {
    return html`<label class="choice">
      <input
        type="radio"
        name="kind"
        .checked=${this.what?.kind === what.kind}
        @change=${() => {
          this.what = what;
          this.isMissing = false;
        }}
      />${text}
    </label>`;
  }

  #staying(kind: ErasureOf['kind']): TemplateResult {
    const staying = this.#rows(false);
    const rest =
      kind === 'one'
        ? inReadersLanguage(pageWords.restStays)
        : staying.length === 0
          ? ''
          : filled(inReadersLanguage(pageWords.staying), { kinds: kindsText(staying) });
    const others = this.stored?.aboutMe.size ? inReadersLanguage(pageWords.stayingOthers) : '';
    return html`<p class="staying">${rest} ${others}</p>`;
  }

  #form(): TemplateResult {
    const going = this.#going;
    const text = (words: (typeof pageWords)[keyof typeof pageWords]) => inReadersLanguage(words);
    const { kind, collection } = this.what ?? {};
    const hasWords =
      kind === 'words' || kind === 'everything' || ['posts', 'comments'].includes(collection ?? '');
    return html`<div class="panel">
      <fieldset>
        <legend>${text(pageWords.whatToErase)}</legend>
        ${this.#onlyChoice()}
        ${erasureKinds.map((each) =>
          this.#choice({ kind: each }, inReadersLanguage(erasureWords[each])),
        )}
      </fieldset>
      <p class="preview" aria-live="polite">
        ${
          kind === undefined
            ? this.isMissing
              ? text(pageWords.chooseFirst)
              : nothing
            : going.length === 0
              ? text(pageWords.noPreview)
              : filled(text(pageWords.preview), { kinds: kindsText(going) })
        }
      </p>
      ${hasWords ? html`<p>${text(pageWords.answered)}</p>` : nothing}
      ${kind === undefined ? nothing : this.#staying(kind)}
      <div class="buttons">
        <button type="button" class="quiet" @click=${this.#toggle}>${text(pageWords.keep)}</button>
        <button
          type="button"
          class="danger"
          aria-disabled=${going.length === 0}
          @click=${this.#erase}
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
