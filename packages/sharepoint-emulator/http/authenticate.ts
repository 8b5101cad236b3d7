import { randomBytes } from 'node:crypto';
import type { Farm } from '../context/farm.ts';
import { notSignedIn } from '../errors.ts';

/** SharePoint's own cookie for a signed-in browser. */
export const COOKIE = 'FedAuth';

export interface Identity {
  readonly login: string;
  /** Requests with an access token need no form digest; requests with a cookie do. */
  readonly by: 'cookie' | 'bearer';
}

export interface SignIn {
  readonly token: string;
  /** For one window: a header that its fetches send. */
  readonly headers: Readonly<Record<string, string>>;
  /** For a browser profile: `FedAuth=…`. */
  readonly cookie: string;
}

/** Gives out a token that stands for one person until the data is thrown away. */
export function signIn(farm: Farm, login: string): SignIn {
  const token = randomBytes(24).toString('base64url');
  farm.db.run('INSERT INTO sign_ins (token, login) VALUES (?, ?)', [token, login]);
  return { token, headers: { Authorization: `Bearer ${token}` }, cookie: `${COOKIE}=${token}` };
}

/** Who asks. Only a token that this farm gave out counts; nothing in the payload does. */
export function identify(farm: Farm, headers: Headers, anonymousAs?: string): Identity {
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (bearer) return { login: loginOf(farm, bearer), by: 'bearer' };
  const cookie = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]+)`).exec(headers.get('cookie') ?? '')?.[1];
  if (cookie) return { login: loginOf(farm, cookie), by: 'cookie' };
  if (anonymousAs !== undefined) return { login: anonymousAs, by: 'cookie' };
  throw notSignedIn();
}

/** A token that this farm did not give out counts as none. */
function loginOf(farm: Farm, token: string): string {
  const sql = 'SELECT login FROM sign_ins WHERE token = ?';
  const row = farm.db.one<{ login: string }>(sql, [token]);
  if (!row) throw notSignedIn();
  return row.login;
}
