// In one file, since what a reader may do about a group depends on all that is shown of it.
import type { CallOptions, Community, GroupView, Unread } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { unsettled } from '../kit/asking.ts';
import type { Settling } from '../kit/asking.ts';
import { accessBadge, accessBadgeStyles } from '../parts/access-badge.ts';
import { controls } from '../kit/controls.ts';
import { formErrorText } from '../kit/form-error-text.ts';
import { named } from '../kit/later-named.ts';
import { faces, facesStyles } from '../parts/faces.ts';
import { formerName, groupName } from '../parts/group-name.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { isAboveThePage } from '../parts/keys/above-the-page.ts';
import { faceRows } from '../parts/keys/face-rows.ts';
import { Rows } from '../parts/keys/rows.ts';
import { membersText } from '../parts/members-text.ts';
import { errorNotice, noticeStyles } from '../kit/notice.ts';
import { archivedNotice } from '../parts/stewards/archived.ts';
import { unreadBadge } from '../parts/unread-badge.ts';
import { leaveQuestion } from './leave-question.ts';
import { groupItemStyles } from './group-item.styles.ts';
import type { GroupChange } from '../parts/group-change.ts';
import type { GroupMuting } from './group-news.ts';

/**
 * One group in a list, with what the reader may do about it.
 * @fires kantine-open with its id when its wall is asked for.
 * @fires kantine-changed after joining or leaving.
 * @fires kantine-muted after muting or unmuting.
 * @fires kantine-settled after a change that takes along what was pressed.
 */
export class GroupItem extends CommunityElement {
  @property({ attribute: false }) group: GroupView | undefined;
  @property({ attribute: false }) me: string | undefined;
  @property({ attribute: false }) settling: Settling = unsettled;
  /** Settles muting, where what is new is shown. */
  @property({ attribute: false }) muting: Settling = unsettled;
  /** What is new in it; absent where nothing is. */
  @property({ attribute: false }) unread: Unread | undefined;
  /** Whether the reader muted it; absent while that is not known. */
  @property({ attribute: false }) muted: boolean | undefined;
  /** Whether the reader is an owner who reads what is reported about groups, in them or not. */
  @property({ type: Boolean }) letters = false;
  /** Whether its members are shown, which takes more room. */
  @property({ type: Boolean, reflect: true }) wide = false;
  /** Whether the reader is asked if they really want to leave. */
  @state() private leaving = false;
  readonly #acting = new Acting(this);
  /** What was pressed to see who is in it. */
  #opener: HTMLElement | undefined;

  constructor() {
    super();
    new Rows(this, faceRows);
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.open')?.focus();
  }

