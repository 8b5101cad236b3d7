/** Messages as a tree: a small dialect of Markdown, as the guide to messages tells it. */
import { parseBlocks } from './blocks.ts';
import type { Block } from './tree.ts';

/** Word and Outlook end a line within a paragraph with a vertical tab; others are known from Unicode. */
const lineBreak = /\r\n|[\n\v\f\r\x85\u2028\u2029]/;

/** @returns the blocks of a message. Takes time in proportion to its length, whatever is typed. */
export const parse = (text: string): readonly Block[] => parseBlocks(text.split(lineBreak));
