/** Somebody in a list of people: their face, their name with the card behind it, and what they do. */
import type { PersonSummary } from '@kantine/core';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { face, faceStyles } from '../avatar/face.ts';

export const memberRow = (person: PersonSummary, title: string | undefined): TemplateResult =>
  html`${face(person)}
    <div class="who">
      <kantine-person-name .person=${person}></kantine-person-name>
      ${title === undefined ? nothing : html`<span class="muted" dir="auto">${title}</span>`}
    </div>`;

export const memberRowStyles = [
  ...faceStyles,
  css`
    li {
      --size: 2rem;

      align-items: center;
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 0.6rem;
    }

    .who {
      display: grid;
      flex: 1;
      min-inline-size: min(8rem, 100%);
      overflow-wrap: anywhere;
    }
  `,
];
