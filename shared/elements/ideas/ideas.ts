/** In one file, since the form, the board and its pages share what is loaded. */
import { boardPart, boardParts, inBoardOrder, isKantineError } from '@kantine/core';
import type { IdeaBoard, IdeaView } from '@kantine/core';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Acting } from '../kit/acting.ts';
import { Asking } from '../kit/asking.ts';
import type { Settling } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { FormOpening } from '../kit/form-opening.ts';
import { icon } from '../kit/icons.ts';
import { WidgetElement } from '../kit/kantine-element.ts';
import { confirmationStyles, confirmed } from '../kit/later-confirmation.ts';
import {
  againNotice,
  emptyNotice,
  failureNotice,
  leftOutNotice,
  loadingNotice,
  noticeStyles,
} from '../kit/notice.ts';
import { tokens } from '../kit/tokens.ts';
import { headStyles } from '../kit/later-head.ts';
import { partText } from './idea-words.ts';
import { ideasStyles } from './ideas.styles.ts';

const lamp = icon('M6 12.5h4 M6.500 14.500h3 M5.700 10.500a4.300 4.300 0 1 1 4.600 0v.300H5.700Z');

/**
 * The ideas of a group: half of one is welcome, and everybody sees what became of each.
 *
 * @tag kantine-ideas
 * @cssproperty --kantine-* the colours, radius and font of the host's theme; see the theming guide
 */
export class Ideas extends WidgetElement {
  /** The group's id. */
  @property() group: string | undefined;
  /** How many ideas are shown before one asks for more. */
  @property({ type: Number }) count = 10;
  @state() private shown = 0;
  readonly #form = new FormOpening(this, '.put');
  readonly #acting = new Acting<'more'>(this);
  readonly #asking = new Asking<IdeaBoard>(this, {
    args: () => [this.group],
    ask: ({ ideas }) => (this.group ? ideas.read({ group: this.group }) : undefined),
    merge: withOlder,
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('count')) this.shown = this.count;
    if (changed.has('group')) this.#form.close();
  }

  readonly #settling: Settling = (write) => this.#asking.settling(write);

  readonly #put = ({ detail }: CustomEvent<IdeaView>): void => {
    this.#asking.show((board) => ({ ...board, ideas: withIdea(board.ideas, detail) }));
    this.#form.sent(msg('Your idea is put forward.'), 'h2');
  };

  readonly #changed = ({ detail }: CustomEvent<IdeaView>): void => {
    const items = () => [...this.renderRoot.querySelectorAll('kantine-idea')];
    const now = () => items().find(({ idea }) => idea?.id === detail.id);
    const before = now();
    this.#asking.show((board) => ({ ...board, ideas: withIdea(board.ideas, detail) }));
    void this.updateComplete.then(() => {
      const item = now();
      // In another part of the board it is drawn anew; the reader goes along.
      if (item !== before) item?.focusOn('article');
    });
  };

  readonly #more = async (): Promise<void> => {
    const { community, group } = this;
    const { answer } = this.#asking;
    if (!community || !group || !answer) return;
    const { cursor, ideas } = answer;
    const isFetched = ideas.length > this.shown || cursor === undefined;
    const done =
      isFetched ||
      (await this.#acting.run('more', async () => {
        const older = await community.ideas.read({ group, cursor });
        this.#asking.show((board) => withPage(board, older));
      }));
    if (done) this.shown += this.count;
  };

  protected override render(): TemplateResult {
    if (!this.group) {
      return html`<p class="muted">
        ${msg('These ideas have no group yet. Whoever edits this page can choose one.')}
      </p>`;
    }
    const { answer, error, ask } = this.#asking;
    if (error !== undefined) return failure(error, () => void ask());
    if (!answer) return loadingNotice(msg('Loading ideas…'));
    return this.#content(answer);
  }

  #content(board: IdeaBoard): TemplateResult {
    const { canWrite, ideas, dropped, cursor } = board;
    const isEmpty = ideas.length === 0 && dropped === 0 && cursor === undefined;
    return html`<section aria-labelledby="title">
      <div class="head">
        <h2 id="title" tabindex="-1">${msg('Ideas')}</h2>
        ${
          canWrite && !this.#form.isOpen
            ? html`<button type="button" class="primary put" @click=${this.#form.open}>
                ${lamp}${msg('I have an idea, or half of one')}
              </button>`
            : nothing
        }
      </div>
      ${board.name === '' ? nothing : html`<p class="group muted" dir="auto">${board.name}</p>`}
      ${confirmed(this.#form.confirmation)}
      ${
        this.#form.isOpen && canWrite
          ? html`<kantine-idea-form
              .me=${board.me}
              .group=${this.group}
              .settling=${this.#settling}
              @kantine-put=${this.#put}
              @kantine-cancel=${this.#form.giveUp}
            ></kantine-idea-form>`
          : nothing
      }
      ${
        isEmpty
          ? emptyNotice(
              msg('No ideas yet'),
              canWrite
                ? msg('Half an idea is enough. Colleagues help it along.')
                : msg('Nobody has put one forward here.'),
            )
          : this.#board(board)
      }
      ${leftOutNotice(dropped)} ${this.#older(board)}
    </section>`;
  }

  #board(board: IdeaBoard): TemplateResult {
    const shown = board.ideas.slice(0, this.shown);
    const parts = boardParts
      .map((part) => ({ part, ideas: shown.filter((idea) => boardPart(idea) === part) }))
      .filter(({ ideas }) => ideas.length > 0);
    return html`<div class="board" @kantine-idea=${this.#changed}>
      ${repeat(
        parts,
        ({ part }) => part,
        ({ part, ideas }) =>
          html`<div class="part">
            <h3 id=${part}>${partText(part)}</h3>
            ${repeat(
              ideas,
              ({ id }) => id,
              (idea) => this.#idea(idea, board),
            )}
          </div>`,
      )}
    </div>`;
  }

  #idea(idea: IdeaView, { me, now, keeper, canWrite }: IdeaBoard): TemplateResult {
    return html`<kantine-idea
      .idea=${idea}
      .group=${this.group}
      .me=${me}
      .now=${now}
      .keeper=${keeper}
      .settling=${this.#settling}
      ?can-write=${canWrite}
    ></kantine-idea>`;
  }

  #older({ ideas, cursor }: IdeaBoard): TemplateResult | typeof nothing {
    const { error, isBusy } = this.#acting;
    if (error !== undefined) {
      return againNotice(error, () => void this.#more());
    }
    if (ideas.length <= this.shown && cursor === undefined) return nothing;
    return html`<button type="button" class="quiet" aria-disabled=${isBusy} @click=${this.#more}>
      ${isBusy ? msg('Loading…') : msg('Show more ideas')}
    </button>`;
  }

  static override styles = [
    tokens,
    controls,
    noticeStyles,
    confirmationStyles,
    headStyles,
    ideasStyles,
  ];
}

