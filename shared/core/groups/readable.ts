/** Groups without a container, and those that the reader may not read, or no more, are left out without a word. */
import { groupContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';

/** @returns each once. */
export async function readable(
  { containers }: Pick<Host, 'containers'>,
  groups: readonly string[],
): Promise<readonly string[]> {
  const rights = await containers.rights(groups.map(groupContainer));
  return [...new Set(groups)].filter(
    (group) => (rights.get(groupContainer(group)) ?? 'none') !== 'none',
  );
}
