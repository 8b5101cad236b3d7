/** What a line says: who did what that waits for the reader, and why it is told. */
import type { ForYou, ForYouLine } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { isolated } from '../parts/audience-label/isolated.ts';
import { numberText } from '../locale/formats.ts';
import { plural } from '../locale/plural.ts';
import { groupName } from '../parts/group-name.ts';

/** Nobody counts further: «9+» says that there is plenty. */
const mostCounted = 9;

/** @returns why it is told, in one sentence. */
export function whyText({ why, by, group, about = '' }: ForYouLine): string {
  const name = isolated(by.name || msg('Former colleague'));
  const where = isolated(groupName(group));
  switch (why) {
    case 'mentioned':
      return msg(str`${name} mentioned you in ${where}`);
    case 'everybody':
      return msg(str`${name} mentioned everyone in ${where}`);
    case 'followed':
      return msg(str`${name} answered in “${isolated(about)}”, which you follow`);
    case 'answered':
      return msg(str`${name} answered your question in ${where}`);
    case 'commented':
      return msg(str`${name} commented on your post in ${where}`);
    case 'replied':
      return msg(str`${name} replied to you in ${where}`);
  }
}

/** @returns how much waits: «3 for you», at least «9+ for you». */
export function titleText({ lines, isMore }: Pick<ForYou, 'lines' | 'isMore'>): string {
  if (lines.length === 0) return msg('For you');
  const isPlenty = isMore || lines.length > mostCounted;
  const number = `${numberText(Math.min(lines.length, mostCounted))}${isPlenty ? '+' : ''}`;
  return msg(str`${number} for you`);
}

/** @returns that some groups could not be looked at. */
export function failedText(failed: number): string {
  const number = numberText(failed);
  return plural(failed, {
    one: msg('One group could not be looked at just now.'),
    other: msg(str`${number} groups could not be looked at just now.`),
  });
}

/** @returns that more groups can be looked at. */
export function furtherText(further: number): string {
  const number = numberText(further);
  return plural(further, {
    one: msg('You are in one more group.'),
    other: msg(str`You are in ${number} more groups.`),
  });
}

/** @param seconds of what is on the list. @returns «Less than a minute», «About 1 min 50 s». */
export function timeText(seconds: number): string {
  // Rounded up to ten: nobody reads by the second.
  const about = Math.ceil(seconds / 10) * 10;
  const [minutes, rest] = [Math.floor(about / 60), about % 60];
  if (minutes === 0) return msg('Less than a minute');
  if (rest === 0) return msg(str`About ${numberText(minutes)} min`);
  return msg(str`About ${numberText(minutes)} min ${numberText(rest)} s`);
}
