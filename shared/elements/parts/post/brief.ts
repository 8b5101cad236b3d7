import type { PostView } from '@kantine/core';
import { msg } from '@lit/localize';
import { html } from 'lit';
import type { TemplateResult } from 'lit';

/**
 * A post that is still far from the reader: its words, for searching in the page and for screen
 * readers, and a fiftieth of the elements.
 */
export const brief = ({ author, text, comments }: PostView): TemplateResult =>
  html`<article class="post">
    <p><strong>${author.name || msg('Former colleague')}</strong></p>
    <p class="words" dir="auto">${text}</p>
    ${comments.map((comment) => html`<p class="words" dir="auto">${comment.text}</p>`)}
  </article>`;
