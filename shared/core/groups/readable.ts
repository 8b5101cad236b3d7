/** Groups without a container, and those that the reader may not read, or no more, are left out without a word. */
import { groupContainer } from '../kernel/container.ts';
import { isKantineError } from '../kernel/errors.ts';
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

/** Asks about some groups, and where one of them may not be read any more, about the others. */
export async function amongReadable<Answer>(
  host: Pick<Host, 'containers'>,
  groups: readonly string[],
  ask: (groups: readonly string[]) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await ask(groups);
  } catch (error) {
    if (!isKantineError(error, 'Forbidden')) throw error;
  }
  return ask(await readable(host, groups));
}
