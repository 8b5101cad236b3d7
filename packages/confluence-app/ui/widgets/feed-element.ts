import '@kantine/elements/groups/define';
import type { Community, GroupView } from '@kantine/core';
import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formStyles } from '../settings/form.styles.ts';
import type { Words } from '../words/words.ts';

const remembered = 'kantine-feed-group';

/** A frame may be kept from the browser's storage: then nothing is remembered. */
function storage<Value>(use: (storage: Storage) => Value): Value | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}

/** The walls of the reader's groups, one at a time; without a group, the groups to join. */
export class Feed extends LitElement {
  @property({ attribute: false }) community: Community | undefined;
  @property({ attribute: false }) words: Words | undefined;
  @state() private groups: readonly GroupView[] | undefined;
  @state() private chosen = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('community')) void this.#load();
  }

  async #load(): Promise<void> {
    // Where the list fails, the element for groups says why, and offers to try again.
    const all = (await this.community?.groups.list().catch(() => [])) ?? [];
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
    const { groups, community, words } = this;
    if (!groups) return nothing;
    if (groups.length === 0) {
      return html`<p>${words?.joinFirst}</p>
        <kantine-groups
          .community=${community}
          @kantine-changed=${() => void this.#load()}
          @kantine-started=${() => void this.#load()}
        ></kantine-groups>`;
    }
    return html`<label class="field">
        ${words?.wallOf}
        <select @change=${({ target }: Event) => this.#choose((target as HTMLSelectElement).value)}>
          ${groups.map(
            ({ id, name }) =>
              html`<option value=${id} ?selected=${id === this.chosen}>${name}</option>`,
          )}
        </select>
      </label>
      <kantine-wall .community=${community} .group=${this.chosen}></kantine-wall>`;
  }

  static override styles = formStyles;
}

customElements.define('kantine-feed', Feed);
