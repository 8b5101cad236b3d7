import type { GroupView } from '@kantine/core';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { controls } from '../internal/controls.ts';
import { WidgetElement } from '../internal/kantine-element.ts';
import { tokens } from '../internal/tokens.ts';
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
  @state() private groups: readonly GroupView[] | undefined;
  @state() private chosen = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('community')) void this.#load();
  }

  async #load(): Promise<void> {
    const { community } = this;
    if (!community) return;
    // Where the list fails, the element for groups says why, and offers to try again.
    const all = await community.groups.list().catch(() => []);
    if (this.community !== community) return;
    const groups = all.filter(({ joined }) => joined);
    const last = storage((kept) => kept.getItem(remembered));
    this.chosen = (groups.find(({ id }) => id === last) ?? groups[0])?.id ?? '';
    this.groups = groups;
  }

  #choose(group: string): void {
    this.chosen = group;
    storage((kept) => kept.setItem(remembered, group));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { groups } = this;
    if (!groups) return nothing;
    return groups.length === 0 ? this.#noGroup() : this.#wall(groups);
  }

  #noGroup(): TemplateResult {
    const changed = (): void => void this.#load();
    return html`<p>${msg('Join a group, and what its members write is shown here.')}</p>
      <kantine-groups @kantine-changed=${changed} @kantine-started=${changed}></kantine-groups>`;
  }

  #wall(groups: readonly GroupView[]): TemplateResult {
    return html`<label>
        ${msg('Group')}
        <select @change=${({ target }: Event) => this.#choose((target as HTMLSelectElement).value)}>
          ${groups.map(
            ({ id, name }) =>
              html`<option value=${id} ?selected=${id === this.chosen}>${name}</option>`,
          )}
        </select>
      </label>
      <kantine-wall .group=${this.chosen}></kantine-wall>`;
  }

  static override styles = [tokens, controls, feedStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-feed': Feed;
  }
}
