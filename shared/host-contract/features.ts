/** What docs/features.md says of the abilities that a host declares. */
import { readFile } from 'node:fs/promises';
import type { Supports } from '@kantine/core';

const page = new URL('../../docs/features.md', import.meta.url);
const columns = ['SharePoint', 'Confluence', 'Any page'] as const;

/** @returns the value of each ability, as the page's table has it: `true`, `false`, `owners`. */
export async function abilitiesOf(
  place: (typeof columns)[number],
): Promise<Readonly<Record<string, string>>> {
  const lines = (await readFile(page, 'utf8')).split('\n');
  const rows = lines.flatMap((line) => {
    const [, ability = '', ...cells] = line.split('|').map((cell) => cell.trim());
    const [, name] = /^`(\w+)`$/.exec(ability) ?? [];
    const [, value] = /^`(\w+)`/.exec(cells[columns.indexOf(place)] ?? '') ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(rows);
}

/** @returns what a host declares, as the page writes it; an ability that it does not name is false. */
export async function declaredBy(
  place: Parameters<typeof abilitiesOf>[0],
  supports: Supports,
): Promise<Readonly<Record<string, string>>> {
  const names = [...Object.keys(await abilitiesOf(place)), ...Object.keys(supports)];
  const values = supports as unknown as Readonly<Record<string, string | boolean>>;
  return Object.fromEntries(names.map((name) => [name, String(values[name] ?? false)]));
}
