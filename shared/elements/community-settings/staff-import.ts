import type { StaffLine, StaffPreview } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { controls } from '../kit/controls.ts';
import { formErrorText } from '../kit/form-error-text.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { errorNotice, noticeStyles } from '../kit/notice.ts';
import { numberText } from '../locale/formats.ts';
import { plural } from '../locale/plural.ts';
import { formStyles } from './form.styles.ts';
import { staffLinesIn } from './staff-csv.ts';

/** As many lines as one call takes. */
const atOnce = 20;
/** No table helps anybody with more. */
const mostShown = 50;

function parts<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / atOnce) }, (_, part) =>
    items.slice(part * atOnce, (part + 1) * atOnce),
  );
}

/** Each of these says what to do about it. */
const wrongText = (wrong: StaffPreview['wrong'][number]): string => {
  switch (wrong) {
    case 'who':
      return msg('Nobody here has this name, or several people do');
    case 'manager':
      return msg('Nobody here has the name of this manager');
    case 'since':
      return msg('“Since” is not a year');
  }
};

/**
 * The owners' list of staff from a file: looked at first, and brought in then.
 * @fires kantine-saved once it is brought in.
 */
export class StaffImport extends CommunityElement {
  @state() private text = '';
  @state() private lines: readonly StaffLine[] | undefined;
  @state() private previews: readonly StaffPreview[] = [];
  @state() private isNoList = false;
  @state() private said = '';
  readonly #acting = new Acting<'look' | 'bring in'>(this);

  readonly #typed = ({ target }: InputEvent): void => {
    this.text = (target as HTMLTextAreaElement).value;
    this.lines = undefined;
    this.said = '';
  };

  readonly #chosen = async ({ target }: Event): Promise<void> => {
    const [file] = (target as HTMLInputElement).files ?? [];
    if (!file) return;
    this.text = await file.text();
    this.lines = undefined;
    await this.#look();
  };

  readonly #look = async (): Promise<void> => {
    const lines = staffLinesIn(this.text);
    this.isNoList = lines === undefined;
    this.said = '';
    if (!lines) return;
    await this.#acting.run('look', async () => {
      const previews: StaffPreview[] = [];
      for (const some of parts(lines)) {
        previews.push(...((await this.community?.settings.previewStaff({ lines: some })) ?? []));
      }
      this.lines = lines;
      this.previews = previews;
    });
  };

  /** The lines that can be brought in, and change something. */
  get #fit(): readonly StaffLine[] {
    return (this.lines ?? []).filter((_, at) => {
      const preview = this.previews[at];
      return preview?.wrong.length === 0 && !preview.isSame;
    });
  }

  readonly #bringIn = async (): Promise<void> => {
    const { community } = this;
    const fit = this.#fit;
    if (!community || fit.length === 0) return;
    const done = await this.#acting.run('bring in', async () => {
      for (const some of parts(fit)) {
        await community.settings.bringInStaff({ lines: some, key: community.newKey() });
      }
    });
    if (!done) return;
    const number = numberText(fit.length);
    this.said = plural(fit.length, {
      one: msg('1 person was imported.'),
      other: msg(str`${number} people were imported.`),
    });
    this.lines = undefined;
    this.text = '';
    this.emit('kantine-saved', undefined);
    this.focusOn('.said');
  };

  protected override render(): TemplateResult {
    const { error, isBusy } = this.#acting;
    return html`<div class="staff">
      <p class="muted">
        ${msg('A CSV file from a spreadsheet. Its first line names the columns: name, department, place, title, manager, since. Give people by their name in the directory, or by their e-mail address.')}
      </p>
      <label>
        ${msg('File with the list')}
        <input type="file" accept=".csv,.txt,text/csv" @change=${this.#chosen} />
      </label>
      <label>
        ${msg('Or paste its lines here')}
        <textarea rows="4" dir="auto" .value=${this.text} @input=${this.#typed}></textarea>
      </label>
      ${this.isNoList ? errorNotice(msg('No column has people’s names. Call that one “name” in the first line.')) : nothing}
      ${error === undefined ? nothing : errorNotice(formErrorText(error))}
      <p class="said" role="status" tabindex="-1">${this.said}</p>
      ${this.lines ? this.#preview(this.lines) : nothing}
      <div class="buttons">
        <button type="button" class="secondary" aria-disabled=${isBusy} @click=${this.#look}>
          ${isBusy ? msg('Looking…') : msg('Look at it first')}
        </button>
      </div>
    </div>`;
  }

  #preview(lines: readonly StaffLine[]): TemplateResult {
    const fit = this.#fit.length;
    const number = numberText(fit);
    const left = lines.length - fit;
    return html`<div
        class="table"
        tabindex="0"
        role="group"
        aria-label=${msg('What would be imported')}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">${msg('Name')}</th>
              <th scope="col">${msg('Department')}</th>
              <th scope="col">${msg('Place')}</th>
              <th scope="col">${msg('What happens to it')}</th>
            </tr>
          </thead>
          <tbody>
            ${lines.slice(0, mostShown).map((line, at) => this.#row(line, this.previews[at]))}
          </tbody>
        </table>
      </div>
      ${left > 0 ? html`<p class="muted">${msg(str`Left out, or unchanged: ${numberText(left)}.`)}</p>` : nothing}
      <div class="buttons">
        <button
          type="button"
          class="primary"
          aria-disabled=${fit === 0 || this.#acting.isBusy}
          @click=${this.#bringIn}
        >
          ${plural(fit, { one: msg('Import 1 person'), other: msg(str`Import ${number} people`) })}
        </button>
      </div>`;
  }

  #row({ who, department, place }: StaffLine, preview: StaffPreview | undefined): TemplateResult {
    const { person, wrong = [], isSame = false } = preview ?? {};
    const outcome = isSame ? msg('stays as it is') : msg('will be imported');
    return html`<tr class=${wrong.length > 0 ? 'wrong' : 'fit'}>
      <td><bdi>${person?.name ?? who}</bdi></td>
      <td><bdi>${department}</bdi></td>
      <td><bdi>${place}</bdi></td>
      <td>${wrong.length > 0 ? wrong.map(wrongText).join(' · ') : outcome}</td>
    </tr>`;
  }

  static override styles = [controls, noticeStyles, formStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-staff-import': StaffImport;
  }
}
