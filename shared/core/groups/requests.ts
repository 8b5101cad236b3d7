/**
 * Where only owners of the host can make closed containers, a group is asked for first. The asker's words
 * about it are sent as a note; nobody has checked them.
 */
import * as v from 'valibot';
import { parsed } from '../kernel/parsed.ts';
import type { ContainerRequest, Host } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { limits } from '../settings/settings.ts';
import { isVisible } from '../kernel/visible-text.ts';
import { groups } from './collections.ts';
import { accessOf, founderOf, groupTitle, containerOfRecord } from './group.ts';
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

/** What an owner is told; a purpose is cut off where the note would grow too long. */
export function noteOf({ name, purpose }: About): string {
  const note = JSON.stringify({ name, purpose });
  return note.length <= limits.requestNote ? note : JSON.stringify({ name, purpose: '' });
}

/** What a request is for. @returns undefined for one that no widget made. */
export function requestedGroup({ container, note }: ContainerRequest): RequestedGroup | undefined {
  const about = parsed(noteSchema, note);
  return about && { ...about, group: container, access: accessOf(container) };
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
 * was a container for it, that of another was nobody's to read; and no owner needs to look inside to write
 * it. Safe to repeat.
 */
async function moveIn(
  { store, containers }: Host,
  { group, name, purpose, access }: RequestedGroup,
  by: PersonId,
): Promise<void> {
  if (access === 'secret' || founderOf(group) !== undefined) {
    await store.insert(groups, containerOfRecord(group), group, {
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
