import type { AnsweredShare, Community } from '@kantine/core';
import { css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CommunityElement } from '../../kit/kantine-element.ts';
import { controls } from '../../kit/controls.ts';
import { tokens } from '../../kit/tokens.ts';
import { keeping } from './kept.ts';
import { shareText } from './share-text.ts';

const askShare = keeping((community, group) => community.wall.answered({ group }));

/**
 * What helps somebody who is about to ask: how questions fare in the group. It says nothing until that is
 * known, nothing where it cannot be, and nothing of a group with few questions.
 */
export class QuestionHint extends CommunityElement {
  /** The group's id. */
  @property({ attribute: false }) group: string | undefined;
  @state() private share: AnsweredShare | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { community, group } = this;
    if (!changed.has('community') && !changed.has('group')) return;
    this.share = undefined;
    if (community && group !== undefined) void this.#ask(community, group);
  }

  /** A hint that cannot be had is none: nobody is kept from asking. */
  async #ask(community: Community, group: string): Promise<void> {
    const share = await askShare(community, group).catch(() => undefined);
    if (community === this.community && group === this.group) this.share = share;
  }

  protected override render(): TemplateResult | typeof nothing {
    const text = this.share && shareText(this.share);
    return html`<div role="status">
      ${text === undefined ? nothing : html`<p class="muted">${text}</p>`}
    </div>`;
  }

  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }

      p {
        font-size: 0.875rem;
        margin: 0;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-question-hint': QuestionHint;
  }
}
