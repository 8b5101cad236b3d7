/** What a message shows of itself: when it was written, and its words. */
import type { CommentView, PostView } from '@kantine/core';
import { msg, str } from '@lit/localize';

import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { html } from '../../kit/compact.ts';
import { timeElement } from '../../kit/time-element.ts';
import { markdown } from '../markdown/markdown.ts';
import { isSending } from './surroundings.ts';

type View = PostView | CommentView;

/** When it was written; unconfirmed, that it is on its way. */
export function stamp(view: View, time: string, edited: TemplateResult): TemplateResult {
  if (isSending(view)) return html`<span role="status">${msg('Sending…')}</span>`;
  const written = timeElement(view.created, time);
  return view.edited && !view.deleted ? html`${written} · ${edited}` : written;
}

/** Who wrote it, and when. */
export const messageLabel = ({ author }: View, time: string): string =>
  msg(str`${author.name || msg('Former colleague')}, ${time}`);

/** What stands in place of a message by somebody whom the reader would rather not see. */
export const unwanted = (isPost: boolean, show: () => void): TemplateResult =>
  html`<p class="gone unwanted">
    <span
      >${
        isPost
          ? msg('A post by somebody you chose not to see.')
          : msg('A comment by somebody you chose not to see.')
      }</span
    >
    <button type="button" class="link" @click=${show}>${msg('Show')}</button>
  </p>`;

/** The words, or what is said in their place. */
export function words(view: View): TemplateResult {
  if (!view.deleted) {
    // The minute that passes and the reactions that come change no words.
    const { text: typed, mentions } = view;
    const text = guard([typed, mentions], () => markdown(typed, mentions));
    return html`<div class="markdown">${text}</div>`;
  }
  return html`<p class="gone">
    ${
      view.reason === ''
        ? msg('Deleted by its author.')
        : msg(str`Deleted by its author: ${view.reason}`)
    }
  </p>`;
}
