/** What opens below a message. */
import { limits } from '@kantine/core';
import type { PersonSummary, Revision } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { fullMomentText } from '../../locale/moment.ts';
import { markdown } from '../markdown/markdown.ts';

interface DeletePanel {
  readonly busy: boolean;
  readonly submit: (reason: string) => void;
  readonly cancel: () => void;
}

/** Asks before a message's words are erased, and for a reason. */
export function deletePanel({ busy, submit, cancel }: DeletePanel): TemplateResult {
  const submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    const reason = new FormData(event.target as HTMLFormElement).get('reason');
    if (!busy) submit(typeof reason === 'string' ? reason : '');
  };
  return html`<form class="panel" aria-label=${msg('Delete this message')} @submit=${submitted}>
    <p>${msg('Delete this for everybody? Its words are erased; answers stay.')}</p>
    <label>
      ${msg('Reason (optional, everybody can read it)')}
      <input name="reason" maxlength=${limits.deleteReason} autocomplete="off" dir="auto" />
    </label>
    <div class="buttons">
      <button type="button" class="quiet" @click=${cancel}>${msg('Keep it')}</button>
      <button type="submit" class="danger" aria-disabled=${busy}>
        ${busy ? msg('Deleting…') : msg('Delete')}
      </button>
    </div>
  </form>`;
}

/**
 * The earlier wordings of a message; undefined while they are loaded.
 * @param people whom its words of today mention.
 */
export function historyPanel(
  history: readonly Revision[] | undefined,
  people: readonly PersonSummary[] | undefined,
): TemplateResult {
  return html`<section class="panel" aria-label=${msg('Earlier versions')}>
    <p class="muted">${msg('Earlier versions')}</p>
    ${
      history?.map(
        ({ text, replaced }) =>
          html`<div class="revision">
            <p class="muted">${msg(str`Until ${fullMomentText(replaced)}`)}</p>
            <div class="markdown">${markdown(text, people)}</div>
          </div>`,
      ) ?? html`<p role="status">${msg('Loading…')}</p>`
    }
  </section>`;
}
