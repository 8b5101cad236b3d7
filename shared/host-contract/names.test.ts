/** A host goes by what collections and operations declare: none has a name in the code of a host. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collections, declaredOperations } from '@kantine/core';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const hosts = ['packages/sharepoint-host', 'packages/confluence-host'];

/** Tests and what only tests use may name what they try. */
const outside = /^(node_modules|dist|testing)\b|\.test\.ts$/;
const files = hosts.flatMap((host) =>
  readdirSync(join(root, host), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !outside.test(file))
    .map((file) => join(host, file)),
);

const declared = Object.values(collections);
const operations = [...(await declaredOperations()).keys()];
const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What no text of a host may be. */
const names = new Set([
  ...declared.flatMap(({ name }) => [name, snakeCase(name)]),
  ...operations,
  // A part of a name, to compare the beginning or the end of one with.
  ...operations.flatMap((name) => {
    const [domain = '', operation = ''] = name.split('.');
    return [`${domain}.`, `.${operation}`];
  }),
]);
const members = new RegExp(
  `\\bcollections\\.(${declared.map(({ name }) => name).join('|')})\\b|\\.(${operations
    .map((name) => name.replace('.', '\\.'))
    .join('|')})\\(`,
  'g',
);

/** The texts of a source, each part of a template one of them; and what it reaches by a name. */
function namesIn(source: string): readonly string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const texts = [...code.matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`/g)].flatMap(
    ([, single, double, template]) =>
      template === undefined ? [single ?? double ?? ''] : template.split(/\$\{[^}]*\}/),
  );
  const reached = [...code.matchAll(members)].map(([member]) => member);
  return [...texts.filter((text) => names.has(text)), ...reached];
}

describe('the code of a host', () => {
  it.each(files)('names no collection and no operation: %s', (file) => {
    expect(namesIn(readFileSync(join(root, file), 'utf8'))).toEqual([]);
  });

  it('is all looked at, and every name of it is found', () => {
    for (const host of hosts) {
      expect(files.filter((file) => file.startsWith(host)).length).toBeGreaterThan(50);
    }
    const naming = [
      "if (operation === 'card.read') return;",
      "operation.endsWith('.members')",
      'const table = `read_marks`;',
      'operation === `${domain}.members`',
      'insert(collections.posts, container)',
      'await community.wall.read({ group })',
    ];
    for (const line of naming) expect(namesIn(line), line).toHaveLength(1);
    expect(namesIn("// as 'card.read' is\nconst right = 'read';")).toEqual([]);
  });
});
