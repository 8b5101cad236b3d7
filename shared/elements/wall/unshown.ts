/** What stands in place of a wall that is not shown, or of its posts. Fetched when that is needed. */
import { isKantineError } from '@kantine/core';
import type { Decision } from '@kantine/core';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { emptyNotice, failureNotice } from '../kit/notice.ts';
import { archivedNotice } from '../parts/stewards/archived.ts';

/** Whom a closed group's wall is not for asks to be let in right there. */
const loadKnock = (): Promise<unknown> =>
  Promise.all([
    import(/* webpackChunkName: 'wall-knock' */ './define.knock.ts'),
    import(/* webpackChunkName: 'wall-knock' */ '../groups/define.ask-to-join.ts'),
  ]);

/** A wall that cannot be shown, and what can be done about it. */
export function failure(error: unknown, retry: () => void, group?: string): TemplateResult {
  if (isKantineError(error, 'NotFound')) {
    return emptyNotice(
      msg('This group is gone'),
      msg('It was deleted. Whoever edits this page can choose another group.'),
    );
  }
  if (isKantineError(error, 'Forbidden')) {
    // Without it the sentence stands alone.
    loadKnock().catch(() => undefined);
    return html`${emptyNotice(
        msg('Only its members read this wall'),
        msg('You are not one of them. Ask a steward of the group to let you in.'),
      )}<kantine-knock .group=${group}></kantine-knock>`;
  }
  return failureNotice(error, retry);
}

/** An editor gets the button that leads on; a reader reads no more than needed. */
export function noGroup(configure: (() => void) | undefined): TemplateResult {
  if (!configure) {
    return html`<p class="muted">
      ${msg('This wall has no group yet. Whoever edits this page can choose one.')}
    </p>`;
  }
  return emptyNotice(
    msg('Choose a group for this wall'),
    msg('The wall shows what its members write, and lets them answer.'),
    { label: msg('Choose a group'), run: configure },
  );
}

/** A wall without posts. */
export const quiet = (canWrite: boolean): TemplateResult =>
  emptyNotice(
    msg('It is quiet here'),
    canWrite
      ? msg('Be the first: a question or a small success of this week is enough.')
      : msg('Nobody has written here yet.'),
  );

/**
 * What stands in place of the composer for who cannot write, and what they had typed, so that it can be copied.
 * @param archived set where nobody can write any more.
 */
export const unsent = (text: string | undefined, archived: Decision | undefined): TemplateResult =>
  html`<div class="new about">
    ${archived ? archivedNotice(archived) : html`<p class="muted">${msg('You can read here, but not write.')}</p>`}
    ${
      text === undefined
        ? nothing
        : html`<label class="about">
            ${msg('You had written this; copy what you want to keep.')}
            <textarea readonly dir="auto" .value=${text}></textarea>
          </label>`
    }
  </div>`;
