import type { GroupSummary, LongUnanswered } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { noticeStyles } from '../kit/notice.ts';
import { numberText } from '../locale/formats.ts';
import { plural } from '../locale/plural.ts';
import { isolated } from '../parts/audience-label/isolated.ts';
import { groupName } from '../parts/group-name.ts';
import { catchUpStyles } from './catch-up.styles.ts';

/** The questions of a wall that wait, with the field to answer them. */
const loadWaiting = (): Promise<unknown> =>
  import(/* webpackChunkName: 'wall-questions' */ '../wall/define.waiting.ts');

/** As many groups as one question names. */
const mostGroups = 40;

/** @returns how many questions have waited in a group, and how long the oldest has. */
function lineText({ questions, workingDays }: LongUnanswered, group: GroupSummary): string {
  const where = isolated(groupName(group));
  const days = numberText(workingDays);
  const number = numberText(questions);
  return plural(questions, {
    one: msg(str`A question in ${where} has waited for ${days} working days`),
    other: msg(str`${number} questions in ${where} have waited, one for ${days} working days`),
  });
}

/**
 * The groups of a steward's in which questions have waited for five working days. Draws nothing for everybody
 * else. @fires kantine-count with how many groups there are.
 */
export class WaitingQuestions extends CommunityElement {
  /** The groups that the reader is in. */
  @property({ attribute: false }) groups: readonly GroupSummary[] = [];
  /** The group whose questions are read. */
  @state() private opened: string | undefined;
  readonly #asking = new Asking<readonly LongUnanswered[]>(this, {
    args: () => this.groups.map(({ id }) => id),
    ask: ({ wall }) =>
      wall.longUnanswered({ groups: this.groups.slice(0, mostGroups).map(({ id }) => id) }),
    keepsAnswer: true,
    // A question begins to wait after five days: who has none waiting is asked nothing again for each post.
    mayRefresh: () => this.#waits,
    answered: (answer) => this.emit<number>('kantine-count', answer.length),
  });

  get #waits(): boolean {
    return (this.#asking.answer?.length ?? 0) > 0;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('groups') && !this.groups.some(({ id }) => id === this.opened)) {
      this.opened = undefined;
    }
  }

  async #toggle(group: string): Promise<void> {
    this.opened = this.opened === group ? undefined : group;
    // The element is drawn with what it is by the time that it has come.
    if (this.opened !== undefined) await loadWaiting().catch(() => undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    // That this could not be asked is no news to who answers for no group.
    const found = this.#asking.answer ?? [];
    const waiting = this.groups.flatMap((group) => {
      const line = found.find((each) => each.group === group.id);
      // What is open stays open once its last question was answered.
      return line || group.id === this.opened ? [{ group, line }] : [];
    });
    if (waiting.length === 0) return nothing;
    return html`<section aria-labelledby="title">
      <h3 id="title">${msg('Nobody has answered yet')}</h3>
      <ol class="lines">
        ${repeat(
          waiting,
          ({ group }) => group.id,
          ({ group, line }) => this.#line(group, line),
        )}
      </ol>
    </section>`;
  }

  #line(group: GroupSummary, line: LongUnanswered | undefined): TemplateResult {
    const isOpen = group.id === this.opened;
    return html`<li>
      <div class="what">
        <button
          type="button"
          class="open"
          aria-expanded=${isOpen}
          @click=${() => void this.#toggle(group.id)}
        >
          ${line ? lineText(line, group) : msg(str`Questions in ${isolated(groupName(group))}`)}
        </button>
      </div>
      ${isOpen ? html`<kantine-waiting .community=${this.community} .group=${group.id}></kantine-waiting>` : nothing}
    </li>`;
  }

  static override styles = [
    controls,
    noticeStyles,
    catchUpStyles,
    css`
      :host {
        display: block;
      }

      h3 {
        font-size: 1rem;
      }

      li {
        border: 1px solid var(--k-border);
        border-inline-start: 4px solid var(--k-accent);
        border-radius: var(--k-radius);
        display: grid;
        gap: 0.75rem;
        grid-template-columns: minmax(0, 1fr);
        padding: 0.75rem;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-waiting-questions': WaitingQuestions;
  }
}
