/** One message that waits for the reader, as a line of a list. */
import { plainText, secondsToRead } from '@kantine/core';
import type { ForYouLine } from '@kantine/core';
import { msg } from '@lit/localize';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { withEveryone } from '../kit/everyone.ts';
import { named } from '../kit/later-named.ts';
import { timeElement } from '../kit/time-element.ts';
import { momentText } from '../locale/moment.ts';
import { face } from '../parts/avatar/face.ts';
import { whyText } from './for-you-words.ts';
import { keyOf } from './waiting.ts';

/** How long a line takes to read. In seconds. */
export const secondsOf = (line: ForYouLine): number =>
  secondsToRead([whyText(line), plainText(line)]);

interface LineOptions {
  readonly now: number;
  readonly open: () => unknown;
  readonly done: { readonly isBusy: boolean; readonly run: () => unknown };
}

export function forYouLine(line: ForYouLine, { now, open, done }: LineOptions): TemplateResult {
  const why = whyText(line);
  return html`<li class="line" data-line=${keyOf(line)}>
    <div class="face" aria-hidden="true">${face(line.by)}</div>
    <div class="what">
      <button type="button" class="open" @click=${open}>${why}</button>
      <bdi class="excerpt">${withEveryone(plainText(line))}</bdi>
      <span class="muted">${timeElement(line.created, momentText(line.created, now))}</span>
    </div>
    <button
      type="button"
      class="secondary done"
      aria-label=${named(msg('Done'), why)}
      aria-disabled=${done.isBusy}
      @click=${done.run}
    >
      ${msg('Done')}
    </button>
  </li>`;
}
