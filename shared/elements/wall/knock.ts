import type { GroupView } from '@kantine/core';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Asking } from '../kit/asking.ts';
import type { Settling } from '../kit/asking.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { confirmationStyles, confirmed } from '../kit/later-confirmation.ts';
import { noticeStyles } from '../kit/notice.ts';
import type { GroupChange } from '../parts/group-change.ts';

interface Door {
  readonly me: string;
  readonly group: GroupView;
}

/** Asks to be let into a closed group, where its wall would be. Draws nothing where nobody may ask. */
export class Knock extends CommunityElement {
  /** The group's id. */
  @property() group: string | undefined;
  @state() private said = '';
  readonly #asking = new Asking<Door>(this, {
    args: () => [this.group],
    ask: async ({ people, groups }) => {
      const [{ id: me }, group] = await Promise.all([
        people.me(),
        groups.read({ group: this.group ?? '' }),
      ]);
      return { me, group };
    },
    keepsAnswer: true,
  });

  readonly #settling: Settling = (write) => this.#asking.settling(write);

  readonly #settled = ({ detail: { said, now } }: CustomEvent<GroupChange>): void => {
    this.said = said;
    if (now) this.#asking.show((door) => ({ ...door, group: now }));
    // What was pressed is gone.
    this.focusOn('.door');
  };

  protected override render(): TemplateResult | typeof nothing {
    const { answer } = this.#asking;
    // That a group is secret or gone is told by nothing at all.
    if (!answer?.group.asking || answer.group.archived) return nothing;
    return html`${confirmed(this.said)}
      <div class="door" tabindex="-1">
        <kantine-ask-to-join
          .community=${this.community}
          .group=${answer.group}
          .me=${answer.me}
          .settling=${this.#settling}
          @kantine-settled=${this.#settled}
        ></kantine-ask-to-join>
      </div>`;
  }

  static override styles = [
    noticeStyles,
    confirmationStyles,
    css`
      :host {
        display: block;
        margin-block-start: 0.75rem;
      }

      .door:focus {
        outline: none;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-knock': Knock;
  }
}
