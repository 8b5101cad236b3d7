/** What people type, made safe to store and honest about being empty or too long. */
import { Invalid } from './errors.ts';

/** Control characters other than tab and line break; they have no faithful rendering. */
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
/** Half of a surrogate pair alone: no Unicode text, and some hosts refuse the whole row for it. */
const loneSurrogates = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** White space, and characters that show nothing: zero-width, joiners, variation selectors, bidi marks, fillers. */
const invisible = /[\s\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Line breaks as \n, composed characters, no control characters, no blank space around it. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(controls, '')
    .replace(loneSurrogates, '\uFFFD')
    .normalize('NFC')
    .trim();
}

/** Whether a reader would see anything at all. */
export function isVisible(text: string): boolean {
  return text.replace(invisible, '') !== '';
}

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
