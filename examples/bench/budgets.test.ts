/** A budget is one number: in the documentation, in the bench and in the size check. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { budgetRows, sizeLimits } from './budgets.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The cells of the rows of a table in Markdown, below a heading. */
function rowsBelow(markdown: string, heading: string): readonly (readonly string[])[] {
  const [, section = ''] = markdown.split(`\n## ${heading}\n`);
  const lines = (section.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe('the budgets', () => {
  it('of docs/architecture.md are those of the bench, in one table', () => {
    expect(rowsBelow(read('docs/architecture.md'), 'Budgets')).toEqual(budgetRows);
  });

  it('of the size check are those of the bench', () => {
    const entries = JSON.parse(read('.size-limit.json')) as { name: string; limit: string }[];
    const limits = entries.map(({ name, limit }) => [name, limit]);
    expect(Object.fromEntries(limits)).toEqual(
      Object.fromEntries(Object.entries(sizeLimits).map(([name, kB]) => [name, `${kB} kB`])),
    );
  });

  it('stand in no other file of the bench', () => {
    const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !/^node_modules|^budgets/.test(file),
    );
    expect(files).toContain('sharepoint.ts');
    const numbers = files.flatMap((file) =>
      (read(`examples/bench/${file}`).match(/\bbudget: *\d+/g) ?? []).map((found) => [file, found]),
    );
    expect(numbers).toEqual([]);
  });
});
