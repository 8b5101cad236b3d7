/**
 * Choosing whom a text mentions: a list under the field, from `@` on. Fetched when somebody types that.
 * In one file, since what is typed, who is found by it and what keys choose are one state.
 */
import type { GroupMember, PersonSummary } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Acting } from '../../kit/acting.ts';
import { Asking } from '../../kit/asking.ts';
import { isComposing } from '../../kit/composing.ts';
import { errorText } from '../../kit/error-text.ts';
import type { CommunityElement } from '../../kit/kantine-element.ts';
import { addStyles } from '../../kit/later-styles.ts';
import { numberText } from '../../locale/formats.ts';
import { plural } from '../../locale/plural.ts';
import { face, faceStyles } from '../avatar/face.ts';
import { candidatesFor } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { AwaitedEnter } from './mentioning-enter.ts';
import { mentioningStyles } from './mentioning.styles.ts';

/** The field in which people are mentioned. */
export interface MentionHost extends CommunityElement {
  readonly group: string | undefined;
  readonly textarea: HTMLTextAreaElement | null;
  /** What stands behind an `@` already for somebody. */
  readonly labels: readonly string[];
  /** Puts a person in the place of what was typed between two positions. */
  mention(candidate: Candidate, from: number, to: number): void;
}

/** Long enough that a name typed at speed is one question to the directory. In milliseconds. */
const typingPause = 200;

/** The beginning of a name behind an `@` that begins a word, up to the cursor. */
const beginning = /(?<![\p{Alphabetic}\p{N}@])@([^\n@]{0,40})$/u;

interface Place {
  /** Of the `@`. */
  readonly from: number;
  readonly to: number;
  readonly typed: string;
}

