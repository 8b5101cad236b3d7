import { plainText } from '@kantine/core';
import type { Community, ForYou, News } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { until } from 'lit/directives/until.js';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { messageAddress } from '../kit/message-link.ts';
import { failureNotice, loadingNotice, noticeStyles } from '../kit/notice.ts';
import { dateFormat } from '../locale/formats.ts';
import { mondayReminder } from './calendar-file.ts';
import { catchUpStyles } from './catch-up.styles.ts';
import { endStyles } from './end.styles.ts';
import { whyText } from './for-you-words.ts';
import { becauseText, newsText, saidText } from './news-words.ts';
import type { NewsLine } from './news-words.ts';
import { weekStyles } from './week.styles.ts';

interface Week {
  readonly forYou: ForYou;
  readonly news: News;
}

const day = 24 * 60 * 60_000;
/** No two clocks are the same; one that is farther off is wrong. In milliseconds. */
const clockTolerance = 60 * 60_000;

/** @param until what the host tells of: its day's beginning, or later that day. */
const isWrong = (until: number): boolean =>
  Date.now() < until - clockTolerance || Date.now() > until + day + clockTolerance;

/** The Monday of a moment's week, where the reader is. */
function mondayOf(moment: number): Date {
  const date = new Date(moment);
  const back = (date.getDay() + 6) % 7;
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - back);
}

/** Where this page stands; a frame knows no more than which site shows it. */
const pageAddress = (): string =>
  window.parent === window
    ? location.origin + location.pathname + location.search
    : document.referrer;

/**
 * A week of the catch-up to read, to print and to be reminded of: what the reader is done with stays on it.
 */
export class CatchUpWeek extends CommunityElement {
  /** 0 for this week, 1 for the last one: further back nothing is news. */
  @state() private back = 0;
  readonly #asking = new Asking<Week>(this, {
    args: () => [this.back],
    ask: (community) => this.#ask(community),
    mayRefresh: () => false,
  });

  /** A day of this week, as the host knows it where the reader's clock is wrong. */
  #today: number | undefined;

  get #begin(): number {
    const monday = mondayOf(this.#today ?? Date.now());
    return new Date(
      monday.getFullYear(),
      monday.getMonth(),
      monday.getDate() - 7 * this.back,
    ).getTime();
  }

  async #ask(community: Community): Promise<Week> {
    const { catchUp } = community;
    const since = this.#begin;
    const [forYou, news] = await Promise.all([catchUp.forYou({ since }), catchUp.news({ since })]);
    if (this.#today === undefined && isWrong(news.until)) {
      // It tells of what was there until the host's own day.
      this.#today = news.until + day / 2;
      return this.#ask(community);
    }
    const end = since + 7 * day;
    return {
      forYou: { ...forYou, lines: forYou.lines.filter(({ created }) => created < end) },
      news: {
        ...news,
        decided: news.decided.filter(({ at }) => at < end),
        worth: news.worth.filter(({ at }) => at < end),
      },
    };
  }

  get #title(): string {
    const format = dateFormat({ day: 'numeric', month: 'long' });
    const days = format.formatRange(this.#begin, this.#begin + 6 * day);
    return msg(str`The week of ${days}`);
  }

  readonly #remind = (): void => {
    const file = mondayReminder({
      title: msg('Catch up'),
      text: msg('Two minutes, and you know what matters in your groups.'),
      link: pageAddress(),
      id: `${crypto.randomUUID()}@kantine`,
      now: new Date(),
    });
    const url = URL.createObjectURL(new Blob([file], { type: 'text/calendar' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = 'kantine.ics';
    link.click();
    URL.revokeObjectURL(url);
  };

  protected override render(): TemplateResult {
    const { answer, error, ask } = this.#asking;
    return html`<section aria-labelledby="week">
      <h3 id="week" tabindex="-1">${this.#title}</h3>
      ${
        error === undefined
          ? answer
            ? this.#lines(answer)
            : loadingNotice(msg('Looking for what waits for you…'))
          : failureNotice(error, () => void ask())
      }
      <p class="tools">
        <button type="button" class="secondary" @click=${() => (this.back = 1 - this.back)}>
          ${this.back === 0 ? msg('The week before') : msg('This week')}
        </button>
        <button type="button" class="secondary" @click=${() => window.print()}>
          ${msg('Print')}
        </button>
        <button type="button" class="secondary remind" @click=${this.#remind}>
          ${msg('Remind me on Mondays')}
        </button>
      </p>
      <p class="muted tools">
        ${msg('Kantine cannot send you mail here. The reminder is a file for your own calendar.')}
      </p>
    </section>`;
  }

  #lines({ forYou, news }: Week): TemplateResult {
    if (forYou.lines.length + news.decided.length + news.worth.length === 0) {
      return html`<p class="muted">${msg('A quiet week.')}</p>`;
    }
    return html`${this.#section(
      'for-you',
      msg('For you'),
      forYou.lines.map((line) =>
        this.#line(line.group.id, line.post, whyText(line), plainText(line)),
      ),
    )}
    ${this.#section('decided', msg('Decided'), news.decided.map(this.#news))}
    ${this.#section('worth', msg('Worth a look'), news.worth.map(this.#news))}`;
  }

  readonly #news = (line: NewsLine): TemplateResult =>
    this.#line(
      line.group.id,
      line.kind === 'published' ? undefined : line.id,
      newsText(line),
      [plainText(line), saidText(line)].filter(Boolean).join(' – '),
      becauseText(line),
    );

  #section(
    id: string,
    heading: string,
    lines: readonly TemplateResult[],
  ): TemplateResult | typeof nothing {
    if (lines.length === 0) return nothing;
    return html`<h4 id=${id}>${heading}</h4>
      <ul class="week" aria-labelledby=${id}>
        ${lines}
      </ul>`;
  }

  #line(
    group: string,
    post: string | undefined,
    title: string,
    text: string,
    because?: string,
  ): TemplateResult {
    const address =
      post === undefined ? undefined : messageAddress({ group, post }).catch(() => undefined);
    return html`<li>
      ${
        address
          ? until(
              address.then((href) =>
                href === undefined
                  ? title
                  : html`<a href=${href} target="_top" rel="noopener">${title}</a>`,
              ),
              title,
            )
          : title
      }
      <bdi class="excerpt">${text}</bdi>
      ${because === undefined ? nothing : html`<span class="muted">${because}</span>`}
    </li>`;
  }

  static override styles = [controls, noticeStyles, catchUpStyles, endStyles, weekStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-catch-up-week': CatchUpWeek;
  }
}
