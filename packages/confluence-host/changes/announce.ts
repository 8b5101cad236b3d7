/** Tells the pages of changes. The writes have happened, so that a failure here is logged and no more. */
import { publishGlobal } from '@forge/realtime';
import { anywhere } from '@kantine/core';
import type { Change } from '@kantine/core';
import type { ConfluenceHost } from '../host.ts';
import type { Instance } from '../instance.ts';
import { channelOf, openChannel, persist } from './channels.ts';

const notTold = 'Kantine: pages were not told of a change.';

/** The package returns errors and does not throw them. */
interface Published {
  readonly errors?: readonly unknown[];
}

export async function announce(
  { tokens }: Pick<Instance, 'tokens'>,
  { asker, gate, written }: Pick<ConfluenceHost, 'asker' | 'gate' | 'written'>,
): Promise<void> {
  const { cloudId, now, wait } = asker;
  for (const change of gathered(written)) {
    try {
      const [access] = await gate.accessTo([change.container]);
      const name = channelOf(change.container, access?.space);
      if (name === undefined) continue;
      const channel = await openChannel({ cloudId, tokens, now, wait }, name, 'publish');
      if (!channel) continue;
      const { token } = channel;
      const tell = () => publishGlobal(name, { ...change }, { token }) as Promise<Published>;
      const published = await persist(wait, tell, ({ errors }) => errors === undefined);
      if (published.errors) console.warn(notTold, published.errors);
    } catch (error) {
      console.warn(notTold, error);
    }
  }
}

/** One message for each container is enough: pages read again in any case, and messages are limited. */
function gathered(changes: readonly Change[]): readonly Change[] {
  const found = new Map<string, Change>();
  for (const change of changes) {
    const key = JSON.stringify([change.container, change.origin]);
    const earlier = found.get(key);
    const isOther = earlier !== undefined && earlier.collection !== change.collection;
    found.set(key, isOther ? { ...change, collection: anywhere } : change);
  }
  return [...found.values()];
}
