// In one file, since the table, the rows that it shows and what is taken of them share what was counted.
import type { Community, KudosValue, StoredKind, StoredRow } from '@kantine/core';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { errorText } from '../kit/error-text.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { named } from '../kit/later-named.ts';
import { errorNotice, failureNotice, loadingNotice, noticeStyles } from '../kit/notice.ts';
import { tryAgainText } from '../kit/host-words.ts';
import { listOf } from '../locale/list.ts';
import { currentLocale, inReadersLanguage } from '../locale/locale.ts';
import { download, jsonOf, pageOf } from './export.ts';
import type { ExportedKind } from './export.ts';
import type { EraseOwn } from './erase-own.ts';
import { readStored, rowsOf } from './gather.ts';
import type { Stored } from './gather.ts';
import { aboutText, countText, kindName, kindPurpose } from './kind-text.ts';
import { meStyles } from './me.styles.ts';
import { filled, pageWords, reachWords, readersWords, untilWords } from './page-words.ts';
import { namesValues } from './shown-fields.ts';
import type { Names } from './shown-fields.ts';
import { storedRows } from './stored-rows.ts';

/** The names of the company's values, which the widget of thanks has. */
const loadValues = () => import(/* webpackChunkName: 'value-names' */ '../kudos/values.ts');

/** So many rows are shown at a time. */
const shownAtOnce = 20;

