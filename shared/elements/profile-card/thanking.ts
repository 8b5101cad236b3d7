/** Thanking somebody from their card. */
import type { Audience, KudosBudget, KudosValue, PersonSummary, ValueView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { Acting } from '../kit/acting.ts';
import { errorText } from '../kit/error-text.ts';
import { FormOpening } from '../kit/form-opening.ts';
import type { CommunityElement } from '../kit/kantine-element.ts';
import * as laterIcons from '../kit/later-icons.ts';
import { errorNotice } from '../kit/notice.ts';

/** What comes with the form. */
interface Form {
  readonly learnValues: (values: readonly ValueView[]) => void;
}

/** Who only reads a card needs no form. */
const loadForm = (): Promise<Form> =>
  import(/* webpackChunkName: 'thank-you-form' */ '../kudos/define.form.ts');

interface Found {
  readonly me: PersonSummary;
  readonly budget: KudosBudget;
  readonly audience: Audience;
  readonly values: readonly KudosValue[];
}

export class Thanking {
  readonly #host: CommunityElement;
  readonly #form: FormOpening;
  readonly #acting: Acting<'open'>;
  #found: Found | undefined;

  constructor(host: CommunityElement) {
    this.#host = host;
    this.#form = new FormOpening(host, '.thank');
    this.#acting = new Acting<'open'>(host);
  }

  readonly #open = (): Promise<boolean> =>
    this.#acting.run('open', async () => {
      const { people, kudos } = this.#host.community ?? {};
      if (!people || !kudos) return;
      const [me, budget, audience, { values }, { learnValues }] = await Promise.all([
        people.me(),
        kudos.budget(),
        kudos.audience(),
        kudos.read({}),
        loadForm(),
      ]);
      learnValues(values);
      const offered = values.flatMap(({ id, isOffered }) => (isOffered ? [id] : []));
      this.#found = { me, budget, audience, values: offered };
      this.#form.open();
    });

  /** @returns nothing where somebody left: they read it nowhere. */
  render(person: PersonSummary): TemplateResult | typeof nothing {
    if (!person.active) return nothing;
    if (this.#form.isOpen && this.#found) return this.#fields(person, this.#found);
    const { error, isBusy } = this.#acting;
    return html`<div class="choice">
      <p class="muted" role="status">${this.#form.confirmation}</p>
      ${error === undefined ? nothing : errorNotice(errorText(error))}
      <button type="button" class="secondary thank" aria-disabled=${isBusy} @click=${this.#open}>
        ${laterIcons.heart}${msg(str`Thank ${person.name}`)}
      </button>
    </div>`;
  }

  #fields(person: PersonSummary, { me, budget, audience, values }: Found): TemplateResult {
    return html`<kantine-thank-you-form
      .me=${me}
      .budget=${budget}
      .audience=${audience}
      .values=${values}
      .suggested=${person}
      @kantine-given=${() => this.#form.sent(msg('Your thanks have been sent.'), '.thank')}
      @kantine-cancel=${this.#form.giveUp}
    ></kantine-thank-you-form>`;
  }
}
