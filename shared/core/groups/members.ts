/** The members of a group, and stewards who let people in and take them out. */
import * as v from 'valibot';
import { admitEach } from '../kernel/admit.ts';
import { anywhere } from '../kernel/changes.ts';
import { Forbidden } from '../kernel/errors.ts';
import { cursor, id, personId } from '../kernel/input.ts';
import { command, query } from '../kernel/operation.ts';
import type { InputOf } from '../kernel/operation.ts';
import { acceptColleague } from '../people/colleague.ts';
import { peopleFinder } from '../people/person.ts';
import type { PersonSummary } from '../people/person.ts';
import { communityContainer, isClosed } from '../kernel/container.ts';
import { isClean, isVisible } from '../kernel/visible-text.ts';
import { limits } from '../settings/settings.ts';
import type { Ask, Host, Member, MemberRole } from '../kernel/ports.ts';
import { maxLimit } from '../kernel/query.ts';
import type { MemberPage } from './browse-members.ts';
import { memberships } from './collections.ts';
import { isMembership, newestMembers } from './memberships.ts';
import { letGo } from './letting-go.ts';
import { onPage } from './on-page.ts';

export interface GroupMember {
  readonly person: PersonSummary;
  readonly role: MemberRole;
}

/** Most who read a wall never look who is in its group. */
const loadBrowsing = () => import(/* webpackChunkName: 'group-members' */ './browse-members.ts');

/** The newest members of an open group; they joined by themselves. */
async function newest({ store }: Host, group: string): Promise<readonly Member[]> {
  const query = newestMembers([group], maxLimit);
  const [answer] = await store.read([query]);
  const { records } = await admitEach(store, query, answer, isMembership);
  return records.map(({ author }) => ({ person: author, role: 'member' }));
}

/** Members by name; of an open group the newest 100. @throws Forbidden to who is not in a closed group. */
export const readMembers = query({
  onPage: onPage.members,
  input: v.strictObject({ group: id }),
  reads: ({ group }) =>
    isClosed(group) ? [[anywhere, group]] : [[memberships, communityContainer]],
  run: async (host, { group }): Promise<readonly GroupMember[]> => {
    const { containers, directory } = host;
    const members = isClosed(group) ? await containers.members(group) : await newest(host, group);
    const person = await peopleFinder(
      directory,
      members.map((member) => member.person),
    );
    const shown = members.map((member) => ({ person: person(member.person), role: member.role }));
    return shown.sort((one, other) => one.person.name.localeCompare(other.person.name));
  },
});

/** Who joined an open group, newest first, in pages. @throws Forbidden of a closed one */
export const browseMembers = query({
  input: v.strictObject({ group: id, cursor: v.optional(cursor) }),
  reads: () => [[memberships, communityContainer]],
  run: async (host, { group, cursor: after }): Promise<MemberPage> =>
    (await loadBrowsing()).pageOfMembers(host, group, after),
});

/** People join open groups by themselves. @throws Forbidden */
function assertClosed(group: string): void {
  if (!isClosed(group)) throw new Forbidden(`the members of group ${group}`);
}

/** Lets somebody into a closed group, or changes their role in it. Stewards only. @returns them as they are in it now. */
export const admitMember = command({
  input: v.strictObject({ group: id, person: personId, role: v.picklist(['member', 'steward']) }),
  run: async (host, { group, person: named, role }): Promise<GroupMember> => {
    const { containers, directory } = host;
    assertClosed(group);
    const person = await acceptColleague(host, 'person', named);
    const admit = () => containers.admit(group, person, role);
    if (role === 'steward') await admit();
    else await letGo(host, group, await containers.members(group), person, admit);
    const find = await peopleFinder(directory, [person]);
    return { person: find(person), role };
  },
});

/** Takes somebody out of a closed group. Stewards only. */
export const expelMember = command({
  input: v.strictObject({ group: id, person: personId }),
  run: async (host, { group, person }): Promise<void> => {
    const { containers } = host;
    assertClosed(group);
    const members = await containers.members(group);
    await letGo(host, group, members, person, () => containers.expel(group, person));
  },
});

/** A wish that a steward fulfils: of a member to be taken out, or of somebody to be let in. */
export interface GroupAsk {
  readonly by: PersonSummary;
  readonly kind: Ask['kind'];
  /** What they wrote, as far as it can be shown; empty where they wrote nothing. */
  readonly note: string;
  /** Who says so, where that is somebody else. */
  readonly passedOnBy?: PersonSummary;
}

/** A note comes from the host as somebody wrote it, who may have written by hand. */
const shownNote = (note: string): string =>
  note.length <= limits.askNote && isClean(note) && isVisible(note) ? note : '';

/** What the stewards of a closed group are asked for; those who are no stewards see their own wish to leave. */
export const readAsks = query({
  input: v.strictObject({ group: id }),
  reads: ({ group }) => [[anywhere, group]],
  run: async ({ containers, directory }, { group }): Promise<readonly GroupAsk[]> => {
    if (!isClosed(group)) return [];
    const asks = await containers.asks(group);
    const person = await peopleFinder(
      directory,
      asks.flatMap(({ by, passedOnBy = by }) => [by, passedOnBy]),
    );
    const told = asks.map(({ by, kind, note = '', passedOnBy }) => ({
      by: person(by),
      kind,
      note: shownNote(note),
      ...(passedOnBy === undefined ? {} : { passedOnBy: person(passedOnBy) }),
    }));
    // Nobody lets in whom the host does not know, or who has left.
    return told.filter(({ by, kind }) => kind === 'leave' || by.active);
  },
});

/** Takes back that one asked to be taken out. */
export const stay = command({
  input: v.strictObject({ group: id }),
  run: async ({ containers }, { group }): Promise<void> => {
    assertClosed(group);
    await containers.endAsk(group);
  },
});

export type NewMember = InputOf<typeof admitMember>;
