/** What is read in place of the list, and what one is done with. */
import type { Done, ForYouLine } from '@kantine/core';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Going } from './news.ts';

/** That one is done with a line. */
export const doneOf = ({ message, created: until }: ForYouLine): Done['lines'][number] => ({
  group: message.group,
  message,
  until,
});

/** Each group is done until its newest line that is shown. */
export function untilNewest(lines: readonly ForYouLine[]): Done['lines'] {
  const until = new Map<string, number>();
  for (const { message, created } of lines) {
    until.set(message.group, Math.max(created, until.get(message.group) ?? 0));
  }
  return [...until].map(([group, moment]) => ({ group, until: moment }));
}

/** What is read in place of the list. */
export interface Opened extends Going {
  /** The comment that it is about. */
  readonly comment?: string;
  /** The line that was opened; absent for news. */
  readonly line?: ForYouLine;
}

export const placeOf = (line: ForYouLine): Opened => ({
  group: line.group.id,
  post: line.post,
  ...(line.message.kind === 'comment' ? { comment: line.message.id } : {}),
  line,
});

/** Where an article leads: another one, or what else its blog shows. */
type GoTo = CustomEvent<{ readonly page: string; readonly group?: string; readonly id?: string }>;

/** @param go where an article leads; undefined back to the list. */
export function openedView(
  { group, post = '', comment, article, week }: Opened,
  go: (to: Opened | undefined) => void,
): TemplateResult {
  if (week) return html`<kantine-catch-up-week tabindex="-1"></kantine-catch-up-week>`;
  if (article !== undefined) {
    const gone = ({ detail: { page, group: within, id } }: GoTo): void =>
      go(page === 'article' && within && id ? { group: within, article: id } : undefined);
    return html`<kantine-article
      tabindex="-1"
      .group=${group}
      .article=${article}
      @kantine-go=${gone}
      @kantine-removed=${() => go(undefined)}
    ></kantine-article>`;
  }
  return html`<kantine-conversation
    .group=${group}
    .post=${post}
    .comment=${comment}
  ></kantine-conversation>`;
}
