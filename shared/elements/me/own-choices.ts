import type { GroupSummary, PersonSummary } from '@kantine/core';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { errorText } from '../kit/error-text.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { tryAgainText } from '../kit/host-words.ts';
import { confirmationStyles, confirmed } from '../kit/later-confirmation.ts';
import { named } from '../kit/later-named.ts';
import { errorNotice, noticeStyles } from '../kit/notice.ts';
import { inReadersLanguage } from '../locale/locale.ts';
import { groupName } from '../parts/group-name.ts';
import { meStyles } from './me.styles.ts';
import { filled, pageWords } from './page-words.ts';

interface Choices {
  readonly muted: readonly GroupSummary[];
  readonly blocked: readonly PersonSummary[];
}

/** What the reader chose to stay quiet, in one place, to take it back. They chose it where they met it. */
export class OwnChoices extends CommunityElement {
  @state() private said = '';
  readonly #asking = new Asking<Choices>(this, {
    ask: async ({ preferences, groups }): Promise<Choices> => {
      const { muted, blocked } = await preferences.read();
      if (muted.length === 0) return { muted: [], blocked };
      const names = new Map((await groups.own()).map(({ id, name }) => [id, name]));
      return { muted: muted.map((id) => ({ id, name: names.get(id) ?? '' })), blocked };
    },
    keepsAnswer: true,
  });
  readonly #acting = new Acting<'again'>(this);

  readonly #unmute = ({ id, name }: GroupSummary): Promise<boolean> =>
    this.#acting.run('again', async () => {
      await this.community?.preferences.unmute({ group: id });
      this.#asking.show((now) => ({ ...now, muted: now.muted.filter((each) => each.id !== id) }));
      this.#say(pageWords.unmuted, groupName({ name }));
    });

  readonly #unblock = ({ id, name }: PersonSummary): Promise<boolean> =>
    this.#acting.run('again', async () => {
      await this.community?.preferences.unblock({ person: id });
      this.#asking.show((now) => ({
        ...now,
        blocked: now.blocked.filter((each) => each.id !== id),
      }));
      this.#say(pageWords.unblocked, name);
    });

  #say(text: (typeof pageWords)['unmuted'], name: string): void {
    this.said = filled(inReadersLanguage(text), { name });
    this.focusOn('h3');
  }

  protected override render(): TemplateResult | typeof nothing {
    const { answer } = this.#asking;
    // That this could not be asked is told by what stands around it.
    if (!answer) return nothing;
    const { muted, blocked } = answer;
    const { error, repeat } = this.#acting;
    return html`<section aria-labelledby="title">
      <h3 id="title" tabindex="-1">${inReadersLanguage(pageWords.choices)}</h3>
      <p>${inReadersLanguage(pageWords.noMessages)}</p>
      ${confirmed(this.said)}
      ${
        muted.length + blocked.length === 0
          ? html`<p class="muted">${inReadersLanguage(pageWords.noChoices)}</p>`
          : nothing
      }
      ${this.#list(pageWords.mutedGroups, pageWords.unmute, muted, groupName, this.#unmute)}
      ${this.#list(pageWords.unseenPeople, pageWords.unblock, blocked, ({ name }) => name, this.#unblock)}
      ${
        error === undefined
          ? nothing
          : errorNotice(errorText(error), { label: tryAgainText(), run: repeat })
      }
    </section>`;
  }

  #list<Chosen extends { readonly id: string }>(
    title: (typeof pageWords)['mutedGroups'],
    label: (typeof pageWords)['unmute'],
    chosen: readonly Chosen[],
    nameOf: (each: Chosen) => string,
    again: (each: Chosen) => unknown,
  ): TemplateResult | typeof nothing {
    if (chosen.length === 0) return nothing;
    const text = inReadersLanguage(label);
    return html`<h4>${inReadersLanguage(title)}</h4>
      <ul class="plain choices">
        ${chosen.map(
          (each) =>
            html`<li>
              <bdi>${nameOf(each)}</bdi>
              <button
                type="button"
                class="secondary"
                aria-label=${named(text, nameOf(each))}
                aria-disabled=${this.#acting.isBusy}
                @click=${() => again(each)}
              >
                ${text}
              </button>
            </li>`,
        )}
      </ul>`;
  }

  static override styles = [controls, noticeStyles, confirmationStyles, meStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-own-choices': OwnChoices;
  }
}
