/** How many requests a write takes on a page that knows the container. */
import { describe, expect, it } from 'vitest';
import { groupContainer } from '@kantine/core';
import { contractCollections, mark } from '@kantine/host-contract';
import type { SharePointHost } from '../host.ts';
import { eachInAnOrganisation } from '../testing/each.ts';
import type { Organisation } from '../testing/organisation.ts';

const { marks } = contractCollections;
const room = groupContainer('room');

describe('a write', () => {
  let organisation: Organisation;
  let anna: SharePointHost;

  eachInAnOrganisation(async (opened) => {
    organisation = opened;
    anna = organisation.hostOf('anna');
    await anna.containers.create(room);
  });

  const tripsOf = async <T>(work: () => Promise<T>): Promise<{ trips: number; result: T }> => {
    const before = organisation.network.count();
    const result = await work();
    return { trips: organisation.network.count() - before, result };
  };
  const insert = (host = anna) => host.store.insert(marks, room, 'a', mark());

  it('of a new, changed or removed record is one request', async () => {
    const added = await tripsOf(insert);
    expect(added.trips).toBe(1);
    const { record } = added.result;
    const changed = await tripsOf(() => anna.store.update(marks, record, { shelf: 'top' }));
    expect(changed.trips).toBe(1);
    expect(changed.result.fields.shelf).toBe('top');
    const removed = await tripsOf(() => anna.store.remove(marks, changed.result));
    expect(removed.trips).toBe(1);
  });

  it('that was made before is found by the request that repeats it', async () => {
    const { record } = await insert();
    const again = await tripsOf(insert);
    expect(again).toEqual({ trips: 1, result: { record, inserted: false } });
  });

  it('of a record that the page has not read looks at it first', async () => {
    const { record } = await insert();
    const other = organisation.hostOf('anna');
    await other.identity.me();
    const changed = await tripsOf(() => other.store.update(marks, record, { shelf: 'top' }));
    // The record, with whether there is such a container; a form digest; and the change.
    expect(changed.trips).toBe(3);
  });

  it('answers what the row is after a busy server put a part of the request off', async () => {
    const { record } = await insert();
    const { faults } = organisation.sharePoint;
    faults.next({ match: /^MERGE/, inBatch: true, status: 429, retryAfter: 1 });
    const changed = await anna.store.update(marks, record, { shelf: 'top' });
    expect(changed.fields.shelf).toBe('top');
    expect(changed.version).not.toBe(record.version);
    faults.next({ match: /^GET .*items/, inBatch: true, status: 503, retryAfter: 1 });
    const again = await anna.store.update(marks, changed, { shelf: 'bottom' });
    expect(again.fields.shelf).toBe('bottom');
  });

  it('of another’s record is refused by the server, whatever the page believes', async () => {
    const { record } = await insert();
    const ben = organisation.hostOf('ben');
    const forged = { ...record, author: organisation.ids.ben };
    await expect(ben.store.update(marks, forged, { shelf: 'top' })).rejects.toMatchObject({
      tag: 'Forbidden',
    });
    await expect(ben.store.remove(marks, forged)).rejects.toMatchObject({ tag: 'Forbidden' });
    const { record: now } = await insert();
    expect(now).toEqual(record);
  });
});
