/** In which of some groups the reader may be a steward: few questions, whatever the number of groups. */
import { deskOf, groupContainer, isClosed } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import { maxNewest, newest } from '../kernel/newest-query.ts';
import type { Host } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { acts } from './acts.ts';

const appointments = (containers: readonly ContainerId[]) =>
  newest(acts, {
    containers,
    of: { index: 'byFamily', eq: 'appoint' },
    since: 0,
    limit: maxNewest,
  });

/** Those whom anybody says to be appointed, and founders. Whether it is so is asked of each group. */
async function amongOpen(
  { store, containers }: Host,
  me: PersonId,
  groups: readonly string[],
): Promise<readonly string[]> {
  if (groups.length === 0) return [];
  const places = groups.map(groupContainer);
  const [founders, answers] = await Promise.all([
    containers.founders(places),
    store.read([appointments(places), appointments(places.map(deskOf))]),
  ]);
  // Where so many appointments lie that not all were told, each group is asked.
  if (!answers.every(({ complete }) => complete)) return groups;
  const named = new Set(
    answers.flatMap(({ records }) =>
      records.filter(({ fields }) => fields.person === me).map(({ container }) => container),
    ),
  );
  return groups.filter((group) => {
    const place = groupContainer(group);
    return founders.get(place) === me || named.has(place) || named.has(deskOf(place));
  });
}

async function amongClosed(
  { containers }: Host,
  groups: readonly string[],
): Promise<readonly string[]> {
  if (groups.length === 0) return [];
  const rights = await containers.rights(groups.map((group) => deskOf(groupContainer(group))));
  return groups.filter((group) => rights.get(deskOf(groupContainer(group))) === 'write');
}

/**
 * One round trip.
 * @param groups at most as many as one question takes.
 * @throws Forbidden where one of them is not for the reader
 */
export async function maybeStewardOf(
  host: Host,
  me: PersonId,
  groups: readonly string[],
): Promise<readonly string[]> {
  const [open, closed] = await Promise.all([
    amongOpen(
      host,
      me,
      groups.filter((group) => !isClosed(group)),
    ),
    amongClosed(host, groups.filter(isClosed)),
  ]);
  return [...open, ...closed];
}
