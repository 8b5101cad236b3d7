/** Two windows of one person, over a network that delays and loses, and lists without unique keys. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byKeys, count, groupContainer, isKantineError, rows } from '@kantine/core';
import type { Inserted, StoredRecord } from '@kantine/core';
import { contractCollections } from '@kantine/host-contract';
import type { SharePointHost } from '../host.ts';
import { columns, listName, ownerDigest } from '../schema/index.ts';
import { holdNetwork } from '../testing/held.ts';
import type { Fate, HeldNetwork } from '../testing/held.ts';
import { eachInAnOrganisation } from '../testing/each.ts';
import type { Organisation } from '../testing/organisation.ts';
import { get, post } from '../wire/index.ts';
import { fieldColumns } from './field-columns.ts';

const { ballots } = contractCollections;
const room = groupContainer('room');
const key = 'lunch';

let organisation: Organisation;

eachInAnOrganisation(async (opened) => {
  organisation = opened;
  await organisation.hostOf('zoe').containers.create(room);
});

const list = (): string => organisation.pathOf(listName(ballots, 'group'));
const fieldsOf = (choice: string) => ({ topic: key, choice, voter: organisation.ids.anna });
const choices = ['bread', 'soup', 'salad', 'stew'] as const;

interface Seen {
  readonly id: string;
  readonly choice: string;
}

const seenIn = ({ id, fields }: StoredRecord<{ choice: string }>): Seen => ({
  id,
  choice: fields.choice,
});

/** What a colleague sees, which every way of asking has to agree on. */
async function seen(): Promise<Seen | undefined> {
  const { store } = organisation.hostOf('zoe');
  const of = { container: room, order: 'descending', limit: 10 } as const;
  const topic = { index: 'byTopic', eq: key } as const;
  const [onTopic, chosen, byKey, counts] = await store.read([
    rows(ballots, { ...of, ...topic }),
    rows(ballots, { ...of, index: 'byChoice', in: choices }),
    byKeys(ballots, room, organisation.ids.anna, [key]),
    count(ballots, { container: room, ...topic, by: 'choice', distinctAuthors: false }),
  ]);
  const found = onTopic.records.map(seenIn);
  expect(found.length).toBeLessThanOrEqual(1);
  expect(chosen.records.map(seenIn)).toEqual(found);
  expect(byKey.records.map(seenIn)).toEqual(found);
  expect([...counts]).toEqual(found.map(({ choice }) => [choice, 1]));
  return found[0];
}

/** The ids of the rows that lie in the list. */
async function stored(): Promise<readonly string[]> {
  const items = await organisation
    .wireOf('owner')
    .send<readonly { Id: number }[]>(get(`${list()}/items?$select=Id&$orderby=ID`));
  return items.map(({ Id }) => `${Id}`);
}

/** A row that an earlier window of Anna's left behind. */
async function leave(choice: string): Promise<void> {
  const { ids } = organisation;
  const row = {
    ...(await fieldColumns(ballots, room, fieldsOf(choice))),
    [columns.owner]: await ownerDigest({ collection: ballots, container: room }, ids.anna, key),
    [columns.key]: JSON.stringify(key),
  };
  await organisation.wireOf('anna').send(post(`${list()}/items`, row));
}

const vote = (host: SharePointHost, choice: string): Promise<Inserted<{ choice: string }>> =>
  host.store.insert(ballots, room, key, fieldsOf(choice));

/** A window whose requests are held. */
async function openWindow(network: HeldNetwork): Promise<SharePointHost> {
  const host = organisation.hostOf('anna', {
    fetch: (url, init) => network.fetch(url, init),
    userId: Number(organisation.ids.anna),
    formDigest: { value: 'with the page', seconds: 1800 },
  });
  const known = host.containers.rights([room]);
  await drive(network, [known], []);
  return host;
}

interface Step {
  readonly which: number;
  readonly fate: Fate;
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 4));

/** Lets requests go as planned, and as they come after that, until the work is done. */
async function drive(
  network: HeldNetwork,
  work: readonly Promise<unknown>[],
  plan: readonly Step[],
): Promise<void> {
  const state = { isDone: false };
  void Promise.allSettled(work).then(() => (state.isDone = true));
  const left = [...plan];
  for (;;) {
    await pause();
    if (network.underWay() > 0) {
      const { which, fate } = left.shift() ?? { which: 0, fate: 'goes' };
      await network.step(which, fate);
    } else if (state.isDone) return;
  }
}

const held = (): HeldNetwork =>
  holdNetwork((url, init) => organisation.contextOf('anna').fetch?.(url, init) ?? expect.fail());

