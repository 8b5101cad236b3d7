/** Who reads what is being written, in sentences: each says what the host told, and nothing more. */
import type {
  Audience,
  EachReader,
  Everyone,
  GroupAudience,
  Joined,
  NothingKnown,
  Place,
  ReadingGroups,
} from '@kantine/core';
import { msg, str } from '@lit/localize';
import { dateFormat, numberText } from '../../locale/formats.ts';
import { listOf } from '../../locale/list.ts';
import { plural } from '../../locale/plural.ts';
import { isolated } from './isolated.ts';

/** Groups that are named in the sentence; the list names all. */
const mostGroups = 3;
const week = 7 * 24 * 3_600_000;

export const guestsText = (count: number): string =>
  plural(count, { one: msg('1 guest'), other: msg(str`${numberText(count)} guests`) });

const othersText = (count: number): string =>
  plural(count, { one: msg('1 other'), other: msg(str`${numberText(count)} others`) });

const later = (): string => msg('People who join later can too.');

/** A few names, the reader first, and how many there are besides. */
function someOf(count: number, isIn: boolean, names: readonly string[]): string {
  const shown = [...(isIn ? [msg('you')] : []), ...names.map(isolated)];
  const others = count - shown.length;
  return listOf(others > 0 ? [...shown, othersText(others)] : shown);
}

function eachText({ count, guests = 0, firstNames, laterJoiners }: EachReader): string {
  const further = laterJoiners ? ` ${later()}` : '';
  if (count <= 1) return msg('Only you can read this.') + further;
  const number = numberText(count);
  const among = guests === 0 ? '' : ` (${guestsText(guests)})`;
  const people = msg(str`${number} people can read this`) + among;
  // A person who may write here may read here too, and is one of them.
  const who = firstNames.length === 0 ? '' : `: ${someOf(count, true, firstNames)}`;
  return `${people}${who}.${further}`;
}

export function everyoneText(everyone: Everyone): string {
  switch (everyone) {
    case 'company':
      return msg('Everyone in the company can read this, and people who join later.');
    case 'company-and-guests':
      return msg(
        'Everyone in the company can read this, its guests too, and people who join later.',
      );
    case 'host':
      return msg('Everyone who uses this Confluence can read this.');
    case 'internet':
      return msg(
        'Anyone who has the link can read this space, without signing in. Kantine shows this group to signed-in colleagues only.',
      );
  }
}

export const colleaguesText = (count: number): string =>
  plural(count, {
    one: msg('1 colleague by name'),
    other: msg(str`${numberText(count)} colleagues by name`),
  });

const upTo = (count: number): string => {
  const number = numberText(count);
  return msg(str`up to ${number} people`);
};

function groupNames({ groups, people }: ReadingGroups): readonly string[] {
  const more = groups.length - mostGroups;
  return [
    ...groups.slice(0, mostGroups).map(isolated),
    ...(more > 0 ? [othersText(more)] : []),
    ...(people > 0 ? [colleaguesText(people)] : []),
  ];
}

function groupsText(audience: ReadingGroups): string {
  const { everyone, atMost, place, guests = 0 } = audience;
  // Guests who may read by a right of their own are told beside everyone who is none.
  const among = guests === 0 ? '' : ` ${msg(str`Among them: ${guestsText(guests)}.`)}`;
  if (everyone === 'host' && atMost !== undefined) {
    return msg(str`Everyone who uses this Confluence can read this: ${upTo(atMost)}.`) + among;
  }
  if (everyone !== undefined) return everyoneText(everyone) + among;
  if (place?.kind === 'space') return spaceText(place, atMost) + among;
  const named = groupNames(audience);
  if (audience.groups.length === 0 && atMost !== undefined) {
    const number = numberText(atMost);
    return msg(str`Up to ${number} people can read this.`) + among;
  }
  return msg(str`The people of this site can read this: ${listOf(named)}.`) + among;
}

function spaceText({ name }: Place, atMost?: number): string {
  const space = isolated(name);
  return atMost === undefined
    ? msg(str`Everyone who can open the space ${space} can read this.`)
    : msg(str`Everyone in the space ${space} can read this: ${upTo(atMost)}.`);
}

const placeText = (place: Place): string =>
  place.kind === 'space'
    ? spaceText(place)
    : msg(str`Everyone with access to the site ${isolated(place.name)} can read this.`);

/** An audience in the middle of a sentence. @returns undefined for one that takes a sentence of its own. */
function briefly(audience: Audience): string | undefined {
  if (audience.known) {
    return plural(audience.count, {
      one: msg('you alone'),
      other: msg(str`${numberText(audience.count)} people`),
    });
  }
  if (!('place' in audience)) return undefined;
  const everyone = 'everyone' in audience ? audience.everyone : undefined;
  if (everyone === 'company') return msg('everyone in the company');
  return everyone === undefined ? inPlace(audience.place) : undefined;
}

const inPlace = ({ name }: Place): string => msg(str`everyone in ${isolated(name)}`);

function nothingText({ last }: NothingKnown, now: number): string {
  const who = last && briefly(last.audience);
  if (!last || who === undefined) {
    return msg('Members of this place can read this; how many could not be checked just now.');
  }
  const isRecent = now - last.at < week;
  const day = dateFormat(isRecent ? { weekday: 'long' } : { day: 'numeric', month: 'long' });
  return msg(
    str`Who can read this could not be checked just now. It was ${who} on ${day.format(last.at)}.`,
  );
}

/** Who can read it. */
function readersText(audience: Audience, now: number): string {
  switch (audience.kind) {
    case 'groups':
      return groupsText(audience);
    case 'place':
      return placeText(audience.place);
    default:
      // Versions before this one named no kind.
      return audience.known ? eachText(audience) : nothingText(audience, now);
  }
}

function joinedText({ count, isIn, people }: Joined): string {
  const names = people.map(({ name }) => name.split(' ')[0] ?? name).filter((name) => name !== '');
  const who = someOf(count, isIn, names);
  const number = numberText(count);
  return plural(count, {
    one: msg(str`1 person has joined this group: ${who}.`),
    other: msg(str`${number} people have joined this group: ${who}.`),
  });
}

/** In a new group there is somebody who could be frightened: who may come is said at once. */
function newText(audience: Audience, now: number): string {
  const alone = msg('So far only you are here.');
  const place = 'place' in audience ? audience.place : undefined;
  const isOfPlace = place && !('everyone' in audience);
  const readers = isOfPlace
    ? msg(str`Everyone in ${isolated(place.name)} can find and read it.`)
    : readersText(audience, now);
  return `${alone} ${readers}`;
}

/** All of it, in one paragraph. Names in it are isolated. */
export function audienceText(audience: GroupAudience, now: number): string {
  const { joined } = audience;
  if (!joined || joined.count === 0) return readersText(audience, now);
  if (joined.count === 1 && joined.isIn) return newText(audience, now);
  return `${readersText(audience, now)} ${joinedText(joined)}`;
}
