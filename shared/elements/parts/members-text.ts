import type { GroupView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { numberText } from '../locale/formats.ts';
import { plural } from '../locale/plural.ts';

/** How many are in a group, where that is told. */
export function membersText({ memberCount }: GroupView): string {
  if (memberCount === undefined) return '';
  const number = numberText(memberCount);
  return plural(memberCount, { one: msg('1 member'), other: msg(str`${number} members`) });
}
