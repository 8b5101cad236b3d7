/** What is said of a group that its stewards archived. */
import type { Decision } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { quoted } from '../../kit/later-quoted.ts';
import { dateText } from '../../locale/moment.ts';

/** @param archived absent for a group in use, of which nothing is said. */
export function archivedNotice(archived: Decision | undefined): TemplateResult | typeof nothing {
  if (!archived) return nothing;
  const name = archived.by.name || msg('Former colleague');
  const date = dateText(archived.at, Date.now());
  return html`<div class="muted archived">
    <p>${msg(str`Closed on ${date} by ${name}:`)} ${quoted(archived.reason)}</p>
    <p>${msg('Everything can still be read by the same people.')}</p>
  </div>`;
}
