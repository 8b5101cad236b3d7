import type { Received, ReceivedThanks } from '@kantine/core';
import { plainText } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { confirmationStyles, confirmed } from '../kit/later-confirmation.ts';
import { MomentController } from '../kit/moment-controller.ts';
import { named } from '../kit/later-named.ts';
import { againNotice, noticeStyles } from '../kit/notice.ts';
import { timeElement } from '../kit/time-element.ts';
import { listOf } from '../locale/list.ts';
import { momentText } from '../locale/moment.ts';
import { isolated, withNames } from '../parts/audience-label/isolated.ts';
import { face, faceStyles } from '../parts/avatar/face.ts';
import { groupName } from '../parts/group-name.ts';
import { keptText, moreThanks } from '../parts/thanks/thanks-words.ts';
import { catchUpStyles } from './catch-up.styles.ts';
import { receivedStyles } from './received-thanks.styles.ts';

const keyOf = ({ message, group, thankYou, by }: ReceivedThanks): string =>
  JSON.stringify([group?.id, message?.kind, message?.id, thankYou?.id, by[0]?.id]);

/** So many are named. */
const mostNamed = 3;

/** @returns who thanked the reader for what. */
function whyText({ by, group, thankYou }: ReceivedThanks): string {
  const some = by.slice(0, mostNamed).map(({ name }) => isolated(name || msg('Former colleague')));
  const names = listOf(by.length > mostNamed ? [...some, msg('others')] : some);
  if (!group) return msg(str`Thanks from ${names}`);
  if (thankYou) return msg(str`Thanks from ${names} in ${isolated(groupName(group))}`);
  return msg(str`Thanks from ${names} for what you wrote in ${isolated(groupName(group))}`);
}

/**
 * What the reader was thanked for, until they have seen it. Draws nothing where that is nothing.
 * @fires kantine-count with how much there is.
 */
export class ReceivedThanksList extends CommunityElement {
  @state() private said = '';
  readonly #asking = new Asking<Received>(this, {
    ask: ({ thanks }) => thanks.received(),
    keepsAnswer: true,
    answered: ({ thanks }) => this.emit<number>('kantine-count', thanks.length),
  });
  readonly #acting = new Acting<'keep' | 'seen'>(this);
  readonly #moment = new MomentController(this, () => this.#asking.answer?.thanks[0]?.created);

  async #keep(line: ReceivedThanks, holdsBack: boolean): Promise<void> {
    const { community } = this;
    const { message, thankYou, by, group: readBy } = line;
    if (!community) return;
    const kept = !line.isKept;
    await this.#acting.run('keep', async () => {
      await this.#asking.settling((options) => {
        if (message) {
          const { group, kind, id } = message;
          return community.thanks.keep({ group, kind, id, kept }, options);
        }
        const giver = by[0]?.id ?? '';
        const where = readBy ? { group: readBy.id } : {};
        const ref = { giver, id: thankYou?.id ?? '', kept, ...where };
        return community.thanks.keepKudos(ref, options);
      });
      this.#asking.show((now) => ({
        ...now,
        thanks: now.thanks.map((other) =>
          keyOf(other) === keyOf(line) ? { ...other, isKept: kept } : other,
        ),
      }));
      this.said = keptText(kept, holdsBack);
    });
  }

  readonly #seen = async (): Promise<void> => {
    if (await this.done()) this.emit('kantine-seen', undefined);
  };

  /** The reader has seen these; what came meanwhile stays. @returns whether that is kept. */
  async done(): Promise<boolean> {
    const { community } = this;
    const { answer } = this.#asking;
    if (!community || !answer || answer.thanks.length === 0) return true;
    const until = Math.max(...answer.thanks.map(({ created }) => created));
    return this.#acting.run('seen', async () => {
      await this.#asking.settling((options) => community.thanks.seen({ until }, options));
      this.#asking.show((now) => ({
        ...now,
        thanks: now.thanks.filter(({ created }) => created > until),
      }));
      this.emit<number>('kantine-count', this.#asking.answer?.thanks.length ?? 0);
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { thanks = [], holdsBack = true, isMore = false } = this.#asking.answer ?? {};
    // That this could not be asked is no news to who was not thanked.
    if (thanks.length === 0 && !isMore) return nothing;
    const { error, repeat, isBusy } = this.#acting;
    return html`<section aria-labelledby="title">
      <div class="top">
        <h3 id="title" tabindex="-1">${msg('Thanks for you')}</h3>
        ${
          thanks.length === 0
            ? nothing
            : html`<button
                type="button"
                class="secondary seen"
                aria-disabled=${isBusy}
                @click=${this.#seen}
              >
                ${msg('Lovely, seen')}
              </button>`
        }
      </div>
      ${confirmed(this.said)} ${error === undefined ? nothing : againNotice(error, repeat)}
      <ol class="lines">
        ${thanks.map((line) => this.#line(line, holdsBack))}
      </ol>
      ${isMore ? html`<p class="muted">${moreThanks()}</p>` : nothing}
    </section>`;
  }

  #line(line: ReceivedThanks, holdsBack: boolean): TemplateResult {
    const { by, created, message, thankYou, isKept } = line;
    const [last] = by;
    const why = whyText(line);
    const label = isKept ? msg('Show it to others again') : msg('Keep it between us');
    return html`<li class="line">
      <div class="face" aria-hidden="true">${last ? face(last) : nothing}</div>
      <div class="what">
        <span>${withNames(why)}</span>
        <bdi class="excerpt">${message ? plainText(message) : (thankYou?.reason ?? '')}</bdi>
        <span class="muted">
          ${timeElement(created, momentText(created, this.#moment.now))}
          ${isKept ? html`<span class="kept">${msg('between you')}</span>` : nothing}
        </span>
      </div>
      <button
        type="button"
        class="quiet keep"
        aria-label=${named(label, why)}
        aria-disabled=${this.#acting.isBusy}
        @click=${() => this.#keep(line, holdsBack)}
      >
        ${label}
      </button>
    </li>`;
  }

  static override styles = [
    controls,
    noticeStyles,
    confirmationStyles,
    faceStyles,
    catchUpStyles,
    receivedStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-received-thanks': ReceivedThanksList;
  }
}
