import { expect, it } from 'vitest';
import { beginningOf, inOneLine } from './beginning.ts';

it('a line of a list shows no signs of bold words, and no breaks', () => {
  expect(inOneLine(' **Who would it help?**\n\nThe *night* shift ')).toBe(
    'Who would it help? The *night* shift',
  );
});

it('ends with neither half a character nor half a mention', () => {
  expect(beginningOf('ab😀c', 3)).toBe('ab…');
  expect(beginningOf('Hi @[12', 6)).toBe('Hi …');
});
