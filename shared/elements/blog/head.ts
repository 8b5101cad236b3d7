/** How an article stands in a list. */
import type { ArticleHead } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { timeElement } from '../kit/time-element.ts';
import { fullMomentText, momentText } from '../locale/moment.ts';
import { numberText } from '../locale/formats.ts';
import { plural } from '../locale/plural.ts';
import { isolated, withNames } from '../parts/audience-label/isolated.ts';
import { coverOf } from './covers.ts';

/** Counted from the words of the text, and from nobody's reading. */
function minutesText(minutes: number): string {
  const number = numberText(minutes);
  return plural(minutes, {
    one: msg('1 minute to read'),
    other: msg(str`${number} minutes to read`),
  });
}

/** Who wrote it, when it is there, and how long it takes. */
export const byline = (
  { author, at, minutes, held }: ArticleHead,
  now: number,
  group?: string,
): TemplateResult =>
  html`<p class="byline muted">
    <kantine-person-name .person=${author}></kantine-person-name>
    ${group === undefined ? nothing : html`<span>${withNames(msg(str`in ${isolated(group)}`))}</span>`}
    ${timeElement(at, held ? fullMomentText(at) : momentText(at, now))}
    <span>${minutesText(minutes)}</span>
  </p>`;

export interface HeadOptions {
  readonly now: number;
  /** What its group is called, where articles of several groups stand together. */
  readonly group?: string | undefined;
  /** Its place in its series. */
  readonly number?: number;
  readonly open: (article: ArticleHead) => void;
}

export function articleHead(
  article: ArticleHead,
  { now, group, number, open }: HeadOptions,
): TemplateResult {
  const { title, lead, cover, series } = article;
  const about = [
    ...(number === undefined ? [] : [msg(str`Part ${numberText(number)}`)]),
    ...(number === undefined && series !== undefined
      ? [msg(str`Series: ${isolated(series)}`)]
      : []),
  ];
  return html`<article class="head">
    ${coverOf(cover)}
    <div>
      <h3 dir="auto">
        <button type="button" class="title" @click=${() => open(article)}>${title}</button>
      </h3>
      ${lead === '' ? nothing : html`<p class="lead" dir="auto">${lead}</p>`}
      ${byline(article, now, group)}
      ${about.map((text) => html`<p class="muted">${withNames(text)}</p>`)}
    </div>
  </article>`;
}

export const headStyles = css`
  .head {
    display: flex;
    gap: 0.9rem;
  }

  .head > div:last-child {
    display: grid;
    flex: 1;
    gap: 0.2rem;
    min-inline-size: 0;
  }

  .head .cover {
    block-size: 4.5rem;
    inline-size: 4.5rem;
  }

  .head h3 {
    font-size: 1.0625rem;
    line-height: 1.3;
  }

  .title {
    border: none;
    color: inherit;
    display: inline;
    font-weight: 600;
    min-block-size: 1.5rem;
    overflow-wrap: anywhere;
    padding: 0;
    text-align: start;
  }

  .title:hover {
    background: none;
    text-decoration: underline;
  }

  .lead,
  .head p {
    overflow-wrap: anywhere;
  }

  .byline {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem 0.75rem;
  }

  @media (forced-colors: active) {
    .cover {
      border: 1px solid;
    }
  }

  @media (width < 25rem) {
    .head {
      gap: 0.6rem;
    }

    .head .cover {
      block-size: 3rem;
      inline-size: 3rem;
    }
  }
`;
