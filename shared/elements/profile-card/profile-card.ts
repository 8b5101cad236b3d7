import { isKantineError } from '@kantine/core';
import type { PersonCard, PersonId, PersonSummary, SavedProfile } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { Asking } from '../kit/asking.ts';
import type { Settling } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { draftName } from '../kit/drafts.ts';
import * as icons from '../kit/icons.ts';
import { WidgetElement } from '../kit/kantine-element.ts';
import { MomentController } from '../kit/moment-controller.ts';
import { emptyNotice, failureNotice, loadingNotice, noticeStyles } from '../kit/notice.ts';
import { tokens } from '../kit/tokens.ts';
import { listOf } from '../locale/list.ts';
import type { Blocking } from './blocking.ts';

import type { AskingInGroup } from './asking-in-group.ts';
import type * as More from './define.more.ts';
import type { Helping } from './helping.ts';
import type { Thanking } from './thanking.ts';
import { cardFacts, withOwn } from './card-facts.ts';
import { profileCardStyles } from './profile-card.styles.ts';

/** Compact stands behind a name; full is a page's own; edit writes one's own. */
export type CardForm = 'compact' | 'full' | 'edit';

/** Most people read cards: what else these offer comes behind them. */
const loadMore = (): Promise<typeof More> =>
  import(/* webpackChunkName: 'profile-more' */ './define.more.ts');

/**
 * A person's card: photo, role, place, local time, what to ask them about, what you have in common.
 *
 * @tag kantine-profile-card
 * @cssproperty --kantine-* the colours, radius and font of the host's theme; see the theming guide
 */
