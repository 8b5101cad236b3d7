/** Tries whether pages hear what the resolver tells, on a channel that nobody else knows. */
import { publishGlobal } from '@forge/realtime';
import { randomKey } from '@kantine/core';
import type { SpaceAsker } from '../access/index.ts';
import { openChannel } from '../changes/channels.ts';
import type { RealtimeChannel, Tokens } from '../changes/channels.ts';

const prefix = 'kantine-check-';

/** The names of channels of checks; a page cannot have the resolver tell anything on another. */
export const checkChannel = /^kantine-check-[\w-]{24}$/;

/** @returns nothing where realtime gives no token. */
export function newCheckChannel(
  tokens: Tokens,
  asker: SpaceAsker,
): Promise<RealtimeChannel | undefined> {
  const name = prefix + randomKey((bytes) => crypto.getRandomValues(bytes));
  return openChannel({ ...asker, tokens }, name, 'subscribe');
}

/** @returns whether realtime took it. */
export async function tellCheckChannel(
  tokens: Tokens,
  asker: SpaceAsker,
  name: string,
): Promise<boolean> {
  const channel = await openChannel({ ...asker, tokens }, name, 'publish');
  if (!channel) return false;
  const { token } = channel;
  const { errors } = (await publishGlobal(name, { check: true }, { token })) as {
    errors?: unknown;
  };
  return errors === undefined;
}
