/** Tells the pages of changes. The writes have happened, so that a failure here is logged and no more. */
import { publishGlobal } from '@forge/realtime';
import type { Change } from '@kantine/core';
import type { Gate } from '../access/index.ts';
import type { Instance } from '../instance.ts';
import { channelOf, openChannel } from './channels.ts';

const notTold = 'Kantine: pages were not told of a change.';

/** The package returns errors and does not throw them. */
interface Published {
  readonly errors?: readonly unknown[];
}

export async function announce(
  { tokens, now }: Pick<Instance, 'tokens' | 'now'>,
  written: readonly Change[],
  gate: Gate,
): Promise<void> {
  for (const change of distinct(written)) {
    try {
      const [place] = await gate.places([change.container]);
      const channel = await openChannel(tokens, now, channelOf(change.container, place?.space));
      if (!channel) continue;
      const { name, token } = channel;
      const published = (await publishGlobal(name, { ...change }, { token })) as Published;
      if (published.errors) console.warn(notTold, published.errors);
    } catch (error) {
      console.warn(notTold, error);
    }
  }
}

/** One message is enough for several equal changes: pages read again in any case. */
function distinct(changes: readonly Change[]): readonly Change[] {
  const seen = new Map(changes.map((change) => [JSON.stringify(change), change]));
  return [...seen.values()];
}
