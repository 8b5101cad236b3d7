import type { Community, GroupView, NewestPost, NewestPosts } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { MomentController } from '../kit/moment-controller.ts';
import { named } from '../kit/later-named.ts';
import {
  emptyNotice,
  failureNotice,
  leftOutNotice,
  loadingNotice,
  noticeStyles,
} from '../kit/notice.ts';
import { numberText } from '../locale/formats.ts';
import { timeElement } from '../kit/time-element.ts';
import { momentText } from '../locale/moment.ts';
import { plural } from '../locale/plural.ts';
import { face, faceStyles } from '../parts/avatar/face.ts';
import { groupName } from '../parts/group-name.ts';
import { markdown, markdownStyles } from '../parts/markdown/markdown.ts';
import { newestPostsStyles } from './newest-posts.styles.ts';

/** As many groups as a question may name. */
const mostGroups = 40;
/** As many posts as one question answers. */
const mostPosts = 20;

/** The newest posts of all these groups; more of them than a question may name are several questions. */
async function newestOf(wall: Community['wall'], groups: readonly string[]): Promise<NewestPosts> {
  const parts = Array.from({ length: Math.ceil(groups.length / mostGroups) }, (_, part) =>
    groups.slice(part * mostGroups, (part + 1) * mostGroups),
  );
  const answers = await Promise.all(parts.map((part) => wall.newest({ groups: part })));
  const posts = answers.flatMap((answer) => answer.posts);
  return {
    posts: posts.sort((one, other) => other.created - one.created).slice(0, mostPosts),
    dropped: answers.reduce((sum, answer) => sum + answer.dropped, 0),
  };
}

/**
 * The newest posts of the reader's groups together.
 * @fires kantine-open with the id of the group whose wall the reader wants to see.
 */
export class NewestPostsList extends CommunityElement {
  @property({ attribute: false }) groups: readonly GroupView[] = [];
  readonly #asking = new Asking<NewestPosts>(this, {
    args: () => this.#ids,
    ask: ({ wall }) => newestOf(wall, this.#ids),
    keepsAnswer: true,
  });
  readonly #moment = new MomentController(this, () => this.#asking.answer?.posts[0]?.created);

  get #ids(): readonly string[] {
    return this.groups.map(({ id }) => id);
  }

  protected override render(): TemplateResult {
    const { answer, error, ask } = this.#asking;
    if (error !== undefined) return failureNotice(error, () => void ask());
    if (!answer) return loadingNotice(msg('Loading posts…'));
    if (answer.posts.length === 0) {
      return emptyNotice(
        msg('It is quiet here'),
        msg('Nobody has written in your groups yet. Open one and be the first.'),
      );
    }
    return html`<ol aria-label=${msg('Newest posts of your groups')}>
        ${repeat(
          answer.posts,
          ({ group, id }) => `${group} ${id}`,
          (post) => html`<li>${this.#post(post)}</li>`,
        )}
      </ol>
      ${leftOutNotice(answer.dropped)}`;
  }

  #post({
    group,
    author,
    text,
    mentions,
    created,
    comments,
    reactions,
  }: NewestPost): TemplateResult {
    const found = this.groups.find(({ id }) => id === group);
    const name = found ? groupName(found) : '';
    const open = (): void => this.emit('kantine-open', group);
    return html`<article>
      <div class="face" aria-hidden="true">${face(author)}</div>
      <div class="content">
        <header>
          <kantine-person-name .person=${author}></kantine-person-name>
          <span class="muted">${msg(str`in ${name}`)}</span>
          <span class="muted">${timeElement(created, momentText(created, this.#moment.now))}</span>
        </header>
        <div class="markdown">${markdown(text, mentions)}</div>
        <footer>
          ${this.#numbers(comments, reactions)}
          <button
            type="button"
            class="quiet"
            aria-label=${named(msg('Read on'), name)}
            @click=${open}
          >
            ${msg('Read on')}
          </button>
        </footer>
      </div>
    </article>`;
  }

  #numbers(comments: number, reactions: number): TemplateResult | typeof nothing {
    if (comments + reactions === 0) return nothing;
    const [commented, reacted] = [numberText(comments), numberText(reactions)];
    const parts = [
      comments === 0
        ? ''
        : plural(comments, { one: msg('1 comment'), other: msg(str`${commented} comments`) }),
      reactions === 0
        ? ''
        : plural(reactions, { one: msg('1 reaction'), other: msg(str`${reacted} reactions`) }),
    ];
    return html`<span class="muted">${parts.filter((part) => part !== '').join(' · ')}</span>`;
  }

  static override styles = [controls, noticeStyles, faceStyles, markdownStyles, newestPostsStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-newest-posts': NewestPostsList;
  }
}
