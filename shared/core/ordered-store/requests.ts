/** Requests for closed containers, for a host where owners make them. */
import { Conflict, Forbidden, NotFound } from '../errors.ts';
import type { ContainerId, ContainerRequest, DirectoryPerson, PersonId } from '../ports.ts';
import { closedMaker, createClosedContainer } from './containers.ts';
import { after } from './keys.ts';
import type { Transaction } from './ordered-map.ts';

const prefix = 'request/';
const keyOf = (container: ContainerId): string => prefix + encodeURIComponent(container);

type Stored = Pick<ContainerRequest, 'by' | 'note'>;

async function requestFor(
  transaction: Transaction,
  container: ContainerId,
): Promise<Stored | undefined> {
  const text = await transaction.get(keyOf(container));
  return text === undefined ? undefined : (JSON.parse(text) as Stored);
}

/** @throws Conflict when somebody else made the container, or asked for it first. */
export async function requestContainer(
  transaction: Transaction,
  container: ContainerId,
  { by, note }: Stored,
): Promise<'made' | 'requested'> {
  const maker = await closedMaker(transaction, container);
  if (maker === by) return 'made';
  const before = await requestFor(transaction, container);
  if (maker !== undefined || (before && before.by !== by)) throw new Conflict(container);
  await transaction.set(keyOf(container), JSON.stringify({ by, note }));
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
  for (const { key, value } of entries) {
    const container = decodeURIComponent(key.slice(prefix.length));
    const stored = JSON.parse(value) as Stored;
    if (!isOwner && stored.by !== me) continue;
    const approved = (await closedMaker(transaction, container)) !== undefined;
    requests.push({ ...stored, container, approved, mayApprove: isOwner });
  }
  return requests;
}

/** @throws NotFound when nobody asked for it. */
export async function approveRequest(
  transaction: Transaction,
  container: ContainerId,
  people: readonly DirectoryPerson[],
): Promise<void> {
  const request = await requestFor(transaction, container);
  if (!request) throw new NotFound(`request for ${container}`);
  const asker = people.find(({ id }) => id === request.by);
  await createClosedContainer(transaction, container, asker);
}

/** @throws Forbidden when it is somebody else's request. */
export async function endRequest(
  transaction: Transaction,
  container: ContainerId,
  me: PersonId,
  isOwner: boolean,
): Promise<void> {
  const request = await requestFor(transaction, container);
  if (!request) return;
  if (!isOwner && request.by !== me) throw new Forbidden(container);
  await transaction.delete(keyOf(container));
}
