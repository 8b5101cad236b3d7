/** Where the reader is asked in by stewards, and has not answered. */
import { groupContainer, ownerOf } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import { isKantineError } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import type { Newest } from '../kernel/newest-query.ts';
import { isAll, maxIn, maxLimit, rows } from '../kernel/query.ts';
import { doneIn, doneWith } from '../preferences/of-group.ts';
import { acts, isAct } from '../stewards/acts.ts';
import type { ActRecord } from '../stewards/acts.ts';
import { byAuthors } from '../stewards/by-authors.ts';
import { momentOf } from '../stewards/log.ts';
import { stewardsOf } from '../stewards/stewards.ts';

/** The query for the newest invitations of one place. */
const invitesOf = (container: ContainerId) =>
  rows(acts, {
    container,
    index: 'byFamily',
    eq: 'invite',
    order: 'descending',
    limit: maxLimit,
  });

/**
 * Where somebody wrote so many invitations that not all were told, each place is asked: a flood fills its own
 * alone. Of a place that is full of them its stewards are asked for by name.
 * @param places desks, or containers of open groups among these.
 */
export async function invitesIn(
  host: Host,
  groups: readonly string[],
  places: readonly ContainerId[],
  { records, complete }: Newest<ActRecord['fields']>,
): Promise<readonly ActRecord[]> {
  if (complete) return records;
  const answers = await host.store.read(places.map(invitesOf));
  const found = await Promise.all(
    answers.map(async (answer, at) => {
      const group = groups.find((each) => groupContainer(each) === places[at]);
      // Nobody but stewards and owners writes at a desk.
      if (group === undefined || isAll(answer)) return answer.records;
      const { terms } = await stewardsOf(host, group);
      const full = { ...answer, incomplete: true } as const;
      return byAuthors(host.store, invitesOf(groupContainer(group)), full, terms?.ever ?? []);
    }),
  );
  return found.flat();
}

/** The newest invitation by a steward; anybody may write one into an open group. */
async function newestByStewards(
  host: Host,
  group: string,
  invites: readonly ActRecord[],
): Promise<ActRecord | undefined> {
  try {
    const { isStewardAct } = await stewardsOf(host, group);
    return invites
      .filter(isStewardAct)
      .sort((one, other) => momentOf(other) - momentOf(one))
      .at(0);
  } catch (error) {
    // The reader was taken out meanwhile.
    if (isKantineError(error, 'Forbidden')) return undefined;
    throw error;
  }
}

/**
 * @param invites acts of the groups' containers and desks that may invite somebody.
 * @returns the acts that invite the reader and that they have not answered since, by group.
 */
export async function invitationsFor(
  host: Host,
  groups: readonly string[],
  invites: readonly ActRecord[],
): Promise<ReadonlyMap<string, ActRecord>> {
  const { store, identity } = host;
  const me = await identity.me();
  const forMe = invites.filter(
    (act) =>
      isAct(act) && act.fields.family === 'invite' && act.fields.person === me && act.author !== me,
  );
  const placeOf = ({ container }: ActRecord) => ownerOf(container) ?? container;
  const asked = groups
    .filter((group) => forMe.some((act) => placeOf(act) === groupContainer(group)))
    .slice(0, maxIn);
  if (asked.length === 0) return new Map();
  const [[{ records }], found] = await Promise.all([
    store.read([doneWith('invitation', asked, me)]),
    Promise.all(
      asked.map((group) => {
        const here = forMe.filter((act) => placeOf(act) === groupContainer(group));
        return newestByStewards(host, group, here);
      }),
    ),
  ]);
  const answered = doneIn('invitation', records);
  return new Map(
    asked.flatMap((group, at) => {
      const act = found[at];
      return act && momentOf(act) > (answered.get(group) ?? -1) ? [[group, act] as const] : [];
    }),
  );
}
