import { isKantineError, limits } from '@kantine/core';
import type { GroupAccess } from '@kantine/core';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { controls } from '../internal/controls.ts';
import { draftName, dropDraft, loadDraft, saveDraft } from '../internal/draft.ts';
import { errorText } from '../internal/error-text.ts';
import { KantineElement } from '../internal/kantine-element.ts';
import { errorNotice, noticeStyles } from '../internal/notice.ts';
import { startGroupStyles } from './start-group.styles.ts';

const accesses: readonly GroupAccess[] = ['open', 'closed', 'secret'];

interface GroupDraft {
  readonly name: string;
  readonly purpose: string;
  readonly access: GroupAccess;
  /** Belongs to the draft, so that sending it again after a reload starts no second group. */
  readonly key: string;
}

const isGroupDraft = (found: Partial<GroupDraft>): found is GroupDraft =>
  [found.name, found.purpose, found.key].every((text) => typeof text === 'string') &&
  accesses.some((known) => known === found.access);

const accessText = (access: GroupAccess): { title: string; text: string } => {
  const texts = {
    open: {
      title: msg('Open'),
      text: msg('Everybody who works here finds, reads and joins it.'),
    },
    closed: { title: msg('Closed'), text: msg('Everybody finds it; only its members read it.') },
    secret: { title: msg('Secret'), text: msg('Only its members know that it is there.') },
  } as const;
  return texts[access];
};

/**
 * Starts a group. Everything stays filled in until the host has confirmed it.
 * @fires kantine-started with the group.
 * @fires kantine-cancel when the person gives up.
 */
export class StartGroup extends KantineElement {
  @property({ attribute: false }) me: string | undefined;
  @state() private name = '';
  @state() private purpose = '';
  @state() private access: GroupAccess = 'open';
  @state() private sending = false;
  @state() private error: unknown;
  @query('#name') private nameField!: HTMLInputElement | null;
  #key: string | undefined;

  get #draftName(): string {
    return draftName(this.me ?? '', 'group');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated || !changed.has('me')) return;
    const draft = loadDraft(this.#draftName, isGroupDraft);
    if (!draft) return;
    ({ name: this.name, purpose: this.purpose, access: this.access } = draft);
    this.#key = draft.key;
  }

  protected override firstUpdated(): void {
    this.nameField?.focus();
  }

  #keep(): void {
    const { name, purpose, access, community } = this;
    if (!community) return;
    this.#key ??= community.newKey();
    saveDraft(this.#draftName, { name, purpose, access, key: this.#key } satisfies GroupDraft);
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { community, name, purpose, access } = this;
    if (!community || this.sending) return;
    this.#key ??= community.newKey();
    this.sending = true;
    this.error = undefined;
    try {
      const group = await community.groups.create({ name, purpose, access, key: this.#key });
      dropDraft(this.#draftName);
      this.emit('kantine-started', group);
    } catch (error) {
      this.error = error;
      if (isKantineError(error, 'Invalid') && error.data.field === 'name') this.nameField?.focus();
    } finally {
      this.sending = false;
    }
  };

  #cancel(): void {
    dropDraft(this.#draftName);
    this.emit('kantine-cancel', undefined);
  }

  protected override render(): TemplateResult {
    const isNameWrong = isKantineError(this.error, 'Invalid') && this.error.data.field === 'name';
    return html`<form @submit=${this.#submit} aria-label=${msg('Start a group')}>
      <label for="name">${msg('What is it called?')}</label>
      <input
        id="name"
        autocomplete="off"
        dir="auto"
        maxlength=${limits.groupName}
        aria-invalid=${isNameWrong ? 'true' : nothing}
        aria-describedby=${isNameWrong ? 'error' : nothing}
        .value=${this.name}
        @input=${({ target }: InputEvent) => {
          this.name = (target as HTMLInputElement).value;
          this.#keep();
        }}
      />
      <label for="purpose">${msg('What is it for? (optional)')}</label>
      <textarea
        id="purpose"
        rows="2"
        dir="auto"
        maxlength=${limits.groupPurpose}
        .value=${this.purpose}
        @input=${({ target }: InputEvent) => {
          this.purpose = (target as HTMLTextAreaElement).value;
          this.#keep();
        }}
      ></textarea>
      <fieldset>
        <legend>${msg('Who reads it?')}</legend>
        <div class="accesses">${accesses.map((access) => this.#accessChoice(access))}</div>
      </fieldset>
      <p class="muted">${msg('Administrators of this place can read everything in it.')}</p>
      ${
        this.error === undefined
          ? nothing
          : html`<div id="error">${errorNotice(errorText(this.error))}</div>`
      }
      <div class="buttons">
        <button type="button" class="quiet" @click=${() => this.#cancel()}>${msg('Cancel')}</button>
        <button type="submit" class="primary" aria-disabled=${this.sending}>
          ${this.sending ? msg('Starting…') : msg('Start group')}
        </button>
      </div>
    </form>`;
  }

  #accessChoice(access: GroupAccess): TemplateResult {
    const { title, text } = accessText(access);
    const isChosen = this.access === access;
    return html`<label class=${isChosen ? 'access chosen' : 'access'}>
      <input
        type="radio"
        name="access"
        .checked=${isChosen}
        @change=${() => {
          this.access = access;
          this.#keep();
        }}
      />
      <span><strong>${title}</strong><span class="muted">${text}</span></span>
    </label>`;
  }

  static override styles = [controls, noticeStyles, startGroupStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-start-group': StartGroup;
  }
}
