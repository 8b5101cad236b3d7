/** The channel that tells of a container. Only people who may read the container get a token for it. */
import { communityContainer, isClosed, personContainer } from '@kantine/core';
import type { ContainerId } from '@kantine/core';
import { signRealtimeToken } from '@forge/realtime';

export interface Channel {
  readonly name: string;
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

const prefix = 'kantine';

export const communityChannel = `${prefix}-community`;
/** All open groups of a space; those that belong to none are told with the community. */
export const spaceChannel = (space: string): string =>
  space === '' ? communityChannel : `${prefix}-space-${space}`;
/** A person's own records, and a closed group's. */
export const ownChannel = (container: ContainerId): string =>
  `${prefix}-${container.replaceAll(/[^\w-]/g, '_')}`;

export function channelOf(container: ContainerId, space: string | undefined): string {
  if (container === communityContainer) return communityChannel;
  const isOwn = container.startsWith(personContainer('')) || isClosed(container);
  return isOwn ? ownChannel(container) : spaceChannel(space ?? '');
}

/** The answer of the package; both are null where it could not sign. */
interface Signed {
  readonly token: string | null;
  /** In seconds. */
  readonly expiresAt: number | null;
}

/** Signed tokens, until shortly before they expire. */
export type Tokens = Map<string, Channel>;

/** Before a token expires a page asks for the next one. */
const margin = 5 * 60_000;

/** @returns nothing when realtime does not answer: pages poll then. */
export async function openChannel(
  tokens: Tokens,
  now: () => number,
  name: string,
): Promise<Channel | undefined> {
  const known = tokens.get(name);
  if (known && known.expires - margin > now()) return known;
  try {
    const { token, expiresAt } = (await signRealtimeToken(name, { channel: name })) as Signed;
    if (!token || expiresAt === null) return undefined;
    const channel = { name, token, expires: expiresAt * 1000 };
    tokens.set(name, channel);
    return channel;
  } catch (error) {
    console.warn('Kantine: realtime gave no token.', error);
    return undefined;
  }
}
