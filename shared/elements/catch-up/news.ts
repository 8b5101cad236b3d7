// In one file, since the lines and the end of the list share what fits into two minutes.
import { fitting, isClosed, mostSeconds, plainText } from '@kantine/core';
import type { GroupSummary, News } from '@kantine/core';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Acting } from '../kit/acting.ts';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { againNotice, noticeStyles } from '../kit/notice.ts';
import { face, faceStyles } from '../parts/avatar/face.ts';
import { catchUpStyles } from './catch-up.styles.ts';
import { endStyles } from './end.styles.ts';
import { failedText, timeText } from './for-you-words.ts';
import { becauseText, leftText, newsText, saidText, secondsOfNews } from './news-words.ts';
import type { NewsLine } from './news-words.ts';

/** A place that the reader wants to see. */
export interface Going {
  /** Empty for the week of all groups. */
  readonly group: string;
  readonly post?: string;
  readonly article?: string;
  readonly week?: true;
}

const isOwn = (line: NewsLine): boolean => line.kind === 'settled' || 'mine' in line;

const nameOf = ({ group, id }: NewsLine): string => `${group.id}/${id}`;

/**
 * What comes after what waits for the reader: what was decided, what is worth a look, and the end of the list.
 *
 * @fires kantine-open-news with the place of a line.
 * @fires kantine-show-all when the reader wants what can wait.
 */
