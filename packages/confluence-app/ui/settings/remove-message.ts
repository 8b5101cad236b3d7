import { isKantineError } from '@kantine/core';
import type { CommentView, Community, GroupView, WallPage } from '@kantine/core';
import type { MessageToRemove, Settings } from '@kantine/confluence-host/page';
import { Acting, Asking, draftName, Drafting, groupText } from '@kantine/elements';
import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
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

const isOther =
  ({ kind, id }: MessageOption) =>
  (choice: MessageOption): boolean =>
    choice.kind !== kind || choice.id !== id;

/** What has to be known before a message is chosen. */
interface Opened {
  readonly me: string;
  readonly groups: readonly GroupView[];
}

async function readOpened({ people, groups }: Community): Promise<Opened> {
  const [{ id: me }, all] = await Promise.all([people.me(), groups.list()]);
  return { me, groups: all };
}

/** An administrator of the site removes a message that somebody else wrote, with a reason that its readers see. */
export class RemoveMessageForm extends LitElement {
  @property({ attribute: false }) community!: Community;
  @property({ attribute: false }) settings!: Pick<Settings, 'removeMessage'>;
  @property({ attribute: false }) words!: Words;
  @state() private isOpen = false;
  /** The id of the chosen group. */
  @state() private group = '';
  @state() private isTooShort = false;
  @state() private confirmation = '';
  @query('#message') private message!: HTMLSelectElement | null;
  readonly #acting = new Acting<'remove'>(this);
  readonly #opening = new Asking<Opened>(this, {
    args: () => [this.isOpen],
    ask: (community) => (this.isOpen ? readOpened(community) : undefined),
    mayRefresh: () => false,
  });
  /** The messages of the chosen group, and of no other. They stay as they are while one is chosen. */
  readonly #choosing = new Asking<readonly MessageOption[]>(this, {
    args: () => [this.group],
    ask: ({ wall }) =>
      this.group === '' ? undefined : wall.read({ group: this.group }).then(choicesIn),
    mayRefresh: () => false,
  });
  readonly #draft = new Drafting<{ readonly reason: string }>(this, {
    empty: () => ({ reason: '' }),
    accept: ({ reason }) => (typeof reason === 'string' ? { reason } : undefined),
    name: () => {
      const { answer } = this.#opening;
      return answer && draftName(this.community.site, answer.me, 'removal');
    },
    isEmpty: ({ reason }) => reason === '',
  });

  readonly #open = (): void => {
    this.isOpen = true;
    // A failed attempt is made again; the first one begins with what changed.
    if (this.#opening.error !== undefined) void this.#opening.ask();
  };

  readonly #choose = ({ currentTarget }: Event): void => {
    this.group = (currentTarget as HTMLSelectElement).value;
    this.#forget();
  };

  readonly #type = ({ currentTarget }: InputEvent): void => {
    this.#draft.change({ reason: (currentTarget as HTMLInputElement).value });
  };

  get #reason(): string {
    return this.#draft.fields.reason.trim();
  }

  /** What readers see; they have to know who removed it. */
  #seen(): string {
    return filled(this.words.removedBecause, { reason: this.#reason });
  }

  /** Forgets what came of the last attempt. */
  #forget(): void {
    this.isTooShort = false;
    this.confirmation = '';
    this.#acting.clear();
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { group } = this;
    const choice = this.#choosing.answer?.find(({ id }) => id === this.message?.value);
    if (!choice) return;
    this.#forget();
    this.isTooShort = this.#reason.split(/\s+/).filter(Boolean).length < leastWords;
    if (this.isTooShort) return;
    const { kind, id } = choice;
    await this.#acting.run('remove', async () => {
      await this.settings.removeMessage({ group, kind, id, reason: this.#seen() });
      this.#draft.clear();
      if (this.group === group) this.#choosing.show((choices) => choices.filter(isOther(choice)));
      this.confirmation = this.words.removed;
    });
  };

  get #failure(): string {
    const { cannotRemove, notSaved, reasonTooShort } = this.words;
    if (this.isTooShort) return reasonTooShort;
    const error = this.#acting.error ?? this.#choosing.error ?? this.#opening.error;
    if (error === undefined) return '';
    const isLost = isKantineError(error, 'Forbidden') || isKantineError(error, 'NotFound');
    return isLost ? cannotRemove : notSaved;
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const opened = this.#opening.answer;
    const failure = this.#failure;
    return html`<form @submit=${this.#submit}>
      <h2>${words.removeTitle}</h2>
      <p class="muted">${words.removeHelp}</p>
      ${
        opened
          ? this.#chooser(opened)
          : html`<button type="button" class="secondary" @click=${this.#open}>
              ${words.chooseMessage}
            </button>`
      }
      ${failure === '' ? nothing : html`<p role="alert">${failure}</p>`}
      <p role="status">${this.confirmation}</p>
    </form>`;
  }

  #chooser({ groups }: Opened): TemplateResult {
    const { words } = this;
    const choices = this.#choosing.answer;
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
                  ${repeat(
                    choices,
                    ({ id }) => id,
                    ({ id, label }) => html`<option value=${id}>${label}</option>`,
                  )}
                </select>
              </label>
              <label class="field">
                ${words.removeReason}
                <input
                  type="text"
                  maxlength="200"
                  .value=${this.#draft.fields.reason}
                  @input=${this.#type}
                />
              </label>
              ${
                this.#reason === ''
                  ? nothing
                  : html`<p class="muted">${words.readersSee} ${this.#seen()}</p>`
              }
              <button aria-disabled=${this.#acting.isBusy || choices.length === 0}>
                ${words.removeNow}
              </button>`
      }`;
  }

  static override styles = formStyles;
}

customElements.define('kantine-remove-message', RemoveMessageForm);

declare global {
  interface HTMLElementTagNameMap {
    'kantine-remove-message': RemoveMessageForm;
  }
}
