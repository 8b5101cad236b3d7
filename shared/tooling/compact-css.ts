/** Style sheets in template literals, without the white space and the comments that only their source needs. */

/** A template of Lit's `css` tag. Inserted values are outside of the texts that are changed. */
const template = /\bcss ?`((?:[^`\\]|\\.)*)`/g;

/** Quoted text is data, and stays as it is. */
const quoted = /("[^"]*"|'[^']*')/;

/** Whichever begins first: a comment may have an apostrophe, and a text the signs of a comment. */
const quotedOrComment = new RegExp(`${quoted.source}|/\\*[\\s\\S]*?\\*/`, 'g');

const compactText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    // A space before a colon or a bracket may tell descendants apart; behind these signs it tells nothing.
    .replace(/ ?([{};]) ?/g, '$1')
    .replace(/([:,]) /g, '$1')
    .replace(/;\}/g, '}');

const compactSheet = (sheet: string): string =>
  sheet
    .replace(quotedOrComment, (_whole, text?: string) => text ?? '')
    .split(quoted)
    .map((part, index) => (index % 2 === 1 ? part : compactText(part)))
    .join('')
    .trim();

/** @returns the module with its style sheets made small. */
export const compactCss = (code: string): string =>
  code.replace(template, (_whole, sheet: string) => `css\`${compactSheet(sheet)}\``);
