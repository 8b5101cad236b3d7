/** What a form ends with: what is missing, and the buttons that give it up and send it. */
import { msg } from '@lit/localize';
import { html } from 'lit';
import type { TemplateResult } from 'lit';

interface FormButtons {
  /** What is still missing, in words; empty once the form can be sent. */
  readonly missing: string;
  readonly isBusy: boolean;
  /** What sending does. */
  readonly label: string;
  readonly cancel: () => void;
}

export const formButtons = ({ missing, isBusy, label, cancel }: FormButtons): TemplateResult =>
  html`<div class="buttons">
    <p class="muted" id="missing" aria-live="polite">${missing}</p>
    <button
      type="button"
      class="quiet"
      aria-disabled=${isBusy}
      @click=${() => {
        // What is on its way cannot be given up any more.
        if (!isBusy) cancel();
      }}
    >
      ${msg('Cancel')}
    </button>
    <button
      type="submit"
      class="primary"
      aria-describedby="missing"
      aria-disabled=${isBusy || missing !== ''}
    >
      ${isBusy ? msg('Sending…') : label}
    </button>
  </div>`;
