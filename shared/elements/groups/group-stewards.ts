import type { Community, GroupView, PersonSummary, StewardsView, StewardView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Acting } from '../kit/acting.ts';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { formErrorText } from '../kit/form-error-text.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { confirmationStyles, confirmed } from '../kit/later-confirmation.ts';
import { named } from '../kit/later-named.ts';
import { errorNotice, failureNotice, noticeStyles } from '../kit/notice.ts';
import { groupMembersStyles } from './group-members.styles.ts';

interface Answer {
  readonly view: StewardsView;
  readonly readsLetters: boolean;
}

async function ask({ stewards }: Community, group: string): Promise<Answer> {
  const [view, readsLetters] = await Promise.all([
    stewards.read({ group }),
    stewards.readsLetters({ group }),
  ]);
  return { view, readsLetters };
}

/** The stewards of an open group, whom they and owners of the site appoint; and what was reported, for who reads it. */
export class GroupStewards extends CommunityElement {
  @property({ attribute: false }) group: GroupView | undefined;
  /** Whether the reader is a steward of a closed group. */
  @property({ type: Boolean }) steward = false;
  @state() private chosen: readonly PersonSummary[] = [];
  @state() private confirmation = '';
  @state() private showsLetters = false;
  readonly #acting = new Acting<'change'>(this);
  readonly #asking = new Asking<Answer>(this, {
    args: () => [this.group?.id, this.#isAsking],
    ask: (community) => (this.group && this.#isAsking ? ask(community, this.group.id) : undefined),
  });

  /** Of a closed group the list of members says who its stewards are: there is less to ask. */
  get #isAsking(): boolean {
    return this.group?.access === 'open' || this.showsLetters;
  }

  async #run(work: (community: Community, group: string) => Promise<void>, said: string) {
    const { community, group } = this;
    if (!community || !group) return;
    const isDone = await this.#acting.run('change', async () => {
      await work(community, group.id);
      await this.#asking.ask();
    });
    if (isDone) this.confirmation = said;
  }

  readonly #appoint = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.chosen.length === 0) return;
    await this.#run(async ({ stewards, newKey }, group) => {
      for (const { id } of this.chosen) {
        await stewards.appoint({ group, person: id, key: newKey() });
        this.chosen = this.chosen.filter((each) => each.id !== id);
      }
    }, msg('They are stewards now.'));
  };

  #dismiss({ id, name }: PersonSummary): Promise<void> {
    return this.#run(
      ({ stewards, newKey }, group) => stewards.dismiss({ group, person: id, key: newKey() }),
      msg(str`${name} is no steward any more.`),
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    const { answer, error } = this.#asking;
    if (error !== undefined) return failureNotice(error, () => void this.#asking.ask());
    if (!this.group) return nothing;
    const isOpen = this.group.access === 'open';
    const failed = this.#acting.error;
    return html`${confirmed(this.confirmation)}
    ${failed === undefined ? nothing : errorNotice(formErrorText(failed))}
    ${isOpen && answer ? this.#stewards(answer.view) : nothing}
    ${
      (isOpen ? answer?.view.mayAct === true : this.steward)
        ? html`${isOpen && !this.group.archived ? html`<kantine-group-invite .group=${this.group}></kantine-group-invite>` : nothing}
            <kantine-group-topics .group=${this.group}></kantine-group-topics>
            <kantine-group-rename .group=${this.group}></kantine-group-rename>
            <kantine-group-archive .group=${this.group}></kantine-group-archive>`
        : nothing
    }
    ${(isOpen ? answer?.readsLetters === true : this.steward) ? this.#letters(answer) : nothing}`;
  }

  /** What was reported is asked for by who wants to see it. */
  #letters(answer: Answer | undefined): TemplateResult {
    return html`<button
        type="button"
        class="secondary"
        aria-expanded=${this.showsLetters}
        @click=${() => (this.showsLetters = !this.showsLetters)}
      >
        ${msg('Reports')}
      </button>
      ${this.showsLetters && answer ? this.#waiting(answer) : nothing}`;
  }

  #waiting({ view, readsLetters }: Answer): TemplateResult {
    return readsLetters
      ? html`<kantine-group-letters .group=${this.group} .view=${view}></kantine-group-letters>`
      : html`<p class="muted">${msg('Here the owners of the site read what is reported.')}</p>`;
  }

  #stewards({ stewards, mayAppoint }: StewardsView): TemplateResult {
    return html`<h5 id="stewards">${msg('Stewards')}</h5>
      ${
        stewards.length === 0
          ? html`<p class="muted">${msg('Nobody yet. Owners of the site appoint them.')}</p>`
          : html`<ul class="plain" aria-labelledby="stewards">
              ${repeat(
                stewards,
                ({ person }) => person.id,
                (steward) => html`<li>${this.#steward(steward)}</li>`,
              )}
            </ul>`
      }
      ${mayAppoint ? this.#form(stewards) : nothing}`;
  }

  #steward({ person, isFounder, mayDismiss }: StewardView): TemplateResult {
    const text = msg('No longer steward');
    return html`<kantine-person-name .person=${person}></kantine-person-name>
      ${isFounder ? html`<span class="role">${msg('Founder')}</span>` : nothing}
      ${
        mayDismiss
          ? html`<span class="choices">
              <button
                type="button"
                class="quiet"
                aria-label=${named(text, person.name)}
                aria-disabled=${this.#acting.isBusy}
                @click=${() => void this.#dismiss(person)}
              >
                ${text}
              </button>
            </span>`
          : nothing
      }`;
  }

  #form(stewards: readonly StewardView[]): TemplateResult {
    const { isBusy } = this.#acting;
    return html`<form @submit=${this.#appoint}>
      <kantine-people-picker
        label=${msg('Make colleagues stewards')}
        .chosen=${this.chosen}
        .without=${stewards.map(({ person }) => person.id)}
        @kantine-change=${({ detail }: CustomEvent<readonly PersonSummary[]>) => {
          this.chosen = detail;
        }}
      ></kantine-people-picker>
      <p class="muted">
        ${msg('Stewards hide messages with a reason, close conversations and choose answers.')}
      </p>
      <button type="submit" class="secondary" aria-disabled=${isBusy || this.chosen.length === 0}>
        ${msg('Make steward')}
      </button>
    </form>`;
  }

  static override styles = [controls, noticeStyles, confirmationStyles, groupMembersStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-group-stewards': GroupStewards;
  }
}