  /** @param write answers the group as it is afterwards, or undefined where nobody shows it any more. */
  #run(
    write: (groups: Community['groups'], options: CallOptions) => Promise<GroupView | undefined>,
    said: string,
    event: 'changed' | 'settled' = 'changed',
  ): Promise<boolean> {
    const { community, group } = this;
    return this.#acting.run(event, async () => {
      if (!community || !group) return;
      const now = await this.settling((options) => write(community.groups, options));
      this.emit<GroupChange>(`kantine-${event}`, { said, group: group.id, now });
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { group } = this;
    if (!group) return nothing;
    return html`<article aria-labelledby="name" @keydown=${this.#escaped}>
      <div class="about">
        <h4 id="name">${this.#name(group)}</h4>
        ${accessBadge(group.access)} ${unreadBadge(this.unread)}
        ${this.muted ? html`<span class="muted">${msg('Muted')}</span>` : nothing}
        ${this.#starter(group)}
        ${group.formerly === undefined ? nothing : html`<p class="muted">${formerName(group)}</p>`}
        ${group.purpose === '' ? nothing : html`<p dir="auto">${group.purpose}</p>`}
        ${archivedNotice(group.archived)}
        ${
          group.requested
            ? html`<p class="muted">${msg('An owner of this site has yet to set it up.')}</p>`
            : this.#people(group)
        }
      </div>
      ${group.invited ? this.#invitation(group) : nothing}
      <div class="actions">${this.#actions(group)}</div>
      ${this.leaving && group.joined ? this.#confirmation(group) : nothing}
      ${this.#acting.error === undefined ? nothing : errorNotice(formErrorText(this.#acting.error))}
      ${this.wide ? this.#opened(group) : nothing}
    </article>`;
  }

  /** Of groups whose names look the same, the later ones say who started them. */
  #starter({ startedBy }: GroupView): TemplateResult | typeof nothing {
    if (!startedBy) return nothing;
    const name = startedBy.name || msg('Former colleague');
    return html`<p class="muted">${msg(str`Started by ${name}`)}</p>`;
  }

  /** A group that one may read opens; another one is only named. */
  #name(group: GroupView): TemplateResult {
    const { access, joined, requested } = group;
    const name = groupName(group);
    if (requested || (access !== 'open' && !joined)) return html`<bdi>${name}</bdi>`;
    return html`<button
      type="button"
      class="open"
      @click=${() => this.emit('kantine-open', group.id)}
    >
      <bdi>${name}</bdi>
    </button>`;
  }

  #people(group: GroupView): TemplateResult {
    return html`<div class="people">${faces(group.members)} ${this.#count(group)}</div>`;
  }

  /** How many they are opens who they are; of a closed group that is told to those inside alone. */
  #count(group: GroupView): TemplateResult | typeof nothing {
    if (group.memberCount === undefined) return nothing;
    const text = membersText(group.memberCount);
    if (group.access !== 'open' && !group.joined) return html`<span class="muted">${text}</span>`;
    return this.#disclosure(text, 'quiet count');
  }

  #actions(group: GroupView): unknown {
    const { id, name, access, joined, requested } = group;
    if (requested) {
      return this.#button(msg('Take back'), () =>
        this.#run(
          async (groups, options) => {
            await groups.decline({ group: id, by: this.me ?? '' }, options);
            return undefined;
          },
          msg('Your request has been taken back.'),
          'settled',
        ),
      );
    }
    if (!joined && access === 'open') {
      const join = this.#button(msg('Join'), () =>
        this.#run(
          (groups, options) => groups.join({ group: id }, options),
          msg(str`You are in “${name}” now.`),
        ),
      );
      return [group.archived || group.invited ? nothing : join, this.#desk(msg('Members'))];
    }
    if (!joined) return [this.#asking(group), this.letters ? this.#desk(msg('Reports')) : nothing];
    return html`${this.#desk(msg('Members'))}
    ${this.muted === undefined || group.archived ? nothing : this.#button(this.muted ? msg('Unmute') : msg('Mute'), () => this.#mute(group), 'quiet')}
    ${
      group.invited
        ? nothing
        : this.#button(
            msg('Leave'),
            () => (access === 'open' ? this.#leave(group) : this.#confirm()),
            'quiet',
          )
    }`;
  }

  /** How somebody outside gets into a closed group. */
  #asking(group: GroupView): TemplateResult | typeof nothing {
    if (group.archived ?? group.invited) return nothing;
    if (!group.asking) {
      return html`<p class="muted">${msg('Ask one of its members to let you in.')}</p>`;
    }
    return html`<kantine-ask-to-join
      .group=${group}
      .me=${this.me}
      .settling=${this.settling}
    ></kantine-ask-to-join>`;
  }

  /** Opens who is in it, with all that is done for a group; or what was reported, for an owner who is not in it. */
  #desk(label: string): TemplateResult {
    return this.#disclosure(label, 'quiet');
  }

  #disclosure(label: string, look: string): TemplateResult {
    return html`<button
      type="button"
      class=${look}
      aria-label=${named(label, this.group?.name ?? '')}
      aria-expanded=${this.wide}
      aria-controls=${this.wide ? 'members' : nothing}
      @click=${this.#toggle}
    >
      ${label}
    </button>`;
  }

  /** An open one takes the whole width of the list, so that it may move: it stays in sight. */
  readonly #toggle = async ({ currentTarget }: Event): Promise<void> => {
    this.wide = !this.wide;
    this.#opener = currentTarget as HTMLElement;
    await this.updateComplete;
    this.scrollIntoView({ block: 'nearest' });
  };

  /** Closes what is open, unless somebody types there or Escape closes something above the page. */
  readonly #escaped = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.wide || event.defaultPrevented) return;
    const [target] = event.composedPath();
    if (isAboveThePage(event) || (target as HTMLElement).matches('input, textarea')) return;
    event.preventDefault();
    this.wide = false;
    this.#opener?.focus();
  };

  #opened(group: GroupView): TemplateResult {
    if (group.access !== 'open' && !group.joined) {
      return html`<kantine-group-letters id="members" .group=${group}></kantine-group-letters>`;
    }
    return html`<kantine-group-members
      id="members"
      .group=${group}
      .me=${this.me}
      .settling=${this.settling}
    ></kantine-group-members>`;
  }

  /** Its answers stand in the place of joining and leaving. */
  #invitation(group: GroupView): TemplateResult {
    return html`<kantine-group-invitation
      .group=${group}
      .settling=${this.settling}
    ></kantine-group-invitation>`;
  }

  /** A muted group stays readable, and tells no more of what is new. */
  async #mute({ id, name }: GroupView): Promise<void> {
    const { community } = this;
    const muted = this.muted !== true;
    await this.#acting.run('mute', async () => {
      if (!community) return;
      const change = muted ? community.preferences.mute : community.preferences.unmute;
      await this.muting((options) => change({ group: id }, options));
      const said = muted
        ? msg(str`“${name}” is muted: what is new there is not counted for you.`)
        : msg(str`“${name}” is counted for you again.`);
      this.emit<GroupMuting>('kantine-muted', { said, group: id, muted });
    });
  }

  /** Nobody comes back into a closed group by themselves, so that a slip would cost more than a press. */
  async #confirm(): Promise<void> {
    this.leaving = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.confirm button')?.focus();
  }

  async #leave({ id, name, access, leaving }: GroupView): Promise<void> {
    const done = await this.#run(
      (groups, options) => groups.leave({ group: id }, options),
      leaving === 'asked'
        ? msg(
            str`A steward has been asked to take you out of “${name}”. It is folded away for you.`,
          )
        : msg(str`You have left “${name}”.`),
      access === 'open' ? 'changed' : 'settled',
    );
    this.leaving = false;
    // Who is in it is for those inside to see, and to fold away.
    if (done) this.wide = false;
  }

  #confirmation(group: GroupView): TemplateResult {
    return leaveQuestion(group, {
      button: (text) => this.#button(text, () => this.#leave(group)),
      stay: () => {
        this.leaving = false;
        this.focus();
      },
    });
  }

  #button(text: string, run: () => Promise<unknown>, look = 'secondary'): TemplateResult {
    return html`<button
      type="button"
      class=${look}
      aria-label=${named(text, this.group?.name ?? '')}
      aria-disabled=${this.#acting.isBusy}
      @click=${() => void run()}
    >
      ${text}
    </button>`;
  }

  static override styles = [
    controls,
    noticeStyles,
    accessBadgeStyles,
    facesStyles,
    groupItemStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-group-item': GroupItem;
  }
}
