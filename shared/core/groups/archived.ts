/** Which groups of a list are archived. Asked for those alone that the reader may read. */
import { deskOf, groupContainer, isClosed } from '../kernel/container.ts';
import { isKantineError } from '../kernel/errors.ts';
import { maxContainers, maxNewest, newestStamps } from '../kernel/newest-query.ts';
import type { Host } from '../kernel/ports.ts';
import { peopleFinder } from '../people/person.ts';
import { acts } from '../stewards/acts.ts';
import type { ActRecord } from '../stewards/acts.ts';
import type { Decision } from '../stewards/decisions.ts';
import { momentOf } from '../stewards/log.ts';
import { archivedBy } from '../stewards/read-archiving.ts';

/** Where a group's stewards archive it: of a closed one at its desk alone. */
const placesOf = (group: string): readonly string[] => {
  const container = groupContainer(group);
  return isClosed(group) ? [deskOf(container)] : [container, deskOf(container)];
};

/** Groups without a container, and those of parts of the host that the reader may not read, are left out. */
async function readable({ containers }: Host, groups: readonly string[]) {
  const rights = await containers.rights(groups.map(groupContainer));
  return groups.filter((group) => (rights.get(groupContainer(group)) ?? 'none') !== 'none');
}

/** The groups where somebody, who need be no steward, wrote that they are archived. */
async function candidates({ store }: Host, groups: readonly string[]): Promise<readonly string[]> {
  const places = groups.flatMap(placesOf);
  const parts = Array.from({ length: Math.ceil(places.length / maxContainers) }, (_, part) =>
    places.slice(part * maxContainers, (part + 1) * maxContainers),
  );
  const answers = await store.read(
    parts.map((containers) =>
      newestStamps(acts, {
        containers,
        of: { index: 'byFamily', eq: 'archive' },
        since: 0,
        limit: maxNewest,
      }),
    ),
  );
  const named = new Set(answers.flatMap(({ records }) => records.map((act) => act.container)));
  // Where somebody wrote so many that not all were told, each group of that question is looked at.
  const untold = new Set(parts.flatMap((part, at) => (answers[at]?.complete ? [] : part)));
  return groups.filter((group) =>
    placesOf(group).some((place) => named.has(place) || untold.has(place)),
  );
}

/** The act that counts; none of a group that the reader was taken out of meanwhile. */
async function actOf(host: Host, group: string): Promise<ActRecord | undefined> {
  try {
    return await archivedBy(host, group);
  } catch (error) {
    if (isKantineError(error, 'Forbidden')) return undefined;
    throw error;
  }
}

/** The archived ones of some groups, by their ids: who archived them, when and why. */
export async function archivedAmong(
  host: Host,
  groups: readonly string[],
): Promise<ReadonlyMap<string, Decision>> {
  const asked = groups.length === 0 ? [] : await readable(host, groups);
  if (asked.length === 0) return new Map();
  const found = await Promise.all(
    (await candidates(host, asked)).map(async (group) => ({
      group,
      act: await actOf(host, group),
    })),
  );
  const archived = found.flatMap(({ group, act }) => (act ? [{ group, act }] : []));
  const person = await peopleFinder(
    host.directory,
    archived.map(({ act }) => act.author),
  );
  return new Map(
    archived.map(({ group, act }) => [
      group,
      { by: person(act.author), at: momentOf(act), reason: act.fields.reason },
    ]),
  );
}
