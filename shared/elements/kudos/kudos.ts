import { communityContainer, concerns, kudosValues } from '@kantine/core';
import type {
  Audience,
  Change,
  KudosBudget,
  KudosPage,
  KudosValue,
  PersonId,
  PersonSummary,
  ThankYou,
} from '@kantine/core';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../internal/controls.ts';
import { errorText } from '../internal/error-text.ts';
import { FollowController } from '../internal/follow-controller.ts';
import { icons } from '../internal/icons.ts';
import { WidgetElement } from '../internal/kantine-element.ts';
import {
  emptyNotice,
  errorNotice,
  failureNotice,
  loadingNotice,
  noticeStyles,
} from '../internal/notice.ts';
import { tokens } from '../internal/tokens.ts';
import { kudosStyles } from './kudos.styles.ts';
import { valuesConverter } from './values.ts';

/** Pages that are looked through for thanks of the chosen values before one has to ask again. */
const mostPages = 5;

/** What the element knows once it is loaded. */
interface Loaded {
  readonly me: PersonSummary;
  readonly budget: KudosBudget;
  readonly audience: Audience;
  readonly thankYous: readonly ThankYou[];
  readonly cursor?: string | undefined;
}

const tellsOfKudos = (change: Change): boolean => concerns(change, communityContainer, 'kudos');

/**
 * Thanks between colleagues: a form for giving them, and a feed of those given.
 *
 * @tag kantine-kudos
 * @cssproperty --kantine-* the colours, radius and font of the host's theme; see the theming guide
 */
export class Kudos extends WidgetElement {
  /** How many thank-yous are shown before one asks for more. */
  @property({ type: Number }) count = 5;
  /** The values that are offered and shown here, separated by spaces; all of them unless told. */
  @property({ converter: valuesConverter }) values: readonly KudosValue[] = kudosValues;
  /** The id of somebody who may be thanked from here: the form is open, and begins with them. */
  @property() recipient: PersonId | undefined;
  @state() private suggested: PersonSummary | undefined;
  @state() private loaded: Loaded | undefined;
  @state() private error: unknown;
  @state() private giving = false;
  @state() private confirmation = '';
  @state() private loadingMore = false;
  @state() private moreError: unknown;
  @state() private shown = 0;
  #request = 0;

  constructor() {
    super();
    new FollowController(this, tellsOfKudos, () => void this.#load());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('count')) this.shown = this.count;
    if (changed.has('values') && this.loaded) void this.#fill();
    if (changed.has('community') || changed.has('recipient')) void this.#suggest();
    if (!changed.has('community')) return;
    this.loaded = undefined;
    void this.#load();
  }

  /** Whoever cannot be thanked is not suggested: oneself, and people who left. */
  async #suggest(): Promise<void> {
    const { community, recipient } = this;
    if (!community || recipient === undefined || recipient === '') return;
    const card = await community.card.read({ person: recipient }).catch(() => undefined);
    if (!card?.person.active || card.isMe || this.recipient !== recipient) return;
    this.suggested = card.person;
    this.giving = true;
  }

  async #load(): Promise<void> {
    const { community } = this;
    if (!community) return;
    const request = (this.#request += 1);
    try {
      const [me, budget, page, audience] = await Promise.all([
        community.people.me(),
        community.kudos.budget(),
        community.kudos.read({}),
        community.kudos.audience(),
      ]);
      if (request !== this.#request) return;
      this.loaded = { me, budget, audience, ...withOlder(page, this.loaded) };
      this.error = undefined;
      await this.#fill();
    } catch (error) {
      // What is on the screen stays there; an empty screen says what went wrong.
      if (request === this.#request && !this.loaded) this.error = error;
    }
  }

  readonly #more = async (): Promise<void> => {
    if (!this.loaded || this.loadingMore) return;
    if (this.moreError === undefined) this.shown += this.count;
    await this.#fill();
  };

  #chosen({ thankYous }: Loaded): readonly ThankYou[] {
    return thankYous.filter(({ value }) => this.values.includes(value));
  }

  /** Loads older pages until as many are there as are shown, or there are no more. */
  async #fill(): Promise<void> {
    if (this.loadingMore) return;
    this.moreError = undefined;
    this.loadingMore = true;
    try {
      for (let pages = 0; pages < mostPages; pages += 1) {
        const { loaded, community } = this;
        if (!community || loaded?.cursor === undefined) return;
        if (this.#chosen(loaded).length >= this.shown) return;
        const page = await community.kudos.read({ cursor: loaded.cursor });
        if (this.loaded === loaded) this.loaded = withPage(loaded, page);
      }
    } catch (error) {
      this.moreError = error;
    } finally {
      this.loadingMore = false;
    }
  }