export class CatchUpNews extends CommunityElement {
  /** What reading takes that stands above this. In seconds. */
  @property({ type: Number }) taken = 0;
  /** How many lines before this did not fit. */
  @property({ type: Number }) left = 0;
  /** Whether nothing waits before this. */
  @property({ type: Boolean }) quiet = false;
  /** Whether everything is shown, however long it takes. */
  @property({ type: Boolean }) everything = false;
  /** Keeps that the reader is done with what stands above this. @returns whether it is kept. */
  @property({ attribute: false }) finish?: () => Promise<boolean>;
  /** The groups that the reader is in. */
  @property({ attribute: false }) groups: readonly GroupSummary[] = [];
  @state() private isDone = false;
  /** What happened in closed groups, once the reader looked there. */
  @state() private closed: News | undefined;
  #opened = '';
  readonly #acting = new Acting<'done' | 'closed'>(this);
  /** A list that ends: what happens while somebody reads waits for the next time. */
  readonly #asking = new Asking<News>(this, {
    ask: ({ catchUp }) => catchUp.news(),
    mayRefresh: () => false,
  });

  get #news(): readonly NewsLine[] {
    const { answer } = this.#asking;
    if (!answer) return [];
    const parts = [answer, ...(this.closed ? [this.closed] : [])];
    const decided = parts.flatMap((part) => part.decided);
    // Who never caught up has nothing to catch up with but what became of what they wrote themselves.
    if (answer.seen === undefined) return decided.filter(isOwn);
    return [...decided, ...parts.flatMap(({ worth }) => worth)];
  }

  /** Whether the reader was done with it at an earlier visit, and nothing came since. */
  get #isOver(): boolean {
    const { seen, until } = this.#asking.answer ?? {};
    if (this.isDone) return true;
    const isLooked = seen !== undefined && until !== undefined && seen >= until;
    return isLooked && !this.quiet && this.seconds === 0 && this.left === 0;
  }

  /** How long the whole list takes, in seconds. */
  get seconds(): number {
    return this.isDone ? 0 : this.taken + this.#fitting().seconds;
  }

  #fitting() {
    const lines = this.#news;
    const room = Math.max(0, mostSeconds - this.taken);
    return fitting(lines, secondsOfNews, this.everything ? Infinity : room);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#asking.answer) this.emit<number>('kantine-time', this.seconds);
  }

  #open(name: string, going: Going): void {
    this.#opened = name;
    this.emit<Going>('kantine-open-news', going);
  }

  /** Back to the line that was opened. */
  focusLine(): void {
    this.focusOn(`[data-line="${CSS.escape(this.#opened)}"]`);
  }

  readonly #done = async (): Promise<void> => {
    const { answer } = this.#asking;
    if (!answer) return;
    const { until } = answer;
    await this.#acting.run('done', async () => {
      if ((await this.finish?.()) === false) return;
      await this.community?.catchUp.seen({ until });
      this.isDone = true;
      this.focusOn('.end');
    });
  };

  readonly #look = async (): Promise<void> => {
    await this.#acting.run('closed', async () => {
      this.closed = await this.community?.catchUp.news({ closed: true });
      this.focusOn('.end');
    });
  };

  protected override render(): TemplateResult | typeof nothing {
    const { answer } = this.#asking;
    // What waits for somebody stands, whether this could be looked up or not.
    if (!answer) return nothing;
    const failed = this.#acting.error;
    return html`${this.isDone ? nothing : this.#lists(answer)}
      ${failed === undefined ? nothing : againNotice(failed, this.#acting.repeat)}
      <div class="end" tabindex="-1">
        ${this.#isOver ? this.#over() : this.#end(answer)} ${this.#week()}
      </div>`;
  }

  #lists(answer: News): TemplateResult {
    const { shown } = this.#fitting();
    const isDecided = ({ kind }: NewsLine): boolean => kind === 'decision' || kind === 'settled';
    return html`${answer.seen === undefined ? this.#first() : nothing}
    ${
      answer.wasAway
        ? html`<p class="muted">
            ${msg('You were away for more than two weeks. What is older is left out.')}
          </p>`
        : nothing
    }
    ${this.#section('decided', msg('Decided'), shown.filter(isDecided))}
    ${this.#section(
      'worth',
      msg('Worth a look'),
      shown.filter((line) => !isDecided(line)),
    )}
    ${answer.failed === 0 ? nothing : html`<p class="muted">${failedText(answer.failed)}</p>`}`;
  }

  /** Somebody who never caught up has nothing to catch up with. */
  #first(): TemplateResult {
    return html`<section aria-labelledby="first">
      <h3 id="first">${msg('Three things worth knowing here')}</h3>
      <ul class="first">
        <li>${msg('Wherever you write, it says who can read it before you begin.')}</li>
        <li>${msg('Nobody is told what you read, or when.')}</li>
        <li>${msg('This list takes two minutes at most. What does not fit can wait.')}</li>
      </ul>
    </section>`;
  }

  #section(
    id: string,
    heading: string,
    lines: readonly NewsLine[],
  ): TemplateResult | typeof nothing {
    if (lines.length === 0) return nothing;
    return html`<section aria-labelledby=${id}>
      <h3 id=${id}>${heading}</h3>
      <ol class="lines" aria-labelledby=${id}>
        ${repeat(lines, nameOf, (line) => this.#line(line))}
      </ol>
    </section>`;
  }

  #line(line: NewsLine): TemplateResult {
    const said = saidText(line);
    const name = nameOf(line);
    const going: Going = {
      group: line.group.id,
      ...(line.kind === 'published' ? { article: line.id } : { post: line.id }),
    };
    return html`<li class="line news">
      <div class="face" aria-hidden="true">${face(line.by)}</div>
      <div class="what">
        <button
          type="button"
          class="open"
          data-line=${name}
          @click=${() => this.#open(name, going)}
        >
          ${newsText(line)}
        </button>
        <bdi class="excerpt">${plainText(line)}</bdi>
        ${said === undefined ? nothing : html`<bdi class="said">${said}</bdi>`}
        <span class="muted">${becauseText(line)}</span>
      </div>
    </li>`;
  }

  #end(answer: News): TemplateResult {
    const { left, seconds } = this.#fitting();
    const waiting = this.left + left.length;
    const isEmpty = this.quiet && seconds === 0 && waiting === 0 && answer.seen !== undefined;
    return html`${waiting === 0 ? nothing : this.#left(waiting)} ${this.#closedGroups()}
    ${
      isEmpty
        ? nothing
        : html`<p class="last">
              ${msg('That’s it.')}
              ${
                this.seconds === 0
                  ? nothing
                  : html`<span class="muted">${timeText(this.seconds)}</span>`
              }
            </p>
            <button
              type="button"
              class="finish"
              aria-disabled=${this.#acting.isBusy}
              @click=${this.#done}
            >
              ${msg('Done until tomorrow')}
            </button>`
    }`;
  }

  /** For who was away, and for paper. */
  #week(): TemplateResult {
    return html`<button
      type="button"
      class="link"
      data-line="week"
      @click=${() => this.#open('week', { group: '', week: true })}
    >
      ${msg('The whole week')}
    </button>`;
  }

  #left(waiting: number): TemplateResult {
    return html`<p>
      ${leftText(waiting)}
      <button type="button" class="link" @click=${() => this.emit('kantine-show-all', undefined)}>
        ${msg('Show them now')}
      </button>
    </p>`;
  }

  #closedGroups(): TemplateResult | typeof nothing {
    if (
      !this.groups.some(({ id }) => isClosed(id)) ||
      this.closed ||
      this.#asking.answer?.seen === undefined
    )
      return nothing;
    return html`<p>
      <button type="button" class="link" aria-disabled=${this.#acting.isBusy} @click=${this.#look}>
        ${msg('Look into your closed groups too')}
      </button>
    </p>`;
  }

  #over(): TemplateResult {
    return html`<p class="last" role="status">
      ${msg('You’re done until tomorrow.')} <span aria-hidden="true">☕</span>
    </p>`;
  }

  static override styles = [controls, noticeStyles, faceStyles, catchUpStyles, endStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-catch-up-news': CatchUpNews;
  }
}
