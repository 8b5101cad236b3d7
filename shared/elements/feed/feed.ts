import type { GroupView } from '@kantine/core';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Asking } from '../kit/asking.ts';
import type { Settling } from '../kit/asking.ts';
import type { GroupChange } from '../parts/group-change.ts';
import { controls } from '../kit/controls.ts';
import { WidgetElement } from '../kit/kantine-element.ts';
import { failureNotice, loadingNotice, noticeStyles } from '../kit/notice.ts';
import { tokens } from '../kit/tokens.ts';
import { feedStyles } from './feed.styles.ts';

/** Where it is remembered which group is shown: ids begin anew in each site of one origin. */
const remembered = (site = ''): string => `kantine-feed-group ${site}`;

/** What waits for the reader stands above; what groups write is there first. */
const loadCatchUp = (): Promise<unknown> =>
  import(/* webpackChunkName: 'catch-up' */ '../catch-up/define.ts');

/** A frame may be kept from the browser's storage: then nothing is remembered. */
function storage<Value>(use: (storage: Storage) => Value): Value | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}

const isJoined = ({ joined }: GroupView): boolean => joined;

/** Stands for all groups together. */
const all = '';

/**
 * The newest posts of all the reader's groups, or the wall of one; without a group, the groups to join.
 *
 * @tag kantine-feed
 * @cssproperty --kantine-* the colours, radius and font of the host's theme; see the theming guide
 */
export class Feed extends WidgetElement {
  /** The id of the group that was chosen here; empty for all of them together. */
  @state() private chosen: string | undefined;
  /** The groups that the reader is in. */
  readonly #asking = new Asking<readonly GroupView[]>(this, {
    ask: async ({ groups }) => (await groups.own()).filter(isJoined),
    answered: () => void loadCatchUp().catch(() => undefined),
  });
  readonly #settling: Settling = (write) => this.#asking.settling(write);

  #choose(group: string): void {
    this.chosen = group;
    storage((kept) => kept.setItem(remembered(this.community?.site), group));
  }

  /** What the reader chose, here or when they were here before. */
  get #shown(): string {
    return this.chosen ?? storage((kept) => kept.getItem(remembered(this.community?.site))) ?? all;
  }

  protected override render(): TemplateResult {
    const { answer: groups, error, ask } = this.#asking;
    if (error !== undefined) return failureNotice(error, () => void ask());
    if (!groups) return loadingNotice(msg('Loading groups…'));
    return groups.length === 0 ? this.#noGroup() : this.#posts(groups);
  }

  /** There was no group before the one that the reader joined or started here. */
  #show(group: GroupView | undefined): void {
    if (group && isJoined(group)) this.#asking.show(() => [group]);
  }

  #noGroup(): TemplateResult {
    const changed = ({ detail }: CustomEvent<GroupChange>): void => this.#show(detail.now);
    const started = ({ detail }: CustomEvent<GroupView>): void => this.#show(detail);
    return html`<p>${msg('Join a group, and what its members write is shown here.')}</p>
      <kantine-groups
        .settling=${this.#settling}
        @kantine-changed=${changed}
        @kantine-started=${started}
      ></kantine-groups>`;
  }

  /** Somebody in one group has one wall to read. */
  #posts(groups: readonly GroupView[]): TemplateResult {
    const [only, second] = groups;
    const chosen = this.#shown;
    const shown = second ? groups.find(({ id }) => id === chosen) : only;
    return html`<kantine-catch-up layout="compact"></kantine-catch-up>
      ${second ? this.#choice(groups, shown?.id ?? all) : nothing}
      ${
        shown
          ? html`<kantine-wall .group=${shown.id}></kantine-wall>`
          : html`<kantine-newest-posts .groups=${groups} @kantine-open=${this.#open}>
            </kantine-newest-posts>`
      }`;
  }

  /** The button that the reader pressed is gone; the choice says where they are now. */
  readonly #open = ({ detail }: CustomEvent<string>): void => {
    this.#choose(detail);
    this.focusOn('select');
  };

  #choice(groups: readonly GroupView[], shown: string): TemplateResult {
    return html`<label>
      ${msg('Group')}
      <select @change=${({ target }: Event) => this.#choose((target as HTMLSelectElement).value)}>
        <option value=${all} ?selected=${shown === all}>${msg('All your groups')}</option>
        ${groups.map(
          ({ id, name }) => html`<option value=${id} ?selected=${id === shown}>${name}</option>`,
        )}
      </select>
    </label>`;
  }

  static override styles = [tokens, controls, noticeStyles, feedStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-feed': Feed;
  }
}