export class Mentioning implements ReactiveController {
  readonly #host: MentionHost;
  readonly #members: Asking<readonly GroupMember[]>;
  /** How many a mention of everybody tells; nothing where the writer may not mention everybody. */
  readonly #everybody: Asking<number | null>;
  readonly #found: Asking<readonly PersonSummary[]>;
  readonly #acting: Acting<'choose'>;
  readonly #enter = new AwaitedEnter(() => this.#host.textarea);
  #place: Place | undefined;
  #searched = '';
  /** Whom the keys are on, since others may be found meanwhile; the first one until somebody moves. */
  #moved: string | undefined;
  #announcement = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: MentionHost) {
    this.#host = host;
    for (const styles of [...faceStyles, mentioningStyles]) addStyles(host, styles);
    this.#members = new Asking(host, {
      args: () => [host.group],
      ask: ({ groups }) => (host.group ? groups.members({ group: host.group }) : undefined),
      answered: () => this.#chooseAwaited(),
    });
    this.#everybody = new Asking(host, {
      args: () => [host.group],
      ask: ({ catchUp }) =>
        host.group
          ? catchUp.everybody({ group: host.group }).then((tells) => tells ?? null)
          : undefined,
    });
    this.#found = new Asking(host, {
      args: () => [this.#searched],
      ask: ({ people }) =>
        this.#searched === '' ? undefined : people.search({ text: this.#searched }),
      keepsAnswer: true,
      answered: () => {
        this.#announcement = foundText(this.#candidates.length);
        this.#chooseAwaited();
      },
    });
    this.#acting = new Acting(host);
    host.addController(this);
  }

  hostConnected(): void {
    this.look();
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Looks at what stands before the cursor: somebody typed. */
  readonly look = (): void => {
    clearTimeout(this.#timer);
    this.#enter.forget();
    const before = this.#placeNow();
    this.#place = before;
    this.#moved = undefined;
    if (before && before.typed.trim() !== this.#searched) {
      this.#timer = setTimeout(this.#search, typingPause);
    }
    this.#host.requestUpdate();
  };

  readonly #search = (): void => {
    clearTimeout(this.#timer);
    this.#searched = this.#place?.typed.trim() ?? '';
    this.#host.requestUpdate();
  };

  #placeNow(): Place | undefined {
    const { textarea, labels } = this.#host;
    const to = textarea?.selectionStart ?? 0;
    const [whole, typed = ''] = beginning.exec(textarea?.value.slice(0, to) ?? '') ?? [];
    if (whole === undefined || labels.some((label) => typed.startsWith(label))) return undefined;
    return { from: to - whole.length, to, typed };
  }

  readonly close = (): void => {
    clearTimeout(this.#timer);
    this.#enter.forget();
    this.#place = undefined;
    this.#host.requestUpdate();
  };

  /** Those whom the search found belong to what was searched for, and not to what was typed since. */
  get #candidates(): readonly Candidate[] {
    const { group } = this.#host;
    const typed = this.#place?.typed.trim() ?? '';
    if (group === undefined || this.#members.isLoading) return [];
    const isCurrent = typed === this.#searched && this.#found.isCurrent;
    const found = isCurrent && typed !== '' ? (this.#found.answer ?? []) : [];
    const tells = this.#everybody.answer ?? undefined;
    return candidatesFor(typed, group, this.#members.answer, found, tells);
  }

  get #active(): number {
    return Math.max(
      0,
      this.#candidates.findIndex(({ person }) => person.id === this.#moved),
    );
  }

  get isOpen(): boolean {
    return this.#place !== undefined && this.#candidates.length > 0;
  }

  /** The id of the option that the keys are on. */
  get active(): string | undefined {
    return this.isOpen ? `candidate-${this.#active}` : undefined;
  }

  /** Whether somebody may still be found by what was typed. */
  get #isFinding(): boolean {
    const typed = this.#place?.typed.trim() ?? '';
    if (typed === '' || this.#found.error !== undefined) return false;
    return this.#members.isLoading || typed !== this.#searched || !this.#found.isCurrent;
  }

  /** Takes the only one whom the answers can mean; of several, the writer chooses. */
  #chooseAwaited(): void {
    if (!this.#enter.isAwaited || this.#isFinding) return;
    const [only, another] = this.#candidates;
    if (!only) return this.#enter.breakLine();
    this.#enter.forget();
    if (!another) this.#choose(only);
  }

  /** @returns whether the key was one of the list's. */
  keyPressed(event: KeyboardEvent): boolean {
    this.#enter.passed(event.key);
    if (isComposing(event) || event.ctrlKey || event.metaKey) return false;
    if (!this.isOpen) return event.key === 'Enter' && !event.shiftKey && this.#await(event);
    const candidates = this.#candidates;
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move !== undefined) {
      const next = (this.#active + move + candidates.length) % candidates.length;
      this.#moved = candidates[next]?.person.id;
      this.#host.requestUpdate();
    } else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) {
      this.#choose(candidates[this.#active]);
    } else if (event.key === 'Escape') {
      this.close();
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #await(event: KeyboardEvent): boolean {
    if (!this.#isFinding) return false;
    event.preventDefault();
    this.#enter.await();
    this.#search();
    return true;
  }

  #choose(candidate: Candidate | undefined): void {
    const place = this.#place;
    const { community } = this.#host;
    if (!candidate || !place || !community) return;
    this.close();
    void this.#acting.run('choose', async () => {
      const { person, isKnown } = candidate;
      const chosen = isKnown ? person : await community.people.choose({ person: person.id });
      // Somebody typed on meanwhile, elsewhere in the text.
      const written = this.#host.textarea?.value.slice(place.from, place.to);
      if (written !== `@${place.typed}`) return;
      const { from, to } = place;
      this.#host.mention({ ...candidate, person: { ...chosen, name: person.name } }, from, to);
      this.#announcement = msg(str`${person.name} added`);
    });
  }

  render(): TemplateResult {
    const candidates = this.#place ? this.#candidates : [];
    const { error } = this.#acting;
    return html`${candidates.length === 0 ? nothing : this.#list(candidates)}
      ${error === undefined ? nothing : html`<p class="nobody" role="alert">${errorText(error)}</p>`}
      <span class="unseen" role="status">${this.#announcement}</span>`;
  }

  #list(candidates: readonly Candidate[]): TemplateResult {
    const active = this.#active;
    return html`<ul
      id="candidates"
      class="candidates"
      role="listbox"
      aria-label=${msg('Colleagues')}
    >
      ${repeat(
        candidates,
        ({ person }) => person.id,
        (candidate, index) => this.#option(candidate, index, index === active),
      )}
    </ul>`;
  }

  #option(candidate: Candidate, index: number, isActive: boolean): TemplateResult {
    const { person, canRead, tells } = candidate;
    // Keys stay in the field; the pointer must not take the focus out of it.
    // eslint-disable-next-line lit-a11y/click-events-have-key-events
    return html`<li
      id=${`candidate-${index}`}
      class=${canRead ? '' : 'outside'}
      role="option"
      aria-selected=${isActive}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#choose(candidate)}
    >
      <span aria-hidden="true">${face(person)}</span>
      <span
        ><bdi>${person.name}</bdi
        ><span class="muted"
          >${
            tells === undefined
              ? canRead
                ? (person.title ?? '')
                : msg('cannot read this group')
              : tellsText(tells)
          }</span
        ></span
      >
    </li>`;
  }
}

function tellsText(tells: number): string {
  const number = numberText(tells);
  return plural(tells, { one: msg('tells 1 person'), other: msg(str`tells ${number} people`) });
}

/** How many were found, for people who cannot see the list. */
function foundText(count: number): string {
  if (count === 0) return '';
  const number = numberText(count);
  return plural(count, {
    one: msg('1 colleague found'),
    other: msg(str`${number} colleagues found`),
  });
}
