// In one file, since the steps of a check share its answers; words and reports have files of their own.
import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { controls } from '../kit/controls.ts';
import { errorText } from '../kit/error-text.ts';
import { errorNotice, noticeStyles } from '../kit/notice.ts';
import { tokens } from '../kit/tokens.ts';
import { inReadersLanguage as say } from '../locale/locale.ts';
import { LocaleController } from '../locale/locale-controller.ts';
import type { Words } from '../registry/words.ts';
import { pageWords } from './page-words.ts';
import type { CheckAnswer, CheckInvitation, SiteChecks } from './port.ts';
import { reportOf, rowOf } from './report.ts';
import { siteCheckStyles } from './site-check.styles.ts';

type Doing = 'check' | 'invite' | 'help';

/** What the rows of long lists may be. */
const rowChoices: readonly (readonly [rows: number, words: Words])[] = [
  [0, pageWords.noRows],
  [5001, pageWords.someRows],
  [20_001, pageWords.manyRows],
];

const filledIn = (words: Words, ...numbers: readonly number[]): string =>
  say(words).replace(/\{(\d)\}/g, (_, at: string) => String(numbers[Number(at)]));

/**
 * An owner tries on a site what nobody promises of it, with a colleague for what an owner cannot try;
 * what each answer means for Kantine stands beside it. With a token it is the colleague's page.
 *
 * @tag kantine-site-check
 * @fires kantine-close when the reader has had enough, where it is `closable`.
 * @cssproperty --kantine-* the colours, radius and font of the host's theme; see the theming guide
 */
export class SiteCheck extends LitElement {
  @property({ attribute: false }) checks: SiteChecks | undefined;
  /** What a colleague's page was opened with; empty for an owner's. */
  @property() token = '';
  /** Offers to close it. */
  @property({ type: Boolean }) closable = false;
  /** The address that a colleague opens. */
  @property({ attribute: false }) linkTo: ((token: string) => string) | undefined;
  readonly #acting = new Acting<Doing>(this);
  readonly #answers = new Map<string, CheckAnswer>();
  #ending = new AbortController();
  #invitation: CheckInvitation | undefined;
  #rows = 0;
  #filled: readonly [number, number] | undefined;
  /** What came of the last thing that was done. */
  #said: Words | undefined;
  /** The text, where the page may not reach the clipboard. */
  #text: string | undefined;

  constructor() {
    super();
    new LocaleController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#ending.abort();
    void this.#invitation?.end().catch(() => undefined);
  }

