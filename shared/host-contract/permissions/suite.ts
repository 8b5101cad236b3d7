/** The permission matrix as one suite that any host registers. */
import { createCommunity } from '@kantine/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HostHarness } from '../harness.ts';
import { openWorld } from '../rule.ts';
import { openSubject, trials } from './actions.ts';
import type { Subject } from './actions.ts';
import { forgingHosts } from './by-hand.ts';
import { actions, actorsOf, kinds, mayDo } from './matrix.ts';
import type { Action, HostsOwn } from './matrix.ts';
import { openScene } from './scene.ts';
import type { Scene } from './scene.ts';

/** By Kantine's operations, and by hand. */
export const permissionRules = ['PERMIT-1', 'PERMIT-2'] as const;

/** @returns whether it was taken, of which something may have come or not. */
const attempted = (scene: Scene, action: Action, subject: Subject, host = scene.host) =>
  trials[action].attempt(createCommunity(host), scene, subject, host).then(
    () => true,
    () => false,
  );

/** @returns whether something came of it. */
async function tryIt(scene: Scene, action: Action, subject: Subject): Promise<boolean> {
  const isTaken = await attempted(scene, action, subject);
  return trials[action].isDone?.(scene, subject) ?? isTaken;
}

async function prepared(scene: Scene, action: Action): Promise<Subject> {
  const subject = await openSubject(scene, action);
  await trials[action].prepare?.(scene, subject);
  // Stamps of one moment do not tell which came first.
  scene.world.harness.advance(1_000);
  return subject;
}

/** Whether anything that a page of theirs may be made to believe leads to it: looked at once, after all of it. */
async function isDoneByHand(scene: Scene, action: Action, subject: Subject): Promise<boolean> {
  const { isDone } = trials[action];
  // Reading is the host's to refuse: no row is written for it.
  if (!isDone) return false;
  const { host, founderId, watcherId } = scene;
  for (const forging of await forgingHosts(host, [...new Set([founderId, watcherId])]))
    await attempted(scene, action, subject, forging);
  return isDone(scene, subject);
}

/**
 * Registers every action of every person in every kind of group for a host: by Kantine's own operations, and by
 * rows written by hand where these refuse.
 * @param createHarness makes a fresh organisation with an owner who is none of the contract's people.
 * @param hostsOwn what the host's owners are, where they are more than colleagues without an invitation.
 */
export function describePermissions(
  name: string,
  createHarness: () => HostHarness | Promise<HostHarness>,
  { areOwnersInside = false }: Partial<Pick<HostsOwn, 'areOwnersInside'>> = {},
): void {
  describe.each(kinds)(
    `${permissionRules.join(', ')}: permissions on ${name}: in a group that is %s`,
    (kind) => {
      describe.each(actorsOf(kind))('the %s', (actor) => {
        let scene: Scene;
        beforeAll(async () => {
          scene = await openScene(await openWorld(await createHarness()), kind, actor);
        });
        afterAll(() => scene.world.harness.close());

        it.each(actions)('%s', async (action) => {
          const { closedLetters } = scene.world.anna.supports;
          const expected = mayDo(action, actor, kind, { closedLetters, areOwnersInside });
          expect([true, false, undefined]).toContain(expected);
          if (expected === undefined) return;
          const subject = await prepared(scene, action);
          expect(await tryIt(scene, action, subject), `by Kantine`).toBe(expected);
          if (expected) return;
          expect(await isDoneByHand(scene, action, subject), 'by hand').toBe(false);
        });
      });
    },
  );
}
