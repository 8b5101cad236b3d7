import { gladToday, whomToAsk } from '@kantine/core';
import type { AnsweredShare, Community, Glad, PersonSummary } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CommunityElement } from '../../kit/kantine-element.ts';
import { controls } from '../../kit/controls.ts';
import { tokens } from '../../kit/tokens.ts';
import { isolated, withNames } from '../audience-label/isolated.ts';
import { gladAtAllText, gladText } from './glad-text.ts';
import { keeping } from './kept.ts';
import { doQuestionsWait, shareText } from './share-text.ts';

const askShare = keeping((community, group) => community.wall.answered({ group }));
const askGlad = keeping((community, group) => community.wall.gladToBeAsked({ group }));

/** Nobody is offered while words are still coming. In milliseconds. */
const typingPause = 500;

interface Offers {
  readonly sentences: readonly string[];
  readonly people: readonly PersonSummary[];
}

/**
 * What helps somebody who is about to ask: how questions fare in the group, and who is glad to be asked. It says
 * nothing until that is known, nothing where it cannot be, and nothing of a group with few questions. The draft
 * goes nowhere: it is compared here with what profiles say.
 *
 * @fires kantine-mention with a colleague whom the writer wants to mention.
 */
export class QuestionHint extends CommunityElement {
  /** The group's id. */
  @property({ attribute: false }) group: string | undefined;
  /** What is written so far. */
  @property({ attribute: false }) text = '';
  /** The ids of those whom it mentions already. */
  @property({ attribute: false }) mentioned: readonly string[] = [];
  @state() private share: AnsweredShare | undefined;
  @state() private glad: readonly Glad[] = [];
  /** The text as it was when its writer paused last. */
  @state() private paused = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('community') || changed.has('group')) {
      this.share = undefined;
      this.glad = [];
      void this.#askShare();
      this.paused = this.text;
      void this.#askGlad();
    } else if (changed.has('text')) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.paused = this.text;
        void this.#askGlad();
      }, typingPause);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** A hint that cannot be had is none: nobody is kept from asking. */
  async #ask<Answer>(
    ask: (community: Community, group: string) => Promise<Answer>,
  ): Promise<Answer | undefined> {
    const { community, group } = this;
    if (!community || group === undefined) return undefined;
    const answer = await ask(community, group).catch(() => undefined);
    return community === this.community && group === this.group ? answer : undefined;
  }

  async #askShare(): Promise<void> {
    this.share = await this.#ask(askShare);
    await this.#askGlad();
  }

  /** Asked where it may be said: something is written, or questions often wait. */
  async #askGlad(): Promise<void> {
    const isSaid = this.paused.trim() !== '' || this.#isWaiting;
    if (isSaid) this.glad = (await this.#ask(askGlad)) ?? [];
  }

  get #isWaiting(): boolean {
    return this.share !== undefined && doQuestionsWait(this.share);
  }

  #offers(): Offers {
    const now = Date.now();
    const found = whomToAsk(this.paused, this.glad, now);
    if (found.length > 0 || !this.#isWaiting) {
      return { sentences: found.map(gladText), people: found.flatMap(({ people }) => people) };
    }
    const some = gladToday(this.glad, now);
    if (some.length === 0) return { sentences: [], people: [] };
    return { sentences: [gladAtAllText(some)], people: some.map(({ person }) => person) };
  }

  protected override render(): TemplateResult {
    const text = this.share && shareText(this.share);
    const { sentences, people } = this.#offers();
    const others = people.filter(({ id }) => !this.mentioned.includes(id));
    return html`<div role="status">
        ${text === undefined ? nothing : html`<p class="muted">${text}</p>`}
        ${sentences.map((sentence) => html`<p class="muted">${withNames(sentence)}</p>`)}
      </div>
      ${
        others.length === 0
          ? nothing
          : html`<div class="people">${others.map((person) => this.#button(person))}</div>`
      }`;
  }

  #button(person: PersonSummary): TemplateResult {
    return html`<button
      type="button"
      class="secondary"
      @click=${() => this.emit('kantine-mention', person)}
    >
      <span>${withNames(msg(str`Mention ${isolated(person.name)}`))}</span>
    </button>`;
  }

  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: grid;
        font-size: 0.875rem;
        gap: 0.4rem;
      }

      p {
        margin: 0;
      }

      .people {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
      }

      .people button {
        font-weight: 400;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-question-hint': QuestionHint;
  }
}
