/** What helps somebody who asks; fetched with the first question. */
import type { PersonSummary } from '@kantine/core';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { mentionedIn } from './mention-text.ts';
import type { WrittenText } from './mention-text.ts';

let isWanted = false;

/**
 * @param group the id of the group that is asked.
 * @param mention is told of a colleague whom the writer wants to mention.
 */
export function questionHint(
  group: string | undefined,
  draft: WrittenText,
  mention: (person: PersonSummary) => void,
): TemplateResult {
  // That it cannot be fetched keeps nobody from asking; the next draft tries again.
  if (!isWanted) {
    isWanted = true;
    import(/* webpackChunkName: 'wall-questions' */ '../questions/define.ts').catch(
      () => (isWanted = false),
    );
  }
  return html`<kantine-question-hint
    .group=${group}
    .text=${draft.text}
    .mentioned=${mentionedIn(draft).map(({ id }) => id)}
    @kantine-mention=${({ detail }: CustomEvent<PersonSummary>) => mention(detail)}
  ></kantine-question-hint>`;
}
