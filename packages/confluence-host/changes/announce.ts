/** Tells the pages of changes. The writes have happened, so that a failure here is logged and no more. */
import { publishGlobal } from '@forge/realtime';
import { anywhere } from '@kantine/core';
import type { Change, ContainerId } from '@kantine/core';
import type { ContainerAccess } from '../access/index.ts';
import type { ConfluenceHost } from '../host.ts';
import type { Instance } from '../instance.ts';
import { channelOf, openChannel, persist } from './channels.ts';
import type { MarkedChange } from './marked.ts';

const notTold = 'Kantine: pages were not told of a change.';

/** Who wrote what, and who says in which spaces its containers are. */
interface Announced extends Pick<ConfluenceHost, 'asker' | 'written'> {
  readonly gate: {
    accessTo(
      containers: readonly ContainerId[],
    ): Promise<readonly Pick<ContainerAccess, 'space'>[]>;
  };
}

/** The package returns errors and does not throw them. */
interface Published {
  readonly errors?: readonly unknown[];
}

/** @returns the changes, with the mark under which they were told. */
export async function announce(
  { tokens }: Pick<Instance, 'tokens'>,
  { asker, gate, written }: Announced,
): Promise<readonly MarkedChange[]> {
  const { cloudId, now, wait } = asker;
  const mark = crypto.randomUUID();
  for (const { container, collection } of gathered(written)) {
    try {
      const [access] = await gate.accessTo([container]);
      const name = channelOf(container, access?.space);
      if (name === undefined) continue;
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
