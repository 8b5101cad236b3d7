import { isKantineError } from '@kantine/core';
import type { GoalBoard, GoalView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Asking } from '../kit/asking.ts';
import type { Settling } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { FormOpening } from '../kit/form-opening.ts';
import { WidgetElement } from '../kit/kantine-element.ts';
import { confirmationStyles, confirmed } from '../kit/later-confirmation.ts';
import {
  emptyNotice,
  failureNotice,
  leftOutNotice,
  loadingNotice,
  noticeStyles,
} from '../kit/notice.ts';
import { tokens } from '../kit/tokens.ts';
import { headStyles } from '../kit/later-head.ts';
import { numberText } from '../locale/formats.ts';
import { goalsStyles } from './goals.styles.ts';

/**
 * The goals of a group, each with its numbers by month and what was said of it.
 *
 * @tag kantine-goals
 * @cssproperty --kantine-* the colours, radius and font of the host's theme; see the theming guide
 */
export class Goals extends WidgetElement {
  /** The group's id. */
  @property() group: string | undefined;
  /** Whether goals that have ended are shown, too. */
  @state() private all = false;
  readonly #form = new FormOpening(this, '.set');
  readonly #asking = new Asking<GoalBoard>(this, {
    args: () => [this.group],
    ask: ({ goals }) => (this.group ? goals.read({ group: this.group }) : undefined),
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('group')) this.#form.close();
  }

  readonly #settling: Settling = (write) => this.#asking.settling(write);

  readonly #set = ({ detail }: CustomEvent<GoalView>): void => {
    this.#asking.show((board) => ({ ...board, goals: [detail, ...without(board, detail)] }));
    this.#form.sent(msg('Your goal is set.'), 'h2');
  };

  readonly #said = ({ detail }: CustomEvent<GoalView>): void => {
    this.#asking.show((board) => ({
      ...board,
      goals: board.goals.map((goal) => (goal.id === detail.id ? detail : goal)),
    }));
  };

  protected override render(): TemplateResult {
    if (!this.group) {
      return html`<p class="muted">
        ${msg('These goals have no group yet. Whoever edits this page can choose one.')}
      </p>`;
    }
    const { answer, error, ask } = this.#asking;
    if (error !== undefined) return failure(error, () => void ask());
    if (!answer) return loadingNotice(msg('Loading goals…'));
    return this.#content(answer);
  }

  #content(board: GoalBoard): TemplateResult {
    const { goals, maySet, tooFew, dropped } = board;
    const isSetting = this.#form.isOpen && maySet && tooFew === undefined;
    return html`<section aria-labelledby="title">
      <div class="head">
        <h2 id="title" tabindex="-1">${msg('Goals')}</h2>
        ${
          maySet && tooFew === undefined && !isSetting
            ? html`<button type="button" class="primary set" @click=${this.#form.open}>
                ${msg('Set a goal')}
              </button>`
            : nothing
        }
      </div>
      ${board.name === '' ? nothing : html`<p class="group muted" dir="auto">${board.name}</p>`}
      ${confirmed(this.#form.confirmation)}
      ${tooFew === undefined ? nothing : html`<p class="few">${tooFewText(tooFew)}</p>`}
      ${
        isSetting
          ? html`<kantine-goal-form
              .board=${board}
              .group=${this.group}
              .settling=${this.#settling}
              @kantine-set=${this.#set}
              @kantine-cancel=${this.#form.giveUp}
            ></kantine-goal-form>`
          : nothing
      }
      ${goals.length === 0 && dropped === 0 ? this.#empty(board) : this.#list(board)}
      ${leftOutNotice(dropped)}
    </section>`;
  }

  #empty({ maySet, tooFew }: GoalBoard): TemplateResult | typeof nothing {
    if (this.#form.isOpen || tooFew !== undefined) return nothing;
    return emptyNotice(
      msg('No goals yet'),
      maySet
        ? msg('Choose one thing that should be better, and watch it move.')
        : msg('The stewards of this group can set one.'),
    );
  }

  #list(board: GoalBoard): TemplateResult {
    const open = board.goals.filter(({ state }) => state === 'open');
    const past = board.goals.length - open.length;
    const isAll = this.all || open.length === 0;
    return html`<div class="list" @kantine-goal=${this.#said}>
      ${repeat(
        isAll ? board.goals : open,
        ({ id }) => id,
        (goal) => this.#goal(goal, board),
      )}
      ${
        !isAll && past > 0
          ? html`<button type="button" class="quiet" @click=${() => (this.all = true)}>
              ${msg(str`Show what has ended (${numberText(past)})`)}
            </button>`
          : nothing
      }
    </div>`;
  }

  #goal(goal: GoalView, { me, now, maySet }: GoalBoard): TemplateResult {
    return html`<kantine-goal
      .goal=${goal}
      .group=${this.group}
      .me=${me.id}
      .now=${now}
      .maySay=${maySet}
      .settling=${this.#settling}
    ></kantine-goal>`;
  }

  static override styles = [
    tokens,
    controls,
    noticeStyles,
    confirmationStyles,
    headStyles,
    goalsStyles,
  ];
}

const without = ({ goals }: GoalBoard, goal: GoalView): readonly GoalView[] =>
  goals.filter(({ id }) => id !== goal.id);

const tooFewText = (size: number): string =>
  msg(
    str`Goals begin at ${numberText(5)} people, so that nobody is measured alone. Your group has ${numberText(size)} so far.`,
  );

/** Goals that cannot be shown, and what can be done about it. */
function failure(error: unknown, retry: () => void): TemplateResult {
  if (isKantineError(error, 'NotFound')) {
    return emptyNotice(
      msg('This group is gone'),
      msg('It was deleted. Whoever edits this page can choose another group.'),
    );
  }
  if (isKantineError(error, 'Forbidden')) {
    return emptyNotice(
      msg('Only its members read these goals'),
      msg('You are not one of them. Ask a steward of the group to let you in.'),
    );
  }
  return failureNotice(error, retry);
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-goals': Goals;
  }
}
