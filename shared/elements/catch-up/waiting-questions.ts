import type { Community, GroupSummary, LongUnanswered } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { numberText } from '../locale/formats.ts';
import { plural } from '../locale/plural.ts';
import { isolated } from '../parts/audience-label/isolated.ts';
import { groupName } from '../parts/group-name.ts';
import { WaitingInGroups } from './waiting-in-groups.ts';

/** The groups of a steward's in which questions have waited for five working days. */
export class WaitingQuestions extends WaitingInGroups<LongUnanswered> {
  protected override find({ wall }: Community, groups: readonly string[]) {
    return wall.longUnanswered({ groups });
  }

  protected override get heading(): string {
    return msg('Nobody has answered yet');
  }

  /** @returns how many questions have waited in a group, and how long the oldest has. */
  protected override lineText(line: LongUnanswered | undefined, group: GroupSummary): string {
    const where = isolated(groupName(group));
    if (!line) return msg(str`Questions in ${where}`);
    const days = numberText(line.workingDays);
    const number = numberText(line.questions);
    return plural(line.questions, {
      one: msg(str`A question in ${where} has waited for ${days} working days`),
      other: msg(str`${number} questions in ${where} have waited, one for ${days} working days`),
    });
  }

  /** The questions of a wall that wait, with the field to answer them. */
  protected override load(): Promise<unknown> {
    return import(/* webpackChunkName: 'wall-questions' */ '../wall/define.waiting.ts');
  }

  protected override content(group: string): TemplateResult {
    return html`<kantine-waiting .community=${this.community} .group=${group}></kantine-waiting>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-waiting-questions': WaitingQuestions;
  }
}
