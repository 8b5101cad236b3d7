/** The course of an ask to be let into a closed group. */
import type { ContainerId } from '../kernel/container.ts';
import { KantineError } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { accessOf } from './group.ts';

/** Whether everybody may know of a closed group, by its id. */
const isListed = (group: ContainerId): boolean => accessOf(group) === 'closed';

/** The groups that the reader asked to be let into. A wish that came true is ended. */
export async function groupsAsked(
  { containers, identity, supports }: Host,
  joined: readonly string[],
): Promise<readonly string[]> {
  if (!supports.asking) return [];
  const asked = (await containers.joinsAsked()).filter(isListed);
  const me = await identity.me();
  const fulfilled = asked.filter((group) => joined.includes(group));
  await Promise.all(fulfilled.map((group) => containers.endJoin(group, me)));
  return asked.filter((group) => !joined.includes(group));
}

/**
 * An owner's visit passes on who asks to be let in. The call that they made does not wait for its success.
 */
export async function passAsksOn({ containers, supports }: Host): Promise<void> {
  if (supports.asking !== 'owners') return;
  try {
    await containers.passOn(isListed);
  } catch (error) {
    // The next visit, or another owner's, tries again.
    if (!(error instanceof KantineError)) throw error;
  }
}
