/**
 * Where only owners of the host can make closed containers, a group is asked for first. What the
 * asker says of it travels as a note; nobody has checked it.
 */
import * as v from 'valibot';
import { peopleFinder } from '../people/person.ts';
import type { PersonSummary } from '../people/person.ts';
import { communityContainer } from '../ports.ts';
import type { ContainerRequest, Host, PersonId } from '../ports.ts';
import { limits } from '../settings/settings.ts';
import { isVisible } from '../text/visible-text.ts';
import { byIds, maxIn } from '../query.ts';
import { accessOf, groupIdOf, groups, groupTitle, recordIdOf } from './group.ts';
import type { GroupAccess, GroupView } from './group.ts';

const noteSchema = v.object({
  name: v.pipe(v.string(), v.maxLength(limits.groupName), v.check(isVisible)),
  purpose: v.pipe(v.string(), v.maxLength(limits.groupPurpose)),
});

type About = v.InferOutput<typeof noteSchema>;

export interface RequestedGroup extends About {
  readonly group: string;
  readonly access: GroupAccess;
}

/** A group that somebody asks for, as an owner sees it. */
export interface GroupRequest extends RequestedGroup {
  readonly by: PersonSummary;
}

/** What an owner is told; a purpose is cut off where the note would grow too long. */
export function noteOf({ name, purpose }: About): string {
  const note = JSON.stringify({ name, purpose });
  return note.length <= limits.requestNote ? note : JSON.stringify({ name, purpose: '' });
}

/** What a request is for. @returns undefined for one that no widget made. */
function requestedGroup({ container, note }: ContainerRequest): RequestedGroup | undefined {
  const about = v.safeParse(v.pipe(v.string(), v.parseJson(), noteSchema), note);
  if (!about.success) return undefined;
  return { ...about.output, group: container, access: accessOf(container) };
}

/** The groups that the reader asked for and that are not there yet. */
export async function ownRequests(host: Host): Promise<readonly RequestedGroup[]> {
  const { containers, identity, supports } = host;
  if (!supports.ownersApprove) return [];
  const [requests, me] = await Promise.all([containers.requests(), identity.me()]);
  const waiting: RequestedGroup[] = [];
  for (const request of requests) {
    const group = request.by === me ? requestedGroup(request) : undefined;
    if (group && request.approved) await moveIn(host, group, me);
    else if (group) waiting.push(group);
  }
  return waiting;
}

/**
 * Takes up a group that was made on request. A secret one's record could not be written before there
 * was a place for it, and no owner needs to look inside to write it. Safe to repeat.
 */
async function moveIn(
  { store, containers }: Host,
  { group, name, purpose, access }: RequestedGroup,
  by: PersonId,
): Promise<void> {
  if (access === 'secret') {
    await store.insert(groups, group, group, { name, purpose, access, title: groupTitle(name) });
  }
  await containers.endRequest(group, by);
}

/** A group that is still a request, as who asked for it sees it. */
export const requestedView = ({ group, name, purpose, access }: RequestedGroup): GroupView => ({
  id: group,
  name,
  purpose,
  access,
  members: [],
  joined: false,
  steward: false,
  requested: true,
});

/** Which request an owner means. */
export interface RequestChoice {
  readonly group: string;
  /** Who asked for it. */
  readonly by: PersonId;
}

export function requestOperations(host: Host) {
  const { containers, directory, supports } = host;

  /** Requests that the reader may approve. */
  async function listGroupRequests(): Promise<readonly GroupRequest[]> {
    if (!supports.ownersApprove) return [];
    const requests = (await containers.requests()).filter(
      ({ mayApprove, approved }) => mayApprove && !approved,
    );
    const own = await ownGroupsOnly(host, requests);
    const person = await peopleFinder(
      directory,
      own.map(({ by }) => by),
    );
    return own.flatMap((request) => {
      const group = requestedGroup(request);
      return group ? [{ ...group, by: person(request.by) }] : [];
    });
  }

  /** Makes a place for a group that was asked for. Who asked for it moves in by themselves. */
  const approveGroup = ({ group, by }: RequestChoice): Promise<void> =>
    containers.approve(group, by);

  /** Ends a request: an owner anybody's, the asker their own. */
  const declineGroup = ({ group, by }: RequestChoice): Promise<void> =>
    containers.endRequest(group, by);

  return { listGroupRequests, approveGroup, declineGroup };
}

/** A closed group is asked for by whoever wrote its record; nobody else gets to be its first steward. */
async function ownGroupsOnly(
  { store }: Host,
  requests: readonly ContainerRequest[],
): Promise<readonly ContainerRequest[]> {
  const closed = requests.filter(({ container }) => accessOf(container) === 'closed');
  const ids = closed.map(({ container }) => recordIdOf(container)).slice(0, maxIn);
  const [{ records }] = await store.read([byIds(groups, communityContainer, ids)]);
  const founders = new Map(records.map((record) => [groupIdOf(record), record.author]));
  return requests.filter(
    ({ container, by }) => accessOf(container) === 'secret' || founders.get(container) === by,
  );
}
