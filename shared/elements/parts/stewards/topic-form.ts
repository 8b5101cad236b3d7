/** What a post is about, for its author and stewards; and which topics there are, for stewards. */
import type { TopicView } from '@kantine/core';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { TopicKeeping } from '../topic-keeper/topic-keeper.ts';

export interface TopicForm {
  readonly topics: readonly TopicView[];
  /** The topic that the post has. */
  readonly current: string | undefined;
  readonly areMe: boolean;
  readonly busy: boolean;
  readonly move: (topic: string | undefined) => void;
  readonly keeping: TopicKeeping;
  readonly cancel: () => void;
}

export function topicForm(form: TopicForm): TemplateResult {
  return html`<section class="panel" aria-label=${msg('Topic')}>
    ${form.topics.length === 0 ? nothing : moving(form)}
    ${
      form.areMe
        ? html`<kantine-topic-keeper
            .topics=${form.topics}
            .keeping=${form.keeping}
          ></kantine-topic-keeper>`
        : nothing
    }
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
