/** Tells the pages what was written. The write has happened: whatever fails here, it stands. */
import { publishGlobal } from '@forge/realtime';
import type { Change } from '@kantine/core';
import type { Gate } from '../access/index.ts';
import type { Instance } from '../instance.ts';
import { channelOf, openChannel } from './channels.ts';

const notTold = 'Kantine: pages were not told of a change.';

/** The package tells what went wrong, and does not throw it. */
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

/** Pages hear that something was written, and ask; once is enough. */
function distinct(changes: readonly Change[]): readonly Change[] {
  const seen = new Map(changes.map((change) => [JSON.stringify(change), change]));
  return [...seen.values()];
}
