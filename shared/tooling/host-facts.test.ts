/** The page of host facts, the titles of the tests and the status say the same. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const idPattern = '(?:[SF]-[A-D]\\d{1,2}|T\\d{1,2})';

/** The state of each fact that the page lists. */
const facts = new Map(
  Array.from(
    read('docs/host-facts.md').matchAll(
      new RegExp(`^\\| (${idPattern}) +\\|.*\\| (\\w+) +\\|$`, 'gm'),
    ),
    ([, id = '', state = '']) => [id, state] as const,
  ),
);

/** Every id that the title of a test begins with. */
const titled = new Set(
  globSync('{shared,packages,examples}/**/*.test.ts', {
    cwd: root,
    exclude: (name) => ['node_modules', 'dist', 'lib'].includes(name),
  }).flatMap((path) =>
    Array.from(
      read(path).matchAll(new RegExp(`\\(\\s*['\`"](${idPattern}): `, 'g')),
      ([, id = '']) => id,
    ),
  ),
);

const idsIn = (state: string): readonly string[] =>
  [...facts].filter(([, each]) => each === state).map(([id]) => id);

describe('each host fact', () => {
  it('is tested or open', () => {
    expect(facts.size).toBeGreaterThan(40);
    expect(new Set(facts.values())).toEqual(new Set(['open', 'tested']));
  });

  it.each(idsIn('tested'))('that is tested has tests whose titles name it: %s', (id) => {
    expect(titled).toContain(id);
  });

  it.each(idsIn('open'))('that is open is in the status: %s', (id) => {
    expect(read('docs/status.md')).toMatch(new RegExp(`\\b${id}\\b`));
  });

  it('that a test names is on the page', () => {
    expect([...titled].filter((id) => !facts.has(id))).toEqual([]);
  });
});