/** Ideas that cannot be shown, and what can be done about it. */
function failure(error: unknown, retry: () => void): TemplateResult {
  if (isKantineError(error, 'NotFound')) {
    return emptyNotice(
      msg('This group is gone'),
      msg('It was deleted. Whoever edits this page can choose another group.'),
    );
  }
  if (isKantineError(error, 'Forbidden')) {
    return emptyNotice(
      msg('Only its members read these ideas'),
      msg('You are not one of them. Ask a steward of the group to let you in.'),
    );
  }
  return failureNotice(error, retry);
}

/** What becomes of an idea moves it. */
const withIdea = (ideas: readonly IdeaView[], idea: IdeaView): readonly IdeaView[] =>
  inBoardOrder([...ideas.filter(({ id }) => id !== idea.id), idea]);

function withPage(board: IdeaBoard, { ideas, cursor, dropped }: IdeaBoard): IdeaBoard {
  const known = new Set(board.ideas.map(({ id }) => id));
  return {
    ...board,
    ideas: inBoardOrder([...board.ideas, ...ideas.filter(({ id }) => !known.has(id))]),
    dropped: board.dropped + dropped,
    cursor,
  };
}

/** A fresh first page takes the place of what it holds; older pages that were loaded stay. */
function withOlder(fresh: IdeaBoard, before: IdeaBoard | undefined): IdeaBoard {
  const last = fresh.ideas.reduce((least, { created }) => Math.min(least, created), Infinity);
  const older = before?.ideas.filter(({ created }) => created < last) ?? [];
  if (older.length === 0 || fresh.cursor === undefined) return fresh;
  const ideas = inBoardOrder([...fresh.ideas, ...older]);
  return { ...fresh, ideas, cursor: before?.cursor };
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-ideas': Ideas;
  }
}
