/** Whom a text mentions although they cannot read it, and letting them in. Fetched with the first of them. */
import type { StewardsView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { Acting } from '../../kit/acting.ts';
import { Asking } from '../../kit/asking.ts';
import type { CommunityElement } from '../../kit/kantine-element.ts';
import { againNotice } from '../../kit/notice.ts';
import { isolated } from '../audience-label/isolated.ts';
import { mentionedIn } from './mention-text.ts';
import type { TextDraft } from './text-draft.ts';

interface UntoldHost extends CommunityElement {
  readonly group: string | undefined;
  /** Somebody can read it by now. @param name what stands behind the `@` for them. */
  canRead(name: string): void;
}

export class Untold {
  readonly #host: UntoldHost;
  readonly #stewards: Asking<StewardsView>;
  readonly #acting: Acting;
  #letIn = '';

  constructor(host: UntoldHost) {
    this.#host = host;
    this.#acting = new Acting(host);
    // Only stewards let somebody in; the host checks it again.
    this.#stewards = new Asking(host, {
      args: () => [host.group],
      ask: ({ stewards }) => (host.group ? stewards.read({ group: host.group }) : undefined),
    });
  }

  async #invite(name: string, person: string): Promise<void> {
    const { community, group } = this.#host;
    if (!community || group === undefined) return;
    const key = community.newKey();
    await this.#acting.run('invite', async () => {
      await community.groups.invite({ group, person, key });
      this.#letIn = name;
      this.#host.canRead(name);
      // The button is gone; the keyboard goes on where one writes.
      this.#host.focus();
    });
  }

  render(draft: TextDraft): TemplateResult {
    const names = new Set(draft.untold);
    const people = mentionedIn(draft).filter(({ name }) => names.has(name));
    const { error } = this.#acting;
    return html`<div role="status">
        ${people.map(({ name }) => untoldLine(name))}
        ${
          this.#letIn === ''
            ? nothing
            : html`<p class="untold">
                ${msg(str`${isolated(this.#letIn)} was let in, and will be told.`)}
              </p>`
        }
      </div>
      ${
        this.#stewards.answer?.areMe === true
          ? people.map(({ id, name }) => this.#button(id, name))
          : nothing
      }
      ${error === undefined ? nothing : againNotice(error, this.#acting.repeat)}`;
  }

  #button(person: string, name: string): TemplateResult {
    return html`<button
      type="button"
      class="secondary invite"
      aria-disabled=${this.#acting.isBusy}
      @click=${() => this.#invite(name, person)}
    >
      ${msg(str`Invite ${isolated(name)}`)}
    </button>`;
  }
}

const untoldLine = (name: string): TemplateResult =>
  html`<p class="untold">
    ${msg(str`${isolated(name)} cannot read this group and will not be told.`)}
  </p>`;
