/** What stewards decided that a list of groups shows: which are archived, and where the reader is asked in. */
import { deskOf, groupContainer, isClosed } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import { isKantineError } from '../kernel/errors.ts';
import { maxContainers, maxNewest, newest } from '../kernel/newest-query.ts';
import type { Host } from '../kernel/ports.ts';
import { peopleFinder } from '../people/person.ts';
import { acts } from '../stewards/acts.ts';
import type { ActRecord } from '../stewards/acts.ts';
import { momentOf } from '../stewards/log.ts';
import { archivedBy } from '../stewards/read-archiving.ts';
import type { GroupView } from './group.ts';
import { invitationsFor, invitesIn } from './invitations.ts';
import { readable } from './readable.ts';

/** What is said of a group beside its record and its members. */
export type Decided = Pick<GroupView, 'archived' | 'invited'>;

/** What one question is about: desks, which stewards and owners write alone, and open groups apart. */
function placesOf(groups: readonly string[]): readonly (readonly ContainerId[])[] {
  const containers = groups.map(groupContainer);
  const open = containers.filter((container) => !isClosed(container));
  return [containers.map(deskOf), open].flatMap((places) =>
    Array.from({ length: Math.ceil(places.length / maxContainers) }, (_, part) =>
      places.slice(part * maxContainers, (part + 1) * maxContainers),
    ),
  );
}

const newestIn = (containers: readonly ContainerId[], eq: 'archive' | 'invite') =>
  newest(acts, { containers, of: { index: 'byFamily', eq }, since: 0, limit: maxNewest });

/** The act by which a group is archived; none of one that the reader was taken out of meanwhile. */
async function archivingAct(host: Host, group: string): Promise<ActRecord | undefined> {
  try {
    return await archivedBy(host, group);
  } catch (error) {
    if (isKantineError(error, 'Forbidden')) return undefined;
    throw error;
  }
}

async function archivedAmong(
  host: Host,
  groups: readonly string[],
): Promise<ReadonlyMap<string, ActRecord>> {
  const found = await Promise.all(
    groups.map(async (group) => [group, await archivingAct(host, group)] as const),
  );
  return new Map(found.flatMap(([group, act]) => (act ? [[group, act] as const] : [])));
}

/** Groups of which something was decided, by their ids. Only those that the reader may read are asked about. */
export async function decidedAbout(
  host: Host,
  wanted: readonly string[],
): Promise<ReadonlyMap<string, Decided>> {
  const groups = wanted.length === 0 ? [] : await readable(host, wanted);
  if (groups.length === 0) return new Map();
  const places = placesOf(groups);
  const answers = await host.store.read([
    ...places.map((containers) => newestIn(containers, 'archive')),
    ...places.map((containers) => newestIn(containers, 'invite')),
  ]);
  const archive = answers.slice(0, places.length);
  const named = new Set<ContainerId>(
    archive.flatMap(({ records, complete }, at) =>
      // Where not all were told, each group of that question is looked at.
      complete ? records.map((act) => act.container) : (places[at] ?? []),
    ),
  );
  const isNamed = (group: string): boolean =>
    named.has(deskOf(groupContainer(group))) ||
    (!isClosed(group) && named.has(groupContainer(group)));
  const [archived, invites] = await Promise.all([
    archivedAmong(host, groups.filter(isNamed)),
    Promise.all(
      places.map(async (part, at) => {
        const found = answers[places.length + at];
        return found ? await invitesIn(host, groups, part, found) : [];
      }),
    ),
  ]);
  const invitations = await invitationsFor(host, groups, invites.flat());
  const person = await peopleFinder(
    host.directory,
    [...archived.values(), ...invitations.values()].map(({ author }) => author),
  );
  const decided = new Map<string, Decided>();
  for (const [group, act] of invitations) {
    decided.set(group, { invited: { by: person(act.author), at: momentOf(act) } });
  }
  for (const [group, act] of archived) {
    const decision = { by: person(act.author), at: momentOf(act), reason: act.fields.reason };
    decided.set(group, { archived: decision });
  }
  return decided;
}
