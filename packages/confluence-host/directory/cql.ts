/** A search of Confluence for people by how the words of their names start. */

/** @returns nothing for a text without a word that a name could begin with. */
export function cqlOf(text: string): string | undefined {
  const words = text.split(/[^\p{L}\p{M}\p{N}'’.-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return undefined;
  return `user.fullname~"${words.map((word) => `${word}*`).join(' ')}"`;
}
