/** What lines of news say, and why they are told. */
import { plainText, secondsToRead } from '@kantine/core';
import type { DecidedLine, WorthLine } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { numberText } from '../locale/formats.ts';
import { plural } from '../locale/plural.ts';
import { isolated } from '../parts/audience-label/isolated.ts';
import { groupName } from '../parts/group-name.ts';

export type NewsLine = DecidedLine | WorthLine;

/** What happened, in one sentence. */
export function newsText(line: NewsLine): string {
  const name = isolated(line.by.name || msg('Former colleague'));
  const where = isolated(groupName(line.group));
  switch (line.kind) {
    case 'decision':
      return decisionText(line.state, where);
    case 'settled':
      return msg(str`Your answer solved a question of ${name} in ${where}`);
    case 'solved':
      return msg(str`A question of ${name} in ${where} was solved`);
    case 'published':
      return msg(str`${name} wrote an article in ${where}`);
  }
}

function decisionText(
  state: Extract<NewsLine, { readonly kind: 'decision' }>['state'],
  where: string,
): string {
  switch (state) {
    case 'talked':
      return msg(str`An idea in ${where} is being talked about`);
    case 'trying':
      return msg(str`An idea in ${where} is being tried`);
    case 'adopted':
      return msg(str`An idea in ${where} was adopted`);
    case 'notNow':
      return msg(str`An idea in ${where} has to wait`);
  }
}

/** Why it is told. */
export function becauseText(line: NewsLine): string {
  switch (line.kind) {
    case 'decision':
      return line.mine ? msg('because it is your idea') : inGroupText(line);
    case 'settled':
      return msg('because you answered it');
    case 'published':
      return msg(str`because you follow ${isolated(line.by.name || msg('Former colleague'))}`);
    case 'solved':
      return solvedText(line);
  }
}

const inGroupText = ({ group }: NewsLine): string =>
  msg(str`because you are in ${isolated(groupName(group))}`);

function solvedText(line: Extract<NewsLine, { readonly kind: 'solved' }>): string {
  if (line.topic !== undefined)
    return msg(str`because your profile says “${isolated(line.topic)}”`);
  if (line.helped === 0) return inGroupText(line);
  return plural(line.helped, {
    one: msg('because it helped one more colleague'),
    other: msg(str`because it helped ${numberText(line.helped)} more colleagues`),
  });
}

/** What somebody said about it: the reason of a decision. @returns undefined where nothing was said. */
export const saidText = (line: NewsLine): string | undefined =>
  line.kind === 'decision'
    ? msg(str`${isolated(line.by.name || msg('Former colleague'))}: “${isolated(line.why)}”`)
    : undefined;

/** How long a line takes to read. In seconds. */
export const secondsOfNews = (line: NewsLine): number =>
  secondsToRead([newsText(line), plainText(line), saidText(line) ?? '', becauseText(line)]);

/** That some lines are left, which can wait. */
export function leftText(left: number): string {
  const number = numberText(left);
  return plural(left, {
    one: msg('One more thing can wait.'),
    other: msg(str`${number} more things can wait.`),
  });
}
