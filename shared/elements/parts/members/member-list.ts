import { isClosed } from '@kantine/core';
import type { Community, MemberPage, PersonId, PersonSummary } from '@kantine/core';
import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Acting } from '../../kit/acting.ts';
import { Asking } from '../../kit/asking.ts';
import { controls } from '../../kit/controls.ts';
import { CommunityElement } from '../../kit/kantine-element.ts';
import {
  againNotice,
  failureNotice,
  leftOutNotice,
  loadingNotice,
  noticeStyles,
} from '../../kit/notice.ts';
import { memberRow, memberRowStyles } from './member-row.ts';
import { Titles } from './titles.ts';

/** So many are shown at a time. */
const shownAtOnce = 30;

/** The first of them; of a closed group all, by name. */
async function read({ groups }: Community, group: string): Promise<MemberPage> {
  if (!isClosed(group)) return groups.browseMembers({ group });
  const members = await groups.members({ group });
  return { people: members.map(({ person }) => person), dropped: 0 };
}

const idsOf = (people: readonly PersonSummary[]): ReadonlySet<PersonId> =>
  new Set(people.map(({ id }) => id));

/** A page, and those who follow it as they were told before. */
function withFurther(fresh: MemberPage, before: MemberPage | undefined): MemberPage {
  const end = before?.people.findIndex(({ id }) => id === fresh.people.at(-1)?.id) ?? -1;
  if (!before || fresh.cursor === undefined || end < 0) return fresh;
  const known = idsOf(fresh.people);
  const further = before.people.slice(end + 1).filter(({ id }) => !known.has(id));
  if (further.length === 0) return fresh;
  return {
    dropped: fresh.dropped,
    people: [...fresh.people, ...further],
    ...(before.cursor === undefined ? {} : { cursor: before.cursor }),
  };
}

/** Who is in a group: who joined an open one last comes first; those of a closed one by name. */
export class MemberList extends CommunityElement {
  /** The group's id. */
  @property() group: string | undefined;
  @state() private shown = shownAtOnce;
  readonly #asking = new Asking<MemberPage>(this, {
    args: () => [this.group],
    ask: (community) => (this.group === undefined ? undefined : read(community, this.group)),
    merge: withFurther,
  });
  readonly #acting = new Acting<'more'>(this);
  readonly #titles = new Titles(this, () => this.#people);

  get #people(): readonly PersonSummary[] {
    return this.#asking.answer?.people.slice(0, this.shown) ?? [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('group')) this.shown = shownAtOnce;
  }

  /** The button goes with the last of them; then the reader goes on with the first who came. */
  readonly #more = async (): Promise<void> => {
    const from = this.#people.length;
    const isDone = await this.#acting.run('more', async () => {
      const { people = [], cursor } = this.#asking.answer ?? {};
      if (people.length > from || cursor === undefined || this.group === undefined) return;
      const next = await this.community?.groups.browseMembers({ group: this.group, cursor });
      if (next) this.#asking.show((now) => (now.cursor === cursor ? joined(now, next) : now));
    });
    if (!isDone) return;
    this.shown = from + shownAtOnce;
    await this.updateComplete;
    if (!this.renderRoot.querySelector('.more')) this.focusOn(`li:nth-child(${from + 1})`);
  };

  protected override render(): TemplateResult {
    const { answer, error, ask } = this.#asking;
    if (error !== undefined) return failureNotice(error, () => void ask());
    if (!answer) return loadingNotice(msg('Loading members…'), 1);
    return html`<ul class="plain" aria-label=${msg('Members')}>
        ${repeat(
          this.#people,
          ({ id }) => id,
          (person) => html`<li tabindex="-1">${memberRow(person, this.#titles.of(person))}</li>`,
        )}
      </ul>
      ${leftOutNotice(answer.dropped)} ${this.#further(answer)}`;
  }

  #further({ people, cursor }: MemberPage): TemplateResult | typeof nothing {
    const { error, isBusy } = this.#acting;
    if (error !== undefined) return againNotice(error, () => void this.#more());
    if (people.length <= this.shown && cursor === undefined) return nothing;
    return html`<button
      type="button"
      class="quiet more"
      aria-disabled=${isBusy}
      @click=${this.#more}
    >
      ${isBusy ? msg('Loading…') : msg('Show more')}
    </button>`;
  }

  static override styles = [
    controls,
    noticeStyles,
    ...memberRowStyles,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
      }

      ul {
        display: grid;
        gap: 0.5rem 1rem;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
      }

      .more {
        justify-self: start;
      }
    `,
  ];
}

/** A page and the one behind it. */
function joined(page: MemberPage, { people, dropped, cursor }: MemberPage): MemberPage {
  const known = idsOf(page.people);
  return {
    people: [...page.people, ...people.filter(({ id }) => !known.has(id))],
    dropped: page.dropped + dropped,
    ...(cursor === undefined ? {} : { cursor }),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-member-list': MemberList;
  }
}
