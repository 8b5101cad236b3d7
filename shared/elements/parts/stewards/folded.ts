/** The beginning of a long message, with a button for the rest: what one person writes pushes nobody else out of sight. */
import type { CommentView, PostView } from '@kantine/core';
import { msg } from '@lit/localize';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { draw } from '../markdown/markdown.ts';
import { beginningOf } from '../markdown/beginning.ts';
import { parse } from '../markdown/parse.ts';

/** @returns the words as far as a screen is high, or all of them where the rest would be a line or two. */
export function folded(
  { text, mentions }: PostView | CommentView,
  show: () => void,
): TemplateResult {
  const blocks = parse(text);
  const beginning = beginningOf(blocks);
  return html`<div class="markdown">${draw(beginning ?? blocks, mentions)}</div>
    ${
      beginning &&
      html`<button type="button" class="quiet whole" @click=${show}>${msg('Show all')}</button>`
    }`;
}
