import type { Community, GroupSummary, LettersWaiting, StewardsView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { Asking } from '../kit/asking.ts';
import { numberText } from '../locale/formats.ts';
import { plural } from '../locale/plural.ts';
import { isolated } from '../parts/audience-label/isolated.ts';
import { groupName } from '../parts/group-name.ts';
import { WaitingInGroups } from './waiting-in-groups.ts';

interface Opened {
  /** Undefined where the reader reads letters about a group, and not the group. */
  readonly view: StewardsView | undefined;
}

const viewIn = ({ stewards }: Community, group: string): Promise<Opened> =>
  stewards.read({ group }).then(
    (view) => ({ view }),
    () => ({ view: undefined }),
  );

/** The groups in which reports wait, or authors who ask to look again, for who reads letters. */
export class WaitingLetters extends WaitingInGroups<LettersWaiting> {
  #names: ReadonlyMap<string, string> = new Map();
  readonly #view = new Asking<Opened>(this, {
    args: () => [this.opened],
    ask: (community) => (this.opened === undefined ? undefined : viewIn(community, this.opened)),
    keepsAnswer: true,
  });

  protected override async find({ stewards }: Community, groups: readonly string[]) {
    const found = await stewards.lettersWaiting({ groups });
    this.#names = new Map([
      ...this.#names,
      ...found.map(({ group, name }) => [group, name] as const),
    ]);
    return found;
  }

  protected override get heading(): string {
    return msg('Reported');
  }

  protected override lineText(line: LettersWaiting | undefined, group: GroupSummary): string {
    const name = group.name === '' ? (this.#names.get(group.id) ?? '') : group.name;
    const where = isolated(groupName({ name }));
    if (!line) return msg(str`Reports in ${where}`);
    const number = numberText(line.letters);
    return plural(line.letters, {
      one: msg(str`A report in ${where} waits for a decision`),
      other: msg(str`${number} reports in ${where} wait for a decision`),
    });
  }

  protected override load(): Promise<unknown> {
    return import(/* webpackChunkName: 'group-letters' */ '../groups/define.letters.ts');
  }

  protected override content(group: string): TemplateResult | typeof nothing {
    const { answer } = this.#view;
    if (!answer) return nothing;
    return html`<kantine-group-letters
      .community=${this.community}
      .group=${{ id: group }}
      .view=${answer.view}
    ></kantine-group-letters>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-waiting-letters': WaitingLetters;
  }
}
