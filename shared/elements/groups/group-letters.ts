import type { Community, GroupView, LetterView, StewardsView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Acting } from '../kit/acting.ts';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { formErrorText } from '../kit/form-error-text.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { confirmationStyles, confirmed } from '../kit/later-confirmation.ts';
import { named } from '../kit/later-named.ts';
import { errorNotice, failureNotice, loadingNotice, noticeStyles } from '../kit/notice.ts';
import { markdown, markdownStyles } from '../parts/markdown/markdown.ts';
import { panelStyles } from '../parts/message/panel.styles.ts';
import { isReason, reasonForm, reasonText } from '../parts/stewards/forms.ts';
import { stillThere } from '../parts/stewards/more-words.ts';
import { lettersStyles } from './group-letters.styles.ts';
import { moreStyles } from '../parts/stewards/more.styles.ts';

/** What is answered to a letter. */
type Reply = 'hide' | 'show' | 'stay';

const nameOf = (letter: LetterView): string =>
  letter.author?.name === undefined || letter.author.name === ''
    ? msg('Former colleague')
    : letter.author.name;
const keyOf = ({ by, kind, message }: LetterView): string =>
  JSON.stringify([kind, by.id, message.kind, message.id]);

/** What waits for those who read letters about a group: reports, and authors who ask to look again. */
export class GroupLetters extends CommunityElement {
  @property({ attribute: false }) group: Pick<GroupView, 'id'> | undefined;
  @property({ attribute: false }) view: StewardsView | undefined;
  @state() private open: { readonly letter: string; readonly reply: Reply } | undefined;
  @state() private reason = '';
  @state() private isShort = false;
  @state() private confirmation = '';
  readonly #acting = new Acting<'reply'>(this);
  readonly #asking = new Asking<readonly LetterView[]>(this, {
    args: () => [this.group?.id],
    ask: ({ stewards }) => this.group && stewards.waiting({ group: this.group.id }),
  });

  #choose(letter: LetterView, reply: Reply): void {
    this.open = { letter: keyOf(letter), reply };
    this.reason = '';
    this.isShort = false;
    this.focusOn('.panel input');
  }

  async #send(letter: LetterView, reply: Reply): Promise<void> {
    const { reason } = this;
    this.isShort = reply !== 'show' && !isReason(reason);
    if (this.isShort) return this.focusOn('.panel input');
    await this.#settle((community) => write(community, letter, reply, reason));
  }

  /** What was reported until now is answered; a later report waits again. */
  readonly #letStand = ({ message }: LetterView): Promise<void> =>
    this.#settle(({ stewards, newKey }) => stewards.letStand({ ...message, key: newKey() }));

  async #settle(work: (community: Community) => Promise<void>): Promise<void> {
    const { community } = this;
    if (!community) return;
    const isDone = await this.#acting.run('reply', async () => {
      await work(community);
      await this.#asking.ask();
      this.open = undefined;
    });
    if (!isDone) return;
    this.confirmation = msg('Done.');
    this.focusOn('[tabindex="-1"]');
  }

  protected override render(): TemplateResult {
    const { answer, error, isLoading } = this.#asking;
    const failed = this.#acting.error;
    return html`<h5 id="letters">${msg('Reports')}</h5>
      ${confirmed(this.confirmation)}
      ${error === undefined ? nothing : failureNotice(error, () => void this.#asking.ask())}
      ${failed === undefined ? nothing : errorNotice(formErrorText(failed))}
      ${isLoading ? loadingNotice(msg('Loading…'), 1) : nothing}
      ${
        answer?.length === 0
          ? html`<p class="muted" tabindex="-1">${msg('Nothing is waiting for you.')}</p>`
          : html`<ul class="plain" tabindex="-1" aria-labelledby="letters">
              ${repeat(answer ?? [], keyOf, (letter) => html`<li>${this.#letter(letter)}</li>`)}
            </ul>`
      }`;
  }

  #letter(letter: LetterView): TemplateResult {
    const by = letter.by.name || msg('Former colleague');
    const what =
      letter.kind === 'appeal'
        ? msg(str`${by} asks to look again`)
        : msg(
            str`${by} reports what ${nameOf(letter)} wrote: ${reasonText(letter.why ?? 'other')}`,
          );
    return html`<p>${what}</p>
      ${letter.note === '' ? nothing : html`<p class="note" dir="auto">${letter.note}</p>`}
      ${
        letter.text === undefined
          ? html`<p class="muted">${msg('Its words are for the members of the group alone.')}</p>`
          : html`<div class="markdown">${markdown(letter.text)}</div>`
      }
      ${this.#replies(letter)}`;
  }

  #replies(letter: LetterView): TemplateResult | typeof nothing {
    const { open } = this;
    if (letter.text === undefined || !this.view?.mayAct) return nothing;
    if (open?.letter === keyOf(letter)) return this.#form(letter, open.reply);
    if (letter.kind === 'report') {
      return html`<div class="buttons">
        ${this.#button(letter, 'hide', msg('Hide…'))}
        <button
          type="button"
          class="secondary"
          aria-label=${named(msg('Nothing is wrong with it'), nameOf(letter))}
          aria-disabled=${this.#acting.isBusy}
          @click=${() => void this.#letStand(letter)}
        >
          ${msg('Nothing is wrong with it')}
        </button>
      </div>`;
    }
    const isForOther = letter.forAnother && this.view.stewards.length > 1;
    if (isForOther) {
      return html`<p class="muted">${msg('You hid it, so another steward answers.')}</p>`;
    }
    return html`<div class="buttons">
      ${this.#button(letter, 'show', msg('Show again…'))}
      ${this.#button(letter, 'stay', msg('It stays hidden…'))}
    </div>`;
  }

  #button(letter: LetterView, reply: Reply, text: string): TemplateResult {
    return html`<button
      type="button"
      class="secondary"
      aria-label=${named(text, nameOf(letter))}
      @click=${() => this.#choose(letter, reply)}
    >
      ${text}
    </button>`;
  }

  #form(letter: LetterView, reply: Reply): TemplateResult {
    const name = nameOf(letter);
    const done = { hide: msg('Hide'), show: msg('Show again'), stay: msg('It stays hidden') }[
      reply
    ];
    const isHidden = reply === 'hide' && this.view?.holdsBack === false;
    return reasonForm({
      label: done,
      field:
        reply === 'show'
          ? msg('A note (optional)')
          : msg('Why? At least three words, which readers see too'),
      ...(reply === 'hide' ? { preview: msg(str`This is what ${name} will see:`) } : {}),
      ...(isHidden
        ? {
            intro: stillThere(name),
          }
        : {}),
      done,
      busy: this.#acting.isBusy,
      reason: this.reason,
      isShort: this.isShort,
      typed: (reason) => (this.reason = reason),
      submit: () => void this.#send(letter, reply),
      cancel: () => {
        this.open = undefined;
        this.focusOn('[tabindex="-1"]');
      },
    });
  }

  static override styles = [
    controls,
    noticeStyles,
    confirmationStyles,
    markdownStyles,
    panelStyles,
    moreStyles,
    lettersStyles,
  ];
}

function write(
  { stewards, newKey }: Community,
  { message }: LetterView,
  reply: Reply,
  reason: string,
): Promise<void> {
  const key = newKey();
  return reply === 'hide'
    ? stewards.hide({ ...message, reason, key })
    : stewards.settle({ ...message, shown: reply === 'show', reason, key });
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-group-letters': GroupLetters;
  }
}
