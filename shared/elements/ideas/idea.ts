/** In one file, since what a reader can do with an idea shares one line and one panel below it. */
import type { FateView, IdeaView, PersonSummary } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { unsettled } from '../kit/asking.ts';
import type { Settling } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { quoted } from '../kit/later-quoted.ts';
import { MomentController } from '../kit/moment-controller.ts';
import { againNotice, noticeStyles } from '../kit/notice.ts';
import { timeElement } from '../kit/time-element.ts';
import { momentText } from '../locale/moment.ts';
import { withNames } from '../parts/audience-label/isolated.ts';
import { markdown, markdownStyles } from '../parts/markdown/markdown.ts';
import { fateLine } from './fate-line.ts';
import { commentsText, nameOf, remindedText, triedText, waitsText } from './idea-words.ts';
import { ideaStyles } from './idea.styles.ts';

const loadConversation = (): Promise<unknown> => import('../wall/define.conversation.ts');

/** What is open below an idea: its conversation, perhaps with the field to ask, or a form. */
type Panel = 'comments' | 'question' | 'fate' | 'withdraw';

/**
 * One idea with what became of it.
 * @fires kantine-idea with the idea as it is now, after the reader did something about it.
 */
export class IdeaItem extends CommunityElement {
  @property({ attribute: false }) idea: IdeaView | undefined;
  @property() group: string | undefined;
  @property({ attribute: false }) me: PersonSummary | undefined;
  /** The host's time; the reader's where nobody said it. */
  @property({ attribute: false }) now: number | undefined;
  /** Who looks after the ideas of the group. */
  @property({ attribute: false }) keeper: PersonSummary | undefined;
  @property({ type: Boolean, attribute: 'can-write' }) canWrite = false;
  @property({ attribute: false }) settling: Settling = unsettled;
  @state() private panel: Panel | undefined;
  /** Whether what somebody wrote whom the reader would rather not see is shown. */
  @state() private revealed = false;
  readonly #acting = new Acting<'try' | 'withdraw' | 'open'>(this);
  readonly #moment = new MomentController(this, () => this.idea?.created);
  /** One taking back, one key. */
  #key: string | undefined;

