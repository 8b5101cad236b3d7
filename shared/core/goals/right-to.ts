import { groupContainer } from '../kernel/container.ts';
import type { Right } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';

/**
 * What the reader may do in a group. Asked before anything else, so that who may not read it causes the same requests
 * whether it is there or not.
 * @throws NotFound, Forbidden as a wall does
 */
export async function rightTo(host: Host, group: string): Promise<Right> {
  const container = groupContainer(group);
  const right = (await host.containers.rights([container])).get(container) ?? 'none';
  if (right !== 'none') return right;
  const { refuse } = await import(/* webpackChunkName: 'closed-groups' */ '../wall/closed-wall.ts');
  return refuse(host, group);
}
