import { describeHostContract, describeOrderedMap, orderedHarness } from '@kantine/host-contract';
import { deleteDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { indexedDbMap } from './indexed-db-map.ts';
import type { IndexedDbMap } from './indexed-db-map.ts';

const name = 'kantine-test';

describeOrderedMap('IndexedDB', async () => {
  const map = await indexedDbMap(name);
  return {
    map,
    close: async () => {
      await map.close();
      await deleteDB(name);
    },
  };
});

describeHostContract('IndexedDB', async () => {
  const map = await indexedDbMap(name);
  return orderedHarness(map, async () => {
    await map.close();
    await deleteDB(name);
  });
});

describe('a database in two tabs', () => {
  afterEach(() => deleteDB(name));

  const increment = (map: IndexedDbMap): Promise<void> =>
    map.transact('write', async (transaction) => {
      const before = Number((await transaction.get('count')) ?? '0');
      await transaction.set('count', String(before + 1));
    });

  it('loses no write of either, for a transaction reads and writes in one', async () => {
    const tabs = [await indexedDbMap(name), await indexedDbMap(name)];
    await Promise.all(
      Array.from({ length: 20 }, (_, turn) => increment(tabs[turn % 2] as IndexedDbMap)),
    );
    const count = await tabs[0]?.transact('read', (transaction) => transaction.get('count'));
    expect(count).toBe('20');
    for (const tab of tabs) await tab.close();
  });

  it('is still there after both were closed', async () => {
    const first = await indexedDbMap(name);
    await increment(first);
    await first.close();
    const again = await indexedDbMap(name);
    expect(await again.transact('read', (transaction) => transaction.get('count'))).toBe('1');
    await again.close();
  });
});
