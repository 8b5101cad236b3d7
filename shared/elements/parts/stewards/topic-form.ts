/** What a post is about, for its author and stewards; and which topics there are, for stewards. */
import { limits } from '@kantine/core';
import type { TopicView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

export interface TopicForm {
  readonly topics: readonly TopicView[];
  /** The topic that the post has. */
  readonly current: string | undefined;
  readonly areMe: boolean;
  readonly busy: boolean;
  /** The name that is typed, and whether it was sent although it is empty or there already. */
  readonly name: string;
  readonly isRefused: boolean;
  readonly typed: (name: string) => void;
  readonly move: (topic: string | undefined) => void;
  readonly add: (name: string) => void;
  readonly drop: (topic: string) => void;
  readonly cancel: () => void;
}

export const isNameOf = (topics: readonly TopicView[], typed: string): boolean => {
  const name = typed.trim().toLowerCase();
  return name !== '' && topics.every((each) => each.name.toLowerCase() !== name);
};

export function topicForm(form: TopicForm): TemplateResult {
  return html`<section class="panel" aria-label=${msg('Topic')}>
    ${form.topics.length === 0 ? nothing : moving(form)} ${form.areMe ? keeping(form) : nothing}
    <div class="buttons">
      <button type="button" class="quiet" @click=${form.cancel}>${msg('Close')}</button>
    </div>
  </section>`;
}

function moving({ topics, current, busy, move }: TopicForm): TemplateResult {
  const choice = (id: string, label: unknown): TemplateResult =>
    html`<label class="choice">
      <input type="radio" name="topic" value=${id} ?checked=${id === (current ?? '')} /> ${label}
    </label>`;
  return html`<form
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const value = new FormData(event.target as HTMLFormElement).get('topic');
      if (!busy) move(typeof value === 'string' && value !== '' ? value : undefined);
    }}
  >
    <fieldset>
      <legend>${msg('What is this post about?')}</legend>
      ${choice('', msg('None'))}
      ${topics.map(({ id, name }) => choice(id, html`<bdi>${name}</bdi>`))}
    </fieldset>
    <div class="buttons">
      <button type="submit" class="secondary" aria-disabled=${busy}>${msg('Save')}</button>
    </div>
  </form>`;
}

function keeping(form: TopicForm): TemplateResult {
  const { topics, busy, drop } = form;
  return html`${
    topics.length === 0
      ? nothing
      : html`<p>
            ${msg('Topics of this group. Posts of a topic that you remove stay, without one.')}
          </p>
          <ul class="plain choices">
            ${topics.map(
              ({ id, name }) =>
                html`<li>
                  <button
                    type="button"
                    class="quiet"
                    aria-disabled=${busy}
                    @click=${() => !busy && drop(id)}
                  >
                    ${msg(str`Remove “${name}”`)}
                  </button>
                </li>`,
            )}
          </ul>`
  }
  ${topics.length >= limits.topics ? nothing : adding(form)}`;
}

function adding({ topics, busy, name, isRefused, typed, add }: TopicForm): TemplateResult {
  const isThere = name.trim() !== '' && !isNameOf(topics, name);
  return html`<form
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      if (!busy) add(name);
    }}
  >
    <label>
      ${msg('A new topic, at most 24 characters')}
      <input
        name="name"
        maxlength=${limits.topic}
        autocomplete="off"
        dir="auto"
        .value=${name}
        aria-invalid=${isRefused}
        aria-describedby=${isRefused ? 'refused' : nothing}
        @input=${({ target }: Event) => typed((target as HTMLInputElement).value)}
      />
    </label>
    ${
      isRefused
        ? html`<p id="refused" class="invalid" role="alert">
            ${isThere ? msg('There is a topic with this name already.') : msg('Give it a name first.')}
          </p>`
        : nothing
    }
    <div class="buttons">
      <button type="submit" class="secondary" aria-disabled=${busy}>${msg('Add topic')}</button>
    </div>
  </form>`;
}
