import type { LogEntry } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { failureNotice, noticeStyles } from '../kit/notice.ts';
import { dateFormat, numberText } from '../locale/formats.ts';
import { valueNameOf } from '../parts/value-names.ts';

/** What is in a row of the log, which an owner might have written by hand. */
function parsed(said: string): unknown {
  try {
    return JSON.parse(said) as unknown;
  } catch {
    return undefined;
  }
}

function whatText({ of, said }: LogEntry): string {
  const now = parsed(said);
  const fields = (typeof now === 'object' && now !== null ? now : {}) as Record<string, unknown>;
  if (of === 'allowance') return msg(str`kudos a week: ${numberText(Number(now))}`);
  if (of === 'languages') return msg(str`languages: ${Array.isArray(now) ? now.join(', ') : ''}`);
  if (of === 'staff') return msg(str`list of staff: ${numberText(Number(fields.people ?? 0))}`);
  if (of === 'staff-removed') return msg('list of staff: one person fewer');
  const id = of.slice('value:'.length);
  const name = valueNameOf({ id, names: (fields.names ?? {}) as Record<string, string> });
  return msg(str`value: ${name}`);
}

/** What owners changed last, for owners. */
export class SettingsLog extends CommunityElement {
  readonly #asking = new Asking<readonly LogEntry[]>(this, {
    ask: ({ settings }) => settings.log(),
  });

  /** Asks anew: something was changed here. */
  refresh(): void {
    void this.#asking.ask();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { answer, error } = this.#asking;
    if (error !== undefined) return failureNotice(error, () => void this.#asking.ask());
    if (!answer) return nothing;
    if (answer.length === 0)
      return html`<p class="muted">${msg('Nothing has been changed yet.')}</p>`;
    const format = dateFormat({ dateStyle: 'medium', timeStyle: 'short' });
    return html`<ul class="plain">
      ${answer.map(
        (entry) =>
          html`<li>
            <span>${whatText(entry)}</span>
            <span class="muted">
              <bdi>${entry.by.name}</bdi>,
              <time datetime=${new Date(entry.at).toISOString()}>${format.format(entry.at)}</time>
            </span>
          </li>`,
      )}
    </ul>`;
  }

  static override styles = [
    controls,
    noticeStyles,
    css`
      ul {
        display: grid;
        gap: 0.35rem;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.5rem;
        overflow-wrap: anywhere;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-settings-log': SettingsLog;
  }
}
