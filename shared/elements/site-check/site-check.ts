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
import { answersTable, tableWords } from './answers.ts';
import { pageWords } from './page-words.ts';
import type { CheckAnswer, CheckInvitation, SiteChecks } from './port.ts';
import { reportOf, rowOf } from './report.ts';
import { expectedOf, filledIn, linkField, progressBar, quietButton, rowsField } from './view.ts';
import { siteCheckStyles } from './site-check.styles.ts';

type Doing = 'check' | 'invite' | 'help';

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
    const isBusy = this.#acting.busy === 'check';
    return html`<section aria-labelledby="title">
      <h2 id="title">${say(pageWords.title)}</h2>
      <p>${say(pageWords.intro)}</p>
      ${this.#error()} ${rowsField(this.#rows, this.#acting.isBusy, (rows) => (this.#rows = rows))}
      <div class="action">
        ${this.#button(this.#answers.size === 0 ? tableWords.check : tableWords.again, 'check', this.#check)}
        ${isBusy ? this.#progress(expectedOf(checks, this.#rows)) : nothing}
        ${isBusy ? quietButton(pageWords.stop, this.#stop) : nothing}
      </div>
      ${this.#table()} ${this.#answers.size === 0 || isBusy ? nothing : this.#together(checks)}
      ${this.#status()} ${this.#closer()}
    </section>`;
  }

  #together(checks: SiteChecks): TemplateResult {
    const invitation = this.#invitation;
    return html`<h3>${say(pageWords.withColleague)}</h3>
      <p>${say(pageWords.withColleagueIntro)}</p>
      ${invitation ? linkField(this.linkTo?.(invitation.token) ?? invitation.token) : nothing}
      <div class="action">
        ${
          invitation
            ? this.#progress(checks.withColleague.length, checks.withColleague)
            : this.#button(pageWords.makeLink, 'invite', this.#invite)
        }
        ${invitation ? quietButton(pageWords.end, this.#stop) : nothing}
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
    return html`<div class="action">${quietButton(pageWords.close, this.#close)}</div>`;
  }

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
      ${say(isBusy ? tableWords.checking : words)}
    </button>`;
  }

  #progress(of: number, facts?: readonly string[]): TemplateResult {
    return progressBar(this.#done(facts), of);
  }

  #done(facts?: readonly string[]): number {
    return facts ? facts.filter((id) => this.#answers.has(id)).length : this.#answers.size;
  }

  #counted(all: number): string {
    return filledIn(pageWords.of, [this.#answers.size, all]);
  }

  /** What a screen reader hears while it goes on. */
  #status(): TemplateResult {
    const { busy } = this.#acting;
    const text = (): string => {
      const { checks } = this;
      if (this.#filled) return filledIn(pageWords.filled, this.#filled);
      if (checks && busy === 'check') return this.#counted(expectedOf(checks, this.#rows));
      if (checks && busy === 'help') return this.#counted(checks.withColleague.length);
      if (busy === 'invite') return this.#invitation ? say(pageWords.waiting) : '';
      return this.#said ? say(this.#said) : '';
    };
    return html`<p role="status">${text()}</p>`;
  }

  #table(): TemplateResult | typeof nothing {
    if (this.#answers.size === 0) return nothing;
    return answersTable({
      rows: [...this.#answers.values()].map((each) => rowOf(each, say)),
      say,
      copy: this.#copy,
      text: this.#text,
    });
  }

  static override styles = [tokens, controls, noticeStyles, siteCheckStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-site-check': SiteCheck;
  }
}
