/** Who will read what is being written: how many, some first names, later joiners, administrators. */
import type { Audience } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { icons } from '../../kit/icons.ts';
import { listOf } from '../../locale/list.ts';
import { numberText } from '../../locale/formats.ts';
import { plural } from '../../locale/plural.ts';

/** @returns the readers in one sentence. */
function readersText(audience: Audience): string {
  if (!audience.known) return msg('This place does not tell who can read it. Administrators can.');
  const { count, guests = 0, firstNames, laterJoiners } = audience;
  const number = numberText(count);
  const people = plural(count, {
    one: msg('1 person can read this'),
    other: msg(str`${number} people can read this`),
  });
  // A person who may write here may read here too, and is one of them; the names are of the others.
  const others = count - 1 - firstNames.length;
  const named = [msg('you'), ...firstNames];
  const names = others > 0 ? [...named, othersText(others)] : named;
  const among = guests === 0 ? '' : ` (${guestsText(guests)})`;
  const who = `${people}${among}: ${listOf(names)}.`;
  const later = laterJoiners
    ? msg('People who join later can too, and so can administrators.')
    : msg('People who join later cannot; administrators can.');
  return `${who} ${later}`;
}

/** Guests are counted apart: who writes to colleagues should know of them. */
function guestsText(count: number): string {
  const number = numberText(count);
  return plural(count, { one: msg('1 guest'), other: msg(str`${number} guests`) });
}

function othersText(count: number): string {
  const number = numberText(count);
  return plural(count, { one: msg('1 other'), other: msg(str`${number} others`) });
}

export const audienceLabel = (audience: Audience): TemplateResult =>
  html`<span class="audience">${icons.eye}<span>${readersText(audience)}</span></span>`;

export const audienceStyles = css`
  .audience {
    display: flex;
    gap: 0.4em;
  }

  .audience svg {
    flex: none;
    margin-block-start: 0.15em;
  }
`;
