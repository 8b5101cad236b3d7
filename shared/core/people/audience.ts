/** The readers of a place, put together from what a host knows of them. */
import type { Audience, EachReader, Everyone, Place } from '../kernel/audience.ts';
import type { DirectoryPerson } from '../kernel/ports.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { firstName } from './spoken-name.ts';

const mostNames = 3;
/** More members than this are told by their number alone. */
const mostMembers = 100;

/**
 * @param readers everybody with access; who left the organisation is not counted.
 * @param laterJoiners whether somebody who gets access later can read what is there now.
 * @param are `members` of a closed container, whose names its members know; of others only numbers are told.
 */
export function audienceOfReaders(
  readers: readonly DirectoryPerson[],
  me: PersonId,
  laterJoiners: boolean,
  are: 'members' | 'readers' = 'readers',
): EachReader {
  const active = readers.filter((person) => person.active);
  const others = are === 'readers' ? [] : active.filter(({ id }) => id !== me);
  const members = others.map(({ id, name }) => ({ id, firstName: firstName(name) }));
  const guests = active.filter(({ guest }) => guest).length;
  return {
    known: true,
    kind: 'each',
    count: active.length,
    ...(guests === 0 ? {} : { guests }),
    firstNames: members.slice(0, mostNames).map((member) => member.firstName),
    laterJoiners,
    ...(are === 'members' && members.length <= mostMembers ? { members } : {}),
  };
}

/** Who has a right to read: a person, a group of the host, or everybody of a kind. */
export type Principal =
  | { readonly kind: 'person'; readonly id: PersonId; readonly guest?: boolean }
  /**
   * @property name empty where the reader may not know it.
   * @property size how many people are in it, those who are also in others included; absent if not told.
   */
  | { readonly kind: 'group'; readonly name: string; readonly size?: number }
  /** @property size the same, of everybody. */
  | { readonly kind: 'everyone'; readonly of: Everyone; readonly size?: number };

export interface AboutPrincipals {
  readonly place?: Place;
  readonly noted?: Instant;
  /** How many further people have a right, who they are being nobody's to know. */
  readonly unnamed?: number;
  /** How many of those are guests. */
  readonly unnamedGuests?: number;
}

/** From the narrowest to the widest. */
export const reaches: readonly Everyone[] = ['company', 'company-and-guests', 'host', 'internet'];

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** Of more than one «everyone» the widest counts. */
function widest(all: readonly Everyone[]): Everyone | undefined {
  return reaches.findLast((reach) => all.includes(reach));
}

/**
 * The audience of those who have a right to read. A number is exact only if each of them is a person who is
 * told by name: then nobody is counted twice.
 */
export function audienceOfPrincipals(
  principals: readonly Principal[],
  { place, noted, unnamed = 0, unnamedGuests = 0 }: AboutPrincipals = {},
): Audience {
  const people = new Map(
    principals.flatMap((each) => (each.kind === 'person' ? [[each.id, each.guest === true]] : [])),
  );
  const groups = principals.filter((each) => each.kind === 'group');
  const everyone = principals.filter((each) => each.kind === 'everyone');
  const named = [...people.values()].filter(Boolean).length;
  const guests = named + unnamedGuests === 0 ? {} : { guests: named + unnamedGuests };
  const since = noted === undefined ? {} : { noted };
  if (groups.length === 0 && everyone.length === 0 && unnamed === 0) {
    const each = { known: true, kind: 'each', firstNames: [], laterJoiners: true } as const;
    return { ...each, count: people.size, ...guests, ...since };
  }
  const sizes = [...groups, ...everyone].map(({ size }) => size);
  const told = sizes.filter((size) => size !== undefined);
  const reach = widest(everyone.map(({ of }) => of));
  return {
    known: false,
    kind: 'groups',
    ...(told.length === sizes.length ? { atMost: sum(told) + people.size + unnamed } : {}),
    groups: [...new Set(groups.map(({ name }) => name))].filter((name) => name !== ''),
    people: people.size + unnamed,
    ...guests,
    ...(reach === undefined ? {} : { everyone: reach }),
    ...(place ? { place } : {}),
    ...since,
  };
}
