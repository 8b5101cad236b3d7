/** Why somebody was found, in words. */
import type { FoundBy, FoundPerson } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { numberText } from '../locale/formats.ts';
import { plural } from '../locale/plural.ts';

/** More of one profile say no more. */
const mostReasons = 3;

function reason({ kind, text }: FoundBy): string {
  switch (kind) {
    case 'ask':
      return msg(str`glad to be asked about ${text}`);
    case 'interest':
      return msg(str`interested in ${text}`);
    case 'language':
      return msg(str`speaks ${text}`);
    case 'department':
    case 'place':
      return msg(str`works in ${text}`);
  }
}

function groupsText(groups: number): string {
  const number = numberText(groups);
  return plural(groups, {
    one: msg('1 group with you'),
    other: msg(str`${number} groups with you`),
  });
}

/** What of their profile fits, and what they share with the reader. */
export const whyFound = ({ by, groups }: FoundPerson): readonly string[] => [
  ...by.slice(0, mostReasons).map(reason),
  ...(groups === 0 ? [] : [groupsText(groups)]),
];