const fates = ['goes', 'goes', 'is answered late', 'is lost', 'is late and fails'] as const;
const plans = fc.array(fc.record({ which: fc.nat(3), fate: fc.constantFrom<Fate>(...fates) }), {
  minLength: 4,
  maxLength: 12,
});

describe('two windows that write one key', { timeout: 120_000 }, () => {
  it('are told of one record, which is the one that everybody sees, whatever the network does', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const network = held();
        const windows = [await openWindow(network), await openWindow(network)];
        const told: Inserted<{ choice: string }>[] = [];
        const attempts = windows.map(async (host, at) => {
          // Twice the person tries again; to be offline is no answer.
          for (let attempt = 0; attempt < 3; attempt += 1) {
            try {
              told.push(await vote(host, choices[at] ?? ''));
              return;
            } catch (error) {
              if (!isKantineError(error, 'Offline')) throw error;
            }
          }
        });
        await drive(network, attempts, plan);
        await Promise.all(attempts);
        const now = await seen();
        for (const { record } of told) expect(seenIn(record)).toEqual(now);
        expect(told.filter(({ inserted }) => inserted).length).toBeLessThanOrEqual(1);
        // One removal takes all rows that are left.
        const fresh = organisation.hostOf('anna');
        const [{ records }] = await fresh.store.read([
          byKeys(ballots, room, organisation.ids.anna, [key]),
        ]);
        if (records[0]) await fresh.store.remove(ballots, records[0]);
        expect(await stored()).toEqual([]);
      }),
      { numRuns: 60, interruptAfterTimeLimit: 60_000 },
    );
  });

  it('one of which removes it, leave the record that was there or none, never another', async () => {
    await fc.assert(
      fc.asyncProperty(plans, fc.nat(2), async (plan, doubles) => {
        await leave('bread');
        for (let left = 0; left < doubles; left += 1) await leave('soup');
        const [first] = await stored();
        const network = held();
        const window = await openWindow(network);
        const asked = byKeys(ballots, room, organisation.ids.anna, [key]);
        const reading = window.store.read([asked]);
        await drive(network, [reading], []);
        const [{ records }] = await reading;
        const removal = window.store.remove(ballots, records[0] ?? expect.fail());
        const isDone = removal.then(
          () => true,
          (error: unknown) => !isKantineError(error, 'Offline') && expect.fail(String(error)),
        );
        await drive(network, [isDone], plan);
        const now = await seen();
        if (now) expect(now).toEqual({ id: first, choice: 'bread' });
        if (await isDone) expect(await stored()).toEqual([]);
        const again = organisation.hostOf('anna');
        const [left] = await again.store.read([asked]);
        if (left.records[0]) await again.store.remove(ballots, left.records[0]);
      }),
      { numRuns: 60, interruptAfterTimeLimit: 60_000 },
    );
  });
});

describe('a double', () => {
  /** Anna's other window wrote first; this one's answer comes after a while. */
  async function written(after: number): Promise<Inserted<{ choice: string }>> {
    const network = held();
    const window = await openWindow(network);
    await leave('bread');
    const voting = vote(window, 'soup');
    while (network.underWay() === 0) await pause();
    await network.step(0, 'is answered late');
    organisation.clock.advance(after);
    await drive(network, [voting], []);
    return voting;
  }

  it('is taken back while it is new', async () => {
    const { record, inserted } = await written(1_000);
    expect({ ...seenIn(record), inserted }).toEqual({ id: '1', choice: 'bread', inserted: false });
    expect(await stored()).toEqual(['1']);
  });

  it('that people may have seen for a minute stays, and does not count', async () => {
    const { record, inserted } = await written(61_000);
    expect({ ...seenIn(record), inserted }).toEqual({ id: '1', choice: 'bread', inserted: false });
    expect(await stored()).toEqual(['1', '2']);
    expect(await seen()).toEqual({ id: '1', choice: 'bread' });
  });

  it('that is changed is a conflict, which names the record that counts', async () => {
    await leave('bread');
    await leave('soup');
    const anna = organisation.hostOf('anna');
    const [{ records }] = await anna.store.read([
      byKeys(ballots, room, organisation.ids.anna, [key]),
    ]);
    const [first] = records;
    const item = await organisation
      .wireOf('anna')
      .send<{ 'odata.etag': string }>(get(`${list()}/items(2)?$select=Id`));
    const double = { ...(first ?? expect.fail()), id: '2', version: item['odata.etag'] };
    await expect(anna.store.update(ballots, double, { choice: 'stew' })).rejects.toMatchObject({
      tag: 'Conflict',
      data: { current: first },
    });
    expect(await seen()).toEqual({ id: '1', choice: 'bread' });
  });
});
