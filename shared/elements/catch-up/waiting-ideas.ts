import { plainText } from '@kantine/core';
import type { Community, GroupSummary, IdeaBoard, IdeaView, WaitingIdea } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Asking } from '../kit/asking.ts';
import type { Settling } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { failureNotice, loadingNotice, noticeStyles } from '../kit/notice.ts';
import { numberText } from '../locale/formats.ts';
import { isolated } from '../parts/audience-label/isolated.ts';
import { catchUpStyles } from './catch-up.styles.ts';
import { waitingStyles } from './waiting.styles.ts';

const loadIdeas = (): Promise<unknown> =>
  import(/* webpackChunkName: 'ideas-board' */ '../ideas/define.ts');

/** As many groups as one question names. */
const mostGroups = 40;

interface Waiting {
  readonly ideas: readonly WaitingIdea[];
  readonly isMore: boolean;
}

interface Opened {
  readonly board: IdeaBoard;
  readonly idea: IdeaView;
}

const keyOf = ({ group, post }: Pick<WaitingIdea, 'group' | 'post'>): string => `${group} ${post}`;

async function waitingIn({ ideas }: Community, groups: readonly GroupSummary[]): Promise<Waiting> {
  const { ideas: found, isMore } = await ideas.waiting({
    groups: groups.slice(0, mostGroups).map(({ id }) => id),
  });
  return { ideas: found, isMore: isMore || groups.length > mostGroups };
}

async function openIn({ ideas }: Community, { group, post }: WaitingIdea): Promise<Opened> {
  const [board, idea] = await Promise.all([
    ideas.read({ group }),
    ideas.one({ group, post }),
    loadIdeas(),
  ]);
  return { board, idea };
}

/**
 * The ideas that wait for a word of the reader, who answers for their group. Draws nothing for everybody else.
 * @fires kantine-count with how many wait.
 */
export class WaitingIdeas extends CommunityElement {
  /** The groups that the reader is in. */
  @property({ attribute: false }) groups: readonly GroupSummary[] = [];
  @state() private opened: WaitingIdea | undefined;
  readonly #asking = new Asking<Waiting>(this, {
    args: () => this.groups.map(({ id }) => id),
    ask: (community) => waitingIn(community, this.groups),
    keepsAnswer: true,
    // An idea begins to wait after ten days: who has none waiting is asked nothing again for each post.
    mayRefresh: () => this.#hasIdeas,
    answered: ({ ideas }) => this.emit<number>('kantine-count', ideas.length),
  });
  readonly #idea = new Asking<Opened>(this, {
    args: () => [this.opened && keyOf(this.opened)],
    ask: (community) => this.opened && openIn(community, this.opened),
  });

  get #hasIdeas(): boolean {
    return (this.#asking.answer?.ideas.length ?? 0) > 0;
  }

  readonly #settling: Settling = (write) => this.#idea.settling(write);

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // What is open stays open while it is looked at again, also where its idea waits no more.
    if (changed.has('groups') && !this.groups.some(({ id }) => id === this.opened?.group)) {
      this.opened = undefined;
    }
  }

  readonly #toggle = (idea: WaitingIdea): void => {
    const isOpen = this.opened !== undefined && keyOf(this.opened) === keyOf(idea);
    this.opened = isOpen ? undefined : idea;
  };

  /** A word was said, or something else that the idea shows at once. */
  readonly #changed = ({ detail }: CustomEvent<IdeaView>): void => {
    this.#idea.show((opened) => ({ ...opened, idea: detail }));
    if (detail.waits === undefined) void this.#asking.ask();
  };

  protected override render(): TemplateResult | typeof nothing {
    const { opened } = this;
    // That this could not be asked is no news to who answers for no group.
    const { ideas = [], isMore = false } = this.#asking.answer ?? {};
    const isGone = opened && !ideas.some((idea) => keyOf(idea) === keyOf(opened));
    const shown = isGone ? [opened, ...ideas] : ideas;
    if (shown.length === 0) return nothing;
    return html`<section aria-labelledby="title">
      <h3 id="title" tabindex="-1">${msg('Waiting for a word from you')}</h3>
      <ol class="lines">
        ${repeat(shown, keyOf, (idea) => this.#line(idea))}
      </ol>
      ${isMore ? html`<p class="muted">${msg('Older ideas may wait, too.')}</p>` : nothing}
    </section>`;
  }

  #line(idea: WaitingIdea): TemplateResult {
    const isOpen = this.opened !== undefined && keyOf(this.opened) === keyOf(idea);
    const name = isolated(idea.author.name || msg('Former colleague'));
    const found = this.groups.find(({ id }) => id === idea.group);
    const days = numberText(idea.workingDays);
    return html`<li>
      <div class="what">
        <button
          type="button"
          class="open"
          aria-expanded=${isOpen}
          @click=${() => this.#toggle(idea)}
        >
          ${
            // A host may not tell what a closed group is called before somebody looks at it.
            found === undefined || found.name === ''
              ? msg(str`${name}’s idea has waited for ${days} working days`)
              : msg(
                  str`${name}’s idea in ${isolated(found.name)} has waited for ${days} working days`,
                )
          }
        </button>
        ${isOpen ? nothing : html`<bdi class="excerpt">${plainText(idea)}</bdi>`}
      </div>
      ${isOpen ? this.#whole(idea) : nothing}
    </li>`;
  }

  #whole({ group }: WaitingIdea): TemplateResult {
    const { answer, error, ask } = this.#idea;
    if (error !== undefined) return failureNotice(error, () => void ask());
    if (!answer) return loadingNotice(msg('Loading ideas…'), 1);
    const { board, idea } = answer;
    return html`<kantine-idea
      .idea=${idea}
      .group=${group}
      .me=${board.me}
      .now=${board.now}
      .keeper=${board.keeper}
      .settling=${this.#settling}
      ?can-write=${board.canWrite}
      @kantine-idea=${this.#changed}
    ></kantine-idea>`;
  }

  static override styles = [controls, noticeStyles, catchUpStyles, waitingStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-waiting-ideas': WaitingIdeas;
  }
}
