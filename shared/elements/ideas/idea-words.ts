/** What is said of an idea, in the reader's words. */
import type { BoardPart, FateState, IdeaView, PersonSummary, StepView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { numberText } from '../locale/formats.ts';
import { listOf } from '../locale/list.ts';
import { dateText } from '../locale/moment.ts';
import { plural } from '../locale/plural.ts';
import { isolated } from '../parts/audience-label/isolated.ts';

export const nameOf = ({ name }: PersonSummary): string => name || msg('Former colleague');

/** A name in a sentence. */
const named = (person: PersonSummary): string => isolated(nameOf(person));

export const stateText = (state: FateState): string =>
  ({
    forward: msg('Put forward'),
    talked: msg('Being talked about'),
    trying: msg('Being tried'),
    adopted: msg('Adopted'),
    notNow: msg('Not now'),
    withdrawn: msg('Taken back'),
  })[state];

/** What a form offers and lists are headed with. */
export const partText = (part: BoardPart): string =>
  ({
    new: msg('New'),
    waiting: msg('Waiting longest for an answer'),
    underWay: msg('Under way'),
    decided: msg('Decided'),
  })[part];

/** What a step says besides its sentence. */
export function factText({ state, who, until }: StepView, now: number): string | undefined {
  if (until === undefined) return undefined;
  const day = dateText(until, now);
  if (state === 'notNow') return msg(str`We look at it again on ${day}.`);
  return who === undefined ? undefined : msg(str`${named(who)} tries it until ${day}.`);
}

/** What leads to the sentence of a step. */
export function introText({ state, by }: StepView): string {
  if (state === 'withdrawn') return msg(str`${named(by)} took it back:`);
  if (state === 'notNow') return msg(str`Thank you. Not now, says ${named(by)}. The reason:`);
  return msg(str`${stateText(state)}, says ${named(by)}:`);
}

/** The last «not now» of an idea that is put forward again. */
export const backText = ({ until = 0 }: StepView, now: number): string =>
  msg(str`It is back: it was due to be looked at again on ${dateText(until, now)}.`);

export const changedText = (by: PersonSummary): string =>
  msg(str`Something that ${named(by)} had decided here is gone or has been changed.`);

/** Who looks after the ideas, to the author of one that waits. */
export const remindedText = (keeper: PersonSummary | undefined): string =>
  keeper
    ? msg(str`${named(keeper)} looks after ideas here and has been reminded.`)
    : msg('The stewards of this group look after ideas here and have been reminded.');

/** To a steward. */
export const waitsText = (days: number): string =>
  msg(str`It has waited for ${numberText(days)} working days. One sentence is enough.`);

/** Who would try it. @returns undefined for nobody. */
export function triedText({ tried, triedBy, triedByMe }: IdeaView, me: string): string | undefined {
  if (tried === 0) return undefined;
  const others = triedBy.filter(({ id }) => id !== me).map(named);
  const names = triedByMe ? [msg('You'), ...others] : others;
  const shown = names.slice(0, 3);
  const more = tried - shown.length;
  const rest = plural(more, { one: msg('1 other'), other: msg(str`${numberText(more)} others`) });
  return msg(str`Would try it: ${listOf(more > 0 ? [...shown, rest] : shown)}`);
}

export function commentsText(count: number): string {
  const number = numberText(count);
  return plural(count, { one: msg('Show 1 comment'), other: msg(str`Show ${number} comments`) });
}
