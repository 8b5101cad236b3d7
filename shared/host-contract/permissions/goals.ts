/**
 * Goals for the permissions. They are written as rows: Kantine lets no group as small as the contract's set one, and
 * whose goals are believed is for those who read them to say.
 */
import { collections, deskOf, groupContainer, isClosed } from '@kantine/core';
import type { GoalView, Host } from '@kantine/core';
import type { Scene } from './scene.ts';

const month = 30 * 24 * 60 * 60_000;

/** Writes a goal as Kantine does. */
export async function putGoal(host: Host, { group, newKey }: Scene, what: string): Promise<void> {
  const place = isClosed(group) ? deskOf(group) : groupContainer(group);
  const until = (await host.clock.server()) + month;
  const goal = { metric: 'contributors', days: 0, target: 9, until, owner: 'anna' };
  const why = 'More people know more.';
  await host.store.insert(collections.goals, place, newKey(), { ...goal, what, why });
}

/** The goal, as somebody else reads it. */
export async function goalOf(
  { watcher, group }: Scene,
  what: string,
): Promise<GoalView | undefined> {
  const { goals } = await watcher.goals.read({ group });
  return goals.find((goal) => goal.what === what);
}
