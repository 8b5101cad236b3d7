// In one file, since the lines, what is read in their place and the keyboard between them have one state.
import { fitting } from '@kantine/core';
import type { Done, Fitting, ForYou, ForYouLine } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Acting } from '../kit/acting.ts';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { WidgetElement } from '../kit/kantine-element.ts';
import { confirmationStyles, confirmed } from '../kit/later-confirmation.ts';
import { MomentController } from '../kit/moment-controller.ts';
import {
  againNotice,
  failureNotice,
  leftOutNotice,
  loadingNotice,
  noticeStyles,
} from '../kit/notice.ts';
import { isAboveThePage } from '../parts/keys/above-the-page.ts';
import { tokens } from '../kit/tokens.ts';
import { headStyles } from '../kit/later-head.ts';
import { faceStyles } from '../parts/avatar/face.ts';
import { catchUpStyles } from './catch-up.styles.ts';
import { failedText, furtherText, timeText, titleText } from './for-you-words.ts';
import { forYouLine, secondsOf } from './line.ts';
import type { CatchUpNews, Going } from './news.ts';
import { doneOf, openedView, placeOf, untilNewest } from './opened.ts';
import type { Opened } from './opened.ts';
import { keyOf, readParts, takenBackText } from './waiting.ts';

/** A post with its conversation, in which the message stands that was opened. */
const loadConversation = (): Promise<unknown> =>
  import(/* webpackChunkName: 'wall-message' */ '../wall/define.conversation.ts');

/** News, and what waits for who answers for a group, come after what waits for the reader. */
const loadFurther = (): Promise<unknown> =>
  import(/* webpackChunkName: 'catch-up-further' */ './define.further.ts');

const loadArticle = (): Promise<unknown> =>
  import(/* webpackChunkName: 'blog-pages' */ '../blog/define.pages.ts');

const loadWeek = (): Promise<unknown> =>
  import(/* webpackChunkName: 'catch-up-week' */ './define.week.ts');

/** So does what the reader was thanked for. */
const loadThanks = (): Promise<unknown> =>
  import(/* webpackChunkName: 'received-thanks' */ './define.received-thanks.ts');

/**
 * What waits for the reader in all their groups, until they are done with it.
 *
 * @tag kantine-catch-up
 * @cssproperty --kantine-* the colours, radius and font of the host's theme; see the theming guide
 */
