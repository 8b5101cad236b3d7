import type { Community, GroupSummary } from '@kantine/core';
import { css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { noticeStyles } from '../kit/notice.ts';
import { catchUpStyles } from './catch-up.styles.ts';
import { waitingStyles } from './waiting.styles.ts';

/** As many groups as one question names. */
const mostGroups = 40;

/** That something waits in one group. */
interface Line {
  readonly group: string;
}

/** A group that has a line: something waits in it, or it is open. */
interface Shown<Waiting extends Line> {
  readonly group: string;
  /** Undefined once nothing waits there any more, while it is open. */
  readonly line: Waiting | undefined;
}

/**
 * What waits for who answers for groups: a line a group, which opens where it stands. Draws nothing for everybody
 * else. @fires kantine-count with how many groups there are.
 */
export abstract class WaitingInGroups<Waiting extends Line> extends CommunityElement {
  /** The groups that the reader is in. */
  @property({ attribute: false }) groups: readonly GroupSummary[] = [];
  /** The group that is looked into. */
  @state() protected opened: string | undefined;
  readonly #asking = new Asking<readonly Waiting[]>(this, {
    args: () => this.groups.map(({ id }) => id),
    ask: (community) =>
      this.find(
        community,
        this.groups.slice(0, mostGroups).map(({ id }) => id),
      ),
    keepsAnswer: true,
    // What waits is days old: who has nothing waiting is asked nothing again for each post.
    mayRefresh: () => this.#waits,
    answered: (answer) => this.emit<number>('kantine-count', answer.length),
  });

  protected abstract find(
    community: Community,
    groups: readonly string[],
  ): Promise<readonly Waiting[]>;
  protected abstract get heading(): string;
  /** @param line undefined where nothing waits any more in a group that is open. */
  protected abstract lineText(line: Waiting | undefined, group: GroupSummary): string;
  /** Fetches what draws the content. */
  protected abstract load(): Promise<unknown>;
  protected abstract content(group: string): TemplateResult | typeof nothing;

  get #waits(): boolean {
    return (this.#asking.answer?.length ?? 0) > 0;
  }

  /** What a group is called, for a line. */
  protected groupOf({ group }: Shown<Waiting>): GroupSummary {
    return this.groups.find(({ id }) => id === group) ?? { id: group, name: '' };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('community') && changed.get('community') !== undefined) this.opened = undefined;
  }

  async #toggle(group: string): Promise<void> {
    this.opened = this.opened === group ? undefined : group;
    // The element is drawn with what it is by the time that it has come.
    if (this.opened !== undefined) await this.load().catch(() => undefined);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.hidden = !this.#waits && this.opened === undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    // That this could not be asked is no news to who answers for no group.
    const found = this.#asking.answer ?? [];
    const shown: Shown<Waiting>[] = found.map((line) => ({ group: line.group, line }));
    // What is open stays open once nothing waits there any more.
    if (this.opened !== undefined && !found.some(({ group }) => group === this.opened)) {
      shown.push({ group: this.opened, line: undefined });
    }
    if (shown.length === 0) return nothing;
    return html`<section aria-labelledby="title">
      <h3 id="title">${this.heading}</h3>
      <ol class="lines">
        ${repeat(
          shown,
          ({ group }) => group,
          (each) => this.#line(each),
        )}
      </ol>
    </section>`;
  }

  #line(shown: Shown<Waiting>): TemplateResult {
    const { group, line } = shown;
    const isOpen = group === this.opened;
    return html`<li>
      <div class="what">
        <button
          type="button"
          class="open"
          aria-expanded=${isOpen}
          @click=${() => void this.#toggle(group)}
        >
          ${this.lineText(line, this.groupOf(shown))}
        </button>
      </div>
      ${isOpen ? this.content(group) : nothing}
    </li>`;
  }

  static override styles = [
    controls,
    noticeStyles,
    catchUpStyles,
    waitingStyles,
    css`
      :host([hidden]) {
        display: none;
      }
    `,
  ];
}
