import { isKantineError, limits } from '@kantine/core';
import type { Audience, GroupAccess, GroupView } from '@kantine/core';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { audienceLabel, audienceStyles } from '../parts/audience-label/audience-label.ts';
import { Acting } from '../kit/acting.ts';
import { Asking, unsettled } from '../kit/asking.ts';
import type { Settling } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { Drafting } from '../kit/drafting.ts';
import { draftName } from '../kit/drafts.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { noticeStyles } from '../kit/notice.ts';
import { formEnd, formEndStyles } from './form-end.ts';
import { startGroupStyles } from './start-group.styles.ts';

const accesses: readonly GroupAccess[] = ['open', 'closed', 'secret'];

interface GroupDraft {
  readonly name: string;
  readonly purpose: string;
  readonly access: GroupAccess;
}

function acceptDraft(stored: Readonly<Record<string, unknown>>): GroupDraft | undefined {
  const { name, purpose } = stored;
  const access = accesses.find((known) => known === stored.access);
  if (typeof name !== 'string' || typeof purpose !== 'string' || !access) return undefined;
  return { name, purpose, access };
}

/** Nobody but members learns of a secret group; the name and purpose of a closed one everybody finds. */
const onlyMe: Audience = {
  known: true,
  kind: 'each',
  count: 1,
  firstNames: [],
  laterJoiners: true,
  members: [],
};

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
export class StartGroup extends CommunityElement {
  @property({ attribute: false }) me: string | undefined;
  @property({ attribute: false }) settling: Settling = unsettled;
  @query('#name') private nameField!: HTMLInputElement | null;
  readonly #acting = new Acting<'start'>(this);
  /** Who finds and reads what everybody may. */
  readonly #reading = new Asking<Audience>(this, {
    ask: ({ people }) => people.audience(),
    mayRefresh: () => false,
  });
  readonly #draft = new Drafting<GroupDraft>(this, {
    leave: () => this.#cancel(),
    empty: () => ({ name: '', purpose: '', access: 'open' }),
    accept: acceptDraft,
    name: () => draftName(this.community?.site, this.me, 'group'),
    isEmpty: ({ name, purpose }) => name === '' && purpose === '',
  });

  protected override firstUpdated(): void {
    this.nameField?.focus();
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { community } = this;
    if (!community) return;
    const { fields, key } = this.#draft;
    const done = await this.#acting.run('start', async () => {
      const input = { ...fields, key };
      const group = await this.settling((options) => community.groups.create(input, options));
      this.#draft.clear();
      this.emit<GroupView>('kantine-started', group);
    });
    if (!done && this.#isNameWrong) this.nameField?.focus();
  };

  get #isNameWrong(): boolean {
    const { error } = this.#acting;
    return isKantineError(error, 'Invalid') && error.data.field === 'name';
  }

  #cancel(): void {
    // What is on its way cannot be given up any more.
    if (this.#acting.isBusy) return;
    this.#draft.clear();
    this.emit('kantine-cancel', undefined);
  }

  protected override render(): TemplateResult {
    const { name, purpose, access } = this.#draft.fields;
    const isNameWrong = this.#isNameWrong;
    const audience = access === 'secret' ? onlyMe : this.#reading.answer;
    return html`<form @submit=${this.#submit} aria-label=${msg('Start a group')}>
      ${audience ? html`<div class="muted">${audienceLabel(audience)}</div>` : nothing}
      <label for="name">${msg('What is it called?')}</label>
      <input
        id="name"
        autocomplete="off"
        dir="auto"
        maxlength=${limits.groupName}
        aria-invalid=${isNameWrong ? 'true' : nothing}
        aria-describedby=${isNameWrong ? 'readers error' : 'readers'}
        .value=${name}
        @input=${({ target }: InputEvent) => {
          this.#draft.change({ name: (target as HTMLInputElement).value });
        }}
      />
      <label for="purpose">${msg('What is it for? (optional)')}</label>
      <textarea
        id="purpose"
        rows="2"
        dir="auto"
        maxlength=${limits.groupPurpose}
        .value=${purpose}
        @input=${({ target }: InputEvent) => {
          this.#draft.change({ purpose: (target as HTMLTextAreaElement).value });
        }}
      ></textarea>
      <fieldset>
        <legend>${msg('Who reads it?')}</legend>
        <div class="accesses">${accesses.map((access) => this.#accessChoice(access))}</div>
      </fieldset>
      ${formEnd(this.#acting, {
        send: msg('Start group'),
        sending: msg('Starting…'),
        cancel: () => this.#cancel(),
      })}
    </form>`;
  }

  #accessChoice(access: GroupAccess): TemplateResult {
    const { title, text } = accessText(access);
    const isChosen = this.#draft.fields.access === access;
    return html`<label class=${isChosen ? 'access chosen' : 'access'}>
      <input
        type="radio"
        name="access"
        .checked=${isChosen}
        @change=${() => this.#draft.change({ access })}
      />
      <span><strong>${title}</strong><span class="muted">${text}</span></span>
    </label>`;
  }

  static override styles = [
    controls,
    noticeStyles,
    audienceStyles,
    formEndStyles,
    startGroupStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-start-group': StartGroup;
  }
}
