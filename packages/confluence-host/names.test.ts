/** The host knows collections by what they declare; no file of it knows one by its name. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { collections } from '@kantine/core';
import { describe, expect, it } from 'vitest';
import { tableName } from './schema/layout.ts';

const root = dirname(fileURLToPath(import.meta.url));
const outside = /^(node_modules|dist|testing)\b|\.test\.ts$/;
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !outside.test(file),
);

const names = Object.values(collections).flatMap(({ name }) => [name, tableName(name)]);
const anyName = new RegExp(`\\b(${[...new Set(names)].join('|')})\\b`);

/** Comments may speak of groups and posts. */
const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

describe('the code of the host', () => {
  it.each(files)('%s names no collection', (file) => {
    const code = withoutComments(readFileSync(join(root, file), 'utf8'));
    expect(code.split('\n').filter((line) => anyName.test(line))).toEqual([]);
  });

  it('is all there', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(names).toEqual(expect.arrayContaining(['reactions', 'readMarks', 'read_marks']));
  });
});
