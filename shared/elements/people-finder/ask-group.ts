import { mentionToken } from '@kantine/core';
import type { GroupView, NewPost, PersonSummary } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { draftName } from '../kit/drafts.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { emptyNotice, failureNotice, loadingNotice, noticeStyles } from '../kit/notice.ts';
import type { Send } from '../parts/composer/sending.ts';

/** Whether the reader may ask there. */
export const canAskIn = ({ joined, archived }: GroupView): boolean => joined && !archived;

interface Own {
  readonly me: string;
  readonly groups: readonly GroupView[];
}

/**
 * Asks one of the reader's groups: about what nobody has in their profile, or a colleague who is in it too.
 * @fires kantine-asked with the group's name.
 * @fires kantine-cancel when the reader gives up asking a colleague.
 */
export class AskGroup extends CommunityElement {
  /** What nobody was found by. */
  @property({ attribute: false }) about = '';
  /** Who is asked, and is mentioned for that. */
  @property({ attribute: false }) person: PersonSummary | undefined;
  /** The groups to choose from; all that the reader is in unless told. */
  @property({ attribute: false }) among: readonly GroupView[] | undefined;
  @state() private group = '';
  @state() private asked = '';
  readonly #asking = new Asking<Own>(this, {
    ask: async ({ groups, people }) => {
      const [{ id: me }, own] = await Promise.all([people.me(), this.among ?? groups.own()]);
      return { me, groups: this.among ?? own.filter(canAskIn) };
    },
    answered: ({ groups }) => {
      if (this.group === '') this.group = groups[0]?.id ?? '';
      this.focusOn(groups.length === 1 ? 'kantine-composer' : 'select');
    },
  });
  /** Who reads it, of the group that is chosen. */
  readonly #reading = new Asking(this, {
    args: () => [this.group],
    ask: ({ wall }) => (this.group === '' ? undefined : wall.audience({ group: this.group })),
    mayRefresh: () => false,
  });

  readonly #send: Send = async (text, key) => {
    const { community, group } = this;
    if (!community) return;
    const post: NewPost = { group, text, key, kind: 'question' };
    await community.wall.post(post);
    this.asked = this.#asking.answer?.groups.find(({ id }) => id === group)?.name ?? '';
    this.emit('kantine-asked', this.asked);
    this.focusOn('.asked');
  };

  readonly #chosen = ({ target }: Event): void => {
    this.group = (target as HTMLSelectElement).value;
  };

  protected override render(): TemplateResult {
    const { answer, error } = this.#asking;
    if (this.asked !== '') {
      return html`<p class="asked" role="status" tabindex="-1">
        ${msg(str`Your question is asked in ${this.asked}. You will be told of answers there.`)}
      </p>`;
    }
    if (error !== undefined) return failureNotice(error, () => void this.#asking.ask());
    if (!answer) return loadingNotice(msg('Loading groups…'), 1);
    if (answer.groups.length === 0) {
      return emptyNotice(
        msg('You are in no group yet'),
        msg('Join one first: people there can help you.'),
      );
    }
    const { person, community } = this;
    const draft = [answer.me, person?.id ?? this.about, person ? 'ask-person' : 'ask-group'];
    const question = person
      ? `${mentionToken(person.id)} `
      : msg(str`Who knows about ${this.about}?`);
    return html`<label>
        ${msg('Group')}
        <select @change=${this.#chosen}>
          ${answer.groups.map(
            ({ id, name }) =>
              html`<option value=${id} ?selected=${id === this.group}>${name}</option>`,
          )}
        </select>
      </label>
      <kantine-composer
        .label=${msg('Your question')}
        .submitLabel=${msg('Ask')}
        .initial=${question}
        .mentions=${person ? [person] : []}
        ?cancellable=${person !== undefined}
        .group=${this.group}
        .audience=${this.#reading.answer}
        .send=${this.#send}
        draft-name=${draftName(community?.site, ...draft)}
      ></kantine-composer>`;
  }

  static override styles = [
    controls,
    noticeStyles,
    css`
      :host {
        background: var(--k-surface);
        border-radius: var(--k-radius);
        display: grid;
        gap: 0.75rem;
        padding: 0.75rem 1rem;
      }

      label {
        display: grid;
        font-size: 0.875rem;
        font-weight: 600;
        gap: 0.25rem;
      }

      select {
        font-weight: 400;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-ask-group': AskGroup;
  }
}