  readonly #given = (): void => {
    this.giving = false;
    this.confirmation = msg('Your thanks have been sent.');
    void this.#load();
    this.focusOn('.give');
  };

  readonly #withdrawn = ({ detail: id }: CustomEvent<string>): void => {
    const { loaded } = this;
    if (!loaded) return;
    const isLeft = (thankYou: ThankYou): boolean => !thankYou.mine || thankYou.id !== id;
    this.loaded = { ...loaded, thankYous: loaded.thankYous.filter(isLeft) };
    this.confirmation = msg('Your thanks have been withdrawn.');
    void this.#load();
    this.focusOn('h2');
  };

  readonly #cancelled = (): void => {
    this.giving = false;
    this.focusOn('.give');
  };

  protected override render(): TemplateResult {
    if (this.loaded) return this.#content(this.loaded);
    if (this.error === undefined) return loadingNotice(msg('Loading kudos…'));
    return failureNotice(this.error, () => void this.#load());
  }

  #content(loaded: Loaded): TemplateResult {
    const { me, budget, audience } = loaded;
    const thankYous = this.#chosen(loaded);
    return html`<section aria-labelledby="title">
      <div class="head">
        <h2 id="title" tabindex="-1">${msg('Kudos')}</h2>
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
              .values=${this.values}
              .suggested=${this.suggested}
              @kantine-given=${this.#given}
              @kantine-budget=${() => void this.#load()}
              @kantine-cancel=${this.#cancelled}
            ></kantine-thank-you-form>`
          : nothing
      }
      ${
        thankYous.length === 0
          ? emptyNotice(
              msg('No thanks yet'),
              msg('Who made your week easier? Three words are enough to say so.'),
            )
          : html`<ul class="plain feed" @kantine-withdrawn=${this.#withdrawn}>
              ${repeat(
                thankYous.slice(0, this.shown),
                nameOf,
                (thankYou) =>
                  html`<li>
                    <kantine-thank-you .thankYou=${thankYou}></kantine-thank-you>
                  </li>`,
              )}
            </ul>`
      }
      ${this.#older(loaded)}
    </section>`;
  }

  #older(loaded: Loaded): TemplateResult | typeof nothing {
    if (this.moreError !== undefined) {
      const again = { label: msg('Try again'), run: () => void this.#more() };
      return errorNotice(errorText(this.moreError), again);
    }
    if (this.#chosen(loaded).length <= this.shown && loaded.cursor === undefined) return nothing;
    return html`<button
      type="button"
      class="quiet"
      aria-disabled=${this.loadingMore}
      @click=${this.#more}
    >
      ${this.loadingMore ? msg('Loading…') : msg('Show more thanks')}
    </button>`;
  }

  #start(): void {
    this.confirmation = '';
    this.giving = true;
  }

  static override styles = [tokens, controls, noticeStyles, kudosStyles];
}

/** A thank-you's id is its giver's own. */
const nameOf = ({ giver, id }: ThankYou): string => JSON.stringify([giver.id, id]);

/** What was loaded, and an older page. */
function withPage(loaded: Loaded, { thankYous, cursor }: KudosPage): Loaded {
  const known = new Set(loaded.thankYous.map(nameOf));
  const older = thankYous.filter((thankYou) => !known.has(nameOf(thankYou)));
  return { ...loaded, thankYous: [...loaded.thankYous, ...older], cursor };
}

/** A fresh first page, and what was loaded beyond it before. */
function withOlder(
  page: KudosPage,
  before: Loaded | undefined,
): Pick<Loaded, 'thankYous' | 'cursor'> {
  const { thankYous, cursor } = page;
  const oldest = thankYous.at(-1);
  if (!before || !oldest || cursor === undefined) return { thankYous, cursor };
  const fresh = new Set(thankYous.map(nameOf));
  const older = before.thankYous.filter(
    (thankYou) => thankYou.created < oldest.created && !fresh.has(nameOf(thankYou)),
  );
  return older.length === 0
    ? { thankYous, cursor }
    : { thankYous: [...thankYous, ...older], cursor: before.cursor };
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-kudos': Kudos;
  }
}
