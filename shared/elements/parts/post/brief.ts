import type { PostView } from '@kantine/core';
import { msg } from '@lit/localize';
import { html } from 'lit';
import type { TemplateResult } from 'lit';

/**
 * A post that is still far from the reader: its words, for searching in the page and for screen
 * readers, in a single element.
 */
export function brief({ author, text, comments, unwanted }: PostView): TemplateResult {
  const words = [
    author.name || msg('Former colleague'),
    unwanted ? '' : text,
    ...comments.map((comment) => (comment.unwanted ? '' : comment.text)),
  ];
  return html`<article class="post words" dir="auto">${words.join('\n')}</article>`;
}
