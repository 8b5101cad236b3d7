import { plainText } from '@kantine/core';
import type { Community, Done, ForYou, ForYouLine } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Acting } from '../kit/acting.ts';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { errorText } from '../kit/error-text.ts';
import { WidgetElement } from '../kit/kantine-element.ts';
import { MomentController } from '../kit/moment-controller.ts';
import { named } from '../kit/named.ts';
import {
  errorNotice,
  failureNotice,
  leftOutNotice,
  loadingNotice,
  noticeStyles,
} from '../kit/notice.ts';
import { tokens } from '../kit/tokens.ts';
import { fullMomentText, momentText } from '../locale/moment.ts';
import { face, faceStyles } from '../parts/avatar/face.ts';
import { catchUpStyles } from './catch-up.styles.ts';
import { failedText, furtherText, titleText, whyText } from './for-you-words.ts';

/** The wall of a group, with the message that was opened in it. */
const loadWall = (): Promise<unknown> => import('../wall/define.ts');

const keyOf = ({ message: { group, kind, id } }: ForYouLine): string =>
  JSON.stringify([group, kind, id]);

/** Some parts of the reader's groups together. */
async function readParts({ catchUp }: Community, parts: number): Promise<ForYou> {
  const numbers = Array.from({ length: parts }, (_, part) => part);
  const found = await Promise.all(numbers.map((part) => catchUp.forYou({ part })));
  return {
    lines: found
      .flatMap(({ lines }) => lines)
      .toSorted((one, other) => other.created - one.created),
    isMore: found.some(({ isMore }) => isMore),
    dropped: found.reduce((sum, { dropped }) => sum + dropped, 0),
    failed: found.reduce((sum, { failed }) => sum + failed, 0),
    further: found.at(-1)?.further ?? 0,
  };
}

/**
 * What waits for the reader in all their groups, until they are done with it.
 *
 * @tag kantine-catch-up
 * @cssproperty --kantine-* the colours, radius and font of the host's theme; see the theming guide
 */
