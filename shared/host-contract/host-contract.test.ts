import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { goalRules } from './goals/suite.ts';
import { permissionRules } from './permissions/suite.ts';
import { rules } from './rules/index.ts';
import { erasingRules } from './erasing/suite.ts';
import { secrecyRules } from './secrecy/suite.ts';

describe('docs/host-contract.md', async () => {
  const page = await readFile(new URL('../../docs/host-contract.md', import.meta.url), 'utf8');
  const listed = [...page.matchAll(/^- \*\*([A-Z]+-\d+)\*\*/gm)].map((match) => match[1]);

  it('lists the rules that the suite checks, in its order', () => {
    expect(listed).toEqual([
      ...rules.map(({ id }) => id),
      ...permissionRules,
      ...secrecyRules,
      ...erasingRules,
      ...goalRules,
    ]);
  });

  it('names each rule once', () => {
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('names, for each optional ability, the rules that it excuses from', () => {
    const abilities = new Set(rules.flatMap(({ needs }) => needs ?? []));
    for (const ability of abilities) {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${ability}\``));
      const excused = [...(row ?? '').matchAll(/[A-Z]+-\d+/g)].map(([id]) => id);
      expect(excused).toEqual(rules.filter(({ needs }) => needs === ability).map(({ id }) => id));
    }
  });
});
