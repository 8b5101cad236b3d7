import { expect, it } from 'vitest';
import { declaredOperations } from './domains.ts';
import { onPageOf } from './on-page.ts';

const operations = [...(await declaredOperations())];

it.each(operations)('%s: a page does of it what it declares', (name, operation) => {
  expect(onPageOf(name)).toBe(operation.kind === 'query' ? operation.onPage : undefined);
});

it('three operations leave something to the page', () => {
  expect(operations.flatMap(([name]) => onPageOf(name) ?? [])).toHaveLength(3);
  for (const name of ['', 'lunch.read', 'toString.call', 'groups.toString', 'groups']) {
    expect(onPageOf(name)).toBeUndefined();
  }
});
