/** Above the field: under whose face the text will stand, and who will read it. */
import type { GroupAudience, PersonSummary } from '@kantine/core';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { audienceLabel, audienceStyles } from '../audience-label/audience-label.ts';
import { face, faceStyles } from '../avatar/face.ts';

interface Head {
  /** Whether a face belongs there: an edit has one beside it already. */
  readonly hasFace: boolean;
  /** Unknown until somebody is in the field. */
  readonly me: PersonSummary | undefined;
  readonly audience: GroupAudience | undefined;
}

export const head = ({ hasFace, me, audience }: Head): TemplateResult | typeof nothing =>
  hasFace || audience
    ? html`<div class="head muted">
        ${hasFace ? html`<span class="face">${me ? face(me) : nothing}</span>` : nothing}
        ${audience ? audienceLabel(audience) : nothing}
      </div>`
    : nothing;

export const headStyles = [
  audienceStyles,
  faceStyles,
  css`
    .head {
      align-items: center;
      display: flex;
      gap: 0.5rem;
    }

    /* Its room is kept until it comes, so that the field stays under the pointer. */
    .face {
      --size: 1.75rem;

      block-size: var(--size);
      flex: none;
      inline-size: var(--size);
    }
  `,
];
