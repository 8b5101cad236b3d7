/** The channel that tells of a container. Only people who may read the container get a token for it. */
import { kindOf, ownerOf } from '@kantine/core';
import type { ContainerId, Wait } from '@kantine/core';
import { signRealtimeToken } from '@forge/realtime';

export interface RealtimeChannel {
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
/**
 * A person's own records, and a closed group's. A person chooses the id of a secret group that they start, so
 * that a sign which no channel may have is written as its code: no two containers have the same channel.
 */
export function ownChannel(container: ContainerId): string {
  const [kind = '', ...id] = container.split(':');
  const written = id.join(':').replaceAll(/[^A-Za-z0-9-]/gu, (sign) => `_${codeOfSign(sign)}_`);
  return `${prefix}-${kind}_${written}`;
}

const codeOfSign = (sign: string): string => (sign.codePointAt(0) ?? 0).toString(16);

/**
 * A desk is told of where its group is. Letters, and what owners keep, are told of to nobody.
 * @returns undefined where nobody is told.
 */
export function channelOf(container: ContainerId, space: string | undefined): string | undefined {
  switch (kindOf(container)) {
    case 'community':
    case 'governed':
      return communityChannel;
    case 'person':
    case 'closed':
      return ownChannel(container);
    case 'desk':
      return channelOf(ownerOf(container) ?? '', space);
    case 'group':
      return spaceChannel(space ?? '');
    default:
      return undefined;
  }
}

/** The answer of the package; both are null where it could not sign. */
interface Signed {
  readonly token: string | null;
  /** In seconds. */
  readonly expiresAt: number | null;
}

/** Signed tokens by site, channel and what they are for, until shortly before they expire. */
export type Tokens = Map<string, RealtimeChannel>;

/** Pages hear; only the resolver tells. */
export type TokenUse = 'subscribe' | 'publish';

/** The owner of the tokens: one process may serve several sites. */
export interface TokenBook {
  readonly cloudId: string;
  readonly tokens: Tokens;
  readonly now: () => number;
  readonly wait: Wait;
}

/** Pages ask for the next token in the last five minutes of one; what they get lives longer than that. */
const margin = 10 * 60_000;

/** Realtime takes 50 operations a second of a site; an operation that it refused is tried again. In milliseconds. */
const delays = [500, 1500] as const;

/**
 * Tries something of realtime again where it was refused.
 * @param isDone whether the answer is one.
 */
export async function persist<Answer>(
  wait: Wait,
  work: () => Promise<Answer>,
  isDone: (answer: Answer) => boolean,
): Promise<Answer> {
  let answer = await work();
  for (const delay of delays) {
    if (isDone(answer)) break;
    await wait(delay);
    answer = await work();
  }
  return answer;
}

/** @returns nothing when realtime does not answer: pages poll then. */
export async function openChannel(
  { cloudId, tokens, now, wait }: TokenBook,
  name: string,
  use: TokenUse,
): Promise<RealtimeChannel | undefined> {
  const key = JSON.stringify([cloudId, name, use]);
  const known = tokens.get(key);
  if (known && known.expires - margin > now()) return known;
  try {
    // Listeners and senders meet where their claims are equal.
    const sign = () => signRealtimeToken(name, { channel: name }, [use]) as Promise<Signed>;
    const { token, expiresAt } = await persist(wait, sign, (signed) => signed.token !== null);
    if (!token || expiresAt === null) return undefined;
    const channel = { name, token, expires: expiresAt * 1000 };
    tokens.set(key, channel);
    return channel;
  } catch (error) {
    console.warn('Kantine: realtime gave no token.', error);
    return undefined;
  }
}
