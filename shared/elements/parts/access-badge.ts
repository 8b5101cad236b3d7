/** Says of a group that not everybody reads it. */
import type { GroupAccess } from '@kantine/core';
import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import * as icons from '../kit/icons.ts';

export function accessBadge(access: GroupAccess): TemplateResult | typeof nothing {
  if (access === 'open') return nothing;
  const text =
    access === 'closed'
      ? msg('Closed group: only its members read it')
      : msg('Secret group: only its members know of it');
  return html`<p class="access muted">${icons.lock}<span>${text}</span></p>`;
}

export const accessBadgeStyles = css`
  .access {
    align-items: start;
    display: flex;
    font-size: 0.875rem;
    gap: 0.4em;
  }

  .access svg {
    flex: none;
    margin-block-start: 0.15em;
  }
`;
