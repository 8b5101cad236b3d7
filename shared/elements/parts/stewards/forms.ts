/** The questions before somebody reports, hides or closes something. */
import { countWords, limits, reportReasons } from '@kantine/core';
import type { LetterReaders, ReportReason } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { quoted } from '../../kit/later-quoted.ts';

interface Form {
  readonly busy: boolean;
  readonly cancel: () => void;
}

const textIn = (form: HTMLFormElement, name: string): string => {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
};

const buttons = ({ busy, cancel }: Form, label: string, isDanger = false): TemplateResult =>
  html`<div class="buttons">
    <button type="button" class="quiet" @click=${cancel}>${msg('Cancel')}</button>
    <button type="submit" class=${isDanger ? 'danger' : 'secondary'} aria-disabled=${busy}>
      ${busy ? msg('Sending…') : label}
    </button>
  </div>`;

/** Whether a reason says enough: three words, as the rule is. */
export const isReason = (reason: string): boolean => countWords(reason) >= limits.actReasonWords;

export interface ReasonForm extends Form {
  readonly label: string;
  /** What it does. */
  readonly intro?: string;
  /** What the field is called. */
  readonly field: string;
  /** What the one who is concerned will see; shown with what is typed. */
  readonly preview?: string;
  readonly done: string;
  readonly isDanger?: boolean;
  /** Whether it takes no reason. */
  readonly isOptional?: boolean;
  readonly reason: string;
  readonly typed: (reason: string) => void;
  /** Whether it was sent with too few words. */
  readonly isShort: boolean;
  readonly submit: (reason: string) => void;
  readonly most?: number;
}

/** Asks for a reason, and shows what the one who is concerned will see of it. */
export function reasonForm(form: ReasonForm): TemplateResult {
  const { label, intro, field, preview, done, reason, isShort, most = limits.actReason } = form;
  return html`<form
    class="panel"
    aria-label=${label}
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      if (!form.busy) form.submit(textIn(event.target as HTMLFormElement, 'reason'));
    }}
  >
    ${intro === undefined ? nothing : html`<p>${intro}</p>`}
    <label>
      ${field}
      <input
        name="reason"
        maxlength=${most}
        autocomplete="off"
        dir="auto"
        .value=${reason}
        aria-invalid=${isShort ? 'true' : nothing}
        aria-describedby=${isShort ? 'short' : nothing}
        @input=${({ target }: Event) => form.typed((target as HTMLInputElement).value)}
      />
    </label>
    ${isShort ? html`<p id="short" class="invalid" role="alert">${msg('Say why in at least three words.')}</p>` : nothing}
    ${
      preview === undefined || reason === ''
        ? nothing
        : html`<p class="muted">${preview} ${quoted(reason)}</p>`
    }
    ${buttons(form, done, form.isDanger)}
  </form>`;
}

export const reasonText = (why: ReportReason): string =>
  ({
    hurtful: msg('It is hurtful'),
    private: msg('It holds private information'),
    'not-here': msg('It is not for this place'),
    other: msg('Something else'),
  })[why];

/** Who reads it, and that the author is not told who it was. */
function readersText(readers: LetterReaders, name: string): string {
  switch (readers) {
    case 'owners':
      return msg(
        str`Only the owners of this site read what you report. ${name} is not told that it was you.`,
      );
    case 'owners-in-it':
      return msg(
        str`Only owners of this site who are in this group read what you report. If none is, nobody reads it: talk to a steward. ${name} is not told that it was you.`,
      );
    case 'administrators':
      return msg(
        str`Only the administrators of this space read what you report. ${name} is not told that it was you.`,
      );
    case 'stewards':
      return msg(
        str`Only the stewards of this group read what you report. ${name} is not told that it was you.`,
      );
  }
}

export interface ReportForm extends Form {
  /** Undefined where nobody but stewards would read about one of them. */
  readonly readers: LetterReaders | undefined;
  readonly name: string;
  readonly submit: (why: ReportReason, note: string) => void;
}

export function reportForm(form: ReportForm): TemplateResult {
  const { readers, name, cancel } = form;
  if (readers === undefined) {
    return html`<section class="panel" aria-label=${msg('Report')}>
      <p>
        ${msg(
          str`${name} is a steward of this group, and its stewards read what is reported. Talk to an administrator instead.`,
        )}
      </p>
      <div class="buttons">
        <button type="button" class="quiet" @click=${cancel}>${msg('Close')}</button>
      </div>
    </section>`;
  }
  return html`<form
    class="panel"
    aria-label=${msg('Report')}
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const target = event.target as HTMLFormElement;
      const why = reportReasons.find((each) => each === textIn(target, 'why')) ?? 'other';
      if (!form.busy) form.submit(why, textIn(target, 'note'));
    }}
  >
    <fieldset>
      <legend>${msg('What is wrong with it?')}</legend>
      ${reportReasons.map(
        (why) =>
          html`<label class="choice">
            <input type="radio" name="why" value=${why} required />
            ${reasonText(why)}
          </label>`,
      )}
    </fieldset>
    <label>
      ${msg('A note (optional)')}
      <input name="note" maxlength=${limits.letterNote} autocomplete="off" dir="auto" />
    </label>
    <p class="muted">${readersText(readers, name)}</p>
    ${buttons(form, msg('Report'))}
  </form>`;
}
