/** What owners of the host do about groups that people ask for. */
import * as v from 'valibot';
import { communityContainer } from '../kernel/container.ts';
import { NotFound } from '../kernel/errors.ts';
import { id, nothing, personId } from '../kernel/input.ts';
import { command, query } from '../kernel/operation.ts';
import type { ContainerRequest, Host } from '../kernel/ports.ts';
import { byIds, maxIn } from '../kernel/query.ts';
import { peopleFinder } from '../people/person.ts';
import type { PersonSummary } from '../people/person.ts';
import { passAsksOn } from './asked.ts';
import { groups } from './collections.ts';
import { accessOf, founderOf, groupIdOf, recordIdOf } from './group.ts';
import { confirmFounders } from './founders.ts';
import { requestedGroup } from './requests.ts';
import type { RequestedGroup } from './requests.ts';

/** A group that somebody asks for, as an owner sees it. */
export interface GroupRequest extends RequestedGroup {
  readonly by: PersonSummary;
}

/** Requests that the reader may approve. An owner who reads them passes on who asks to be let into groups. */
export const listRequests = query({
  input: nothing,
  reads: () => [[groups, communityContainer]],
  run: async (host): Promise<readonly GroupRequest[]> => {
    const { containers, directory, supports } = host;
    if (!supports.ownersApprove) return [];
    const [all] = await Promise.all([
      containers.requests(),
      passAsksOn(host),
      confirmFounders(host),
    ]);
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
const choice = v.strictObject({ group: id, by: personId });

export type RequestChoice = v.InferInput<typeof choice>;

/**
 * Makes a container for a group that was asked for. The asker joins by themselves.
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