export class CatchUp extends WidgetElement {
  /** How it is drawn: `compact` shows how much there is, and the list once the reader asks for it. */
  @property() layout: 'full' | 'compact' = 'full';
  /** Whether the list of a compact one is shown. */
  @state() private isExpanded = false;
  /** How many parts of the reader's groups are looked at. */
  @state() private parts = 1;
  /** What is read in place of the list. */
  @state() private opened: Opened | undefined;
  /** Whether what takes longer than two minutes is shown, too. */
  @state() private everything = false;
  @state() private announcement = '';
  /** How long reading everything takes; undefined until that is known. */
  @state() private seconds: number | undefined;
  /** How long it took when there was most of it. In seconds. */
  @state() private longest = 0;
  /** What waits for who answers for groups, by what it is. */
  @state() private waiting: Readonly<Record<string, number>> = {};
  readonly #asking = new Asking<ForYou>(this, {
    args: () => [this.parts],
    ask: (community) => readParts(community, this.parts),
    keepsAnswer: true,
    answered: (answer, before) => {
      void this.#looked(answer, before);
      if (this.#isShown) this.#loadRest();
    },
  });
  readonly #acting = new Acting<'done' | 'open'>(this);
  /** The line that took the place of the one that was opened. */
  #next: ForYouLine | undefined;
  readonly #moment = new MomentController(this, () => this.#asking.answer?.lines[0]?.created);

  get #isShown(): boolean {
    return this.layout !== 'compact' || this.isExpanded;
  }

  #loadRest(): void {
    loadThanks().catch(() => undefined);
    loadFurther().catch(() => undefined);
  }

  readonly #expand = (): void => {
    this.isExpanded = true;
    this.#loadRest();
  };

  #say(announcement: string): void {
    this.announcement = announcement;
  }

  /** Lines that somebody took back leave with a word; those that one was done with elsewhere leave without. */
  async #looked(answer: ForYou, before: ForYou | undefined): Promise<void> {
    const { community } = this;
    const left = new Set(answer.lines.map(keyOf));
    const gone = before?.lines.filter((line) => !left.has(keyOf(line))) ?? [];
    if (gone.length === 0 || !community) return;
    const focused = this.shadowRoot?.activeElement?.closest<HTMLElement>('[data-line]');
    if (focused && !left.has(focused.dataset.line ?? '')) this.#focusNear(focused, answer);
    // Where that cannot be told, the lines are gone all the same.
    const text = await takenBackText(community, gone).catch(() => '');
    if (text !== '') this.#say(text);
  }

  /** The line that was focused goes; the keyboard goes on with the one that takes its place. */
  #focusNear(line: HTMLElement, { lines }: ForYou): void {
    const before = [...(line.parentElement?.children ?? [])].indexOf(line);
    this.#focusLine(lines[before] ?? lines.at(-1), '.open');
  }

  #focusLine(line: ForYouLine | undefined, button: '.open' | '.done'): void {
    this.focusOn(line ? `[data-line="${CSS.escape(keyOf(line))}"] ${button}` : 'h2');
  }

  /** The lines go at once; they come back where that failed. */
  async #done(gone: readonly ForYouLine[], lines: Done['lines']): Promise<boolean> {
    const keys = new Set(gone.map(keyOf));
    const before = this.#asking.answer;
    return this.#acting.run('done', async () => {
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
      this.#say(
        answer?.lines.length
          ? msg(str`Done. ${titleText(answer)}.`)
          : msg('Done. Nothing needs you.'),
      );
    });
  }

  /** @returns the line that takes its place. */
  async #doneWith(line: ForYouLine): Promise<ForYouLine | undefined> {
    const all = this.#asking.answer?.lines ?? [];
    const at = all.findIndex((other) => keyOf(other) === keyOf(line));
    await this.#done([line], [doneOf(line)]);
    return all[at + 1] ?? all[at - 1];
  }

  /** The button is gone; the keyboard goes on with the next line. */
  readonly #pressedDone = async (line: ForYouLine): Promise<void> =>
    this.#focusLine(await this.#doneWith(line), '.done');

  readonly #doneWithAll = async (): Promise<void> => {
    await this.#doneWithShown();
    this.focusOn('h2');
  };

  /** What came meanwhile stays, and so does what did not fit. */
  readonly #doneWithShown = async (): Promise<boolean> => {
    const { shown, left } = this.#fitting(this.#asking.answer?.lines ?? []);
    if (shown.length === 0) return true;
    return this.#done(shown, left.length > 0 ? shown.map(doneOf) : untilNewest(shown));
  };

  /** To the end: with the thanks that were shown, too. @returns whether it is kept. */
  readonly #finish = async (): Promise<boolean> => {
    const thanks = this.renderRoot.querySelector('kantine-received-thanks');
    const kept = await Promise.all([this.#doneWithShown(), thanks?.done() ?? true]);
    return kept.every(Boolean);
  };

  #fitting(lines: readonly ForYouLine[]): Fitting<ForYouLine> {
    return fitting(lines, secondsOf, this.everything ? Infinity : undefined);
  }

  async #open(line: ForYouLine): Promise<void> {
    if (!(await this.#acting.run('open', loadConversation))) return;
    this.opened = placeOf(line);
    this.#next = undefined;
    this.focusOn('kantine-conversation');
    this.#next = await this.#doneWith(line);
  }

  readonly #openNews = async ({ detail }: CustomEvent<Going>): Promise<void> => {
    const other = detail.article === undefined ? loadConversation : loadArticle;
    const load = detail.week ? loadWeek : other;
    if (!(await this.#acting.run('open', load))) return;
    this.opened = detail;
    this.#next = undefined;
    this.focusOn('kantine-conversation, kantine-article, kantine-catch-up-week');
  };

  readonly #go = (to: Opened | undefined): void => {
    if (to) this.opened = to;
    else this.#back();
  };

  /** Back to the line, or to the one that took its place once it was read. */
  readonly #back = (): void => {
    const { opened } = this;
    this.opened = undefined;
    if (opened && !opened.line) return this.#news?.focusLine();
    const lines = this.#asking.answer?.lines ?? [];
    const there = [opened?.line, this.#next].map(
      (line) => line && lines.find((other) => keyOf(other) === keyOf(line)),
    );
    this.#focusLine(there[0] ?? there[1] ?? lines[0], '.open');
  };

  readonly #escaped = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.opened) return;
    if (event.defaultPrevented || isAboveThePage(event)) return;
    event.preventDefault();
    this.#back();
  };

  protected override render(): TemplateResult {
    const { answer, error, ask } = this.#asking;
    if (error !== undefined) return failureNotice(error, () => void ask());
    if (!answer) return loadingNotice(msg('Looking for what waits for you…'));
    const failed = this.#acting.error;
    return html`<section aria-labelledby="title" @keydown=${this.#escaped}>
      <div class="head">
        <h2 id="title" tabindex="-1">${titleText(answer)}</h2>
        ${this.#headButton(answer)}
      </div>
      ${this.opened || !this.seconds ? nothing : this.#time(this.seconds)}
      ${confirmed(this.announcement)}
      ${failed === undefined ? nothing : againNotice(failed, this.#acting.repeat)}
      ${this.opened ? openedView(this.opened, this.#go) : nothing}
      ${
        this.#isShown
          ? html`<div class="list" ?hidden=${this.opened !== undefined}>
              ${this.#lines(answer)}
            </div>`
          : nothing
      }
    </section>`;
  }

  /** A bar of time, not of numbers: a list that ends is no score. It fills as lines are done with. */
  #time(seconds: number): TemplateResult {
    const { longest } = this;
    return html`<p class="time muted">
      <progress max=${longest} .value=${longest - seconds} aria-hidden="true"></progress>
      ${timeText(seconds)}
    </p>`;
  }

  #headButton({ lines }: ForYou): TemplateResult | typeof nothing {
    if (!this.#isShown) {
      return html`<button type="button" aria-expanded="false" @click=${this.#expand}>
        ${msg('Catch up')}
      </button>`;
    }
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

  #lines({ lines, failed, further, dropped, groups }: ForYou): TemplateResult {
    const { shown, left, seconds } = this.#fitting(lines);
    const isQuiet = Object.values(this.waiting).every((number) => number === 0);
    return html`${
        lines.length === 0
          ? isQuiet
            ? html`<p class="muted">${msg('Nothing needs you. Nice.')}</p>`
            : nothing
          : html`<ol class="lines" aria-labelledby="title">
              ${repeat(shown, keyOf, (line) => this.#line(line))}
            </ol>`
      }
      <div class="for-stewards" @kantine-count=${this.#counted} @kantine-seen=${this.#seenThanks}>
        <kantine-received-thanks></kantine-received-thanks>
        <kantine-waiting-letters .groups=${groups}></kantine-waiting-letters>
        <kantine-waiting-questions .groups=${groups}></kantine-waiting-questions>
        <kantine-waiting-ideas .groups=${groups}></kantine-waiting-ideas>
      </div>
      ${failed === 0 ? nothing : html`<p class="muted">${failedText(failed)}</p>`}
      ${further === 0 ? nothing : this.#further(further)} ${leftOutNotice(dropped)}
      <kantine-catch-up-news
        .groups=${groups}
        .taken=${seconds}
        .left=${left.length}
        .quiet=${lines.length === 0 && isQuiet}
        .everything=${this.everything}
        @kantine-time=${this.#timed}
        @kantine-open-news=${this.#openNews}
        .finish=${this.#finish}
        @kantine-show-all=${this.#showAll}
      ></kantine-catch-up-news>`;
  }

  get #news(): CatchUpNews | null {
    return this.renderRoot.querySelector('kantine-catch-up-news');
  }

  readonly #timed = ({ detail }: CustomEvent<number>): void => {
    this.seconds = detail;
    this.longest = Math.max(this.longest, detail);
  };

  readonly #showAll = (): void => void (this.everything = true);

  readonly #counted = ({ target, detail }: CustomEvent<number>): void => {
    this.waiting = { ...this.waiting, [(target as Element).localName]: detail };
  };

  /** The button is gone; the keyboard goes on at the top. */
  readonly #seenThanks = (): void => this.focusOn('h2');

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
    return forYouLine(line, {
      now: this.#moment.now,
      open: () => this.#open(line),
      done: { isBusy: this.#acting.isBusy, run: () => this.#pressedDone(line) },
    });
  }

  static override styles = [
    tokens,
    controls,
    noticeStyles,
    confirmationStyles,
    faceStyles,
    headStyles,
    catchUpStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-catch-up': CatchUp;
  }
}
