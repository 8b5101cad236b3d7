/** Tells the pages of changes. The writes have happened, so that a failure here is logged and no more. */
import { publishGlobal } from '@forge/realtime';
import { anywhere } from '@kantine/core';
import type { Change } from '@kantine/core';
import type { ConfluenceHost } from '../host.ts';
import type { Instance } from '../instance.ts';
import { channelOf, openChannel, persist } from './channels.ts';
import type { MarkedChange } from './marked.ts';

const notTold = 'Kantine: pages were not told of a change.';

/** The package returns errors and does not throw them. */
interface Published {
  readonly errors?: readonly unknown[];
}

/** @returns the changes, with the mark under which they were told. */
export async function announce(
  { tokens }: Pick<Instance, 'tokens'>,
  { asker, gate, written }: Pick<ConfluenceHost, 'asker' | 'gate' | 'written'>,
): Promise<readonly MarkedChange[]> {
  const { cloudId, now, wait } = asker;
  const mark = crypto.randomUUID();
  for (const { container, collection } of gathered(written)) {
    try {
      const [access] = await gate.accessTo([container]);
      const name = channelOf(container, access?.space);
      const channel = await openChannel({ cloudId, tokens, now, wait }, name, 'publish');
      if (!channel) continue;
      const { token } = channel;
      const message = { container, collection, mark };
      const tell = () => publishGlobal(name, message, { token }) as Promise<Published>;
      const published = await persist(wait, tell, ({ errors }) => errors === undefined);
      if (published.errors) console.warn(notTold, published.errors);
    } catch (error) {
      console.warn(notTold, error);
    }
  }
  return written.map((change) => ({ ...change, mark }));
}

/** One message for each container is enough: pages read again in any case, and messages are limited. */
function gathered(changes: readonly Change[]): readonly Change[] {
  const found = new Map<string, Change>();
  for (const change of changes) {
    const earlier = found.get(change.container);
    const isOther = earlier !== undefined && earlier.collection !== change.collection;
    found.set(change.container, isOther ? { ...change, collection: anywhere } : change);
  }
  return [...found.values()];
}
