/** Parts of the form of an article. */
import { articleLimits, coverColours, coverIcons } from '@kantine/core';
import type { GroupView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { momentText, fullMomentText } from '../locale/moment.ts';
import { groupName } from '../parts/group-name.ts';
import { articleText } from '../parts/article-text.ts';
import type { Fields } from './article-draft.ts';
import { colourWord, coverOf, iconOf, iconWord } from './covers.ts';

type Change = (fields: Partial<Fields>) => void;

const valueOf = ({ target }: Event): string =>
  (target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value;

export const wordFields = (fields: Fields, change: Change, isInvalid: string | undefined) =>
  html`<label>
      <span>${msg('Title')}</span>
      <input
        id="title"
        dir="auto"
        autocomplete="off"
        maxlength=${articleLimits.title}
        aria-invalid=${isInvalid === 'title' ? 'true' : nothing}
        .value=${fields.title}
        @input=${(event: Event) => change({ title: valueOf(event) })}
      />
    </label>
    <label>
      <span>${msg('In a sentence or two (optional)')}</span>
      <textarea
        id="lead"
        dir="auto"
        rows="2"
        maxlength=${articleLimits.lead}
        .value=${fields.lead}
        @input=${(event: Event) => change({ lead: valueOf(event) })}
      ></textarea>
    </label>
    <label>
      <span>${msg('Text')}</span>
      <textarea
        id="text"
        class="body"
        dir="auto"
        rows="14"
        maxlength=${articleLimits.text}
        aria-describedby="marks"
        aria-invalid=${isInvalid === 'text' ? 'true' : nothing}
        .value=${fields.text}
        @input=${(event: Event) => change({ text: valueOf(event) })}
      ></textarea>
    </label>
    <p id="marks" class="muted">
      ${msg(str`# makes a heading, - a list, ${'>'} a quote, and three backticks around lines make them code.`)}
    </p>`;

export function coverFields({ colour, icon }: Fields, change: Change): TemplateResult {
  const radio = (
    name: 'colour' | 'icon',
    value: string,
    isChosen: boolean,
    label: string,
    shown: unknown,
  ): TemplateResult =>
    html`<label class="choice" title=${label}>
      <input
        type="radio"
        name=${name}
        value=${value}
        .checked=${isChosen}
        @change=${() => change({ [name]: value })}
      />
      ${shown}<span class="unseen">${label}</span>
    </label>`;
  return html`<fieldset class="cover-choice">
    <legend>${msg('Cover')}</legend>
    ${coverOf({ colour, icon })}
    <div role="group" aria-label=${msg('Colour')}>
      ${coverColours.map((each) =>
        radio(
          'colour',
          each,
          each === colour,
          colourWord(each),
          html`<i class="cover ${each}"></i>`,
        ),
      )}
    </div>
    <div role="group" aria-label=${msg('Picture')}>
      ${coverIcons.map((each) => radio('icon', each, each === icon, iconWord(each), iconOf(each)))}
    </div>
  </fieldset>`;
}

export const seriesField = ({ series }: Fields, change: Change): TemplateResult =>
  html`<label>
    <span>${msg('Series (optional)')}</span>
    <input
      id="series"
      dir="auto"
      autocomplete="off"
      maxlength=${articleLimits.series}
      aria-describedby="parts"
      .value=${series}
      @input=${(event: Event) => change({ series: valueOf(event) })}
    />
    <span id="parts" class="muted"
      >${msg('Your articles with the same series in a group are its parts, in the order in which they appear.')}</span
    >
  </label>`;

/** Where it is published, where the blog is not that of one group. */
export const groupField = (
  fields: Fields,
  groups: readonly GroupView[],
  change: Change,
): TemplateResult =>
  html`<label>
    <span>${msg('Group')}</span>
    <select id="group" @change=${(event: Event) => change({ group: valueOf(event) })}>
      <option value="" ?selected=${fields.group === ''}>${msg('Choose a group')}</option>
      ${groups.map(
        (group) =>
          html`<option value=${group.id} ?selected=${group.id === fields.group}>
            ${groupName(group)}
          </option>`,
      )}
    </select>
  </label>`;

/** What its writer is told of an article that waits. */
export function heldText(moment: number, isKeptBack: boolean): string {
  if (Number.isNaN(moment)) return msg('Choose a day and a time.');
  const when = fullMomentText(moment);
  return isKeptBack
    ? msg(str`It appears on ${when}. Until then only you can read it.`)
    : msg(
        str`It appears on pages on ${when}. Until then it is already in the site’s lists, where a colleague with technical skill could find it.`,
      );
}

export interface When {
  readonly isLater: boolean;
  /** Whether the host keeps back what waits. */
  readonly isKeptBack: boolean;
  readonly choose: (isLater: boolean) => void;
}

export function whenFields({ at }: Fields, when: When, change: Change): TemplateResult {
  const { isLater, isKeptBack, choose } = when;
  const radio = (later: boolean, label: string): TemplateResult =>
    html`<label class="choice">
      <input
        type="radio"
        name="when"
        .checked=${isLater === later}
        @change=${() => choose(later)}
      />
      <span>${label}</span>
    </label>`;
  return html`<fieldset>
    <legend>${msg('When')}</legend>
    <div class="actions">${radio(false, msg('At once'))} ${radio(true, msg('At a time'))}</div>
    ${
      isLater
        ? html`<label>
              <span>${msg('Day and time')}</span>
              <input
                id="at"
                type="datetime-local"
                aria-describedby="held"
                .value=${at}
                @input=${(event: Event) => change({ at: valueOf(event) })}
              />
            </label>
            <p id="held" role="status">${heldText(Date.parse(at), isKeptBack)}</p>`
        : nothing
    }
  </fieldset>`;
}

export interface OtherVersion {
  readonly title: string;
  readonly text: string;
  /** When it was written, where that is known. */
  readonly modified?: number;
}

/** Two versions of one article: the writer sees both, and chooses. */
export const otherVersion = (
  { title, text, modified }: OtherVersion,
  use: () => void,
  keep: () => void,
): TemplateResult => {
  const when = modified === undefined ? '' : momentText(modified, Date.now());
  return html`<div class="notice error" role="alert">
    <p>
      ${
        when === ''
          ? msg('This was also written elsewhere meanwhile. Neither is lost: choose one.')
          : msg(str`This was also written elsewhere, ${when}. Neither is lost: choose one.`)
      }
    </p>
    <details>
      <summary>${msg('What was written elsewhere')}</summary>
      <h3 dir="auto">${title}</h3>
      ${articleText(text)}
    </details>
    <div class="actions">
      <button type="button" class="secondary" @click=${use}>${msg('Use that one')}</button>
      <button type="button" class="secondary" @click=${keep}>${msg('Keep this one')}</button>
    </div>
  </div>`;
};
