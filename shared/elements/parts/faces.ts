/** The newest people of a group, face by face; each opens a card. */
import type { PersonSummary } from '@kantine/core';
import { msg } from '@lit/localize';
import { css, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { html } from '../kit/compact.ts';
import { face } from './avatar/face.ts';

/** @param areStill without what opens behind them. */
export const faces = (
  people: readonly PersonSummary[],
  areStill = false,
): TemplateResult | typeof nothing =>
  people.length === 0
    ? nothing
    : html`<ul class="plain faces" aria-label=${msg('Newest members')}>
        ${people.map(
          (person) =>
            html`<li>
              ${
                areStill
                  ? face(person)
                  : html`<kantine-person-name face .person=${person}></kantine-person-name>`
              }
            </li>`,
        )}
      </ul>`;

export const facesStyles = css`
  .faces {
    display: flex;
    padding-inline-start: 8px;
  }

  .faces li {
    background: var(--k-background);
    border-radius: 50%;
    /* 24 pixels of each face stay free to be hit. */
    margin-inline-start: calc(20px - var(--k-face, 1.75rem));
    padding: 2px;
  }

  .faces li > * {
    --size: var(--k-face, 1.75rem);
  }
`;
