import { plainText } from '@kantine/core';
import type { PostView } from '@kantine/core';
import { msg } from '@lit/localize';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { withEveryone } from '../../kit/everyone.ts';

/**
 * A post that is still far from the reader: its words, for searching in the page and for screen
 * readers, in a single element.
 */
export function brief(post: PostView): TemplateResult {
  const words = [
    post.author.name || msg('Former colleague'),
    ...[post, ...post.comments].map((message) =>
      message.unwanted ? '' : withEveryone(plainText(message)),
    ),
  ];
  return html`<div class="post words" dir="auto">${words.join('\n')}</div>`;
}
