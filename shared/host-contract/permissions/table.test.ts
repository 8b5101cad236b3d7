import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { matrixTable } from './table.ts';

const page = new URL('../../../docs/host-contract.md', import.meta.url);
/** The formatter pads cells, and the line below a heading. */
const bare = (text: string): string => text.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---');

it.each(['open', 'closed', 'secret'] as const)(
  'PERMIT-1: the matrix of a group that is %s is what the page about the contract shows',
  async (kind) => {
    expect(bare(await readFile(page, 'utf8'))).toContain(matrixTable(kind).join('\n'));
  },
);
