// In one file, since who is in a group, who asks to be and whom a steward lets in are one list.
import type {
  CallOptions,
  Community,
  GroupMember,
  GroupView,
  MemberRole,
  PersonSummary,
} from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Acting } from '../kit/acting.ts';
import { Asking, unsettled } from '../kit/asking.ts';
import type { Settling } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { formErrorText } from '../kit/form-error-text.ts';
import { confirmationStyles, confirmed } from '../kit/later-confirmation.ts';
import { named } from '../kit/later-named.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { errorNotice, failureNotice, loadingNotice, noticeStyles } from '../kit/notice.ts';
import { memberRow, memberRowStyles } from '../parts/members/member-row.ts';
import { Titles } from '../parts/members/titles.ts';
import { groupMembersStyles } from './group-members.styles.ts';
import type { WishAnswer } from './group-wishes.ts';
import { readMembers, withMember, without, withoutWish } from './members.ts';
import type { Members } from './members.ts';

/** So many are drawn at a time. */
const shownAtOnce = 30;

/** The members of a group; in a closed one, stewards let people in and take them out here. */
export class GroupMembers extends CommunityElement {
  @property({ attribute: false }) group: GroupView | undefined;
  @property({ attribute: false }) me: string | undefined;
  @property({ attribute: false }) settling: Settling = unsettled;
  @state() private invited: readonly PersonSummary[] = [];
  @state() private confirmation = '';
  @state() private shown = shownAtOnce;
  readonly #acting = new Acting<'change'>(this);
  readonly #asking = new Asking<Members>(this, {
    args: () => [this.group?.id],
    // Who joined an open group is told in pages, by the list itself.
    ask: (community) =>
      this.group && !this.#isOpen ? readMembers(community, this.group) : undefined,
  });
  readonly #titles = new Titles(this, () => this.#shown.map(({ person }) => person));

  get #isOpen(): boolean {
    return this.group?.access === 'open';
  }

  get #shown(): readonly GroupMember[] {
    return this.#asking.answer?.members.slice(0, this.shown) ?? [];
  }

  /** The reader runs a closed group if they are one of its stewards; a list does not say it, the members do. */
  get #isSteward(): boolean {
    const own = this.#asking.answer?.members.find(({ person }) => person.id === this.me);
    return own?.role === 'steward';
  }

  readonly #settling: Settling = (write) =>
    this.settling((options) => this.#asking.settling(write, options));

  /** Runs a write, and shows what it answered. */
  async #write<Result>(
    write: (groups: Community['groups'], options: CallOptions) => Promise<Result>,
    show: (now: Members, result: Result) => Members,
  ): Promise<void> {
    const { community } = this;
    if (!community) return;
    const result = await this.#settling((options) => write(community.groups, options));
    this.#asking.show((now) => show(now, result));
  }

  async #run(work: () => Promise<void>, done: string): Promise<void> {
    if (await this.#acting.run('change', work)) this.confirmation = done;
  }

  #admit(person: PersonSummary, role: MemberRole): Promise<void> {
    const input = { group: this.group?.id ?? '', person: person.id, role };
    return this.#write((groups, options) => groups.admit(input, options), withMember);
  }

  /** They are told who let them in. */
  #invite(person: PersonSummary): Promise<void> {
    const key = this.community?.newKey() ?? '';
    const input = { group: this.group?.id ?? '', person: person.id, key };
    return this.#write(async (groups, options) => {
      await groups.invite(input, options);
      return { person, role: 'member' } as const;
    }, withMember);
  }

  readonly #add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { invited } = this;
    if (invited.length === 0) return;
    await this.#run(async () => {
      for (const person of invited) {
        await this.#invite(person);
        // Those who are in stay in, should the next one fail; the others stay in the field.
        this.invited = this.invited.filter(({ id }) => id !== person.id);
      }
    }, msg('They are members now.'));
  };

  readonly #answered = ({ detail: { said, wish, member } }: CustomEvent<WishAnswer>): void => {
    this.confirmation = said;
    this.#asking.show((now) => withoutWish(member ? withMember(now, member) : now, wish));
    // What was pressed is gone with the wish that it answered.
    this.focusOn('ul');
  };

  protected override render(): TemplateResult {
    const { answer, error: unread, isLoading } = this.#asking;
    if (isLoading && !this.#isOpen) return loadingNotice(msg('Loading members…'), 1);
    const { error } = this.#acting;
    return html`${confirmed(this.confirmation)}
      ${unread === undefined ? nothing : failureNotice(unread, () => void this.#asking.ask())}
      ${error === undefined ? nothing : errorNotice(formErrorText(error))}
      ${this.#isSteward ? this.#wishes() : nothing}
      ${
        this.#isOpen
          ? html`<kantine-member-list .group=${this.group?.id}></kantine-member-list>`
          : nothing
      }
      ${answer ? this.#members(answer.members) : nothing}
      ${this.#isSteward ? this.#invitees() : nothing}
      <kantine-group-stewards
        .group=${this.group}
        ?steward=${this.#isSteward}
      ></kantine-group-stewards>`;
  }

  /** All of them are there; the others are drawn when somebody wants to see them. */
  #members({ length }: readonly GroupMember[]): TemplateResult {
    return html`<ul class="plain" tabindex="-1" aria-label=${msg('Members')}>
        ${repeat(
          this.#shown,
          ({ person }) => person.id,
          (member) => html`<li tabindex="-1">${this.#member(member)}</li>`,
        )}
      </ul>
      ${
        length > this.shown
          ? html`<button type="button" class="quiet more" @click=${this.#more}>
              ${msg('Show more')}
            </button>`
          : nothing
      }`;
  }

  /** The button goes with the last of them. */
  readonly #more = (): void => {
    const from = this.shown;
    this.shown += shownAtOnce;
    if (this.shown >= (this.#asking.answer?.members.length ?? 0)) {
      this.focusOn(`li:nth-child(${from + 1})`);
    }
  };

  #member({ person, role }: GroupMember): TemplateResult {
    const isOther = person.id !== this.me;
    return html`${memberRow(person, this.#titles.of(person))}
    ${role === 'steward' ? html`<span class="role">${msg('Steward')}</span>` : nothing}
    ${
      this.#isSteward && this.#asksToLeave(person)
        ? html`<span class="role">${msg('Asks to be taken out')}</span>`
        : nothing
    }
    ${this.#isSteward && isOther ? this.#choices(person, role) : nothing}`;
  }

  #asksToLeave({ id }: PersonSummary): boolean {
    return (
      this.#asking.answer?.asks.some(({ by, kind }) => kind === 'leave' && by.id === id) === true
    );
  }

  #wishes(): TemplateResult | typeof nothing {
    const wishes = this.#asking.answer?.asks.filter(({ kind }) => kind === 'join') ?? [];
    if (wishes.length === 0) return nothing;
    return html`<kantine-group-wishes
      .group=${this.group}
      .wishes=${wishes}
      .settling=${this.#settling}
      @kantine-wish-answered=${this.#answered}
    ></kantine-group-wishes>`;
  }

  #choices(person: PersonSummary, role: MemberRole): TemplateResult {
    const group = this.group?.id ?? '';
    const next = role === 'steward' ? 'member' : 'steward';
    const { id, name } = person;
    const change = (): Promise<void> => this.#admit(person, next);
    const remove = (): Promise<void> =>
      this.#write(
        (groups, options) => groups.expel({ group, person: id }, options),
        (now) => without(now, id),
      );
    const roleText = next === 'steward' ? msg('Make steward') : msg('No longer steward');
    return html`<span class="choices">
      <button
        type="button"
        class="quiet"
        aria-label=${named(roleText, name)}
        aria-disabled=${this.#acting.isBusy}
        @click=${() => void this.#run(change, msg(str`${name} has a new role.`))}
      >
        ${roleText}
      </button>
      <button
        type="button"
        class="quiet"
        aria-label=${named(msg('Remove from the group'), name)}
        aria-disabled=${this.#acting.isBusy}
        @click=${() => void this.#run(remove, msg(str`${name} is no longer in the group.`))}
      >
        ${msg('Remove from the group')}
      </button>
    </span>`;
  }

  #invitees(): TemplateResult {
    return html`<form @submit=${this.#add}>
      <kantine-people-picker
        label=${msg('Let colleagues in')}
        .chosen=${this.invited}
        .without=${this.#asking.answer?.members.map(({ person }) => person.id) ?? []}
        @kantine-change=${({ detail }: CustomEvent<readonly PersonSummary[]>) => {
          this.invited = detail;
        }}
      ></kantine-people-picker>
      <p class="muted">
        ${msg('They will be able to read everything in this group, older posts too.')}
      </p>
      <button
        type="submit"
        class="secondary"
        aria-disabled=${this.#acting.isBusy || this.invited.length === 0}
      >
        ${this.#acting.isBusy ? msg('Letting in…') : msg('Let in')}
      </button>
    </form>`;
  }

  static override styles = [
    controls,
    noticeStyles,
    confirmationStyles,
    ...memberRowStyles,
    groupMembersStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-group-members': GroupMembers;
  }
}
