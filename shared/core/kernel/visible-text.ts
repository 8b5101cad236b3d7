/** What people type, made safe to store, and whether it shows anything. */

/** Line breaks of every system, and those that Word and Outlook write within a paragraph. */
const lineBreaks = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g;
/** Control characters other than tab and line break; they have no faithful rendering. */
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
/** Half of a surrogate pair alone: no Unicode text, and some hosts refuse the whole row for it. */
const loneSurrogates = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** What `cleanText` takes out of every text. */
const unclean = new RegExp(`${controls.source}|${loneSurrogates.source}`);

/** White space, and characters that show nothing: zero-width, joiners, variation selectors, bidi marks, fillers. */
const invisible = /[\s\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Line breaks as \n, composed characters, no control characters, no blank space around it. */
export function cleanText(text: string): string {
  return text
    .replace(lineBreaks, '\n')
    .replace(controls, '')
    .replace(loneSurrogates, '\uFFFD')
    .normalize('NFC')
    .trim();
}

/** Whether a stored text holds nothing that is taken out of what people type. */
export const isClean = (text: string): boolean => !unclean.test(text);

/** The text without characters that show nothing, or change how others are shown. */
export const shownOf = (text: string): string =>
  text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');

/** Whether a reader would see anything at all. */
export function isVisible(text: string): boolean {
  return text.replace(invisible, '') !== '';
}
