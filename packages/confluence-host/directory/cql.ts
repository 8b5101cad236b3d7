/** A query in Confluence's language for people by the beginnings of the words of their names. */

/** @returns nothing for a text without a word that a name could begin with. */
export function cqlOf(text: string): string | undefined {
  const words = text.split(/[^\p{L}\p{M}\p{N}'’.-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return undefined;
  return `user.fullname~"${words.map((word) => `${word}*`).join(' ')}"`;
}
