import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../clock/index.ts';

export type TokenPermission = 'publish' | 'subscribe';

interface TokenPayload {
  readonly channel: { readonly name: string };
  readonly claims: unknown;
  readonly permissions?: readonly string[];
  readonly exp: number;
}

const LIFE_SECONDS = 3600;

/** Signs who may use a channel, and finds out whether a token was signed here. */
export class Tokens {
  readonly #secret = randomBytes(32);
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  sign(name: string, claims: unknown, permissions?: readonly string[]) {
    const expiresAt = Math.floor(this.#clock.now() / 1000) + LIFE_SECONDS;
    const payload = { channel: { name }, claims, permissions, exp: expiresAt };
    const unsigned = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(payload)}`;
    return { jwt: `${unsigned}.${this.#signature(unsigned)}`, expiresAt };
  }

  /** The claims of a good token; otherwise throws what is wrong with it. */
  verify(jwt: string, name: string, permission: TokenPermission): unknown {
    const [header, body, signature] = jwt.split('.');
    if (!body || signature !== this.#signature(`${header}.${body}`))
      throw new Error('INVALID_TOKEN');
    const payload = JSON.parse(Buffer.from(body, 'base64url').toString()) as TokenPayload;
    if (payload.channel.name !== name) throw new Error('CHANNEL_NAME_MISMATCH');
    if (this.#clock.now() / 1000 >= payload.exp) throw new Error('TOKEN_EXPIRED');
    if (payload.permissions && !payload.permissions.includes(permission)) {
      throw new Error('MISSING_PERMISSION');
    }
    return payload.claims;
  }

  #signature(unsigned: string): string {
    return createHmac('sha256', this.#secret).update(unsigned).digest('base64url');
  }
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
