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
export function stamp(view: View, time: string, edited: TemplateResult): unknown {
  if (isSending(view)) return msg('Sending…');
  const written = timeElement(view.created, time);
  return view.edited && !view.deleted ? html`${written} · ${edited}` : written;
}

/** Who wrote it, and when. */
export const messageLabel = ({ author }: View, time: string): string =>
  msg(str`${author.name || msg('Former colleague')}, ${time}`);

/** Whether its words may be higher than a screen. */
export const isLong = ({ text }: View): boolean => /^(?:.*\n){24}|^[^]{1200}/.test(text);

/** The words. The minute that passes and the reactions that come change none. */
export const words = ({ text, mentions }: View): TemplateResult =>
  html`<div class="markdown">${guard([text, mentions], () => markdown(text, mentions))}</div>`;
