/** What a text is about, where its group has topics. */
import type { TopicView } from '@kantine/core';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

interface TopicChoice {
  readonly busy: boolean;
  /** Negative where Tab passes it by. */
  readonly tabindex: unknown;
  readonly choose: (topic: string | undefined) => void;
}

export function topicChoice(
  topics: readonly TopicView[] | undefined,
  chosen: string | undefined,
  { busy, tabindex, choose }: TopicChoice,
): TemplateResult | typeof nothing {
  if (!topics || topics.length === 0) return nothing;
  const option = (id: string, name: string): TemplateResult =>
    html`<option value=${id} .selected=${id === (chosen ?? '')}>${name}</option>`;
  return html`<label class="topic">
    ${msg('Topic')}
    <select
      tabindex=${tabindex}
      ?disabled=${busy}
      @change=${({ target }: Event) => choose((target as HTMLSelectElement).value || undefined)}
    >
      ${option('', msg('None'))} ${topics.map(({ id, name }) => option(id, name))}
    </select>
  </label>`;
}