  readonly #tell = (answer: CheckAnswer): void => {
    this.#answers.set(answer.id, answer);
    this.#filled = undefined;
    this.requestUpdate();
  };

  async #do(name: Doing, work: (checks: SiteChecks, signal: AbortSignal) => Promise<void>) {
    const { checks } = this;
    if (!checks) return;
    this.#said = this.#text = undefined;
    this.#ending = new AbortController();
    const { signal } = this.#ending;
    await this.#acting.run(name, () => work(checks, signal));
    this.#filled = undefined;
    this.requestUpdate();
  }

  readonly #check = (): Promise<void> =>
    this.#do('check', async (checks, signal) => {
      this.#answers.clear();
      await checks.run({
        rows: this.#rows,
        signal,
        tell: this.#tell,
        made: (rows, of) => {
          this.#filled = [rows, of];
          this.requestUpdate();
        },
      });
    });

  readonly #invite = (): Promise<void> =>
    this.#do('invite', async (checks, signal) => {
      const invitation = await checks.invite();
      this.#invitation = invitation;
      this.requestUpdate();
      try {
        // Taken off the page meanwhile.
        if (this.isConnected) await invitation.listen({ signal, tell: this.#tell });
      } finally {
        await invitation.end();
        this.#invitation = undefined;
      }
      this.#said = signal.aborted ? pageWords.ended : pageWords.withColleagueDone;
    });

  readonly #help = (): Promise<void> =>
    this.#do('help', async (checks) => {
      const came = await checks.help(this.token, this.#tell);
      this.#said = came === 'done' ? pageWords.helped : pageWords[came];
    });

  readonly #stop = (): void => this.#ending.abort();

  readonly #copy = async (): Promise<void> => {
    const text = reportOf([...this.#answers.values()], say);
    try {
      await navigator.clipboard.writeText(text);
      this.#said = pageWords.copied;
    } catch {
      this.#text = text;
    }
    this.requestUpdate();
  };

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#text !== undefined) this.renderRoot.querySelector('textarea')?.select();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.checks) return nothing;
    return this.token === '' ? this.#forOwner(this.checks) : this.#forColleague(this.checks);
  }

  #forOwner(checks: SiteChecks): TemplateResult {
    const long = Object.values(checks.long).filter((rows) => rows <= this.#rows).length;
    const isBusy = this.#acting.busy === 'check';
    return html`<section aria-labelledby="title">
      <h2 id="title">${say(pageWords.title)}</h2>
      <p>${say(pageWords.intro)}</p>
      ${this.#error()}
      <label class="field">
        ${say(pageWords.rows)}
        <select ?disabled=${this.#acting.isBusy} @change=${this.#choose}>
          ${rowChoices.map(
            ([rows, words]) =>
              html`<option value=${rows} ?selected=${rows === this.#rows}>${say(words)}</option>`,
          )}
        </select>
      </label>
      <div class="action">
        ${this.#button(this.#answers.size === 0 ? pageWords.check : pageWords.again, 'check', this.#check)}
        ${isBusy ? this.#progress(checks.alone.length + long) : nothing}
        ${isBusy ? this.#quiet(pageWords.stop, this.#stop) : nothing}
      </div>
      ${this.#table()} ${this.#answers.size === 0 || isBusy ? nothing : this.#together(checks)}
      ${this.#status()} ${this.#closer()}
    </section>`;
  }

  #together(checks: SiteChecks): TemplateResult {
    const invitation = this.#invitation;
    return html`<h3>${say(pageWords.withColleague)}</h3>
      <p>${say(pageWords.withColleagueIntro)}</p>
      ${
        invitation
          ? html`<label class="field">
              ${say(pageWords.link)}
              <input
                readonly
                .value=${this.linkTo?.(invitation.token) ?? invitation.token}
                @focus=${(event: Event) => (event.currentTarget as HTMLInputElement).select()}
              />
            </label>`
          : nothing
      }
      <div class="action">
        ${
          invitation
            ? this.#progress(checks.withColleague.length, checks.withColleague)
            : this.#button(pageWords.makeLink, 'invite', this.#invite)
        }
        ${invitation ? this.#quiet(pageWords.end, this.#stop) : nothing}
      </div>`;
  }

  #forColleague(checks: SiteChecks): TemplateResult {
    return html`<section aria-labelledby="title">
      <h2 id="title">${say(pageWords.help)}</h2>
      <p>${say(pageWords.helpIntro)}</p>
      ${this.#error()}
      <div class="action">
        ${this.#said ? nothing : this.#button(pageWords.start, 'help', this.#help)}
        ${this.#acting.isBusy ? this.#progress(checks.withColleague.length) : nothing}
      </div>
      ${this.#status()} ${this.#table()} ${this.#closer()}
    </section>`;
  }

  readonly #close = (): void => void this.dispatchEvent(new CustomEvent('kantine-close'));

  #closer(): TemplateResult | typeof nothing {
    if (!this.closable) return nothing;
    return html`<div class="action">${this.#quiet(pageWords.close, this.#close)}</div>`;
  }

  readonly #choose = (event: Event): void => {
    this.#rows = Number((event.currentTarget as HTMLSelectElement).value);
  };

  #error(): TemplateResult | typeof nothing {
    const { error } = this.#acting;
    return error === undefined ? nothing : errorNotice(errorText(error));
  }

  #button(words: Words, doing: Doing, act: () => Promise<void>): TemplateResult {
    const isBusy = this.#acting.busy === doing;
    return html`<button
      type="button"
      class="primary"
      aria-disabled=${this.#acting.isBusy}
      @click=${act}
    >
      ${say(isBusy ? pageWords.checking : words)}
    </button>`;
  }

  #quiet(words: Words, act: () => unknown): TemplateResult {
    return html`<button type="button" class="secondary" @click=${act}>${say(words)}</button>`;
  }

  #progress(of: number, facts?: readonly string[]): TemplateResult {
    const done = this.#done(facts);
    return html`<progress
      max=${of}
      .value=${done}
      aria-label=${say(pageWords.progress)}
    ></progress>`;
  }

  #done(facts?: readonly string[]): number {
    return facts ? facts.filter((id) => this.#answers.has(id)).length : this.#answers.size;
  }

  /** What a screen reader hears while it goes on. */
  #status(): TemplateResult {
    const { busy } = this.#acting;
    const { alone = [], long = {}, withColleague: together = [] } = this.checks ?? {};
    const all = alone.length + Object.values(long).filter((rows) => rows <= this.#rows).length;
    const text = (): string => {
      if (this.#filled) return filledIn(pageWords.filled, ...this.#filled);
      if (busy === 'check') return filledIn(pageWords.of, this.#answers.size, all);
      if (busy === 'help') return filledIn(pageWords.of, this.#answers.size, together.length);
      if (busy === 'invite') return this.#invitation ? say(pageWords.waiting) : '';
      return this.#said ? say(this.#said) : '';
    };
    return html`<p role="status">${text()}</p>`;
  }

  #table(): TemplateResult | typeof nothing {
    if (this.#answers.size === 0) return nothing;
    // Roles are said, since styles of narrow columns would take them away.
    return html`<table role="table">
        <caption>
          ${say(pageWords.caption)}
        </caption>
        <thead>
          <tr role="row">
            <th role="columnheader" scope="col">${say(pageWords.fact)}</th>
            <th role="columnheader" scope="col" class="answer">${say(pageWords.answer)}</th>
            <th role="columnheader" scope="col">${say(pageWords.means)}</th>
          </tr>
        </thead>
        <tbody>
          ${[...this.#answers.values()].map((each) => {
            const { fact, answer, means } = rowOf(each, say);
            return html`<tr role="row">
              <th role="rowheader" scope="row">${fact}</th>
              <td role="cell" class="answer">${answer}</td>
              <td role="cell">${means}</td>
            </tr>`;
          })}
        </tbody>
      </table>
      <div class="action">${this.#quiet(pageWords.copy, this.#copy)}</div>
      ${
        this.#text === undefined
          ? nothing
          : html`<label class="field">
              ${say(pageWords.toCopy)}
              <textarea readonly rows="6" .value=${this.#text}></textarea>
            </label>`
      }`;
  }

  static override styles = [tokens, controls, noticeStyles, siteCheckStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-site-check': SiteCheck;
  }
}
