/** Rows as they are stored, for the one who wrote them. */
import type { StoredRow } from '@kantine/core';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { timeElement } from '../kit/time-element.ts';
import { inReadersLanguage } from '../locale/locale.ts';
import { fullMomentText } from '../locale/moment.ts';
import { loadingNotice } from '../kit/notice.ts';
import { pageWords } from './page-words.ts';
import { shownFields } from './shown-fields.ts';
import type { Names } from './shown-fields.ts';

interface ShownRows {
  readonly kind: string;
  /** Undefined while they are fetched. */
  readonly rows: readonly StoredRow[] | undefined;
  readonly names: Names;
  readonly more: (() => void) | undefined;
}

export function storedRows({ kind, rows, names, more }: ShownRows): TemplateResult {
  if (!rows) return loadingNotice(inReadersLanguage(pageWords.counting), 1);
  return html`<ol class="plain rows">
      ${rows.map((row) => {
        const place = names.placeName(row.container);
        return html`<li>
          <p class="muted">
            ${timeElement(row.created, fullMomentText(row.created))}
            ${place === '' ? nothing : html`· <bdi>${place}</bdi>`}
          </p>
          <dl>
            ${shownFields(kind, row, names).map(
              ([name, text]) =>
                html`<dt>${name}</dt>
                  <dd dir="auto">${text}</dd>`,
            )}
          </dl>
        </li>`;
      })}
    </ol>
    ${
      more
        ? html`<button type="button" class="quiet more" @click=${more}>
            ${inReadersLanguage(pageWords.more)}
          </button>`
        : nothing
    }`;
}
