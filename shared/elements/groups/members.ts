/** Who is in a group and who asks for what, and the pure changes to it. */
import type { Community, GroupAsk, GroupMember, GroupView, PersonId } from '@kantine/core';

export interface Members {
  /** By name. */
  readonly members: readonly GroupMember[];
  /** Who asks to be taken out, or to be let in, as far as the reader is told. */
  readonly asks: readonly GroupAsk[];
}

export async function readMembers({ groups }: Community, group: GroupView): Promise<Members> {
  const { id, access, leaving } = group;
  const [members, asks] = await Promise.all([
    groups.members({ group: id }),
    access === 'closed' || leaving === 'asked' ? groups.asks({ group: id }) : [],
  ]);
  return { members, asks };
}

/** Somebody was taken out, and with that what they asked for is done. */
export const without = ({ members, asks }: Members, person: PersonId): Members => ({
  members: members.filter((member) => member.person.id !== person),
  asks: asks.filter(({ by }) => by.id !== person),
});

/** Somebody was let in, or has another role; what they asked for is done. */
export function withMember(now: Members, member: GroupMember): Members {
  const { members, asks } = without(now, member.person.id);
  const all = [...members, member];
  return { members: all.sort((a, b) => a.person.name.localeCompare(b.person.name)), asks };
}

/** A wish was answered. */
export const withoutWish = ({ members, asks }: Members, wish: GroupAsk): Members => ({
  members,
  asks: asks.filter(({ by, kind }) => kind !== wish.kind || by.id !== wish.by.id),
});
