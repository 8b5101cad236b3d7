/** Names of site groups and lists that tell nobody anything and that nobody can guess. */

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
/** 130 bits. */
const characters = 26;

export function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(characters));
  return `KantineX${Array.from(bytes, (byte) => alphabet[byte & 31]).join('')}`;
}
