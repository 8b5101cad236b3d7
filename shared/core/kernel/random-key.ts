const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * A key that nobody else makes: 24 characters of 6 random bits each.
 * @param fill puts random bytes into an array; `crypto.getRandomValues` of the platform.
 */
export const randomKey = (fill: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string =>
  Array.from(fill(new Uint8Array(24)), (byte) => letters[byte & 63]).join('');
