/** The contract as one suite that any host registers. */
import { afterEach, beforeEach, describe, it } from 'vitest';
import type { HostHarness } from './harness.ts';
import { openWorld } from './rule.ts';
import type { World } from './rule.ts';
import { rules } from './rules/index.ts';

/** A runner gives up on a rule that writes thousands of rows after so long. In milliseconds. */
const longest = 120_000;

/**
 * Registers every rule for a host.
 * @param createHarness makes a fresh organisation; it is called before each rule.
 */
export function describeHostContract(
  name: string,
  createHarness: () => HostHarness | Promise<HostHarness>,
): void {
  describe(`host contract: ${name}`, () => {
    let world: World;

    beforeEach(async () => {
      world = await openWorld(await createHarness());
    });
    afterEach(() => world.harness.close());

    for (const { id, title, needs, isLong, check } of rules) {
      const options = isLong ? { timeout: longest } : {};
      it(`${id}: ${title}`, options, async ({ skip }) => {
        if (needs && !world.anna.supports[needs]) {
          skip(`${id} is about ${needs}, which ${name} does not declare in supports.`);
        }
        await check(world);
      });
    }
  });
}
