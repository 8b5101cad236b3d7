import type { FirstSteps } from '@kantine/core';
import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { named } from '../kit/later-named.ts';
import { noticeStyles } from '../kit/notice.ts';
import { errorLine } from './form-end.ts';

/**
 * What a newcomer may do first in a group. It goes once that is done, or they put it away.
 * @fires kantine-put-away once they did: what was pressed is gone.
 */
export class NewcomerSteps extends CommunityElement {
  /** The group's id. */
  @property() group: string | undefined;
  readonly #acting = new Acting<'away'>(this);
  readonly #asking = new Asking<{ readonly steps: FirstSteps | undefined }>(this, {
    args: () => [this.group],
    ask: async ({ groups }) => {
      if (this.group === undefined) return { steps: undefined };
      return { steps: await groups.firstSteps({ group: this.group }) };
    },
    keepsAnswer: true,
  });

  readonly #putAway = async (): Promise<void> => {
    const { community, group } = this;
    if (!community || group === undefined) return;
    await this.#acting.run('away', async () => {
      await community.groups.putStepsAway({ group });
      this.#asking.show(() => ({ steps: undefined }));
      this.emit('kantine-put-away', undefined);
    });
  };

  protected override render(): TemplateResult | typeof nothing {
    const steps = this.#asking.answer?.steps;
    if (!steps) return nothing;
    const { said, answered, profile } = steps;
    return html`<section aria-labelledby="first">
      <h3 id="first">${msg('First steps')}</h3>
      <ul class="plain">
        ${step(said, msg('Say in one line what brings you here'))}
        ${step(answered, msg('Answer one question'))}
        ${step(profile, msg('Tell us on your profile what we may ask you about'))}
      </ul>
      <button
        type="button"
        class="quiet"
        aria-disabled=${this.#acting.isBusy}
        @click=${() => void this.#putAway()}
      >
        ${msg('Put these away')}
      </button>
      ${errorLine(this.#acting)}
    </section>`;
  }

  static override styles = [
    controls,
    noticeStyles,
    css`
      section {
        background: var(--k-warm);
        border-radius: calc(var(--k-radius) * 1.5);
        display: grid;
        gap: 0.5rem;
        justify-items: start;
        padding: 0.75rem;
      }

      h3 {
        font-size: 1rem;
      }

      ul {
        display: grid;
        gap: 0.25rem;
      }

      .done {
        text-decoration: line-through;
      }
    `,
  ];
}

const step = (isDone: boolean, text: string): TemplateResult =>
  isDone
    ? html`<li>
        ✓ <span class="unseen">${named(msg('Done'), '')}</span><span class="done">${text}</span>
      </li>`
    : html`<li>${text}</li>`;

declare global {
  interface HTMLElementTagNameMap {
    'kantine-newcomer-steps': NewcomerSteps;
  }
}
