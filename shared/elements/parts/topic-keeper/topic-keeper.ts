import { limits } from '@kantine/core';
import type { TopicView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Acting } from '../../kit/acting.ts';
import { controls } from '../../kit/controls.ts';
import { formErrorText } from '../../kit/form-error-text.ts';
import { KantineElement } from '../../kit/kantine-element.ts';
import { confirmationStyles, confirmed } from '../../kit/later-confirmation.ts';
import { named } from '../../kit/later-named.ts';
import { errorNotice, noticeStyles } from '../../kit/notice.ts';
import { panelStyles } from '../message/panel.styles.ts';

/** What a steward does to the topics of a group. Each throws a KantineError, and is done once it is confirmed. */
export interface TopicKeeping {
  add(name: string): Promise<void>;
  rename(topic: string, name: string): Promise<void>;
  drop(topic: string): Promise<void>;
}

/** What is asked about a topic before it is done; about none: the name of a new one. */
interface Open {
  readonly topic: string | undefined;
  readonly what: 'add' | 'rename' | 'drop';
}

const adding: Open = { topic: undefined, what: 'add' };

/** Whether a name is one, and no other topic's. @param except the topic that is to have it */
const isFree = (topics: readonly TopicView[], typed: string, except?: string): boolean => {
  const name = typed.trim().toLowerCase();
  return (
    name !== '' && topics.every((each) => each.id === except || each.name.toLowerCase() !== name)
  );
};

/** Where a steward adds topics, gives them other names, and takes them away. */
export class TopicKeeper extends KantineElement {
  @property({ attribute: false }) topics: readonly TopicView[] = [];
  @property({ attribute: false }) keeping: TopicKeeping | undefined;
  @state() private open = adding;
  @state() private name = '';
  /** Whether a name was sent that is none, or taken. */
  @state() private isRefused = false;
  @state() private confirmation = '';
  readonly #acting = new Acting(this);

  #begin(open: Open, name = ''): void {
    this.open = open;
    this.name = name;
    this.isRefused = false;
    this.confirmation = '';
    this.#acting.clear();
    this.focusOn(open.what === 'drop' ? '.question .danger' : 'input');
  }

  /** What was pressed is there again, or the field for a new one. */
  readonly #end = (): void => {
    const { topic } = this.open;
    this.open = adding;
    this.name = '';
    this.isRefused = false;
    this.#acting.clear();
    const at = this.topics.findIndex(({ id }) => id === topic);
    const field = this.topics.length < limits.topics ? 'input' : '[tabindex]';
    this.focusOn(at < 0 ? field : `li:nth-child(${at + 1}) button`);
  };

  async #run(work: (keeping: TopicKeeping) => Promise<void>, said: string): Promise<void> {
    const { keeping } = this;
    if (!keeping) return;
    if (!(await this.#acting.run('keep', () => work(keeping)))) return;
    this.#end();
    this.confirmation = said;
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { open, name, topics } = this;
    if (this.#acting.isBusy) return;
    this.isRefused = !isFree(topics, name, open.topic);
    if (this.isRefused) return this.focusOn('input');
    const { topic } = open;
    if (topic === undefined) {
      void this.#run((keeping) => keeping.add(name), msg(str`“${name.trim()}” is a topic now.`));
    } else {
      const before = topics.find(({ id }) => id === topic)?.name ?? '';
      const said = msg(str`“${before}” is called “${name.trim()}” now.`);
      void this.#run((keeping) => keeping.rename(topic, name), said);
    }
  };

  protected override render(): TemplateResult {
    const { topics } = this;
    const { error } = this.#acting;
    return html`<section class="panel" aria-labelledby="topics">
      <p id="topics" tabindex="-1">${msg('Topics of this group')}</p>
      ${confirmed(this.confirmation)}
      ${error === undefined ? nothing : errorNotice(formErrorText(error))}
      ${
        topics.length === 0
          ? html`<p class="muted">
              ${msg('None yet. Posts may be about one, and people choose what they read.')}
            </p>`
          : html`<ul class="plain" aria-labelledby="topics">
              ${repeat(
                topics,
                ({ id }) => id,
                (topic) => html`<li>${this.#topic(topic)}</li>`,
              )}
            </ul>`
      }
      ${
        this.open.what !== 'add' || topics.length >= limits.topics
          ? nothing
          : this.#form(msg('A new topic, at most 24 characters'), msg('Add topic'))
      }
    </section>`;
  }

  #topic(topic: TopicView): TemplateResult {
    const { open } = this;
    if (open.topic === topic.id) {
      return open.what === 'drop'
        ? this.#question(topic)
        : this.#form(msg('New name'), msg('Rename'), this.#end);
    }
    const button = (text: string, begin: () => void): TemplateResult =>
      html`<button
        type="button"
        class="quiet"
        aria-label=${named(text, topic.name)}
        @click=${begin}
      >
        ${text}
      </button>`;
    return html`<bdi>${topic.name}</bdi>
      <span class="choices">
        ${button(msg('Rename…'), () => this.#begin({ topic: topic.id, what: 'rename' }, topic.name))}
        ${button(msg('Remove…'), () => this.#begin({ topic: topic.id, what: 'drop' }))}
      </span>`;
  }

  #question({ id, name }: TopicView): TemplateResult {
    const drop = (): void =>
      void this.#run(({ drop }) => drop(id), msg(str`“${name}” is no topic any more.`));
    return html`<div class="question" role="group" aria-labelledby="question">
      <p id="question">${msg(str`Remove “${name}”? Its posts stay, without a topic.`)}</p>
      <div class="buttons">
        <button type="button" class="quiet" @click=${this.#end}>${msg('Keep it')}</button>
        <button type="button" class="danger" aria-disabled=${this.#acting.isBusy} @click=${drop}>
          ${msg('Remove')}
        </button>
      </div>
    </div>`;
  }

  #form(label: string, done: string, cancel?: () => void): TemplateResult {
    const { isRefused, name } = this;
    return html`<form @submit=${this.#submit}>
      <label>
        ${label}
        <input
          name="name"
          maxlength=${limits.topic}
          autocomplete="off"
          dir="auto"
          .value=${name}
          aria-invalid=${isRefused ? 'true' : nothing}
          aria-describedby=${isRefused ? 'refused' : nothing}
          @input=${({ target }: Event) => {
            this.name = (target as HTMLInputElement).value;
          }}
        />
      </label>
      ${
        isRefused
          ? html`<p id="refused" class="invalid" role="alert">
              ${name.trim() === '' ? msg('Give it a name first.') : msg('There is a topic with this name already.')}
            </p>`
          : nothing
      }
      <div class="buttons">
        ${
          cancel
            ? html`<button type="button" class="quiet" @click=${cancel}>${msg('Cancel')}</button>`
            : nothing
        }
        <button type="submit" class="secondary" aria-disabled=${this.#acting.isBusy}>
          ${done}
        </button>
      </div>
    </form>`;
  }

  static override styles = [
    controls,
    noticeStyles,
    confirmationStyles,
    panelStyles,
    css`
      p {
        margin: 0;
      }

      ul {
        display: grid;
        gap: 0.25rem;
        margin: 0;
        padding: 0;
      }

      li {
        align-items: center;
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        justify-content: space-between;
        overflow-wrap: anywhere;
      }

      form,
      .question {
        display: grid;
        flex: 1;
        gap: 0.5rem;
      }

      .invalid {
        color: var(--k-danger);
        font-size: 0.875rem;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-topic-keeper': TopicKeeper;
  }
}