export class CatchUp extends WidgetElement {
  /** How many parts of the reader's groups are looked at. */
  @state() private parts = 1;
  /** What is read in place of the list. */
  @state() private opened: ForYouLine | undefined;
  @state() private announcement = '';
  readonly #asking = new Asking<ForYou>(this, {
    args: () => [this.parts],
    ask: (community) => readParts(community, this.parts),
    keepsAnswer: true,
  });
  readonly #acting = new Acting<'done' | 'open'>(this);
  readonly #moment = new MomentController(this, () => this.#asking.answer?.lines[0]?.created);

  /** The lines go at once; they come back where that failed. */
  async #done(gone: readonly ForYouLine[], lines: Done['lines']): Promise<void> {
    const keys = new Set(gone.map(keyOf));
    const before = this.#asking.answer;
    await this.#acting.run('done', async () => {
      this.#asking.show((now) => ({
        ...now,
        lines: now.lines.filter((line) => !keys.has(keyOf(line))),
      }));
      try {
        await this.#asking.settling(async (options) =>
          this.community?.catchUp.done({ lines }, options),
        );
      } catch (error) {
        if (before) this.#asking.show(() => before);
        throw error;
      }
      const { answer } = this.#asking;
      this.announcement = answer?.lines.length
        ? msg(str`Done. ${titleText(answer)}.`)
        : msg('Done. Nothing is waiting for you.');
    });
  }

  async #doneWith(line: ForYouLine): Promise<void> {
    const all = this.#asking.answer?.lines ?? [];
    const at = all.findIndex((other) => keyOf(other) === keyOf(line));
    const { message, created: until } = line;
    const next = all[at + 1] ?? all[at - 1];
    await this.#done([line], [{ group: message.group, message, until }]);
    if (this.opened) return;
    // The button is gone; the keyboard goes on with the line that took its place.
    if (next) this.focusOn(`[data-line="${CSS.escape(keyOf(next))}"] .done`);
    else this.focusOn('h2');
  }

  /** What came meanwhile stays: each group is done until its newest line that is shown. */
  readonly #doneWithAll = async (): Promise<void> => {
    const lines = this.#asking.answer?.lines ?? [];
    const until = new Map<string, number>();
    for (const { message, created } of lines) {
      until.set(message.group, Math.max(created, until.get(message.group) ?? 0));
    }
    await this.#done(
      lines,
      [...until].map(([group, moment]) => ({ group, until: moment })),
    );
    this.focusOn('h2');
  };

  async #open(line: ForYouLine): Promise<void> {
    const isThere = await this.#acting.run('open', loadWall);
    if (!isThere) return;
    // Walls look for the post that the address names.
    location.hash = `post-${encodeURIComponent(line.post)}`;
    this.opened = line;
    this.focusOn('.back');
    await this.#doneWith(line);
  }

  readonly #back = (): void => {
    this.opened = undefined;
    history.replaceState(history.state, '', location.pathname + location.search);
    this.focusOn('h2');
  };

  protected override render(): TemplateResult {
    const { answer, error, ask } = this.#asking;
    if (error !== undefined) return failureNotice(error, () => void ask());
    if (!answer) return loadingNotice(msg('Looking for what waits for you…'));
    const failed = this.#acting.error;
    return html`<section aria-labelledby="title">
      <div class="head">
        <h2 id="title" tabindex="-1">${titleText(answer)}</h2>
        ${this.#headButton(answer)}
      </div>
      <p class="unseen" role="status">${this.announcement}</p>
      ${
        failed === undefined
          ? nothing
          : errorNotice(errorText(failed), { label: msg('Try again'), run: this.#acting.repeat })
      }
      ${this.opened ? this.#wall(this.opened) : this.#lines(answer)}
    </section>`;
  }

  #headButton({ lines }: ForYou): TemplateResult | typeof nothing {
    if (this.opened) {
      return html`<button type="button" class="secondary back" @click=${this.#back}>
        ${msg('Back to what waits for you')}
      </button>`;
    }
    if (lines.length < 2) return nothing;
    return html`<button
      type="button"
      class="secondary all"
      aria-disabled=${this.#acting.isBusy}
      @click=${this.#doneWithAll}
    >
      ${msg('Done with all')}
    </button>`;
  }

  #wall({ group }: ForYouLine): TemplateResult {
    return html`<kantine-wall .group=${group.id}></kantine-wall>`;
  }

  #lines({ lines, failed, further, dropped }: ForYou): TemplateResult {
    return html`${
      lines.length === 0
        ? html`<p class="muted">${msg('Nothing is waiting for you.')}</p>`
        : html`<ol class="lines" aria-labelledby="title">
            ${repeat(lines, keyOf, (line) => this.#line(line))}
          </ol>`
    }
    ${failed === 0 ? nothing : html`<p class="muted">${failedText(failed)}</p>`}
    ${further === 0 ? nothing : this.#further(further)} ${leftOutNotice(dropped)}`;
  }

  #further(further: number): TemplateResult {
    const look = (): void => {
      this.parts += 1;
    };
    return html`<p>
      ${furtherText(further)}
      <button type="button" class="link" @click=${look}>${msg('Look there too')}</button>
    </p>`;
  }

  #line(line: ForYouLine): TemplateResult {
    const { by, created } = line;
    const why = whyText(line);
    return html`<li class="line" data-line=${keyOf(line)}>
      <div class="face" aria-hidden="true">${face(by)}</div>
      <div class="what">
        <button type="button" class="open" @click=${() => this.#open(line)}>${why}</button>
        <bdi class="excerpt">${plainText(line)}</bdi>
        <time
          class="muted"
          datetime=${new Date(created).toISOString()}
          title=${fullMomentText(created)}
          >${momentText(created, this.#moment.now)}</time
        >
      </div>
      <button
        type="button"
        class="secondary done"
        aria-label=${named(msg('Done'), why)}
        aria-disabled=${this.#acting.isBusy}
        @click=${() => this.#doneWith(line)}
      >
        ${msg('Done')}
      </button>
    </li>`;
  }

  static override styles = [tokens, controls, noticeStyles, faceStyles, catchUpStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-catch-up': CatchUp;
  }
}
