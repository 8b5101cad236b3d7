/** The topics of a group as buttons above its wall, of which one is chosen. */
import type { TopicView } from '@kantine/core';
import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { WidgetElement } from '../kit/kantine-element.ts';

interface TopicsHost extends WidgetElement {
  readonly group: string | undefined;
}

export class Topics {
  readonly #host: TopicsHost;
  /** The group whose topic is chosen: another wall begins with all posts. */
  #group: string | undefined;
  #chosen: string | undefined;

  constructor(host: TopicsHost) {
    this.#host = host;
  }

  /** Which topic is chosen; none once it is no topic of the group any more. */
  chosen(topics: readonly TopicView[] = []): TopicView | undefined {
    if (this.#group !== this.#host.group) return undefined;
    return topics.find(({ id }) => id === this.#chosen);
  }

  #choose(topic: string | undefined): void {
    this.#group = this.#host.group;
    this.#chosen = topic;
    this.#host.requestUpdate();
  }

  render(topics: readonly TopicView[] | undefined): TemplateResult | typeof nothing {
    if (!topics || topics.length === 0) return nothing;
    const chosen = this.chosen(topics)?.id;
    const chip = (label: unknown, topic: string | undefined): TemplateResult =>
      html`<button
        type="button"
        class=${chosen === topic ? 'chip chosen' : 'chip'}
        aria-pressed=${chosen === topic}
        @click=${() => this.#choose(topic)}
      >
        ${label}
      </button>`;
    return html`<div class="topics" role="group" aria-label=${msg('Topics')}>
      ${chip(msg('All'), undefined)}
      ${topics.map(({ id, name }) => chip(html`<bdi>${name}</bdi>`, id))}
    </div>`;
  }

  /** The posts of the chosen topic, which stand in the place of all posts. */
  posts(topics: readonly TopicView[] | undefined): TemplateResult | undefined {
    const topic = this.chosen(topics);
    if (!topic) return undefined;
    void import(/* webpackChunkName: 'topics' */ './define.topic-posts.ts').catch(() => undefined);
    const { community, group } = this.#host;
    const { id, name } = topic;
    return html`${repeat(
      [id],
      (each) => each,
      () =>
        html`<kantine-topic-posts
          .community=${community}
          .group=${group}
          .topic=${id}
          .name=${name}
        ></kantine-topic-posts>`,
    )}`;
  }
}

export const topicsStyles = css`
  .topics {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }

  .chip {
    border: 1px solid var(--k-control-border);
    border-radius: 1rem;
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }

  .chip.chosen {
    background: var(--k-accent);
    border-color: var(--k-accent);
    color: var(--k-on-accent);
  }
`;
