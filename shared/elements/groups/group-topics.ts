import type { Community, GroupView, TopicView } from '@kantine/core';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { failureNotice, loadingNotice, noticeStyles } from '../kit/notice.ts';
import type { TopicKeeping } from '../parts/topic-keeper/topic-keeper.ts';

/** Where stewards keep the topics of a group, whether it has posts or not. They are asked for by who wants to see them. */
export class GroupTopics extends CommunityElement {
  @property({ attribute: false }) group: GroupView | undefined;
  @state() private isOpen = false;
  readonly #asking = new Asking<readonly TopicView[]>(this, {
    args: () => [this.group?.id, this.isOpen],
    ask: ({ wall }) =>
      this.group && this.isOpen
        ? wall.read({ group: this.group.id, limit: 1 }).then(({ topics = [] }) => topics)
        : undefined,
    keepsAnswer: true,
  });

  async #change(
    work: (wall: Community['wall'], group: string, key: string) => Promise<void>,
  ): Promise<void> {
    const { community, group } = this;
    if (!community || !group) return;
    await work(community.wall, group.id, community.newKey());
    await this.#asking.ask();
  }

  readonly #keeping: TopicKeeping = {
    add: (name) => this.#change((wall, group, key) => wall.addTopic({ group, name, key })),
    rename: (topic, name) =>
      this.#change((wall, group, key) => wall.renameTopic({ group, topic, name, key })),
    drop: (topic) => this.#change((wall, group, key) => wall.dropTopic({ group, topic, key })),
  };

  protected override render(): TemplateResult {
    return html`<button
        type="button"
        class="secondary"
        aria-expanded=${this.isOpen}
        @click=${() => {
          this.isOpen = !this.isOpen;
        }}
      >
        ${msg('Topics')}
      </button>
      ${this.isOpen ? this.#topics() : nothing}`;
  }

  #topics(): TemplateResult {
    const { answer, error, isLoading } = this.#asking;
    if (error !== undefined) return failureNotice(error, () => void this.#asking.ask());
    if (isLoading) return loadingNotice(msg('Loading…'), 1);
    return html`<kantine-topic-keeper
      .topics=${answer ?? []}
      .keeping=${this.#keeping}
    ></kantine-topic-keeper>`;
  }

  static override styles = [controls, noticeStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-group-topics': GroupTopics;
  }
}
