/** Where the reader is asked in by stewards, and has not answered. */
import { groupContainer, ownerOf } from '../kernel/container.ts';
import { isKantineError } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { maxIn } from '../kernel/query.ts';
import { doneIn, doneWith } from '../preferences/of-group.ts';
import { isAct } from '../stewards/acts.ts';
import type { ActRecord } from '../stewards/acts.ts';
import { momentOf } from '../stewards/log.ts';
import { stewardsOf } from '../stewards/stewards.ts';

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
