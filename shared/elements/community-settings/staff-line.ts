import type { PersonSummary, StaffSaid } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { controls } from '../kit/controls.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { formErrorText } from '../kit/form-error-text.ts';
import { errorNotice, noticeStyles } from '../kit/notice.ts';
import { formStyles } from './form.styles.ts';

/**
 * What the list of staff says of one colleague, to take them off it.
 * @fires kantine-saved once they are off it.
 */
export class StaffLineOff extends CommunityElement {
  @state() private chosen: readonly PersonSummary[] = [];
  /** Null where the list says nothing of them; undefined until it is known. */
  @state() private line: StaffSaid | null | undefined;
  @state() private said = '';
  readonly #acting = new Acting<'look' | 'off'>(this);

  readonly #changed = ({ detail }: CustomEvent<readonly PersonSummary[]>): void => {
    // One at a time: who is chosen next takes the place of the one before.
    this.chosen = detail.slice(-1);
    this.line = undefined;
    this.said = '';
    void this.#look();
  };

  readonly #look = (): Promise<boolean> =>
    this.#acting.run('look', async () => {
      const [person] = this.chosen;
      if (!person || !this.community) return;
      const found = await this.community.settings.readStaff({ person: person.id });
      if (this.chosen[0]?.id === person.id) this.line = found;
    });

  readonly #off = async (): Promise<void> => {
    const { community, chosen } = this;
    const [person] = chosen;
    if (!community || !person) return;
    const key = community.newKey();
    const done = await this.#acting.run('off', () =>
      community.settings.removeStaff({ person: person.id, key }),
    );
    if (!done) return;
    this.said = msg(str`${person.name} is no longer on the list.`);
    this.chosen = [];
    this.line = undefined;
    this.emit('kantine-saved', undefined);
    this.focusOn('.said');
  };

  protected override render(): TemplateResult {
    const { error, repeat } = this.#acting;
    return html`<div class="staff">
      <kantine-people-picker
        label=${msg('Take somebody off the list')}
        .chosen=${this.chosen}
        @kantine-change=${this.#changed}
      ></kantine-people-picker>
      ${this.#line()}
      <p class="said" role="status" tabindex="-1">${this.said}</p>
      ${
        error === undefined
          ? nothing
          : errorNotice(formErrorText(error), { label: msg('Try again'), run: repeat })
      }
    </div>`;
  }

  #line(): TemplateResult | typeof nothing {
    const { line } = this;
    const [person] = this.chosen;
    if (line === undefined || !person) return nothing;
    if (line === null) {
      return html`<p class="muted">${msg(str`${person.name} is not on the list.`)}</p>`;
    }
    const { department, place, title, since, manager } = line;
    const facts = [
      [msg('Department'), department],
      [msg('Place'), place],
      [msg('Job title'), title],
      [msg('Manager'), manager?.name ?? ''],
      [msg('Here since (year)'), since],
    ].filter(([, text]) => text !== '');
    return html`<dl class="facts">
        ${facts.map(
          ([label, text]) =>
            html`<div>
              <dt class="muted">${label}</dt>
              <dd><bdi>${text}</bdi></dd>
            </div>`,
        )}
      </dl>
      <div class="buttons">
        <button
          type="button"
          class="danger"
          aria-disabled=${this.#acting.isBusy}
          @click=${this.#off}
        >
          ${msg('Take off the list')}
        </button>
      </div>`;
  }

  static override styles = [controls, noticeStyles, formStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-staff-line': StaffLineOff;
  }
}
