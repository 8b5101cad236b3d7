/** Rows as they are stored, for the one who wrote them. */
import type { StoredRow } from '@kantine/core';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { timeElement } from '../kit/time-element.ts';
import { inReadersLanguage } from '../locale/locale.ts';
import { fullMomentText } from '../locale/moment.ts';
import { loadingNotice } from '../kit/notice.ts';
import { pageWords } from './page-words.ts';

interface ShownRows {
  /** Undefined while they are fetched. */
  readonly rows: readonly StoredRow[] | undefined;
  readonly placeName: (container: string) => string;
  readonly more: (() => void) | undefined;
}

/** What a row says, without what is empty. */
const valuesOf = ({ fields }: StoredRow): readonly (readonly [string, string])[] =>
  Object.entries(fields as Readonly<Record<string, unknown>>).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? value.join(', ') : String(value);
    return text === '' || value === false ? [] : [[name, text] as const];
  });

export function storedRows({ rows, placeName, more }: ShownRows): TemplateResult {
  if (!rows) return loadingNotice(inReadersLanguage(pageWords.counting), 1);
  return html`<ol class="plain rows">
      ${rows.map((row) => {
        const place = placeName(row.container);
        return html`<li>
          <p class="muted">
            ${timeElement(row.created, fullMomentText(row.created))}
            ${place === '' ? nothing : html`· <bdi>${place}</bdi>`}
          </p>
          <dl>
            ${valuesOf(row).map(
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
