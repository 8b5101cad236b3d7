import { communityContainer, concerns } from '@kantine/core';
import type { Audience, KudosBudget, PersonSummary, ThankYou } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../internal/controls.ts';
import { errorText, isPassing } from '../internal/error-text.ts';
import { icons } from '../internal/icons.ts';
import { WidgetElement } from '../internal/kantine-element.ts';
import { emptyNotice, errorNotice, loadingNotice, noticeStyles } from '../internal/notice.ts';
import { tokens } from '../internal/tokens.ts';
import { fullMomentText, momentText } from '../locale/moment.ts';
import { kudosStyles } from './kudos.styles.ts';
import { valueName, valueSign } from './values.ts';

/** Several changes often come at once; one refresh answers them all. In milliseconds. */
const refreshDelay = 250;

/** What the element knows once it is loaded. */
interface Loaded {
  readonly me: PersonSummary;
  readonly budget: KudosBudget;
  readonly audience: Audience;
  readonly thankYous: readonly ThankYou[];
  readonly cursor?: string | undefined;
}

/**
 * Thanks between colleagues: a form for giving them, and a feed of those given.
 *
 * @tag kantine-kudos
 * @cssproperty --kantine-* the colours, radius and font of the host's theme; see the theming guide
 */
export class Kudos extends WidgetElement {
  /** How many thank-yous are shown before one asks for more. */
  @property({ type: Number }) count = 5;
  @state() private loaded: Loaded | undefined;
  @state() private error: unknown;
  @state() private giving = false;
  @state() private confirmation = '';
  /** The thank-you that is being withdrawn, and what became of it. */
  @state() private withdrawing: { id: string; busy: boolean; error?: unknown } | undefined;
  @state() private shown = 0;
  #unsubscribe: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('count')) this.shown = this.count;
    if (!changed.has('community')) return;
    this.loaded = undefined;
    this.#follow();
    void this.#load();
  }

  #follow(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.community?.subscribe((change) => {
      if (!concerns(change, communityContainer, 'kudos')) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#load(), refreshDelay);
    });
  }

  async #load(): Promise<void> {
    const { community } = this;
    if (!community) return;
    const request = (this.#request += 1);
    try {
      const [me, budget, page, audience] = await Promise.all([
        community.readMe(),
        community.readKudosBudget(),
        community.readKudos({}),
        community.readKudosAudience(),
      ]);
      if (request !== this.#request) return;
      const { thankYous, cursor } = page;
      this.loaded = { me, budget, audience, thankYous, cursor };
      this.error = undefined;
    } catch (error) {
      // What is on the screen stays there; an empty screen says what went wrong.
      if (request === this.#request && !this.loaded) this.error = error;
    }
  }

  readonly #more = async (): Promise<void> => {
    const { loaded, community } = this;
    if (!loaded || !community) return;
    this.shown += this.count;
    if (this.shown < loaded.thankYous.length || loaded.cursor === undefined) return;
    try {
      const page = await community.readKudos({ cursor: loaded.cursor });
      const known = new Set(loaded.thankYous.map(nameOf));
      const older = page.thankYous.filter((thankYou) => !known.has(nameOf(thankYou)));
      const thankYous = [...loaded.thankYous, ...older];
      this.loaded = { ...loaded, thankYous, cursor: page.cursor };
    } catch {
      // The button is still there to try again.
      this.shown -= this.count;
    }
  };

  readonly #given = (): void => {
    this.giving = false;
    this.confirmation = msg('Your thanks have been sent.');
    void this.#load();
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('.give')?.focus(),
    );
  };

  async #withdraw(id: string): Promise<void> {
    this.withdrawing = { id, busy: true };
    try {
      await this.community?.withdrawKudos({ id });
      this.withdrawing = undefined;
      this.confirmation = msg('Your thanks have been withdrawn.');
      await this.#load();
    } catch (error) {
      this.withdrawing = { id, busy: false, error };
    }
  }

  protected override render(): TemplateResult {
    if (this.loaded) return this.#content(this.loaded);
    if (this.error === undefined) return loadingNotice(msg('Loading kudos…'));
    const again = { label: msg('Try again'), run: () => void this.#load() };
    return errorNotice(errorText(this.error), isPassing(this.error) ? again : undefined);
  }

  #content(loaded: Loaded): TemplateResult {
    const { thankYous, me, budget, audience } = loaded;
    return html`<section aria-labelledby="title">
      <div class="head">
        <h2 id="title">${msg('Kudos')}</h2>
        ${
          this.giving
            ? nothing
            : html`<button type="button" class="primary give" @click=${() => this.#start()}>
                ${icons.heart}${msg('Thank a colleague')}
              </button>`
        }
      </div>
      <p class="unseen" role="status">${this.confirmation}</p>
      ${
        this.giving
          ? html`<kantine-thank-you-form
              .me=${me}
              .budget=${budget}
              .audience=${audience}
              @kantine-given=${this.#given}
              @kantine-budget=${() => void this.#load()}
              @kantine-cancel=${() => (this.giving = false)}
            ></kantine-thank-you-form>`
          : nothing
      }
      ${
        thankYous.length === 0
          ? emptyNotice(
              msg('No thanks yet'),
              msg('Who made your week easier? Three words are enough to say so.'),
            )
          : html`<ul class="plain feed">
              ${repeat(thankYous.slice(0, this.shown), nameOf, (thankYou) => this.#item(thankYou))}
            </ul>`
      }
      ${
        thankYous.length > this.shown || loaded.cursor !== undefined
          ? html`<button type="button" class="quiet" @click=${this.#more}>
              ${msg('Show more thanks')}
            </button>`
          : nothing
      }
    </section>`;
  }

  #start(): void {
    this.confirmation = '';
    this.giving = true;
  }

  #item(thankYou: ThankYou): TemplateResult {
    const { giver, recipients, value, reason, created, mine } = thankYou;
    return html`<li>
      <p class="value"><span aria-hidden="true">${valueSign[value]}</span>${valueName(value)}</p>
      <p class="recipients">
        ${recipients.map(
          (person) =>
            html`<span class="recipient">
              <kantine-avatar .person=${person}></kantine-avatar
              ><kantine-person-name .person=${person}></kantine-person-name>
            </span>`,
        )}
      </p>
      <blockquote dir="auto">${reason}</blockquote>
      <p class="muted from">
        <span>${msg('from')}</span>
        <kantine-person-name .person=${giver}></kantine-person-name>
        <time datetime=${new Date(created).toISOString()} title=${fullMomentText(created)}
          >${momentText(created, Date.now())}</time
        >
        ${mine ? this.#withdrawal(thankYou) : nothing}
      </p>
    </li>`;
  }

  #withdrawal({ id, recipients }: ThankYou): TemplateResult {
    const state = this.withdrawing?.id === id ? this.withdrawing : undefined;
    const names = recipients.map(({ name }) => name).join(', ');
    if (state?.error !== undefined) {
      const again = { label: msg('Try again'), run: () => void this.#withdraw(id) };
      return errorNotice(errorText(state.error), again);
    }
    return html`<button
      type="button"
      class="quiet"
      aria-label=${msg(str`Withdraw your thanks to ${names}`)}
      aria-disabled=${state?.busy ?? false}
      @click=${() => void this.#withdraw(id)}
    >
      ${state?.busy === true ? msg('Withdrawing…') : msg('Withdraw')}
    </button>`;
  }

  static override styles = [tokens, controls, noticeStyles, kudosStyles];
}

/** A thank-you's id is its giver's own. */
const nameOf = ({ giver, id }: ThankYou): string => JSON.stringify([giver.id, id]);

declare global {
  interface HTMLElementTagNameMap {
    'kantine-kudos': Kudos;
  }
}
