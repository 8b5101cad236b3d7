import type { StaffList, StaffSaid } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { controls } from '../kit/controls.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { formErrorText } from '../kit/form-error-text.ts';
import { named } from '../kit/later-named.ts';
import { errorNotice, noticeStyles } from '../kit/notice.ts';
import { formStyles } from './form.styles.ts';

/** So many lines are shown at a time. */
const shownAtOnce = 20;

const nameOf = ({ person }: StaffSaid): string => person.name || msg('Former colleague');

/**
 * Who is on the list of staff, those who are no longer here first, to take them off it.
 * @fires kantine-saved once somebody is off it.
 */
export class StaffOnList extends CommunityElement {
  @state() private list: StaffList | undefined;
  @state() private department = '';
  @state() private shown = shownAtOnce;
  @state() private said = '';
  readonly #acting = new Acting<'look' | 'off'>(this);

  readonly #look = (event?: Event): void => {
    event?.preventDefault();
    this.said = '';
    this.shown = shownAtOnce;
    void this.#acting.run('look', async () => {
      const department = this.department.trim();
      this.list = await this.community?.settings.listStaff(department === '' ? {} : { department });
    });
  };

  async #off(line: StaffSaid): Promise<void> {
    const { community } = this;
    if (!community) return;
    const { id } = line.person;
    const key = community.newKey();
    const done = await this.#acting.run('off', () =>
      community.settings.removeStaff({ person: id, key }),
    );
    if (!done) return;
    const name = nameOf(line);
    this.said = msg(str`${name} is no longer on the list.`);
    if (this.list) {
      const lines = this.list.lines.filter(({ person }) => person.id !== id);
      this.list = { ...this.list, lines };
    }
    this.emit('kantine-saved', undefined);
    this.focusOn('.said');
  }

  protected override render(): TemplateResult {
    const { error, repeat, isBusy } = this.#acting;
    return html`<div class="staff">
      <form @submit=${this.#look}>
        <label
          >${msg('Department (leave empty for all)')}
          <input
            maxlength="80"
            .value=${this.department}
            @input=${({ target }: InputEvent) => {
              this.department = (target as HTMLInputElement).value;
            }}
          />
        </label>
        <div class="buttons">
          <button type="submit" class="secondary" aria-disabled=${isBusy}>
            ${msg('See who is on the list')}
          </button>
        </div>
      </form>
      <p class="said" role="status" tabindex="-1">${this.said}</p>
      ${
        error === undefined
          ? nothing
          : errorNotice(formErrorText(error), { label: msg('Try again'), run: repeat })
      }
      ${this.list ? this.#lines(this.list) : nothing}
    </div>`;
  }

  #lines({ lines, isMore }: StaffList): TemplateResult {
    return html`${
      lines.length === 0
        ? html`<p class="muted">${msg('Nobody is on the list.')}</p>`
        : html`<ul class="plain lines">
            ${lines.slice(0, this.shown).map((line) => this.#line(line))}
          </ul>`
    }
    ${
      lines.length > this.shown
        ? html`<button
            type="button"
            class="quiet"
            @click=${() => {
              this.shown += shownAtOnce;
            }}
          >
            ${msg('Show more')}
          </button>`
        : nothing
    }
    ${
      isMore
        ? html`<p class="muted">
            ${msg('The list is longer: these are its latest lines. Look by department for others.')}
          </p>`
        : nothing
    }`;
  }

  #line(line: StaffSaid): TemplateResult {
    const { person, department, place, title } = line;
    const label = msg('Take off the list');
    const facts = [title, department, place].filter((text) => text !== '').join(' · ');
    return html`<li>
      <div>
        <bdi>${nameOf(line)}</bdi>
        ${person.active ? nothing : html`<strong>${msg('no longer here')}</strong>`}
        <p class="muted"><bdi>${person.name === '' ? `${person.id} · ${facts}` : facts}</bdi></p>
      </div>
      <button
        type="button"
        class="quiet"
        aria-label=${named(label, nameOf(line))}
        aria-disabled=${this.#acting.isBusy}
        @click=${() => this.#off(line)}
      >
        ${label}
      </button>
    </li>`;
  }

  static override styles = [controls, noticeStyles, formStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-staff-list': StaffOnList;
  }
}
