/** Texts as people type them: what is stored of them, and what is refused. */
import { Invalid } from './errors.ts';
import { cleanText, isVisible } from './visible-text.ts';

/**
 * The text as it will be stored.
 * @param field the name of the input, for the message.
 * @param max in UTF-16 units, as an input's maxlength counts.
 * @throws Invalid `empty` or `too-long`.
 */
export function acceptText(field: string, text: string, max: number): string {
  const clean = cleanText(text);
  if (!isVisible(clean)) {
    throw new Invalid({ field, reason: 'empty' }, `The ${field} is empty. Write something first.`);
  }
  if (clean.length > max) {
    throw new Invalid(
      { field, reason: 'too-long', actual: clean.length, limit: max },
      `The ${field} has ${clean.length} characters; at most ${max} fit. Shorten it or split it.`,
    );
  }
  return clean;
}

/** Like acceptText, but nothing at all is fine. @throws Invalid `too-long` */
export function acceptOptionalText(field: string, text: string, max: number): string {
  return isVisible(cleanText(text)) ? acceptText(field, text, max) : '';
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Counts words as the Unicode rules find them (UAX 29), in any script; emoji and marks are none. */
export function countWords(text: string): number {
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1;
  return words;
}
