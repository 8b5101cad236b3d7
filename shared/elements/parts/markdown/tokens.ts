/**
 * The tokens of a paragraph, as one regular expression.
 *
 * Each part can match in one way only, or gives up at once where it is tried again within the same
 * word; lookbehinds are there for that. So no text takes more time than a few passes over it.
 */
import { tokenPattern } from '@kantine/core';

/** Letters and digits of any script, and accents on them, for a class of characters. */
export const letters = String.raw`\p{Alphabetic}\p{N}\u0300-\u036F`;

export const letter = `[${letters}]`;

/** As many backticks close it. The search for each number of them fails once at most. */
const code = String.raw`(?<!\x60)(?<ticks>\x60+)(?!\x60)(?<code>[^]*?[^\x60])\k<ticks>(?!\x60)`;

const scheme = String.raw`(?<!${letter})(?:https?:\/\/|(?<![\/.@\\-])www\.(?=${letter}))`;

/** Space, quotation marks and brackets end an address, if they are not opened and closed in it. */
const addressPart = String.raw`[^\s<>"„\p{Pi}\p{Pf}()[\]{}]|[([{][^\s<>()[\]{}]*[)\]}]`;

/** Punctuation at the end of an address belongs to the sentence. */
const address = String.raw`(?<address>${scheme}(?:${addressPart})+(?<![.,:;!?'*_~…]))`;

const label = `${letter}+(?:-+${letter}+)*`;

/** Is tried where its first part begins, and not from each letter of a long word. */
const mailBegin = String.raw`(?=${letter})(?<![${letters}@\/][._'+-]*)(?:mailto:)?`;
const mail = String.raw`${mailBegin}(?<mail>${letter}[${letters}._'+-]*@${label}(?:\.${label})+)`;

/** Around the text of a link, with its address, which may hold parentheses in parentheses. */
const bracket = String.raw`\[|\](?:\((?<target>(?:[^()\n]|\([^()\n]*\))*)\))?`;

const marks = String.raw`(?<marks>\*+|_+)`;

/** Finds one after another, from its `lastIndex` on. */
export const tokens = new RegExp(
  [code, tokenPattern, address, mail, bracket, marks].join('|'),
  'giu',
);
