import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeHostContract, describeOrderedMap, orderedHarness } from '@kantine/host-contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sqliteMap } from './sqlite-map.ts';
import type { SqliteMap } from './sqlite-map.ts';

describeOrderedMap('SQLite', () => {
  const map = sqliteMap(':memory:');
  return Promise.resolve({ map, close: () => map.close() });
});

describeHostContract('SQLite', () => {
  const map = sqliteMap(':memory:');
  return orderedHarness(map, () => map.close());
});

describe('a SQLite file', () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kantine-sqlite-'));
    path = join(folder, 'entries.db');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const set = (map: SqliteMap, key: string, value: string): Promise<void> =>
    map.transact('write', (transaction) => transaction.set(key, value));
  const get = (map: SqliteMap, key: string): Promise<string | undefined> =>
    map.transact('read', (transaction) => transaction.get(key));

  it('survives a restart', async () => {
    const before = sqliteMap(path);
    await set(before, 'a', '1');
    await before.close();
    const after = sqliteMap(path);
    expect(await get(after, 'a')).toBe('1');
    await after.close();
  });

  it('finishes what was asked for before it closes', async () => {
    const map = sqliteMap(path);
    const written = set(map, 'a', '1');
    await map.close();
    await written;
    const again = sqliteMap(path);
    expect(await get(again, 'a')).toBe('1');
    await again.close();
  });

  it('is shared by two connections, and neither loses the other’s writes', async () => {
    const [one, other] = [sqliteMap(path), sqliteMap(path)];
    for (const [map, key] of [
      [one, 'a'],
      [other, 'b'],
      [one, 'c'],
    ] as const)
      await set(map, key, key);
    expect([await get(other, 'a'), await get(one, 'b'), await get(other, 'c')]).toEqual([
      'a',
      'b',
      'c',
    ]);
    await one.close();
    await other.close();
  });
});
