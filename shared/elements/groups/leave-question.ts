/** Asks before somebody leaves a closed group. */
import type { GroupView } from '@kantine/core';
import { msg } from '@lit/localize';
import { html } from 'lit';
import type { TemplateResult } from 'lit';

interface LeaveQuestion {
  /** The button that leaves, with this text. */
  readonly button: (text: string) => TemplateResult;
  readonly stay: () => void;
}

/** Says what it means to leave, which depends on who takes people out here. */
export function leaveQuestion(group: GroupView, { button, stay }: LeaveQuestion): TemplateResult {
  const isAsked = group.leaving === 'asked';
  return html`<div class="confirm" role="group" aria-label=${msg('Leave')}>
    <p>
      ${
        isAsked
          ? msg('Here a steward has to take you out. The group is folded away for you at once.')
          : msg(
              'You will no longer be able to read it, and only a steward can let you in again. What you wrote stays.',
            )
      }
    </p>
    ${button(isAsked ? msg('Ask a steward to take me out') : msg('Leave this group'))}
    <button type="button" class="quiet" @click=${stay}>${msg('Stay')}</button>
  </div>`;
}
