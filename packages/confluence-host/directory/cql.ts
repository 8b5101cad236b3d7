/** A query in Confluence's language for people by the beginnings of the words of their names. */

/** More words than anybody's name has would make a query of any length. */
const mostWords = 6;

/**
 * A clause a word: the words of one clause match in their order only, and people write their names both
 * ways round. @returns nothing for a text without a word that a name could begin with.
 */
export function cqlOf(text: string): string | undefined {
  const words = text.split(/[^\p{L}\p{M}\p{N}'’.-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return undefined;
  const clauses = words.slice(0, mostWords).map((word) => `user.fullname~"${word}*"`);
  return clauses.join(' and ');
}
