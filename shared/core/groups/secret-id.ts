/** The ids of secret groups. Unlike others they have to have one before their record. */
import type { Host } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { secretGroups } from './group.ts';

/** Of the platform, wherever it is: in browsers and in Node. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const crypto: {
  readonly subtle: { digest(name: 'SHA-256', data: Uint8Array): Promise<ArrayBuffer> };
};

/** So many bytes that nobody finds another draft with the same ones. */
const bytesKept = 16;

/**
 * Made from the founder and the key, so that nobody's key names a group of another person's: who takes the key
 * from an id would be told whether that group is there. It tells neither of the two.
 */
async function idOf(founder: PersonId, key: string): Promise<string> {
  const draft = new TextEncoder().encode(JSON.stringify([founder, key]));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', draft)).slice(0, bytesKept);
  const digits = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0'));
  return secretGroups + digits.join('');
}

/** The id of the secret group that the reader starts with a key. */
export async function secretGroupId({ identity, containers }: Host, key: string): Promise<string> {
  // Earlier versions took the key alone. One that the reader is in is no secret to them, and is taken up again.
  const earlier = secretGroups + key;
  const rights = await containers.rights([earlier]);
  return (rights.get(earlier) ?? 'none') === 'none' ? idOf(await identity.me(), key) : earlier;
}