  readonly #try = async (): Promise<void> => {
    const { community, group, idea, me } = this;
    if (!community || group === undefined || !idea || !me) return;
    const tried = !idea.triedByMe;
    await this.#acting.run('try', async () => {
      const input = { group, post: idea.id, tried };
      await this.settling((options) => community.ideas.setTried(input, options));
      const others = idea.triedBy.filter(({ id }) => id !== me.id);
      this.#show({
        ...idea,
        tried: idea.tried + (tried ? 1 : -1),
        triedBy: tried ? [me, ...others] : others,
        triedByMe: tried,
      });
    });
  };

  #show(idea: IdeaView): void {
    this.emit<IdeaView>('kantine-idea', idea);
  }

  #showFate(fate: FateView): void {
    const { idea } = this;
    if (!idea) return;
    this.panel = undefined;
    this.#show({
      ...idea,
      waits: undefined,
      fate,
      mayDecide: idea.mayDecide && fate.state !== 'withdrawn',
    });
    this.focusOn('article');
  }

  readonly #withdraw = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { community, group, idea } = this;
    if (!community || group === undefined || !idea) return;
    const reason = new FormData(event.target as HTMLFormElement).get('reason');
    this.#key ??= community.newKey();
    const input = {
      group,
      post: idea.id,
      reason: typeof reason === 'string' ? reason : '',
      key: this.#key,
    };
    await this.#acting.run('withdraw', async () => {
      const fate = await this.settling((options) => community.ideas.withdraw(input, options));
      this.#showFate(fate);
    });
  };

  /** Opens what belongs below the idea, or closes it; what it is made of is fetched then. */
  async #toggle(panel: Panel): Promise<void> {
    // What is on its way ends first: its end would close what is open by then.
    if (this.#acting.busy === 'withdraw') return;
    if (this.panel === panel) return this.#close();
    const isConversation = panel === 'comments' || panel === 'question';
    const isThere = !isConversation || (await this.#acting.run('open', () => loadConversation()));
    if (!isThere) return;
    this.panel = panel;
    if (panel === 'withdraw') this.focusOn('form input');
  }

  #close(): void {
    const { panel } = this;
    this.panel = undefined;
    if (panel) this.focusOn(`.${panel}`);
  }

  readonly #cancelled = (event: Event): void => {
    event.stopPropagation();
    this.#close();
  };

  readonly #decided = (event: CustomEvent<FateView>): void => {
    event.stopPropagation();
    this.#showFate(event.detail);
  };

  protected override render(): TemplateResult | typeof nothing {
    const { idea } = this;
    if (!idea) return nothing;
    const { author, created, fate, unsure } = idea;
    const isOpen = this.panel === 'comments' || this.panel === 'question';
    const name = nameOf(author);
    return html`<article tabindex="-1" aria-label=${msg(str`Idea by ${name}`)}>
      <header>
        <kantine-avatar class="face" .person=${author}></kantine-avatar>
        <span class="by">
          <kantine-person-name .person=${author}></kantine-person-name>
          <span class="muted">${timeElement(created, momentText(created, this.#moment.now))}</span>
        </span>
        ${unsure ? html`<span class="tag">${msg('Half an idea')}</span>` : nothing}
      </header>
      ${isOpen ? nothing : this.#words(idea)}
      <div class="became">${fateLine(fate, this.#moment.now)} ${this.#waiting(idea)}</div>
      ${this.#tried(idea)} ${this.#actions(idea)}
      ${
        this.#acting.error === undefined
          ? nothing
          : againNotice(this.#acting.error, this.#acting.repeat)
      }
      ${this.#below(idea)}
    </article>`;
  }

  #words({ text, mentions, hidden, unwanted }: IdeaView): TemplateResult {
    if (hidden && text === '') {
      return html`<p class="gone">${msg('A steward hid this idea.')} ${quoted(hidden.reason)}</p>`;
    }
    if (unwanted && !this.revealed) {
      return html`<p class="gone">
        ${msg('An idea by somebody you chose not to see.')}
        <button type="button" class="quiet" @click=${() => (this.revealed = true)}>
          ${msg('Show it')}
        </button>
      </p>`;
    }
    return html`<div class="markdown words">${markdown(text, mentions)}</div>`;
  }

  #waiting({ waits, mine, mayDecide }: IdeaView): TemplateResult | typeof nothing {
    if (waits === undefined || !(mine || mayDecide)) return nothing;
    const words = mine ? remindedText(this.keeper) : waitsText(waits);
    return html`<p class="waits">${withNames(words)}</p>`;
  }

  #tried(idea: IdeaView): TemplateResult | typeof nothing {
    const words = triedText(idea, this.me?.id ?? '');
    return words === undefined ? nothing : html`<p class="muted">${withNames(words)}</p>`;
  }

  #button(panel: Panel, label: string, kind = 'quiet'): TemplateResult {
    return html`<button
      type="button"
      class="${kind} ${panel}"
      aria-expanded=${this.panel === panel}
      @click=${() => void this.#toggle(panel)}
    >
      ${label}
    </button>`;
  }

  #actions(idea: IdeaView): TemplateResult | typeof nothing {
    const { mine, commentCount, closed, fate, mayDecide, waits } = idea;
    const isOpen = this.canWrite && fate.state !== 'withdrawn' && !idea.hidden;
    const mayAsk = isOpen && !closed && !mine;
    return html`<div class="actions">
      ${
        isOpen && !mine
          ? html`<button
              type="button"
              class="secondary try"
              aria-pressed=${idea.triedByMe}
              aria-disabled=${this.#acting.isBusy}
              @click=${this.#try}
            >
              <span aria-hidden="true">${idea.triedByMe ? '✓' : '+'}</span>${msg('I’d try this')}
            </button>`
          : nothing
      }
      ${mayAsk ? this.#button('question', msg('I have a question'), 'secondary') : nothing}
      ${commentCount === 0 ? nothing : this.#button('comments', this.#commentsLabel(commentCount))}
      ${
        mayDecide
          ? this.#button(
              'fate',
              msg('Say what happens to it'),
              waits === undefined ? 'quiet' : 'primary',
            )
          : nothing
      }
      ${mine && isOpen ? this.#button('withdraw', msg('Take back')) : nothing}
    </div>`;
  }

  #commentsLabel(count: number): string {
    return this.panel === 'comments' ? msg('Hide comments') : commentsText(count);
  }

  #below({ id }: IdeaView): TemplateResult | typeof nothing {
    switch (this.panel) {
      case 'comments':
      case 'question':
        return html`<kantine-conversation
          heading=${msg('What colleagues say')}
          closable
          flat
          ?answering=${this.panel === 'question'}
          .community=${this.community}
          .group=${this.group}
          .post=${id}
          @kantine-close=${this.#cancelled}
        ></kantine-conversation>`;
      case 'fate':
        return html`<kantine-fate-form
          .me=${this.me?.id ?? ''}
          .now=${this.now}
          .group=${this.group}
          .post=${id}
          .settling=${this.settling}
          @kantine-decided=${this.#decided}
          @kantine-cancel=${this.#cancelled}
        ></kantine-fate-form>`;
      case 'withdraw':
        return this.#withdrawal();
      case undefined:
        return nothing;
    }
  }

  #withdrawal(): TemplateResult {
    return html`<form
      class="panel"
      aria-label=${msg('Take your idea back')}
      @submit=${this.#withdraw}
    >
      <p>
        ${msg('Take your idea back? People can still read it, and see that you took it back. After that nothing is decided about it.')}
      </p>
      <label>
        ${msg('Why? (optional)')}
        <input name="reason" maxlength="500" autocomplete="off" dir="auto" />
      </label>
      <div class="buttons">
        <button type="button" class="quiet" @click=${() => void this.#toggle('withdraw')}>
          ${msg('Keep it')}
        </button>
        <button type="submit" class="danger" aria-disabled=${this.#acting.isBusy}>
          ${this.#acting.isBusy ? msg('Sending…') : msg('Take back')}
        </button>
      </div>
    </form>`;
  }

  static override styles = [controls, noticeStyles, markdownStyles, ideaStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-idea': IdeaItem;
  }
}
