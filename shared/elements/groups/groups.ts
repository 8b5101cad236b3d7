// In one file, since the list, its search and the group that is opened share what was read.
import type { GroupView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { Asking, unsettled } from '../kit/asking.ts';
import type { Settling } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import * as laterIcons from '../kit/later-icons.ts';
import { WidgetElement } from '../kit/kantine-element.ts';
import { confirmationStyles, confirmed } from '../kit/later-confirmation.ts';
import {
  againNotice,
  failureNotice,
  leftOutNotice,
  loadingNotice,
  noticeStyles,
} from '../kit/notice.ts';
import { tokens } from '../kit/tokens.ts';
import { groupLists, requestList } from './group-lists.ts';
import { groupsStyles } from './groups.styles.ts';
import { withAnswer, withFurther, withGroup, withPage } from './loaded.ts';
import { GroupNews } from './group-news.ts';
import type { GroupMuting } from './group-news.ts';
import type { Loaded, RequestAnswer } from './loaded.ts';
import type { GroupChange } from '../parts/group-change.ts';

/** More groups than this are easier searched than looked through. */
const manyGroups = 8;

/**
 * The groups of a community: finding, starting, joining and leaving them, letting people into closed
 * ones, and the wall of whichever is opened.
 *
 * @tag kantine-groups
 * @cssproperty --kantine-* the colours, radius and font of the host's theme; see the theming guide
 */
export class Groups extends WidgetElement {
  /** Settles what is written here around this element, where that shows it too. */
  @property({ attribute: false }) settling: Settling = unsettled;
  @state() private starting = false;
  @state() private confirmation = '';
  @state() private search = '';
  /** The group whose wall is shown. */
  @state() private opened: string | undefined;
  readonly #asking = new Asking<Loaded>(this, {
    ask: async ({ people, groups }) => {
      const [{ id: me }, page, requests] = await Promise.all([
        people.me(),
        groups.browse(),
        groups.requests(),
      ]);
      return { me, cursor: undefined, elsewhere: undefined, ...page, requests };
    },
    merge: withFurther,
  });
  readonly #news = new GroupNews(this, () => {
    const { answer } = this.#asking;
    return answer && [...answer.own, ...answer.others];
  });
  readonly #acting = new Acting<'further'>(this);

  readonly #showFurther = async (): Promise<void> => {
    const { cursor, elsewhere } = this.#asking.answer ?? {};
    if (cursor === undefined) return;
    this.confirmation = '';
    await this.#acting.run('further', async () => {
      const page = await this.community?.groups.browse({ cursor });
      if (!page) return;
      this.#asking.show((now) => withPage(now, cursor, page));
      if (elsewhere && page.others.length === 0) {
        this.confirmation = msg('There are no further groups in the spaces that you can see.');
      }
    });
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('community')) this.opened = undefined;
  }

  readonly #started = ({ detail: group }: CustomEvent<GroupView>): void => {
    this.starting = false;
    this.confirmation = group.requested
      ? msg(
          str`An owner of this site has been asked to set up “${group.name}”. It will be here once they have.`,
        )
      : msg(str`“${group.name}” has started.`);
    this.#asking.show((now) => withGroup(now, group.id, group));
    this.focusOn('.start');
  };

  readonly #changed = ({ detail: { said, group, now } }: CustomEvent<GroupChange>): void => {
    this.confirmation = said;
    this.#asking.show((loaded) => withGroup(loaded, group, now));
  };

  readonly #muted = ({ detail }: CustomEvent<GroupMuting>): void => {
    this.confirmation = detail.said;
    this.#news.muted(detail);
  };

  /** The button may be gone with what it did; the reader goes on at the top. */
  readonly #settled = (event: CustomEvent<GroupChange>): void => {
    this.#changed(event);
    this.focusOn('h2');
  };

  readonly #answered = ({ detail }: CustomEvent<RequestAnswer>): void => {
    this.confirmation = detail.said;
    this.#asking.show((now) => withAnswer(now, detail));
    const { how, request } = detail;
    // Their own group is there for them once they have moved in, which happens as the list is read.
    const isOwn = how === 'approve' && request.by.id === this.#asking.answer?.me;
    if (isOwn) void this.#asking.ask();
    this.focusOn('h2');
  };

  readonly #settling: Settling = (write) =>
    this.settling((options) => this.#asking.settling(write, options));

  #open(group: string): void {
    this.opened = group;
    this.confirmation = '';
    this.focusOn('.back');
  }

  #close(): void {
    const { opened } = this;
    this.opened = undefined;
    void this.#asking.ask();
    void this.updateComplete.then(() => {
      const items = [...this.renderRoot.querySelectorAll('kantine-group-item')];
      const item = items.find(({ group }) => group?.id === opened);
      item?.closest('details')?.setAttribute('open', '');
      item?.focus();
    });
  }

  protected override render(): TemplateResult {
    const { answer, error } = this.#asking;
    if (answer) return this.opened === undefined ? this.#overview(answer) : this.#wall(answer);
    if (error === undefined) return loadingNotice(msg('Loading groups…'));
    return failureNotice(error, () => void this.#asking.ask());
  }

  #wall({ own }: Loaded): TemplateResult {
    const isIn = own.some(({ id, joined, archived }) => id === this.opened && joined && !archived);
    return html`<div class="opened">
      <button type="button" class="quiet back" @click=${() => this.#close()}>
        ${laterIcons.back}${msg('All groups')}
      </button>
      ${
        isIn
          ? html`<kantine-newcomer-steps
              .group=${this.opened}
              .community=${this.community}
              @kantine-put-away=${() => this.focusOn('.back')}
            ></kantine-newcomer-steps>`
          : nothing
      }
      <kantine-wall .group=${this.opened} .community=${this.community}></kantine-wall>
    </div>`;
  }

  #overview(loaded: Loaded): TemplateResult {
    const { own, others, cursor, elsewhere, requests, dropped } = loaded;
    const isMany = own.length + others.length > manyGroups || cursor !== undefined;
    return html`<section
      aria-labelledby="title"
      @kantine-changed=${this.#changed}
      @kantine-settled=${this.#settled}
      @kantine-muted=${this.#muted}
      @kantine-request-answered=${this.#answered}
      @kantine-open=${({ detail }: CustomEvent<string>) => this.#open(detail)}
    >
      <div class="head">
        <h2 id="title" tabindex="-1">${msg('Groups')}</h2>
        ${
          this.starting
            ? nothing
            : html`<button type="button" class="primary start" @click=${() => this.#start()}>
                ${laterIcons.people}${msg('Start a group')}
              </button>`
        }
      </div>
      ${confirmed(this.confirmation)} ${this.starting ? this.#startForm() : nothing}
      ${requestList(requests, this.#settling)} ${isMany ? this.#searchField() : nothing}
      ${groupLists(loaded, this.#news.answer, {
        search: this.search,
        settling: this.#settling,
        muting: this.#news.muting,
      })}
      <kantine-group-suggestions
        .joined=${own.filter(({ joined }) => joined).map(({ id }) => id)}
        .community=${this.community}
      ></kantine-group-suggestions>
      ${leftOutNotice(dropped)} ${cursor === undefined ? nothing : this.#further(elsewhere)}
    </section>`;
  }

  #startForm(): TemplateResult {
    return html`<kantine-start-group
      .me=${this.#asking.answer?.me}
      .settling=${this.#settling}
      @kantine-started=${this.#started}
      @kantine-cancel=${() => {
        this.starting = false;
        this.focusOn('.start');
      }}
    ></kantine-start-group>`;
  }

  #searchField(): TemplateResult {
    return html`<label class="search">
      <span class="unseen">${msg('Search groups')}</span>
      <input
        type="search"
        autocomplete="off"
        placeholder=${msg('Search groups')}
        .value=${this.search}
        @input=${({ target }: InputEvent) => {
          this.search = (target as HTMLInputElement).value;
        }}
      />
    </label>`;
  }

  #further(elsewhere: true | undefined): TemplateResult {
    const label = elsewhere ? msg('Show groups of other spaces') : msg('Show older groups');
    const { error, isBusy } = this.#acting;
    if (error !== undefined) {
      return againNotice(error, () => void this.#showFurther());
    }
    return html`<button
      type="button"
      class="secondary further"
      aria-disabled=${isBusy}
      @click=${this.#showFurther}
    >
      ${isBusy ? msg('Loading…') : label}
    </button>`;
  }

  #start(): void {
    this.confirmation = '';
    this.starting = true;
  }

  static override styles = [tokens, controls, noticeStyles, confirmationStyles, groupsStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-groups': Groups;
  }
}
