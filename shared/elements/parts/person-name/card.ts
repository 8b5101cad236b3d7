/** The card behind a name, with the profile in it. */
import { msg, str } from '@lit/localize';
import { css, html } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { addStyles } from '../../kit/later-styles.ts';

const cardStyles = css`
  .card {
    border-radius: calc(var(--k-radius) * 1.5);
    inline-size: min(22rem, calc(100vw - 1rem));
    max-block-size: min(30rem, calc(100vh - 1rem));
    overflow: auto;
    padding: 0;
    position-area: block-end span-inline-end;
  }
`;

export const card = (id: string, name: string, toggled: (event: Event) => void): TemplateResult =>
  html`<div
    class="card"
    popover="auto"
    role="dialog"
    aria-label=${msg(str`About ${name}`)}
    @toggle=${toggled}
  >
    <kantine-profile-card form="compact" .person=${id}></kantine-profile-card>
  </div>`;

/** Opens the card that was drawn; gone, where the pointer moved on meanwhile. */
export function showCard(host: LitElement): void {
  addStyles(host, cardStyles);
  const { renderRoot } = host;
  // The button as source makes it the anchor that the card is placed by.
  const source = renderRoot.querySelector<HTMLElement>('.person') ?? host;
  renderRoot.querySelector<HTMLElement>('.card')?.showPopover({ source });
}
