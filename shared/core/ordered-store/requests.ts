/** Requests for closed containers, for a host where owners make them. */
import { Conflict, NotFound } from '../kernel/errors.ts';
import type { ContainerId } from '../kernel/container.ts';
import type { ContainerRequest, DirectoryPerson } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { closedMaker, createClosedContainer } from './containers.ts';
import { after } from './keys.ts';
import type { Transaction } from './ordered-map.ts';

const prefix = 'request/';
const keyOf = (container: ContainerId, by: PersonId): string =>
  `${prefix}${encodeURIComponent(container)}/${encodeURIComponent(by)}`;

/** @throws Conflict when somebody else made the container. */
export async function requestContainer(
  transaction: Transaction,
  container: ContainerId,
  by: PersonId,
  note: string,
): Promise<'made' | 'requested'> {
  const maker = await closedMaker(transaction, container);
  if (maker === by) return 'made';
  if (maker !== undefined) throw new Conflict(container);
  await transaction.set(keyOf(container, by), note);
  return 'requested';
}

/** @param isOwner whether the reader sees everybody's and may approve them. */
export async function requestsFor(
  transaction: Transaction,
  me: PersonId,
  isOwner: boolean,
): Promise<readonly ContainerRequest[]> {
  const entries = await transaction.scan({ from: prefix, to: after(prefix) });
  const requests: ContainerRequest[] = [];
  for (const { key, value: note } of entries) {
    const [container, by] = key.slice(prefix.length).split('/').map(decodeURIComponent) as [
      ContainerId,
      PersonId,
    ];
    if (!isOwner && by !== me) continue;
    const approved = (await closedMaker(transaction, container)) === by;
    requests.push({ container, by, note, approved, mayApprove: isOwner });
  }
  return requests;
}

/** @throws NotFound when this person did not ask for it. */
export async function approveRequest(
  transaction: Transaction,
  container: ContainerId,
  by: PersonId,
  asker: DirectoryPerson | undefined,
): Promise<void> {
  if ((await transaction.get(keyOf(container, by))) === undefined) {
    throw new NotFound(`request for ${container}`);
  }
  await createClosedContainer(transaction, container, asker);
}

export const endRequest = (
  transaction: Transaction,
  container: ContainerId,
  by: PersonId,
): Promise<void> => transaction.delete(keyOf(container, by));
