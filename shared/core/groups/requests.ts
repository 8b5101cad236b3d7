/**
 * Where only owners of the host can make closed containers, a group is asked for first. What the
 * asker says of it travels as a note; nobody has checked it.
 */
import * as v from 'valibot';
import { peopleFinder } from '../people/person.ts';
import type { PersonSummary } from '../people/person.ts';
import { communityContainer } from '../kernel/container.ts';
import { NotFound } from '../kernel/errors.ts';
import type { ContainerRequest, Host } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { limits } from '../settings/settings.ts';
import { id, nothing } from '../kernel/input.ts';
import { command, query } from '../kernel/operation.ts';
import { isVisible } from '../kernel/visible-text.ts';
import { byIds, maxIn } from '../kernel/query.ts';
import { passAsksOn } from './asked.ts';
import { groups } from './collections.ts';
import { accessOf, founderOf, groupIdOf, groupTitle, homeOf, recordIdOf } from './group.ts';
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
 * was a place for it, that of another was nobody's to read; and no owner needs to look inside to write
 * it. Safe to repeat.
 */
async function moveIn(
  { store, containers }: Host,
  { group, name, purpose, access }: RequestedGroup,
  by: PersonId,
): Promise<void> {
  if (access === 'secret' || founderOf(group) !== undefined) {
    await store.insert(groups, homeOf(group), group, {
      name,
      purpose,
      access,
      title: groupTitle(name),
    });
  }
  await containers.endRequest(group, by);
}

/** A group that is still a request, as its asker sees it. */
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

/** Requests that the reader may approve. An owner who reads them passes on who asks to be let into groups. */
export const listRequests = query({
  input: nothing,
  reads: () => [[groups, communityContainer]],
  run: async (host): Promise<readonly GroupRequest[]> => {
    const { containers, directory, supports } = host;
    if (!supports.ownersApprove) return [];
    const [all] = await Promise.all([containers.requests(), passAsksOn(host)]);
    const requests = all.filter(({ mayApprove, approved }) => mayApprove && !approved);
    const own = await ownGroupsOnly(host, requests);
    const person = await peopleFinder(
      directory,
      own.map(({ by }) => by),
    );
    return own.flatMap((request) => {
      const group = requestedGroup(request);
      return group ? [{ ...group, by: person(request.by) }] : [];
    });
  },
});

/** Which request is meant: for which group, and who asked for it. */
const choice = v.strictObject({ group: id, by: id });

export type RequestChoice = v.InferInput<typeof choice>;

/**
 * Makes a container for a group that was asked for. The asker moves in by themselves.
 * @throws NotFound where somebody else founded it
 */
export const approveRequest = command({
  input: choice,
  run: ({ containers }, { group, by }): Promise<void> => {
    if (![undefined, by].includes(founderOf(group))) throw new NotFound(`request for ${group}`);
    return containers.approve(group, by);
  },
});

/** Ends a request: an owner anybody's, the asker their own. */
export const declineRequest = command({
  input: choice,
  run: ({ containers }, { group, by }): Promise<void> => containers.endRequest(group, by),
});

/** A closed group is asked for by the author of its record; nobody else gets to be its first steward. */
async function ownGroupsOnly(
  { store }: Host,
  requests: readonly ContainerRequest[],
): Promise<readonly ContainerRequest[]> {
  // Earlier versions wrote a closed group's record first: its author founded it.
  const closed = requests.filter(
    ({ container }) => accessOf(container) === 'closed' && founderOf(container) === undefined,
  );
  const ids = closed.map(({ container }) => recordIdOf(container)).slice(0, maxIn);
  const [{ records }] = await store.read([byIds(groups, communityContainer, ids)]);
  const founders = new Map(records.map((record) => [groupIdOf(record), record.author]));
  return requests.filter(({ container, by }) => {
    const founder = founderOf(container) ?? founders.get(container);
    return accessOf(container) === 'secret' || founder === by;
  });
}
