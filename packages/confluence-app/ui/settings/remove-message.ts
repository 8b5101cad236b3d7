import { isKantineError } from '@kantine/core';
import type { CommentView, Community, GroupView, WallPage } from '@kantine/core';
import type { MessageToRemove, Settings } from '@kantine/confluence-host/page';
import { groupText } from '@kantine/elements';
import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { filled } from '../words/words.ts';
import type { Words } from '../words/words.ts';
import { formStyles } from './form.styles.ts';

/** A message that may be removed, with the beginning of its words. */
interface MessageOption extends Pick<MessageToRemove, 'kind' | 'id'> {
  readonly label: string;
}

const shown = 80;
/** As the resolver asks. */
const leastWords = 3;

const optionOf = (
  kind: MessageOption['kind'],
  { id, author, text }: Pick<CommentView, 'id' | 'author' | 'text'>,
): MessageOption => ({
  kind,
  id,
  label: `${author.name}: ${text.length > shown ? `${text.slice(0, shown)}…` : text}`,
});

function choicesIn({ posts }: WallPage): readonly MessageOption[] {
  return posts.flatMap((post) => [
    ...(post.deleted ? [] : [optionOf('post', post)]),
    ...post.comments.flatMap((comment) => (comment.deleted ? [] : [optionOf('comment', comment)])),
  ]);
}

/** An administrator of the site removes a message that somebody else wrote, with a reason that its readers see. */
export class RemoveMessageForm extends LitElement {
  @property({ attribute: false }) community!: Community;
  @property({ attribute: false }) settings!: Pick<Settings, 'removeMessage'>;
  @property({ attribute: false }) words!: Words;
  @state() private groups: readonly GroupView[] | undefined;
  @state() private choices: readonly MessageOption[] | undefined;
  @state() private reason = '';
  @state() private isBusy = false;
  @state() private failure = '';
  @state() private confirmation = '';
  @query('#group') private group!: HTMLSelectElement | null;
  @query('#message') private message!: HTMLSelectElement | null;

  async #run(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failure = this.confirmation = '';
    try {
      await work();
    } catch (error) {
      const isLost = isKantineError(error, 'Forbidden') || isKantineError(error, 'NotFound');
      this.failure = isLost ? this.words.cannotRemove : this.words.notSaved;
    } finally {
      this.isBusy = false;
    }
  }

  readonly #open = (): Promise<void> =>
    this.#run(async () => {
      this.groups = await this.community.groups.list({});
    });

  readonly #choose = (): Promise<void> =>
    this.#run(async () => {
      let group: string;
      // Another group may be chosen while the messages of one are read.
      do {
        group = this.group?.value ?? '';
        this.choices = undefined;
        const page = group === '' ? undefined : await this.community.wall.read({ group });
        this.choices = page && choicesIn(page);
      } while (group !== (this.group?.value ?? ''));
    });

  readonly #type = (event: InputEvent): void => {
    this.reason = (event.currentTarget as HTMLInputElement).value;
  };

  /** What readers see; they have to know who removed it. */
  #seen(): string {
    return filled(this.words.removedBecause, { reason: this.reason.trim() });
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const choice = this.choices?.find(({ id }) => id === this.message?.value);
    const group = this.group?.value ?? '';
    // While messages are read, those on the screen may be another group's.
    if (!choice || this.isBusy) return;
    if (this.reason.trim().split(/\s+/).filter(Boolean).length < leastWords) {
      this.failure = this.words.reasonTooShort;
      return;
    }
    await this.#run(async () => {
      const { kind, id } = choice;
      await this.settings.removeMessage({ group, kind, id, reason: this.#seen() });
      this.choices = choicesIn(await this.community.wall.read({ group }));
      this.reason = '';
      this.confirmation = this.words.removed;
    });
  };

  protected override render(): TemplateResult {
    const { words } = this;
    return html`<form @submit=${this.#submit}>
      <h2>${words.removeTitle}</h2>
      <p class="muted">${words.removeHelp}</p>
      ${
        this.groups
          ? this.#chooser(this.groups)
          : html`<button type="button" class="secondary" @click=${this.#open}>
              ${words.chooseMessage}
            </button>`
      }
      ${this.failure === '' ? nothing : html`<p role="alert">${this.failure}</p>`}
      <p role="status">${this.confirmation}</p>
    </form>`;
  }

  #chooser(groups: readonly GroupView[]): TemplateResult {
    const { words, choices } = this;
    return html`<label class="field">
        ${groupText()}
        <select id="group" @change=${this.#choose}>
          <option value=""></option>
          ${groups.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
        </select>
      </label>
      ${
        choices === undefined
          ? nothing
          : html`<label class="field">
                ${words.removeWhich}
                <select id="message">
                  ${choices.map(({ id, label }) => html`<option value=${id}>${label}</option>`)}
                </select>
              </label>
              <label class="field">
                ${words.removeReason}
                <input type="text" maxlength="200" .value=${this.reason} @input=${this.#type} />
              </label>
              ${
                this.reason.trim() === ''
                  ? nothing
                  : html`<p class="muted">${words.readersSee} ${this.#seen()}</p>`
              }
              <button aria-disabled=${this.isBusy || choices.length === 0}>
                ${words.removeNow}
              </button>`
      }`;
  }

  static override styles = formStyles;
}

customElements.define('kantine-remove-message', RemoveMessageForm);
