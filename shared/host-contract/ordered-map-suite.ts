/** What every driver of an ordered map keeps, as one suite. */
import type { OrderedMap, Scan } from '@kantine/core/ordered-store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

export interface OpenMap {
  readonly map: OrderedMap;
  close(): Promise<void>;
}

/** @param open makes an empty map. */
export function describeOrderedMap(name: string, open: () => Promise<OpenMap>): void {
  describe(`ordered map: ${name}`, () => {
    let opened: OpenMap;
    let map: OrderedMap;

    beforeEach(async () => {
      opened = await open();
      map = opened.map;
    });
    afterEach(() => opened.close());

    const write = (entries: Readonly<Record<string, string>>): Promise<void> =>
      map.transact('write', async (transaction) => {
        for (const [key, value] of Object.entries(entries)) await transaction.set(key, value);
      });
    const get = (key: string) => map.transact('read', (transaction) => transaction.get(key));
    const keys = (scan: Scan): Promise<string[]> =>
      map.transact('read', async (transaction) =>
        (await transaction.scan(scan)).map(({ key }) => key),
      );

    it('gives back what was set last, and nothing for what was deleted or never was', async () => {
      await write({ a: '1', b: '2' });
      await write({ a: '3' });
      await map.transact('write', (transaction) => transaction.delete('b'));
      expect([await get('a'), await get('b'), await get('c')]).toEqual(['3', undefined, undefined]);
    });

    it('keeps any text without NUL as it is', async () => {
      const texts = ['', '\u0001', 'é 👩‍👩‍👧', "'; DROP TABLE entries; --", 'x'.repeat(100_000)];
      await write(Object.fromEntries(texts.map((text, index) => [`text${index}`, text])));
      const found = await map.transact('read', (transaction) =>
        transaction.scan({ from: 'text', to: 'texu' }),
      );
      expect(found.map(({ value }) => value)).toEqual(texts);
    });

    it('scans keys in code-unit order, from the first inclusive to the last exclusive', async () => {
      await write({ b: '', a: '', B: '', 'a/': '', a0: '', 'a/\u0001': '', c: '' });
      expect(await keys({ from: 'a', to: 'c' })).toEqual(['a', 'a/', 'a/\u0001', 'a0', 'b']);
      expect(await keys({ from: 'A', to: 'a' })).toEqual(['B']);
    });

    it('scans backwards from the end', async () => {
      await write({ a: '', b: '', c: '', d: '' });
      expect(await keys({ from: 'a', to: 'd', reverse: true })).toEqual(['c', 'b', 'a']);
      expect(await keys({ from: 'a', to: 'd', reverse: true, limit: 2 })).toEqual(['c', 'b']);
    });

    it('scans no more than the limit', async () => {
      await write({ a: '', b: '', c: '' });
      expect(await keys({ from: 'a', to: 'z', limit: 2 })).toEqual(['a', 'b']);
      expect(await keys({ from: 'a', to: 'z', limit: 9 })).toEqual(['a', 'b', 'c']);
    });

    it('finds nothing in a range without room', async () => {
      await write({ a: '', b: '' });
      expect(await keys({ from: 'b', to: 'a' })).toEqual([]);
      expect(await keys({ from: 'a', to: 'a', reverse: true })).toEqual([]);
    });

    it('sees its own writes within a transaction', async () => {
      const seen = await map.transact('write', async (transaction) => {
        await transaction.set('a', '1');
        await transaction.set('b', '2');
        await transaction.delete('a');
        return transaction.scan({ from: 'a', to: 'z' });
      });
      expect(seen).toEqual([{ key: 'b', value: '2' }]);
    });

    it('leaves nothing behind of a transaction that threw, and works on', async () => {
      await write({ a: '1', b: '2' });
      const failing = map.transact('write', async (transaction) => {
        await transaction.set('a', 'lost');
        await transaction.set('c', 'lost');
        await transaction.delete('b');
        throw new RangeError('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      expect([await get('a'), await get('b'), await get('c')]).toEqual(['1', '2', undefined]);
      await write({ c: '3' });
      expect(await get('c')).toBe('3');
    });

    it('runs transactions that write one after another', async () => {
      const increment = () =>
        map.transact('write', async (transaction) => {
          const before = Number((await transaction.get('count')) ?? '0');
          await transaction.set('count', String(before + 1));
        });
      await Promise.all(Array.from({ length: 25 }, increment));
      expect(await get('count')).toBe('25');
    });
  });
}
