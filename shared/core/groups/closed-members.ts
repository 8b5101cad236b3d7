/** The members of a closed group, for those who may know. */
import type { ContainerId } from '../kernel/container.ts';
import { isKantineError } from '../kernel/errors.ts';
import type { Host, Member } from '../kernel/ports.ts';

/** The members of a closed group, or undefined to those who are not among them. */
export async function membersIfAny(
  { containers }: Host,
  group: ContainerId,
): Promise<readonly Member[] | undefined> {
  try {
    return await containers.members(group);
  } catch (error) {
    if (isKantineError(error, 'Forbidden')) return undefined;
    throw error;
  }
}
