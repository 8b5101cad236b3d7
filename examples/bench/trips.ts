/** How often a wall's first page asks its store, whatever the wall has grown to. */
import { createCommunity } from '@kantine/core';
import type { Host } from '@kantine/core';
import { memoryServer } from '@kantine/core/memory-host';
import { budgets } from './budgets.ts';
import type { Measure } from './measure.ts';

/** Numbers of posts between which the first page must not change. */
const sizes = [100, 10_000];

/** Counts the round trips of a host's store. */
function counted(host: Host): { host: Host; reads: () => number; reset: () => void } {
  let reads = 0;
  const store: Host['store'] = {
    ...host.store,
    read: (queries) => {
      reads += 1;
      return host.store.read(queries);
    },
  };
  return { host: { ...host, store }, reads: () => reads, reset: () => (reads = 0) };
}

async function tripsAt(posts: number): Promise<number> {
  let next = 0;
  const server = memoryServer({
    people: [{ id: 'ada', name: 'Ada Visser', active: true }],
    clock: { now: () => 1_700_000_000_000 + next },
    ids: { next: () => `key-number-${(next += 1)}` },
  });
  const { host, reads, reset } = counted(server.connect('ada'));
  const community = createCommunity(host);
  const { id: group } = await community.groups.create({ name: 'Bench', purpose: '' });
  for (let post = 0; post < posts; post += 1) {
    await community.wall.post({ group, text: `Post ${post}`, key: community.newKey() });
  }
  reset();
  await community.wall.read({ group });
  return reads();
}

export async function measureTrips(): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const size of sizes) {
    const name = `wall: store reads for the first page at ${size} posts`;
    measures.push({ name, value: await tripsAt(size), unit: 'reads', budget: budgets.storeReads });
  }
  return measures;
}
