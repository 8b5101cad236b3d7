/** How a message begins: as much of it as tells it from others. */

/** A text as one line, without the signs of bold words: nobody reads those in a list. */
export const inOneLine = (text: string): string =>
  text.replaceAll('**', '').replaceAll(/\s+/gu, ' ').trim();

/**
 * @param length in UTF-16 units: names are shorter than what stands for them.
 * @returns neither half a character nor half a mention.
 */
export function beginningOf(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length).replace(/[\uD800-\uDBFF]$|@(?:\[[^\]]*)?$/, '')}…`;
}