export class ProfileCard extends WidgetElement {
  /** Whose card; without it, the reader's own. */
  @property() person: PersonId | undefined;
  @property({ reflect: true }) form: CardForm = 'full';
  readonly #asking = new Asking<PersonCard>(this, {
    args: () => [this.person],
    ask: async ({ people, card }) => card.read({ person: this.person ?? (await people.me()).id }),
    // Never underneath an editor: what is being typed there counts.
    mayRefresh: () => this.form !== 'edit',
    answered: ({ isMe }) => {
      if (!isMe || this.form === 'full') void this.#getMore();
    },
  });
  #blocking: Blocking | undefined;
  #asksInGroup: AskingInGroup | undefined;
  #helping: Helping | undefined;
  #thanking: Thanking | undefined;
  readonly #moment = new MomentController(this, () =>
    this.#asking.answer ? Date.now() : undefined,
  );

  readonly #gettingMore = new Acting<'more'>(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('form') && this.form === 'edit') queueMicrotask(() => void this.#getMore());
  }

  /** A colleague's card is whole without it; an editor that cannot be loaded is a failure that can be repeated. */
  async #getMore(): Promise<void> {
    if (this.#blocking) return;
    await this.#gettingMore.run('more', async () => {
      const more = await loadMore();
      this.#blocking = new more.Blocking(this, () => this.#asking.answer);
      this.#thanking = new more.Thanking(this);
      this.#asksInGroup = new more.AskingInGroup(this);
      const full = () => (this.form === 'compact' ? undefined : this.#asking.answer);
      this.#helping = new more.Helping(this, full);
    });
  }

  readonly #edited = ({ detail }: CustomEvent<SavedProfile>): void => {
    const { version: profileVersion, ...profile } = detail;
    this.#asking.show((card) => ({
      ...card,
      profile,
      profileVersion,
      facts: withOwn(card.facts, profile),
    }));
    this.#closeEditor();
  };

  readonly #settling: Settling = (write) => this.#asking.settling(write);

  readonly #closeEditor = (): void => {
    this.form = 'full';
    this.#asking.catchUp();
    this.focusOn('button.edit');
  };

  protected override render(): TemplateResult {
    const { answer: card, error } = this.#asking;
    if (card) return this.#card(card);
    if (error === undefined) return loadingNotice(msg('Loading the profile…'), 1);
    if (isKantineError(error, 'NotFound')) {
      return emptyNotice(
        msg('Former colleague'),
        msg('The directory no longer knows this person.'),
      );
    }
    return failureNotice(error, () => void this.#asking.ask());
  }

  #card(card: PersonCard): TemplateResult {
    const { person, isMe, facts } = card;
    const title = person.title ?? facts.title?.text;
    // Nobody edits another's profile: that form is the full one.
    if (this.form === 'edit' && isMe) {
      const { error, repeat } = this.#gettingMore;
      if (error !== undefined) return failureNotice(error, repeat);
      if (!this.#blocking) return loadingNotice(msg('Loading the profile…'), 1);
      return html`<kantine-profile-editor
        .profile=${card.profile}
        .version=${card.profileVersion}
        .facts=${card.facts}
        .settling=${this.#settling}
        draft-name=${draftName(this.community?.site, person.id, 'profile')}
        @kantine-saved=${this.#edited}
        @kantine-stale=${() => void this.#asking.ask()}
        @kantine-cancel=${this.#closeEditor}
      ></kantine-profile-editor>`;
    }
    return html`<section aria-label=${msg(str`Profile of ${person.name}`)}>
      <div class="head">
        <kantine-avatar .person=${person}></kantine-avatar>
        <div>
          <h3><bdi>${person.name}</bdi></h3>
          ${title === undefined ? nothing : html`<p>${title}</p>`}
          ${person.active ? nothing : html`<p class="muted">${msg('Has left the company')}</p>`}
        </div>
      </div>
      ${cardFacts(card, this.form === 'compact', this.#moment.now)} ${this.#words(card)}
      ${this.form === 'full' ? this.#helping?.render() : nothing}
      ${isMe ? nothing : html`${this.#asksInGroup?.render(card)} ${this.#thanking?.render(person)} ${this.#blocking?.render(person)}`}
      ${
        isMe && this.form === 'full'
          ? html`<button type="button" class="secondary edit" @click=${() => (this.form = 'edit')}>
              ${icons.edit}${msg('Edit my profile')}
            </button>`
          : nothing
      }
    </section>`;
  }

  #words({ profile, groups, inCommon, isMe, person }: PersonCard): TemplateResult {
    const isFull = this.form !== 'compact';
    const isEmpty = profile.about === '' && profile.askMeAbout.length === 0;
    const shared = groups.filter((group) => group.shared).map(({ name }) => name);
    const common = [...shared, ...inCommon];
    const inCommonText =
      common.length === 0 ? nothing : msg(str`You have in common: ${listOf(common)}`);
    return html`
      ${profile.about === '' ? nothing : html`<p class="about" dir="auto">${profile.about}</p>`}
      ${this.#tags(msg('Ask me about'), profile.askMeAbout)}
      ${common.length === 0 ? nothing : html`<p class="common">${inCommonText}</p>`}
      ${
        isFull
          ? html`${this.#tags(msg('Interests'), profile.interests)}
            ${this.#tags(msg('Languages'), profile.languages)}
            ${
              profile.works === ''
                ? nothing
                : html`<div>
                    <h4>${msg('How I like to work')}</h4>
                    <p dir="auto">${profile.works}</p>
                  </div>`
            }
            ${this.#tags(
              msg('Groups'),
              groups.map(({ name }) => name),
            )}`
          : nothing
      }
      ${isEmpty && isFull ? html`<p class="muted">${this.#emptyText(person, isMe, shared)}</p>` : nothing}
    `;
  }

  #emptyText({ name }: PersonSummary, isMe: boolean, shared: readonly string[]): string {
    if (isMe) return msg('Three words are enough: what may colleagues ask you about?');
    return shared.length === 0
      ? msg(str`${name} has not written anything yet.`)
      : msg(str`${name} has not written anything yet. You are both in ${listOf(shared)}.`);
  }

  #tags(label: string, tags: readonly string[]): TemplateResult | typeof nothing {
    if (tags.length === 0) return nothing;
    return html`<div>
      <h4>${label}</h4>
      <ul class="plain tags">
        ${tags.map((tag) => html`<li dir="auto">${tag}</li>`)}
      </ul>
    </div>`;
  }

  static override styles = [tokens, controls, noticeStyles, profileCardStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-profile-card': ProfileCard;
  }
}
