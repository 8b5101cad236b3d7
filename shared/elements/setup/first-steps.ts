import type { Community, GroupView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { WidgetElement } from '../kit/kantine-element.ts';
import { failureNotice, noticeStyles } from '../kit/notice.ts';
import { tokens } from '../kit/tokens.ts';
import { groupName } from '../parts/group-name.ts';
import { setupStyles } from './setup.styles.ts';

/** Where an owner is on the way to a first post. */
interface Progress {
  readonly me: string;
  readonly group?: GroupView;
  readonly hasPost: boolean;
}

async function progressOf({ people, groups, wall }: Community): Promise<Progress> {
  const [{ id: me }, { own, others }] = await Promise.all([people.me(), groups.browse()]);
  const group = own.find(({ joined }) => joined) ?? others.find(({ access }) => access === 'open');
  if (!group) return { me, hasPost: false };
  const { posts } = await wall.read({ group: group.id, limit: 1 });
  return { me, group, hasPost: posts.length > 0 };
}

/** Starting a group and writing on its wall, as everybody else does it later. */
const loadGroups = (): Promise<unknown> =>
  import(/* webpackChunkName: 'groups' */ '../groups/define.ts');

/**
 * What comes after the set-up: a first group and a first post, done right here.
 *
 * @tag kantine-first-steps
 * @fires kantine-begun when the owner closes it.
 * @cssproperty --kantine-* the colours, radius and font of the host's theme; see the theming guide
 */
export class FirstSteps extends WidgetElement {
  /** The group that was started here; until the host has answered, no other is known. */
  @state() private started: GroupView | undefined;
  readonly #asking = new Asking<Progress>(this, { ask: progressOf });

  override connectedCallback(): void {
    super.connectedCallback();
    void loadGroups();
  }

  readonly #groupStarted = ({ detail }: CustomEvent<GroupView>): void => {
    this.started = detail;
    void this.#asking.ask();
    this.focusOn('li[aria-current]');
  };

  readonly #close = (): void => this.emit('kantine-begun', undefined);

  protected override render(): TemplateResult {
    const { answer, error, ask } = this.#asking;
    if (error !== undefined) return failureNotice(error, () => void ask());
    const group = answer?.group ?? this.started;
    const hasPost = answer?.hasPost === true;
    return html`<section aria-labelledby="title">
      <h2 id="title">${msg('First steps')}</h2>
      <ol>
        ${step(true, false, msg('Prepare this site.'), msg('Done: your colleagues can meet here.'))}
        ${step(
          group !== undefined,
          answer !== undefined && !group,
          msg('Start a group.'),
          group
            ? msg(str`“${groupName(group)}” is there. Edit this page to choose it for a wall.`)
            : msg('For a team, a project or a hobby: two people are enough.'),
          group || !answer ? nothing : this.#start(answer.me),
        )}
        ${step(
          hasPost,
          group !== undefined && !hasPost,
          msg('Say hello.'),
          hasPost
            ? msg('Done: whoever comes now finds something to answer.')
            : msg('Write the first post: a question or a small success of this week is enough.'),
          group && !hasPost
            ? html`<kantine-wall
                layout="compact"
                .group=${group.id}
                .community=${this.community}
              ></kantine-wall>`
            : nothing,
        )}
      </ol>
      <div class="action">
        <button type="button" class=${hasPost ? 'primary' : 'quiet'} @click=${this.#close}>
          ${hasPost ? msg('Done') : msg('Not now')}
        </button>
      </div>
    </section>`;
  }

  #start(me: string): TemplateResult {
    return html`<kantine-start-group
      .me=${me}
      .community=${this.community}
      @kantine-started=${this.#groupStarted}
      @kantine-cancel=${this.#close}
    ></kantine-start-group>`;
  }

  static override styles = [tokens, controls, noticeStyles, setupStyles];
}

const step = (
  isDone: boolean,
  isCurrent: boolean,
  title: string,
  text: string,
  content: TemplateResult | typeof nothing = nothing,
): TemplateResult =>
  html`<li
    class=${isDone ? 'done' : 'open'}
    aria-current=${isCurrent ? 'step' : nothing}
    tabindex=${isCurrent ? -1 : nothing}
  >
    <strong>${title}</strong>
    ${text} ${content}
  </li>`;

declare global {
  interface HTMLElementTagNameMap {
    'kantine-first-steps': FirstSteps;
  }
}
