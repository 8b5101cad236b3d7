import type { GroupView } from '@kantine/core';
import { msg } from '@lit/localize';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { WidgetElement } from '../kit/kantine-element.ts';
import { failureNotice, loadingNotice, noticeStyles } from '../kit/notice.ts';
import { tokens } from '../kit/tokens.ts';
import { feedStyles } from './feed.styles.ts';

const remembered = 'kantine-feed-group';

/** A frame may be kept from the browser's storage: then nothing is remembered. */
function storage<Value>(use: (storage: Storage) => Value): Value | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}

/**
 * The walls of the reader's groups, one at a time; without a group, the groups to join.
 *
 * @tag kantine-feed
 * @cssproperty --kantine-* the colours, radius and font of the host's theme; see the theming guide
 */
export class Feed extends WidgetElement {
  /** The id of the group whose wall is shown, as far as the reader has one in mind. */
  @state() private chosen = storage((kept) => kept.getItem(remembered)) ?? undefined;
  /** The groups that the reader is in. */
  readonly #asking = new Asking<readonly GroupView[]>(this, {
    ask: async ({ groups }) => (await groups.browse()).own.filter(({ joined }) => joined),
  });

  #choose(group: string): void {
    this.chosen = group;
    storage((kept) => kept.setItem(remembered, group));
  }

  protected override render(): TemplateResult {
    const { answer: groups, error, ask } = this.#asking;
    if (error !== undefined) return failureNotice(error, () => void ask());
    if (!groups) return loadingNotice(msg('Loading groups…'));
    const [first] = groups;
    return first ? this.#wall(groups, first) : this.#noGroup();
  }

  #noGroup(): TemplateResult {
    const changed = (): void => void this.#asking.ask();
    return html`<p>${msg('Join a group, and what its members write is shown here.')}</p>
      <kantine-groups @kantine-changed=${changed} @kantine-started=${changed}></kantine-groups>`;
  }

  #wall(groups: readonly GroupView[], first: GroupView): TemplateResult {
    const shown = groups.find(({ id }) => id === this.chosen) ?? first;
    return html`<label>
        ${msg('Group')}
        <select @change=${({ target }: Event) => this.#choose((target as HTMLSelectElement).value)}>
          ${groups.map(
            ({ id, name }) =>
              html`<option value=${id} ?selected=${id === shown.id}>${name}</option>`,
          )}
        </select>
      </label>
      <kantine-wall .group=${shown.id}></kantine-wall>`;
  }

  static override styles = [tokens, controls, noticeStyles, feedStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-feed': Feed;
  }
}
