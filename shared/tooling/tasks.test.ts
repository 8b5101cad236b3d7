import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tasks } from './tasks.mjs';

const read = (file: string): string =>
  readFileSync(join(import.meta.dirname, '../..', file), 'utf8');

const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

describe('every command', () => {
  it('goes through the same set-up of the machine', () => {
    const throughSetUp = Object.keys(tasks).map((name) => [
      name,
      `node shared/tooling/run.mjs ${name}`,
    ]);
    expect(scripts).toEqual(Object.fromEntries(throughSetUp));
  });

  it.each(Object.keys(tasks))('is explained in README: %s', (name) => {
    const command = ['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`;
    expect(read('README.md')).toContain(`| \`${command}\``);
  });
});
