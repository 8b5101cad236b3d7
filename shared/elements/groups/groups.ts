// In one file, since every view of the list shares its state.
import type { GroupRequest, GroupView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Acting } from '../kit/acting.ts';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { errorText } from '../kit/error-text.ts';
import { icons } from '../kit/icons.ts';
import { WidgetElement } from '../kit/kantine-element.ts';
import {
  emptyNotice,
  errorNotice,
  failureNotice,
  leftOutNotice,
  loadingNotice,
  noticeStyles,
} from '../kit/notice.ts';
import { tokens } from '../kit/tokens.ts';
import { groupsStyles } from './groups.styles.ts';
import { withOlder, withPage } from './loaded.ts';
import type { Loaded } from './loaded.ts';

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
      return { me, cursor: undefined, ...page, requests };
    },
    merge: withOlder,
  });
  readonly #acting = new Acting<'older'>(this);

  readonly #showOlder = async (): Promise<void> => {
    const cursor = this.#asking.answer?.cursor;
    if (cursor === undefined) return;
    await this.#acting.run('older', async () => {
      const page = await this.community?.groups.browse({ cursor });
      if (page) this.#asking.show((now) => withPage(now, page));
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
    void this.#asking.ask();
    this.focusOn('.start');
  };

  readonly #changed = ({ detail }: CustomEvent<string>): void => {
    this.confirmation = detail;
    void this.#asking.ask();
  };

  /** The button may be gone with what it did; the reader goes on at the top. */
  readonly #settled = (event: CustomEvent<string>): void => {
    this.#changed(event);
    this.focusOn('h2');
  };

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
      items.find(({ group }) => group?.id === opened)?.focus();
    });
  }

  protected override render(): TemplateResult {
    const { answer, error } = this.#asking;
    if (answer) return this.opened === undefined ? this.#overview(answer) : this.#wall();
    if (error === undefined) return loadingNotice(msg('Loading groups…'));
    return failureNotice(error, () => void this.#asking.ask());
  }

  #wall(): TemplateResult {
    return html`<div class="opened">
      <button type="button" class="quiet back" @click=${() => this.#close()}>
        ${icons.back}${msg('All groups')}
      </button>
      <kantine-wall .group=${this.opened} .community=${this.community}></kantine-wall>
    </div>`;
  }

  #overview({ own, others, cursor, requests, dropped }: Loaded): TemplateResult {
    const isMany = own.length + others.length > manyGroups || cursor !== undefined;
    return html`<section aria-labelledby="title">
      <div class="head">
        <h2 id="title" tabindex="-1">${msg('Groups')}</h2>
        ${
          this.starting
            ? nothing
            : html`<button type="button" class="primary start" @click=${() => this.#start()}>
                ${icons.people}${msg('Start a group')}
              </button>`
        }
      </div>
      <p class="confirmation" role="status">${this.confirmation}</p>
      ${this.starting ? this.#startForm() : nothing} ${this.#requests(requests)}
      ${isMany ? this.#searchField() : nothing} ${this.#groups(own, others)}
      ${leftOutNotice(dropped)} ${cursor === undefined ? nothing : this.#older()}
    </section>`;
  }

  #startForm(): TemplateResult {
    return html`<kantine-start-group
      .me=${this.#asking.answer?.me}
      @kantine-started=${this.#started}
      @kantine-cancel=${() => {
        this.starting = false;
        this.focusOn('.start');
      }}
    ></kantine-start-group>`;
  }

  #requests(requests: readonly GroupRequest[]): TemplateResult | typeof nothing {
    if (requests.length === 0) return nothing;
    return html`<section class="requests" aria-labelledby="requests">
      <h3 id="requests">${msg('Waiting for your approval')}</h3>
      <ul class="plain" @kantine-settled=${this.#settled}>
        ${repeat(
          requests,
          ({ group, by }) => `${group} ${by.id}`,
          (request) =>
            html`<li><kantine-group-request .request=${request}></kantine-group-request></li>`,
        )}
      </ul>
    </section>`;
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

  #groups(own: readonly GroupView[], others: readonly GroupView[]): unknown {
    const isWhole = this.#asking.answer?.cursor === undefined;
    if (own.length + others.length === 0) {
      if (!isWhole) return nothing;
      return emptyNotice(
        msg('No groups yet'),
        msg('Start one for a team, a project or a hobby: two people are enough.'),
      );
    }
    const words = this.search.trim().toLocaleLowerCase();
    const isFound = ({ name, purpose }: GroupView): boolean =>
      `${name}\n${purpose}`.toLocaleLowerCase().includes(words);
    const [ownFound, othersFound] = [own.filter(isFound), others.filter(isFound)];
    if (ownFound.length + othersFound.length === 0) {
      return isWhole
        ? emptyNotice(msg('No group is called so'), msg('Check the spelling, or start one.'))
        : emptyNotice(
            msg('None of these groups is called so'),
            msg('There are older groups: show them, and they are searched too.'),
          );
    }
    const title = ownFound.length === 0 ? msg('Groups to join') : msg('Other groups');
    return html`${this.#part('own', msg('Your groups'), ownFound)}
    ${this.#part('others', title, othersFound)}`;
  }

  #older(): TemplateResult {
    const { error, isBusy } = this.#acting;
    if (error !== undefined) {
      const action = { label: msg('Try again'), run: () => void this.#showOlder() };
      return errorNotice(errorText(error), action);
    }
    return html`<button
      type="button"
      class="secondary older"
      aria-disabled=${isBusy}
      @click=${this.#showOlder}
    >
      ${isBusy ? msg('Loading…') : msg('Show older groups')}
    </button>`;
  }

  #part(id: string, title: string, groups: readonly GroupView[]): TemplateResult | typeof nothing {
    if (groups.length === 0) return nothing;
    return html`<section aria-labelledby=${id}>
      <h3 id=${id}>${title}</h3>
      <ul class="plain groups" @kantine-changed=${this.#changed} @kantine-settled=${this.#settled}>
        ${repeat(
          groups,
          (group) => group.id,
          (group) =>
            html`<li>
              <kantine-group-item
                .group=${group}
                .me=${this.#asking.answer?.me}
                @kantine-open=${() => this.#open(group.id)}
              ></kantine-group-item>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #start(): void {
    this.confirmation = '';
    this.starting = true;
  }

  static override styles = [tokens, controls, noticeStyles, groupsStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-groups': Groups;
  }
}
