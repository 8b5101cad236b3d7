import { msg, str } from '@lit/localize';
import { numberText } from '../locale/formats.ts';
import { plural } from '../locale/plural.ts';

/** How many are in a group. */
export function membersText(count: number): string {
  const number = numberText(count);
  return plural(count, { one: msg('1 member'), other: msg(str`${number} members`) });
}