/** What is stored of the reader: a table of the kinds, their rows, a copy to take along, and erasing. */
export class StoredOfMe extends CommunityElement {
  /** The kind of which rows are shown. */
  @state() private seen: string | undefined;
  @state() private rows: readonly StoredRow[] | undefined;
  @state() private shown = shownAtOnce;
  @state() private said = '';
  #valueName: (value: KudosValue) => string = String;
  @query('kantine-erase-own') private eraser!: EraseOwn | null;
  readonly #asking = new Asking<Stored>(this, {
    ask: readStored,
    keepsAnswer: true,
  });
  readonly #acting = new Acting<'see' | 'take'>(this);

  readonly #see = async ({ places }: Stored, name: string): Promise<void> => {
    const { community } = this;
    this.rows = undefined;
    this.shown = shownAtOnce;
    this.seen = this.seen === name ? undefined : name;
    if (!community || this.seen === undefined) return;
    await this.#acting.run('see', async () => {
      const rows = await this.#rowsOf(community, places, name);
      if (this.seen === name) this.rows = rows;
    });
  };

  /** With what its words need. */
  async #rowsOf(community: Community, places: Stored['places'], name: string) {
    if (namesValues(name)) this.#valueName = (await loadValues()).valueName;
    return rowsOf(community, places, name);
  }

  #names(stored: Stored): Names {
    return {
      placeName: (container) => placeName(stored, container),
      valueName: this.#valueName,
    };
  }

  /** @param only one kind; all of them without. */
  async #take(stored: Stored, form: 'json' | 'page', only?: string): Promise<void> {
    const { community } = this;
    if (!community) return;
    this.said = inReadersLanguage(pageWords.taking);
    const done = await this.#acting.run('take', async () => {
      const kinds: ExportedKind[] = [];
      for (const kind of stored.kinds.filter(
        ({ name }) => stored.own.has(name) && (only === undefined || name === only),
      )) {
        const rows = await this.#rowsOf(community, stored.places, kind.name);
        const { name } = kind;
        kinds.push({ name, title: kindName(name), purpose: kindPurpose(name), rows });
      }
      const options = {
        title: inReadersLanguage(pageWords.stored),
        made: Date.now(),
        language: currentLocale(),
        ...this.#names(stored),
      };
      const part = only === undefined ? '' : `${only}-`;
      const name = `kantine-${part}${new Date().toISOString().slice(0, 10)}`;
      if (form === 'json') download(`${name}.json`, 'application/json', jsonOf(kinds, options));
      else download(`${name}.html`, 'text/html', pageOf(kinds, options));
    });
    this.said = done ? inReadersLanguage(pageWords.taken) : '';
  }

  readonly #erased = (): void => {
    this.seen = undefined;
    void this.#asking.ask();
  };

  protected override render(): TemplateResult {
    const { answer, error, ask } = this.#asking;
    return html`<section aria-labelledby="title">
      <h3 id="title">${inReadersLanguage(pageWords.stored)}</h3>
      ${
        error !== undefined
          ? failureNotice(error, () => void ask())
          : answer
            ? this.#content(answer)
            : loadingNotice(inReadersLanguage(pageWords.counting))
      }
    </section>`;
  }

  #content(stored: Stored): TemplateResult {
    const { own, kinds, places, aboutMe } = stored;
    const there = kinds.filter(({ name }) => own.has(name));
    const none = kinds.filter(({ name }) => !own.has(name)).map(({ name }) => kindName(name));
    const failed = this.#acting.error;
    const [first, ...impossible] = reachWords[places.reachedBy].map(inReadersLanguage);
    const honest = [
      first,
      inReadersLanguage(pageWords.noViews),
      inReadersLanguage(pageWords.unreached),
    ];
    return html`<ul class="plain honest">
        ${[...honest, ...impossible].map((text) => html`<li>${text}</li>`)}
      </ul>
      ${
        there.length === 0
          ? html`<p>${inReadersLanguage(pageWords.nothing)}</p>`
          : html`<div class="take">
                ${this.#button('take-json', pageWords.takeJson, () => this.#take(stored, 'json'))}
                ${this.#button('take-page', pageWords.takePage, () => this.#take(stored, 'page'))}
                <span role="status">${this.said}</span>
              </div>
              ${this.#table(stored, there)}`
      }
      ${
        failed === undefined
          ? nothing
          : errorNotice(errorText(failed), { label: tryAgainText(), run: this.#acting.repeat })
      }
      ${
        none.length === 0
          ? nothing
          : html`<p class="muted">
              ${filled(inReadersLanguage(pageWords.none), { kinds: listOf(none) })}
            </p>`
      }
      ${
        aboutMe.size === 0
          ? nothing
          : html`<p>
              ${filled(inReadersLanguage(pageWords.aboutYou), { kinds: aboutText(aboutMe) })}
            </p>`
      }
      <kantine-erase-own .stored=${stored} @kantine-erased=${this.#erased}></kantine-erase-own>`;
  }

  #button(
    name: string,
    label: (typeof pageWords)['takeJson'],
    press: () => unknown,
  ): TemplateResult {
    return html`<button
      type="button"
      class="secondary ${name}"
      aria-disabled=${this.#acting.isBusy}
      @click=${press}
    >
      ${inReadersLanguage(label)}
    </button>`;
  }

  #rowButton(
    part: string,
    words: (typeof pageWords)['take'],
    kind: string,
    press: () => unknown,
  ): TemplateResult {
    const label = inReadersLanguage(words);
    return html`<button
      type="button"
      class="quiet ${part}"
      aria-label=${named(label, kindName(kind))}
      aria-disabled=${this.#acting.isBusy}
      @click=${press}
    >
      ${label}
    </button>`;
  }

  #table(stored: Stored, there: readonly StoredKind[]): TemplateResult {
    const heading = (text: keyof typeof pageWords): TemplateResult =>
      html`<th scope="col" role="columnheader">${inReadersLanguage(pageWords[text])}</th>`;
    // The roles stay where a narrow page draws the cells below each other.
    return html`<table role="table" aria-labelledby="title">
      <thead>
        <tr role="row">
          ${heading('what')} ${heading('readers')} ${heading('until')} ${heading('number')}
          <th scope="col" role="columnheader">
            <span class="unseen">${inReadersLanguage(pageWords.actions)}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        ${there.map((kind) => this.#row(stored, kind))}
      </tbody>
    </table>`;
  }

  #row(stored: Stored, kind: StoredKind): TemplateResult {
    const { name, readers, keep } = kind;
    const isOpen = this.seen === name;
    const count = stored.own.get(name) ?? { number: 0, isMore: false };
    const label = inReadersLanguage(isOpen ? pageWords.hide : pageWords.see);
    return html`<tr role="row" data-kind=${name}>
        <th scope="row" role="rowheader">
          ${kindName(name)}
          <p class="muted">${kindPurpose(name)}</p>
        </th>
        ${cell('readers', inReadersLanguage(readersWords[readers]))}
        ${cell('until', inReadersLanguage(untilWords[keep]))} ${cell('number', countText(count))}
        <td role="cell">
          <div class="actions">
            <button
              type="button"
              class="quiet see"
              aria-label=${named(label, kindName(name))}
              aria-expanded=${isOpen}
              @click=${() => this.#see(stored, name)}
            >
              ${label}
            </button>
            ${this.#rowButton('take', pageWords.take, name, () => this.#take(stored, 'page', name))}
            ${
              kind.erasing === 'stays'
                ? html`<span class="muted">${inReadersLanguage(pageWords.stays)}</span>`
                : this.#rowButton('erase', pageWords.erase, name, () => this.eraser?.choose(name))
            }
          </div>
        </td>
      </tr>
      ${
        isOpen
          ? html`<tr role="row">
              <td role="cell" colspan="5">
                ${storedRows({
                  rows: this.rows?.slice(0, this.shown),
                  kind: name,
                  names: this.#names(stored),
                  more:
                    (this.rows?.length ?? 0) > this.shown
                      ? () => (this.shown += shownAtOnce)
                      : undefined,
                })}
              </td>
            </tr>`
          : nothing
      }`;
  }

  static override styles = [controls, noticeStyles, meStyles];
}

/** Where a narrow page draws cells below each other, each says what it is about. */
const cell = (about: 'readers' | 'until' | 'number', text: string): TemplateResult =>
  html`<td role="cell" class=${about} data-about=${named(inReadersLanguage(pageWords[about]), '')}>
    ${text}
  </td>`;

/** What the group is called that a container is of; nothing for what is no group's. */
function placeName({ places: { names } }: Stored, container: string): string {
  const group = Object.keys(names).find((id) => container.endsWith(`:${id}`) || container === id);
  return group === undefined ? '' : (names[group] ?? '');
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-stored': StoredOfMe;
  }
}
