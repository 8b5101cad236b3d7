/** What is said of thanks for a message. */
import type { MessageThanks } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { numberText } from '../../locale/formats.ts';
import { listOf } from '../../locale/list.ts';
import { plural } from '../../locale/plural.ts';
import { isolated } from '../audience-label/isolated.ts';

/** @returns who thanked whom; empty for nobody. A number is for `numberOfThanks`. */
export function whoThanked({ people, isMore, isMine, to, number }: MessageThanks): string {
  const named = people.map(({ name }) => isolated(name || msg('Former colleague')));
  const others = isMore ? [msg('others')] : [];
  if (named.length === 0) return '';
  const names = listOf([...named, ...others]);
  if (number !== undefined) return msg(str`${names} thanked you for this.`);
  const name = isolated(to.name || msg('Former colleague'));
  return isMine
    ? msg(str`${names} thanked ${name}, too.`)
    : msg(str`${names} thanked ${name} for this.`);
}

/** @returns how many thanked, for the one whom it is about; empty where all of them were named. */
export function numberOfThanks({ number = 0, isMore }: MessageThanks): string {
  if (!isMore) return '';
  const count = numberText(number);
  return plural(number, {
    one: msg('That is one colleague; only you see the number.'),
    other: msg(str`That is ${count} colleagues; only you see the number.`),
  });
}

/** @returns that thanks are left out, since not all that lies there could be looked through. */
export const moreThanks = (): string =>
  msg('There may be more thanks: not everything here could be looked through.');

/** @param holdsBack whether the host itself keeps it back. @returns who sees thanks from now on. */
export function keptText(isKept: boolean, holdsBack: boolean): string {
  if (!isKept) return msg('Others see it again.');
  return holdsBack
    ? msg('From now on only you and those who thanked you see it.')
    : msg(
        'From now on pages show it only to you and those who thanked you. It stays in the site’s list.',
      );
}
