import { limits } from '@kantine/core';
import type { GroupView } from '@kantine/core';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { byName } from '../kit/by-name.ts';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { formErrorText } from '../kit/form-error-text.ts';
import { WidgetElement } from '../kit/kantine-element.ts';
import { errorNotice, failureNotice, loadingNotice, noticeStyles } from '../kit/notice.ts';
import { tokens } from '../kit/tokens.ts';
import { groupPickerStyles } from './group-picker.styles.ts';

/**
 * Chooses a group, or starts one: for the editors of a page with a wall.
 *
 * @tag kantine-group-picker
 * @fires kantine-change with the id of the group that was chosen or started.
 * @cssproperty --kantine-* the colours, radius and font of the host's theme; see the theming guide
 */
export class GroupPicker extends WidgetElement {
  /** The id of the chosen group. */
  @property() value = '';
  @state() private starting = false;
  @query('input') private input!: HTMLInputElement | null;
  readonly #acting = new Acting<'start'>(this);
  readonly #asking = new Asking<readonly GroupView[]>(this, {
    ask: async ({ groups }) => {
      const { own, others, cursor, elsewhere } = await groups.browse();
      // A wall may be that of a group of another space; there are too few editors to ask them first.
      const further =
        elsewhere && cursor !== undefined ? await groups.browse({ cursor }) : undefined;
      return [...own, ...others, ...(further?.others ?? [])].sort(byName);
    },
  });

  #choose(group: string): void {
    this.value = group;
    this.emit('kantine-change', group);
  }

  readonly #start = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { community, input } = this;
    if (!community || !input) return;
    const created = { name: input.value, purpose: '' };
    const done = await this.#acting.run('start', async () => {
      const group = await this.#asking.settling((options) =>
        community.groups.create(created, options),
      );
      this.#asking.show((groups) => [...groups.filter(isOther(group)), group].sort(byName));
      this.starting = false;
      this.#choose(group.id);
    });
    this.focusOn(done ? 'select' : 'input');
  };

  #open(): void {
    this.starting = true;
    this.focusOn('input');
  }

  #close(): void {
    this.starting = false;
    this.#acting.clear();
    this.focusOn('.start');
  }

  protected override render(): TemplateResult {
    const { answer: groups, error } = this.#asking;
    if (error !== undefined) {
      return failureNotice(error, () => void this.#asking.ask());
    }
    if (!groups) return loadingNotice(msg('Loading the groups…'), 1);
    const isStarting = this.starting || groups.length === 0;
    return html`${groups.length === 0 ? nothing : this.#select(groups)}
    ${isStarting ? this.#form(groups.length > 0) : this.#startButton()}`;
  }

  #select(groups: readonly GroupView[]): TemplateResult {
    const isKnown = this.value === '' || groups.some(({ id }) => id === this.value);
    return html`<label>
      ${msg('Group')}
      <select @change=${(event: Event) => this.#choose((event.target as HTMLSelectElement).value)}>
        ${
          this.value === ''
            ? html`<option value="" selected disabled>${msg('Choose a group…')}</option>`
            : nothing
        }
        ${
          isKnown
            ? nothing
            : html`<option value=${this.value} selected>
                ${msg('A group that you cannot see')}
              </option>`
        }
        ${groups.map(
          ({ id, name }) =>
            html`<option value=${id} ?selected=${id === this.value}>${name}</option>`,
        )}
      </select>
    </label>`;
  }

  #startButton(): TemplateResult {
    return html`<button type="button" class="quiet start" @click=${() => this.#open()}>
      ${msg('Start a new group')}
    </button>`;
  }

  #form(canCancel: boolean): TemplateResult {
    return html`<form @submit=${this.#start}>
      <label>
        ${msg('Name of the new group')}
        <input name="name" autocomplete="off" required maxlength=${limits.groupName} />
      </label>
      <p class="muted">${msg('Everybody can find, read and join it.')}</p>
      ${this.#acting.error === undefined ? nothing : errorNotice(formErrorText(this.#acting.error))}
      <div class="actions">
        <button class="primary" aria-disabled=${this.#acting.isBusy}>${msg('Start group')}</button>
        ${
          canCancel
            ? html`<button type="button" @click=${() => this.#close()}>${msg('Cancel')}</button>`
            : nothing
        }
      </div>
    </form>`;
  }

  static override styles = [tokens, controls, noticeStyles, groupPickerStyles];
}

/** To start a group again whose answer was lost takes up the same one. */
const isOther =
  ({ id }: GroupView) =>
  (group: GroupView): boolean =>
    group.id !== id;

declare global {
  interface HTMLElementTagNameMap {
    'kantine-group-picker': GroupPicker;
  }
}
