// In one file, since the form, the filter and the feed share the loaded page.
import { kudosValues } from '@kantine/core';
import type {
  Community,
  Given,
  KudosValue,
  PersonId,
  PersonSummary,
  QuotaReached,
  ThankYou,
} from '@kantine/core';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Acting } from '../kit/acting.ts';
import { Asking } from '../kit/asking.ts';
import type { Settling } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { confirmationStyles, confirmed } from '../kit/later-confirmation.ts';
import * as laterIcons from '../kit/later-icons.ts';
import { FormOpening } from '../kit/form-opening.ts';
import { WidgetElement } from '../kit/kantine-element.ts';
import {
  againNotice,
  emptyNotice,
  failureNotice,
  leftOutNotice,
  loadingNotice,
  noticeStyles,
} from '../kit/notice.ts';
import { tokens } from '../kit/tokens.ts';
import { headStyles } from '../kit/later-head.ts';
import { kudosStyles } from './kudos.styles.ts';
import { nameOf, withGiven, withKept, withOlder, withPage, withWithdrawn } from './loaded.ts';
import type { Loaded } from './loaded.ts';
import type { Kept, Withdrawn } from './thank-you.ts';
import { isShownAt, learnValues, valuesConverter } from './values.ts';

/** Pages that are looked through for thanks of the chosen values before one has to ask again. */
const mostPages = 5;

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
  @state() private shown = 0;
  /** Whether thanks in the reader's groups are in the feed, too: they take a question more. */
  @state() private inGroups = false;
  readonly #form = new FormOpening(this, '.give');
  readonly #acting = new Acting<'more'>(this);
  readonly #asking = new Asking<Loaded>(this, {
    args: () => [this.inGroups],
    ask: async ({ people, kudos }) => {
      const [me, budget, page, audience] = await Promise.all([
        people.me(),
        kudos.budget(),
        kudos.read({ isWide: this.inGroups }),
        kudos.audience(),
      ]);
      const { thankYous, cursor, dropped, values } = page;
      learnValues(values);
      return { me, budget, audience, thankYous, cursor, dropped, values };
    },
    merge: withOlder,
    answered: () => this.#fillSoon(),
  });
  readonly #suggesting = new Asking<PersonSummary | undefined>(this, {
    args: () => [this.recipient],
    ask: ({ card }) => suggestion(card, this.recipient),
    // Who is suggested depends on no thanks: they are asked for once.
    mayRefresh: () => false,
    answered: (person) => {
      if (person) this.#form.open();
    },
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('count')) this.shown = this.count;
    if (changed.has('values')) this.#fillSoon();
  }

  readonly #settling: Settling = (write) => this.#asking.settling(write);

  readonly #more = (): void => {
    if (this.#acting.isBusy) return;
    if (this.#acting.error === undefined) this.shown += this.count;
    void this.#fill();
  };

  #chosen({ thankYous }: Loaded): readonly ThankYou[] {
    return thankYous.filter(({ value }) => isShownAt(this.values, value));
  }

  /** Loads older pages until as many are there as are shown, or there are no more. */
  #fill(): Promise<boolean> {
    return this.#acting.run('more', async () => {
      for (let pages = 0; pages < mostPages; pages += 1) {
        const { answer } = this.#asking;
        if (answer?.cursor === undefined || !this.community) return;
        if (this.#chosen(answer).length >= this.shown) return;
        const { cursor } = answer;
        const page = await this.community.kudos.read({ cursor, isWide: this.inGroups });
        this.#asking.show((now) => withPage(now, cursor, page));
      }
    });
  }

  #fillSoon(): void {
    queueMicrotask(() => void this.#fill());
  }

  readonly #given = ({ detail }: CustomEvent<Given>): void => {
    this.#asking.show((now) => withGiven(now, detail));
    this.#form.sent(msg('Your thanks have been sent.'), '.give');
  };

  readonly #withdrawn = ({ detail }: CustomEvent<Withdrawn>): void => {
    this.#asking.show((now) => withWithdrawn(now, detail));
    this.#form.confirm(msg('Your thanks have been withdrawn.'), 'h2');
  };

  readonly #kept = ({ detail }: CustomEvent<Kept>): void => {
    this.#form.confirm(
      detail.isKept ? msg('Others do not see it any more.') : msg('Others see it again.'),
    );
    this.#asking.show((now) => withKept(now, detail));
  };

  /** Another window gave the last ones; the refusal tells what is left. */
  readonly #refused = ({ detail }: CustomEvent<QuotaReached['data']>): void => {
    const { left, resetsAt } = detail;
    this.#asking.show((now) => ({ ...now, budget: { ...now.budget, left, resetsAt } }));
  };

  protected override render(): TemplateResult {
    const { answer, error } = this.#asking;
    if (answer) return this.#content(answer);
    if (error === undefined) return loadingNotice(msg('Loading kudos…'));
    return failureNotice(error, () => void this.#asking.ask());
  }

  #content(loaded: Loaded): TemplateResult {
    const { me, budget, audience, cursor, dropped } = loaded;
    const thankYous = this.#chosen(loaded);
    return html`<section aria-labelledby="title">
      <div class="head">
        <h2 id="title" tabindex="-1">${msg('Kudos')}</h2>
        ${
          this.#form.isOpen
            ? nothing
            : html`<button type="button" class="primary give" @click=${this.#form.open}>
                ${laterIcons.heart}${msg('Thank a colleague')}
              </button>`
        }
      </div>
      ${confirmed(this.#form.confirmation)}
      ${
        this.#form.isOpen
          ? html`<kantine-thank-you-form
              .me=${me}
              .budget=${budget}
              .audience=${audience}
              .values=${loaded.values.flatMap(({ id, isOffered }) =>
                isOffered && isShownAt(this.values, id) ? [id] : [],
              )}
              .suggested=${this.#suggesting.answer}
              .settling=${this.#settling}
              @kantine-given=${this.#given}
              @kantine-budget=${this.#refused}
              @kantine-cancel=${this.#form.giveUp}
            ></kantine-thank-you-form>`
          : nothing
      }
      ${
        thankYous.length === 0 && dropped === 0 && cursor === undefined
          ? emptyNotice(
              msg('No thanks yet'),
              msg('Who made your week easier? Three words are enough to say so.'),
            )
          : html`<ul
              class="plain feed"
              @kantine-withdrawn=${this.#withdrawn}
              @kantine-kept=${this.#kept}
            >
              ${repeat(
                thankYous.slice(0, this.shown),
                nameOf,
                (thankYou) =>
                  html`<li>
                    <kantine-thank-you
                      .thankYou=${thankYou}
                      .settling=${this.#settling}
                    ></kantine-thank-you>
                  </li>`,
              )}
            </ul>`
      }
      ${leftOutNotice(dropped)} ${this.#older(loaded)} ${this.#groups()}
    </section>`;
  }

  #groups(): TemplateResult | typeof nothing {
    if (this.inGroups) return nothing;
    return html`<button type="button" class="quiet" @click=${() => (this.inGroups = true)}>
      ${msg('Thanks in your groups, too')}
    </button>`;
  }

  #older(loaded: Loaded): TemplateResult | typeof nothing {
    const { error, isBusy } = this.#acting;
    if (error !== undefined) {
      return againNotice(error, this.#more);
    }
    if (this.#chosen(loaded).length <= this.shown && loaded.cursor === undefined) return nothing;
    return html`<button type="button" class="quiet" aria-disabled=${isBusy} @click=${this.#more}>
      ${isBusy ? msg('Loading…') : msg('Show more thanks')}
    </button>`;
  }

  static override styles = [
    tokens,
    controls,
    noticeStyles,
    confirmationStyles,
    headStyles,
    kudosStyles,
  ];
}

/** A person who cannot be thanked is not suggested: oneself, and people who left. */
async function suggestion(
  card: Community['card'],
  person: PersonId | undefined,
): Promise<PersonSummary | undefined> {
  if (person === undefined || person === '') return undefined;
  const found = await card.read({ person }).catch(() => undefined);
  return found?.person.active === true && !found.isMe ? found.person : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-kudos': Kudos;
  }
}
