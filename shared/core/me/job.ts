/** What is being erased, kept until it is done. */
import { removeIfThere } from '../kernel/admit.ts';
import { isWellFormed } from '../kernel/collection.ts';
import { personContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import { byKeys } from '../kernel/query.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { jobs } from './collection.ts';
import type { JobRecord } from './collection.ts';
import { erasureKinds } from './kinds.ts';
import type { ErasureOf } from './kinds.ts';

export interface Erasure extends ErasureOf {
  /** What was written later stays. */
  readonly upTo: Instant;
}

const key = 'erase';

const ownJob = (me: PersonId) => byKeys(jobs, personContainer(me), me, [key]);

function erasureIn(record: JobRecord | undefined): Erasure | undefined {
  if (!record || !isWellFormed(jobs, record)) return undefined;
  const { upTo, collection } = record.fields;
  if (record.fields.kind === 'one') return { kind: 'one', collection, upTo };
  const kind = erasureKinds.find((each) => each === record.fields.kind);
  return kind && { kind, upTo };
}

export async function readJob({ store, identity }: Host): Promise<Erasure | undefined> {
  const [{ records }] = await store.read([ownJob(await identity.me())]);
  return erasureIn(records[0]);
}

/** One at a time: where one is under way already, that one goes on. */
export async function beginJob(host: Host, { kind, collection = '' }: ErasureOf): Promise<Erasure> {
  const { store, identity, clock } = host;
  const upTo = await clock.server();
  const me = await identity.me();
  const fields = { kind, collection, upTo };
  const { record } = await store.insert(jobs, personContainer(me), key, fields);
  return erasureIn(record) ?? { kind, collection, upTo };
}

export async function endJob({ store, identity }: Host): Promise<void> {
  const [{ records }] = await store.read([ownJob(await identity.me())]);
  for (const record of records) await removeIfThere(store, jobs, record);
}
