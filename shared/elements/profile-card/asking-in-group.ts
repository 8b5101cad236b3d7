/** Asking somebody in a group that they are both in, from their card: others there read it, and may know it too. */
import type { GroupView, PersonCard } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { Acting } from '../kit/acting.ts';
import { errorText } from '../kit/error-text.ts';
import { FormOpening } from '../kit/form-opening.ts';
import type { CommunityElement } from '../kit/kantine-element.ts';
import * as laterIcons from '../kit/later-icons.ts';
import { errorNotice } from '../kit/notice.ts';

interface Form {
  readonly canAskIn: (group: GroupView) => boolean;
}

/** Who only reads a card needs no composer. */
const loadForm = (): Promise<Form> =>
  import(/* webpackChunkName: 'people-finder-more' */ '../people-finder/define.more.ts');

export class AskingInGroup {
  readonly #host: CommunityElement;
  readonly #form: FormOpening;
  readonly #acting: Acting<'open'>;
  #among: readonly GroupView[] = [];

  constructor(host: CommunityElement) {
    this.#host = host;
    this.#form = new FormOpening(host, '.ask');
    this.#acting = new Acting<'open'>(host);
  }

  #open(shared: readonly string[]): Promise<boolean> {
    return this.#acting.run('open', async () => {
      const { groups } = this.#host.community ?? {};
      if (!groups) return;
      const [own, { canAskIn }] = await Promise.all([groups.own(), loadForm()]);
      this.#among = own.filter((group) => shared.includes(group.id) && canAskIn(group));
      if (this.#among.length > 0) return this.#form.open();
      this.#form.confirm(msg('The groups that you are both in are archived.'), '.ask');
    });
  }

  readonly #asked = ({ detail: group }: CustomEvent<string>): void => {
    this.#form.sent(
      msg(str`Your question is asked in ${group}. You will be told of answers there.`),
      '.ask',
    );
  };

  /** @returns nothing where there is no group in common, or where somebody left. */
  render({ person, groups }: PersonCard): TemplateResult | typeof nothing {
    const shared = groups.filter((group) => group.shared).map(({ id }) => id);
    if (!person.active || shared.length === 0) return nothing;
    if (this.#form.isOpen) {
      return html`<kantine-ask-group
        .person=${person}
        .among=${this.#among}
        @kantine-asked=${this.#asked}
        @kantine-cancel=${this.#form.giveUp}
      ></kantine-ask-group>`;
    }
    const { error, isBusy } = this.#acting;
    return html`<div class="choice">
      <p class="muted" role="status">${this.#form.confirmation}</p>
      ${error === undefined ? nothing : errorNotice(errorText(error))}
      <button
        type="button"
        class="secondary ask"
        aria-disabled=${isBusy}
        @click=${() => this.#open(shared)}
      >
        ${laterIcons.people}${msg(str`Ask ${person.name} in a group`)}
      </button>
    </div>`;
  }
}
