import { msg } from '@lit/localize';
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from './controls.ts';
import { KantineElement } from './kantine-element.ts';
import { announce } from './later-announce.ts';

const select = ({ target }: Event): void => (target as HTMLTextAreaElement).select();

/**
 * What somebody had typed about something that is gone, to be copied.
 * @fires kantine-put-away when they have done so.
 */
export class KeptWords extends KantineElement {
  @property({ attribute: false }) text = '';

  /** Says once what happened; the words have the focus where their field had it. */
  tell(hasFocus: boolean): void {
    announce(this, msg('What you were writing about is gone, or has changed.'));
    if (hasFocus) this.focusOn('textarea');
  }

  readonly #close = (): void => this.emit('kantine-put-away', undefined);

  protected override render(): TemplateResult {
    return html`<div class="kept">
      <p aria-hidden="true">${msg('What you were writing about is gone, or has changed.')}</p>
      <label>
        ${msg('You had written this; copy what you want to keep.')}
        <textarea readonly dir="auto" rows="3" .value=${this.text} @focus=${select}></textarea>
      </label>
      <button type="button" class="secondary" @click=${this.#close}>${msg('Close')}</button>
    </div>`;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }

      .kept {
        background: var(--k-surface);
        border-inline-start: 4px solid var(--k-accent);
        border-radius: var(--k-radius);
        display: grid;
        gap: 0.5rem;
        justify-items: start;
        margin-block: 0.5rem;
        padding: 0.75rem 1rem;
      }

      p {
        font-weight: 600;
        margin: 0;
      }

      label {
        display: grid;
        gap: 0.25rem;
        inline-size: 100%;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-kept-words': KeptWords;
  }
}
