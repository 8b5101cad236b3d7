/** What helps somebody who asks; fetched with the first question. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';

let isWanted = false;

/** @param group the id of the group that is asked. */
export function questionHint(group: string | undefined): TemplateResult {
  // That it cannot be fetched keeps nobody from asking; the next draft tries again.
  if (!isWanted) {
    isWanted = true;
    import('../questions/define.ts').catch(() => (isWanted = false));
  }
  return html`<kantine-question-hint .group=${group}></kantine-question-hint>`;
}
