/** Who may read a thank-you: everybody, or one of the giver's groups. Asked for with the form. */
import type { Audience, Community, GroupSummary, PersonSummary } from '@kantine/core';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { Asking } from '../kit/asking.ts';
import type { CommunityElement } from '../kit/kantine-element.ts';
import { groupName } from '../parts/group-name.ts';

interface ReadersHost extends CommunityElement {
  /** Who reads what everybody may read. */
  readonly audience: Audience | undefined;
}

interface OfGroup {
  readonly group: string;
  readonly audience: Audience;
}

const audienceOf = async (kudos: Community['kudos'], group: string): Promise<OfGroup> => ({
  group,
  audience: await kudos.audience({ group }),
});

export class Readers {
  readonly #host: ReadersHost;
  readonly #chosen: () => GroupSummary | undefined;
  readonly #groups: Asking<readonly GroupSummary[]>;
  readonly #audience: Asking<OfGroup>;

  /** @param chosen the group that was chosen; undefined for everybody. */
  constructor(host: ReadersHost, chosen: () => GroupSummary | undefined) {
    this.#host = host;
    this.#chosen = chosen;
    this.#groups = new Asking(host, {
      ask: async ({ groups }): Promise<readonly GroupSummary[]> =>
        (await groups.own()).filter(({ joined, archived }) => joined && !archived),
      keepsAnswer: true,
    });
    this.#audience = new Asking(host, {
      args: () => [chosen()?.id],
      ask: ({ kudos }) => {
        const group = chosen()?.id;
        return group === undefined ? undefined : audienceOf(kudos, group);
      },
    });
  }

  /** Who reads it as it is now; undefined until that is known. */
  get audience(): Audience | undefined {
    const group = this.#chosen()?.id;
    if (group === undefined) return this.#host.audience;
    const { answer } = this.#audience;
    return answer?.group === group ? answer.audience : undefined;
  }

  /** Somebody who would not read it, as far as that is known: the host refuses them, too. */
  outside(recipients: readonly PersonSummary[]): PersonSummary | undefined {
    const { audience } = this;
    if (!this.#chosen() || !audience?.known || !audience.members) return undefined;
    const inside = new Set(audience.members.map(({ id }) => id));
    return recipients.find(({ id }) => !inside.has(id));
  }

  /** Nothing where there is no group to choose. */
  render(choose: (group: GroupSummary | undefined) => void): TemplateResult | typeof nothing {
    const chosen = this.#chosen();
    const own = this.#groups.answer ?? [];
    // One that was chosen earlier stays to be seen, whatever became of it.
    const groups = chosen && !own.some(({ id }) => id === chosen.id) ? [chosen, ...own] : own;
    if (groups.length === 0) return nothing;
    return html`<label class="readers">
      ${msg('Who reads it?')}
      <select
        @change=${({ target }: Event) => {
          const { value } = target as HTMLSelectElement;
          const group = groups.find(({ id }) => id === value);
          choose(group && { id: group.id, name: group.name });
        }}
      >
        <option value="" ?selected=${!chosen}>${msg('Everyone')}</option>
        ${groups.map(
          (group) =>
            html`<option value=${group.id} ?selected=${group.id === chosen?.id}>
              ${groupName(group)}
            </option>`,
        )}
      </select>
    </label>`;
  }
}
